"""Words for what the table of models shows, without a widget."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lab.amounts import rough_size, size
from lab.models.fit_verdict import Fit
from lab.models.found import FoundFile, ScanProgress
from lab.records import Kind
from lab.visible import visible

OWN_PLACE, ADDED_PLACE, HUB_CACHE = "Counterpoint", "Added folder", "Hugging Face"
"""Places by the names that a search gives them."""
ELSEWHERE = "This computer"
"""The place of a model of the library that no search finds."""

FIT_WORDS = {
    Fit.FITS: "fits",
    Fit.ONE_AT_A_TIME: "one at a time",
    Fit.SLOW: "slow",
    Fit.WONT_FIT: "won't fit",
}
KIND_WORDS = {Kind.BASE: "Base model", Kind.CHAT: "Chat model", Kind.UNSURE: "Unsure"}


def free(memory_bytes: int, disk_bytes: int) -> str:
    """What is free, for the head of the page; a disk that can't be asked (negative) is left out."""
    said = f"{size(memory_bytes)} free memory"
    return said if disk_bytes < 0 else f"{said} · {rough_size(disk_bytes)} free disk"


def context(tokens: int) -> str:
    """The longest context, e.g. ``8,192``; a dash if the file does not say."""
    return f"{tokens:,}" if tokens > 0 else "–"


def where(file: FoundFile, source: str, folders: Sequence[Path]) -> str:
    """Where a file comes from, in a few words.

    Args:
        file: What was found.
        source: The repository, as the library or the place knows it; may be empty.
        folders: The folders that the user has added.
    """
    owner = visible(source.partition("/")[0]) if "/" in source else ""
    if file.place == OWN_PLACE:
        return f"Hub · {owner}" if owner else "On this computer"
    if file.place == HUB_CACHE:
        return f"Hub cache · {owner}" if owner else "Hub cache"
    if file.place == ADDED_PLACE:
        path = Path(file.path)
        root = next((folder for folder in folders if path.is_relative_to(folder)), path.parent)
        return f"In {visible(root.name or str(root))}"
    if file.place == ELSEWHERE:
        return f"Hub · {owner}" if owner else f"In {visible(Path(file.path).parent.name)}"
    return visible(file.place)


def searching(progress: ScanProgress) -> str:
    """How far a search has come."""
    if not progress.reading:
        found = f": {progress.files_found:,} found" if progress.files_found else ""
        return f"Looking in {visible(progress.where)}{found} …"
    return f"Reading what they are: {progress.files_done:,} of {progress.files_found:,} …"


def reading(name: str, done_bytes: int, total_bytes: int) -> str:
    """That a file is read through once."""
    percent = f": {done_bytes * 100 // total_bytes} %" if total_bytes > 0 else ""
    return f"Reading {visible(name)} once, so that it is known again{percent} …"


def models_shown(shown: int, in_all: int) -> str:
    """How many rows there are, and of how many."""
    word = "model" if in_all == 1 else "models"
    return f"{in_all:,} {word}" if shown == in_all else f"{shown:,} of {in_all:,} {word}"


def short_path(path: Path) -> str:
    """A path with ``~`` for the user's own folder."""
    try:
        return visible(str(Path("~") / path.relative_to(Path.home())))
    except ValueError:
        return visible(str(path))
