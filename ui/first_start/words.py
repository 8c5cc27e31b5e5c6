"""Sizes, speeds and times in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lab.language import number, tr
from lab.models.starter_table import Source, StarterModel
from lab.records import Kind

KIND_SENTENCES = {
    Kind.BASE: tr("It only learned to continue text: it goes on writing where you stop."),
    Kind.CHAT: tr("It was trained further to answer you, as an assistant does."),
    Kind.UNSURE: tr("It is not known whether it continues text or answers."),
}
_SOURCE_WORDS = {Source.HUB: tr("the Hugging Face Hub"), Source.PACKAGE_INDEX: tr("the Python package index")}


def of_megabytes(done_bytes: int, total_bytes: int) -> str:
    """How much of how much, e.g. ``36 of 145 MB``."""
    return tr("{done} of {total} MB", done=number(done_bytes / 1e6), total=number(total_bytes / 1e6))


def speed(bytes_per_second: float) -> str:
    """How fast something comes, e.g. ``4.1 MB/s``."""
    if bytes_per_second < 1e6:
        return tr("{speed} kB/s", speed=number(bytes_per_second / 1e3))
    return tr("{speed} MB/s", speed=number(bytes_per_second / 1e6, 1))


def time_left(seconds: float) -> str:
    """How long something will still take, no more exactly than anybody can know."""
    if seconds < 10:
        return tr("a few seconds left")
    if seconds < 55:
        return tr("about {seconds} s left", seconds=round(seconds / 5) * 5)
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("about {minutes} min left", minutes=minutes)
    return tr("about {hours} h {minutes} min left", hours=minutes // 60, minutes=minutes % 60)


def all_of(names: Iterable[str]) -> str:
    """Two names or so in a sentence."""
    return tr(" and ").join(names)


def sources(models: Sequence[StarterModel]) -> str:
    """Where models come from."""
    return all_of(dict.fromkeys(_SOURCE_WORDS[model.source] for model in models))
