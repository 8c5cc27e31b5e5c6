"""Sizes in the words of people: bytes of files and memory, and weights of models."""

from __future__ import annotations

_GIGA = 1_000_000_000
_FIRST_GIGA = 999_500_000
"""From here on, megabytes would be rounded to a thousand of them."""


def size(size_bytes: int) -> str:
    """Bytes, e.g. ``253 MB`` or ``4.5 GB`` (powers of ten, as on a disk's label); a saving is negative."""
    if abs(size_bytes) >= _FIRST_GIGA:
        return f"{size_bytes / _GIGA:.1f} GB"
    return f"{size_bytes / 1e6:.0f} MB"


def rough_size(size_bytes: int) -> str:
    """Bytes where a tenth of many gigabytes says nothing: a disk's free room, e.g. ``80 GB``."""
    return f"{size_bytes / _GIGA:,.0f} GB" if size_bytes >= 10 * _GIGA else size(size_bytes)


def weights(count: int) -> str:
    """How many weights a model has, e.g. ``135 M`` or ``1.5 B``."""
    return f"{count / 1e9:.1f} B" if count >= _FIRST_GIGA else f"{count / 1e6:.0f} M"
