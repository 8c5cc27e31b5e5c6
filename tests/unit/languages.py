"""Lets a test speak another language for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lab import language


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language whose texts are all as they are in English; what stands in files of its own is found."""
    language.install(code, lambda text, _comment: text)
    try:
        yield
    finally:
        language.install(language.ENGLISH, None)
