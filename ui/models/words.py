"""Words for what the table of models shows, without a widget."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lab.amounts import rough_size, size
from lab.language import counted, number, tr
from lab.models.fit_verdict import Fit
from lab.models.found import FoundFile, ScanProgress
from lab.records import Kind
from lab.visible import visible

OWN_PLACE, ADDED_PLACE, HUB_CACHE = "Counterpoint", "Added folder", "Hugging Face"
"""Places by the names that a search gives them."""
ELSEWHERE = "This computer"
"""The place of a model of the library that no search finds."""

FIT_WORDS = {
    Fit.FITS: tr("fits"),
    Fit.ONE_AT_A_TIME: tr("one at a time"),
    Fit.SLOW: tr("slow"),
    Fit.WONT_FIT: tr("won't fit"),
}
KIND_WORDS = {Kind.BASE: tr("Base model"), Kind.CHAT: tr("Chat model"), Kind.UNSURE: tr("Unsure")}


def free(memory_bytes: int, disk_bytes: int) -> str:
    """What is free, for the head of the page; a disk that can't be asked (negative) is left out."""
    memory = tr("{size} free memory", size=size(memory_bytes))
    return memory if disk_bytes < 0 else " · ".join((memory, tr("{size} free disk", size=rough_size(disk_bytes))))


def context(tokens: int) -> str:
    """The longest context, e.g. ``8,192``; a dash if the file does not say."""
    return number(tokens) if tokens > 0 else "–"


def where(file: FoundFile, source: str, folders: Sequence[Path]) -> str:
    """Where a file comes from, in a few words.

    Args:
        file: What was found.
        source: The repository, as the library or the place knows it; may be empty.
        folders: The folders that the user has added.
    """
    owner = visible(source.partition("/")[0]) if "/" in source else ""
    if file.place == OWN_PLACE:
        return tr("Hub · {owner}", owner=owner) if owner else tr("On this computer", "where a file is")
    if file.place == HUB_CACHE:
        return tr("Hub cache · {owner}", owner=owner) if owner else tr("Hub cache")
    if file.place == ADDED_PLACE:
        path = Path(file.path)
        root = next((folder for folder in folders if path.is_relative_to(folder)), path.parent)
        return tr("In {folder}", folder=visible(root.name or str(root)))
    if file.place == ELSEWHERE:
        folder = visible(Path(file.path).parent.name)
        return tr("Hub · {owner}", owner=owner) if owner else tr("In {folder}", folder=folder)
    return visible(file.place)


def searching(progress: ScanProgress) -> str:
    """How far a search has come."""
    if not progress.reading:
        where = tr("Added folder") if progress.where == ADDED_PLACE else visible(progress.where)
        if not progress.files_found:
            return tr("Looking in {where} …", where=where)
        return tr("Looking in {where}: {count} found …", where=where, count=number(progress.files_found))
    done, found = number(progress.files_done), number(progress.files_found)
    return tr("Reading what they are: {done} of {found} …", done=done, found=found)


def reading(name: str, done_bytes: int, total_bytes: int) -> str:
    """That a file is read through once."""
    if total_bytes <= 0:
        return tr("Reading {name} once, so that it is known again …", name=visible(name))
    percent = done_bytes * 100 // total_bytes
    return tr("Reading {name} once, so that it is known again: {percent} % …", name=visible(name), percent=percent)


def models_shown(shown: int, in_all: int) -> str:
    """How many rows there are, and of how many."""
    if shown == in_all:
        return counted(in_all, tr("{n} model"), tr("{n} models"))
    return counted(in_all, tr("{shown} of {n} model"), tr("{shown} of {n} models"), shown=number(shown))


def short_path(path: Path) -> str:
    """A path with ``~`` for the user's own folder."""
    try:
        return visible(str(Path("~") / path.relative_to(Path.home())))
    except ValueError:
        return visible(str(path))
