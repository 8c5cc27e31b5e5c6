"""How the library stands on disk: one JSON file, checked when it is read, replaced as a whole when it is written."""

from __future__ import annotations

from pathlib import Path

import msgspec

from lab.errors import BadLibrary, NotEnoughDisk
from lab.records import Kind, Model
from lab.whole_file import write_whole

VERSION = 1
"""Of the file's layout."""

_MOST_SEEN = 200


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
    except FileNotFoundError:
        return LibraryContents()
    except OSError as error:
        raise BadLibrary(f"The library {path} can't be read: {error}.", "Check the permissions of the file.") from error
    try:
        contents = msgspec.json.decode(data, type=LibraryContents)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadLibrary(
            f"The library {path} is damaged: {error}.",
            "Mend it in an editor, or move it elsewhere and add your models again. Nothing was changed.",
        ) from error
    if contents.version != VERSION:
        raise BadLibrary(
            f"The library {path} was written by another version of Counterpoint (layout {contents.version}).",
            "Use the newer version. Nothing was changed.",
        )
    return contents


def write_library(path: Path, contents: LibraryContents) -> None:
    """Put a new file in the old one's place, so that at any moment one of them is whole.

    Raises:
        NotEnoughDisk: The folder can't take it; the old file is still there.
    """
    kept = msgspec.structs.replace(contents, seen=contents.seen[-_MOST_SEEN:])
    data = msgspec.json.format(msgspec.json.encode(kept), indent=1)
    try:
        write_whole(path, data)
    except OSError as error:
        raise NotEnoughDisk(
            f"The library {path} can't be written: {error}.", "Check the free space and the permissions of its folder."
        ) from error
