"""Amounts in the words of people: bytes of files and memory, weights of models, and shares."""

from __future__ import annotations

from lab.language import number, tr

_GIGA = 1_000_000_000
_FIRST_GIGA = 999_500_000
"""From here on, megabytes would be rounded to a thousand of them."""


def size(size_bytes: int) -> str:
    """Bytes, e.g. ``253 MB`` or ``4.5 GB`` (powers of ten, as on a disk's label); a saving is negative."""
    if abs(size_bytes) >= _FIRST_GIGA:
        return tr("{size} GB", size=number(size_bytes / _GIGA, 1))
    return tr("{size} MB", size=number(size_bytes / 1e6))


def rough_size(size_bytes: int) -> str:
    """Bytes where a tenth of many gigabytes says nothing: a disk's free room, e.g. ``80 GB``."""
    return tr("{size} GB", size=number(size_bytes / _GIGA)) if size_bytes >= 10 * _GIGA else size(size_bytes)


def percent(share: float) -> str:
    """A share, 0 to 1, without decimals, e.g. ``62%``."""
    return tr("{n}%", n=number(100 * share))


def weights(count: int) -> str:
    """How many weights a model has, e.g. ``135 M`` or ``1.5 B``."""
    if count >= _FIRST_GIGA:
        return tr("{count} B", "billions of weights", count=number(count / 1e9, 1))
    return tr("{count} M", "millions of weights", count=number(count / 1e6))
