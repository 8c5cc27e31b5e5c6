"""Copies of the whole database beside it, and the way back to one."""

from __future__ import annotations

import contextlib
import glob
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from lab.errors import HistoryDamaged, NotEnoughDisk, NotInHistory
from lab.language import tr
from lab.storage import integrity
from lab.storage.connection import address
from lab.storage.faults import damaged, sentences

KEEP = 7
"""How many backups there are at most; the oldest make room."""

_EVERY = timedelta(days=1)


GiveWay = Callable[[], bool]
"""True as soon as there is something more urgent than a backup."""

_PAGES_AT_ONCE = 2000
_STEPS_AT_ONCE = 10_000


class GaveWay(Exception):
    """A backup was broken off, because it was told to give way. Nothing of it is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy."""

    path: Path
    made_utc: str
    """As in its name: ``20261124T003000Z``."""
    why: str
    """``daily``, ``asked``, or the version it was migrated to, e.g. ``before-0002``."""
    size_bytes: int


def folder_of(database: Path) -> Path:
    """Where the backups of a database are."""
    return database.with_name(f"{database.stem}-backups")


def backups(database: Path) -> list[Backup]:
    """All backups, newest first."""
    found = []
    for path in folder_of(database).glob(f"{glob.escape(database.stem)}-*.db"):
        made, _, why = path.stem.removeprefix(f"{database.stem}-").partition("-")
        with contextlib.suppress(OSError):
            found.append(Backup(path=path, made_utc=made, why=why, size_bytes=path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.made_utc, backup.path.name), reverse=True)


def is_due(database: Path, now: datetime) -> bool:
    """True if none was made in the last day; one with a time that is still to come was made by a wrong clock."""
    return not any(_stamp(now - _EVERY) < backup.made_utc <= _stamp(now) for backup in backups(database))


def back_up(
    raw: sqlite3.Connection, database: Path, now: datetime, why: str, give_way: GiveWay = lambda: False
) -> Backup:
    """Copy the database while it is open, check the copy, and drop the oldest backups beyond the number to keep.

    Args:
        raw: An open connection to it.
        database: Its file.
        now: Goes into the name.
        why: Goes into the name.
        give_way: Asked again and again whether to break off.

    Raises:
        GaveWay: It was broken off.
        HistoryDamaged: The copy is not whole, so the original isn't either. No older backup was dropped for it.
        NotEnoughDisk: There is no room or no permission.
    """
    made_utc = _stamp(now)
    target = folder_of(database) / f"{database.stem}-{made_utc}-{why}.db"
    unfinished = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with sentences():
            whole = _copy(raw, unfinished, give_way)
        if not whole:
            raise damaged()
        _sync(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise NotEnoughDisk(
            tr("The backup {path} can't be written: {why}.", path=target, why=error),
            tr("Check the free space and the permissions of its folder."),
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    others = [backup for backup in backups(database) if backup.path != target]
    others.sort(key=lambda backup: backup.made_utc <= made_utc, reverse=True)  # a wrong clock's count as the oldest
    for old in others[KEEP - 1 :]:
        with contextlib.suppress(OSError):  # one too many is no harm
            old.path.unlink()
    return Backup(path=target, made_utc=made_utc, why=why, size_bytes=target.stat().st_size)


def restore(database: Path, backup: Path, now: datetime) -> Path | None:
    """Put a copy of a backup in the database's place. The database must not be open.

    Returns:
        Where the database that was there before is now; None if there was none.

    Raises:
        NotInHistory: There is no such backup.
        HistoryDamaged: The backup is not whole; nothing was changed.
        NotEnoughDisk: There is no room or no permission; nothing was changed.
    """
    if not backup.is_file():
        raise NotInHistory(tr("There is no backup {path}.", path=backup), tr("Choose another one."))
    unfinished = database.with_name(f"{database.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        with sentences():
            source = sqlite3.connect(address(backup, "?mode=ro&immutable=1"), uri=True)
            try:
                whole = _copy(source, unfinished, lambda: False)
            finally:
                source.close()
        if not whole:
            raise HistoryDamaged(
                tr("The backup {path} is damaged.", path=backup), tr("Choose another one. Nothing was changed.")
            )
        _sync(unfinished)
        before = integrity.set_aside(database, now, why="replaced") if database.exists() else None
        unfinished.replace(database)
    except OSError as error:
        raise NotEnoughDisk(
            tr("The backup can't be put in place: {why}.", why=error),
            tr("Check the free space and the permissions of the folder."),
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return before


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _copy(source: sqlite3.Connection, target: Path, give_way: GiveWay) -> bool:
    def look_up(*_progress: int) -> None:
        if give_way():
            raise GaveWay

    copy = sqlite3.connect(target, isolation_level=None)
    try:
        source.backup(copy, pages=_PAGES_AT_ONCE, progress=look_up)
        copy.execute("PRAGMA journal_mode = DELETE")  # a single file, without sidecars to lose
        copy.set_progress_handler(give_way, _STEPS_AT_ONCE)
        return integrity.check(copy, thoroughly=True)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return False
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            raise GaveWay from error
        raise
    finally:
        copy.close()


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
