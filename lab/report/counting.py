"""Numbers with their nouns, in the English that reports are written in."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
