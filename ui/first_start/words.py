"""Sizes, speeds and times in words."""

from __future__ import annotations

from collections.abc import Sequence

from lab.models.starter_table import Source, StarterModel
from lab.records import Kind

KIND_SENTENCES = {
    Kind.BASE: "It only learned to continue text: it goes on writing where you stop.",
    Kind.CHAT: "It was trained further to answer you, as an assistant does.",
    Kind.UNSURE: "It is not known whether it continues text or answers.",
}
_SOURCE_WORDS = {Source.HUB: "the Hugging Face Hub", Source.PACKAGE_INDEX: "the Python package index"}


def of_megabytes(done_bytes: int, total_bytes: int) -> str:
    """How much of how much, e.g. ``36 of 145 MB``."""
    return f"{done_bytes / 1e6:,.0f} of {total_bytes / 1e6:,.0f} MB"


def speed(bytes_per_second: float) -> str:
    """How fast something comes, e.g. ``4.1 MB/s``."""
    if bytes_per_second < 1e6:
        return f"{bytes_per_second / 1e3:,.0f} kB/s"
    return f"{bytes_per_second / 1e6:,.1f} MB/s"


def time_left(seconds: float) -> str:
    """How long something will still take, no more exactly than anybody can know."""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"about {round(seconds / 5) * 5} s left"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"about {minutes} min left"
    return f"about {minutes // 60} h {minutes % 60} min left"


def sources(models: Sequence[StarterModel]) -> str:
    """Where models come from."""
    return " and ".join(dict.fromkeys(_SOURCE_WORDS[model.source] for model in models))
