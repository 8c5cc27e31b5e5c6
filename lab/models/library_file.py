"""How the library stands on disk: one JSON file, checked when it is read, replaced as a whole when it is written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from lab.errors import BadLibrary, LabError, NotEnoughDisk
from lab.file_lock import locked
from lab.language import tr
from lab.records import Kind, Model
from lab.whole_file import write_whole

VERSION = 1
"""Of the file's layout."""

_MOST_SEEN = 200

_PATIENCE_S = 5.0
"""Whoever changes the library needs a few milliseconds for it, unless it has been halted."""


class LibraryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A model with what the library knows about its file besides."""

    model: Model
    mtime_ns: int
    """When the file was last changed; with its size, it tells whether the facts still hold."""
    licence: str = ""
    """E.g. ``Apache-2.0``; empty if unknown."""
    licence_url: str = ""
    promised_sha256: str = ""
    """What the checksum must be by where it came from; empty if nobody promised one."""
    source: str = ""
    """Where it came from, e.g. a repository's name; empty if unknown."""
    known: Kind | None = None
    """What our own table says about exactly this file; None if it does not stand there."""


class LibraryContents(msgspec.Struct, frozen=True, kw_only=True):
    """Everything in the file."""

    version: int = VERSION
    models: tuple[LibraryEntry, ...] = ()
    seen: tuple[LibraryEntry, ...] = ()
    """Files that were used by their path: not in the library, but their facts and checksum need no second reading."""
    folders: tuple[str, ...] = ()
    """Folders that the user has added, to look for models in; absolute."""


def read_library(path: Path) -> LibraryContents:
    """Read the file; one that does not exist is an empty library.

    Raises:
        BadLibrary: It can't be read or does not say what it should. It is left as it is.
    """
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return LibraryContents()
    except OSError as error:
        raise BadLibrary(
            tr("The library {path} can't be read: {error}.", path=path, error=error),
            tr("Check the permissions of the file."),
        ) from error
    try:
        contents = msgspec.json.decode(data, type=LibraryContents)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadLibrary(
            tr("The library {path} is damaged: {error}.", path=path, error=error),
            tr("Mend it in an editor, or move it elsewhere and add your models again. Nothing was changed."),
        ) from error
    if contents.version != VERSION:
        raise BadLibrary(
            tr(
                "The library {path} was written by another version of Counterpoint (layout {version}).",
                path=path,
                version=contents.version,
            ),
            tr("Use the newer version. Nothing was changed."),
        )
    return contents


@contextlib.contextmanager
def changing(path: Path) -> Iterator[LibraryContents]:
    """What the file says now, and nobody else changes it before this ends.

    Raises:
        BadLibrary: It can't be read or does not say what it should.
        NotEnoughDisk: The folder can't be written.
        LabError: Somebody else changes it and does not end.
    """
    with contextlib.ExitStack() as held:
        try:
            had = held.enter_context(locked(path, patience_s=_PATIENCE_S))
        except OSError as error:
            raise _unwritable(path, error) from error
        if not had:
            raise LabError(
                tr("Another program is changing the library {path} and does not finish.", path=path),
                tr("Try again. If it stays like this, look whether Counterpoint runs twice and one does not answer."),
            )
        yield read_library(path)


def write_library(path: Path, contents: LibraryContents) -> None:
    """Put a new file in the old one's place, so that at any moment one of them is whole; only inside ``changing``.

    Raises:
        NotEnoughDisk: The folder can't take it; the old file is still there.
    """
    kept = msgspec.structs.replace(contents, seen=contents.seen[-_MOST_SEEN:])
    data = msgspec.json.format(msgspec.json.encode(kept), indent=1)
    try:
        write_whole(path, data)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> NotEnoughDisk:
    return NotEnoughDisk(
        tr("The library {path} can't be written: {error}.", path=path, error=error),
        tr("Check the free space and the permissions of its folder."),
    )
