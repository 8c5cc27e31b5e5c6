"""Turns what SQLite reports into sentences for the user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from lab.errors import HistoryBusy, HistoryDamaged, HistoryReadOnly, LabError, NotEnoughDisk
from lab.language import tr

_NO_TEXT = "Could not decode to UTF-8"
"""How Python's sqlite3 reports text that is none, for which SQLite has no error of its own: a page was overwritten."""
_PASSING = (HistoryBusy, HistoryReadOnly, NotEnoughDisk)


def is_passing(error: BaseException) -> bool:
    """True for what may be over in a moment, so that it is worth trying again: a full disk, a locked file."""
    return isinstance(error, _PASSING)


@contextmanager
def sentences() -> Iterator[None]:
    """Let SQLite's errors leave the block as LabErrors; errors that only a bug of ours can cause stay as they are."""
    try:
        yield
    except DBAPIError as error:
        found = translated(error.orig)
        if found is None:
            raise
        raise found from error
    except sqlite3.Error as error:
        found = translated(error)
        if found is None:
            raise
        raise found from error


def translated(error: BaseException | None) -> LabError | None:
    """The LabError for one of SQLite's errors, or None if it is nothing that the world can do."""
    name = getattr(error, "sqlite_errorname", "")
    # The extended names begin with the plain ones: SQLITE_IOERR_WRITE, SQLITE_READONLY_DIRECTORY.
    for beginning, make in _SENTENCES.items():
        if name.startswith(beginning):
            made = make()
            made.detail = f"{name}: {error}"
            return made
    if _NO_TEXT in str(error):
        return damaged()
    return None


def damaged() -> HistoryDamaged:
    """What is said when a page can't be read."""
    return HistoryDamaged(
        tr("The history is damaged: a part of it can't be read."),
        tr("Start the program again: it checks the file, sets it aside if need be, and says where. Backups are kept."),
    )


def _full() -> LabError:
    return NotEnoughDisk(
        tr("The history can't be written: the disk is full."),
        tr("Free some space. What is kept already can still be read."),
    )


def _failing() -> LabError:
    return NotEnoughDisk(
        tr("The history can't be written or read: the disk reports an error."),
        tr("Check the free space and the disk. What is kept already may still be read."),
    )


def _read_only() -> LabError:
    return HistoryReadOnly(
        tr("The history can't be written: its file or folder is read-only."),
        tr("Check the permissions of the folder. What is kept already can still be read."),
    )


def _busy() -> LabError:
    return HistoryBusy(
        tr("The history is in use by another program, which does not let go."),
        tr("Close other windows and commands of this program, then try again."),
    )


_SENTENCES = {
    "SQLITE_FULL": _full,
    "SQLITE_IOERR": _failing,
    "SQLITE_READONLY": _read_only,
    "SQLITE_PERM": _read_only,
    "SQLITE_CANTOPEN": _read_only,
    "SQLITE_BUSY": _busy,
    "SQLITE_LOCKED": _busy,
    "SQLITE_CORRUPT": damaged,
    "SQLITE_NOTADB": damaged,
}
