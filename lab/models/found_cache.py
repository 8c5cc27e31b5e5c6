"""Keeps what was read from headers, so that a second search reads only what is new or has changed.

One file in the cache folder. It can be lost at any time: one that is damaged, of another version or too long is taken
for an empty one and replaced.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec

from lab import __version__
from lab.language import language
from lab.models.facts import FileFacts
from lab.whole_file import write_whole

MAX_FILES = 5000
"""So many files are remembered, those of the latest search first."""

MAX_CACHE_BYTES = 32 << 20
"""A longer file is not ours."""

_LAYOUT = f"2 of {__version__} in {language()}"
"""The rules for base and chat may change with every version, and their reasons are told in one language."""


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about a file of this size and time."""

    path: str
    size_bytes: int
    mtime_ns: int
    source: str
    """Where it came from, as far as its place tells; the verdict on its kind depends on it."""
    facts: FileFacts | None = None
    """None if it is set aside."""
    reason: str = ""
    hint: str = ""


class _Contents(msgspec.Struct, frozen=True):
    layout: str
    files: tuple[Remembered, ...]


class FoundCache:
    """What is remembered of files, by path.

    Args:
        path: The file; None remembers nothing beyond this object.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._changed = False
        self._files = {file.path: file for file in _read(path)} if path else {}

    def get(self, path: str, size_bytes: int, mtime_ns: int, source: str) -> Remembered | None:
        """What is known about a file, if it has not changed since."""
        found = self._files.get(path)
        if found is None or (found.size_bytes, found.mtime_ns, found.source) != (size_bytes, mtime_ns, source):
            return None
        # Moved to the end: what was not asked for the longest time is forgotten first.
        self._files[path] = self._files.pop(path)
        return found

    def put(self, file: Remembered) -> None:
        """Remember a file."""
        self._files.pop(file.path, None)
        self._files[file.path] = file
        self._changed = True

    def save(self) -> None:
        """Write what is new; a disk that does not take it is no harm."""
        if self._path is None or not self._changed:
            return
        kept = tuple(self._files.values())[-MAX_FILES:]
        with contextlib.suppress(OSError, OverflowError, ValueError):
            data = msgspec.msgpack.encode(_Contents(layout=_LAYOUT, files=kept))
            write_whole(self._path, data, durable=False)
            self._changed = False


def _read(path: Path) -> tuple[Remembered, ...]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_CACHE_BYTES + 1)
        if len(data) > MAX_CACHE_BYTES:
            return ()
        contents = msgspec.msgpack.decode(data, type=_Contents)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError):
        return ()
    return contents.files if contents.layout == _LAYOUT else ()
