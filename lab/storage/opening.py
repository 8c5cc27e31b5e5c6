"""From a path to a connection that can be used, whatever the file is like."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from lab.errors import HistoryDamaged, HistoryNewer, HistoryReadOnly, LabError, NotEnoughDisk
from lab.language import tr
from lab.storage import backups, integrity, migrate
from lab.storage.connection import close, connect, raw_connection, set_for_writing
from lab.storage.faults import sentences
from lab.storage.tables import FOUND, FOUND_COLUMNS, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A database that is open."""

    connection: Connection
    refusal: LabError | None
    """Why nothing can be written; None if it can."""
    notices: tuple[LabError, ...]
    """What the user should be told: a sentence and a hint each."""
    lasting: bool = True
    """False if it is in memory only, so that all is gone at the end."""


def open_database(path: Path, now: datetime, *, busy_s: float) -> Opened:
    """Open the history, making, migrating or setting aside the file as need be.

    Raises:
        HistoryBusy: Another program holds it.
        HistoryNewer: It is of a newer version, and so different that this one can't even read it.
        HistoryDamaged: It belongs to another program, does not tell its version, or is damaged and can't be set aside.
        NotEnoughDisk: There is no room to migrate it, and as it is it can't be read.
        HistoryReadOnly: It can't be written and not be read either.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        notices = _checked(path, now, busy_s)
        with sentences():
            return _writable(path, now, notices, busy_s)
    except OSError as error:
        return _unwritable(
            path,
            HistoryReadOnly(tr("The history {path} can't be written: {why}.", path=path, why=error), _CHECK),
            busy_s,
        )
    except (HistoryReadOnly, NotEnoughDisk) as error:
        return _unwritable(path, error, busy_s)


_CHECK = tr("Check the permissions of its folder. What is kept already can still be read.")


def _checked(path: Path, now: datetime, busy_s: float) -> tuple[LabError, ...]:
    """Set a damaged file aside."""
    if not path.exists() or path.stat().st_size == 0:
        return ()
    with sentences():
        if integrity.is_whole(path, busy_s=busy_s):
            return ()
    kept = integrity.set_aside(path, now)
    newest = next(iter(backups.backups(path)), None)
    way_back = (
        tr("Restore the backup {name}.", name=newest.path.name)
        if newest
        else tr("There is no backup yet to go back to.")
    )
    return (
        HistoryDamaged(
            tr("The history was damaged. It is kept as {name}, and a new one was begun.", name=kept.name), way_back
        ),
    )


def _writable(path: Path, now: datetime, notices: tuple[LabError, ...], busy_s: float) -> Opened:
    connection = connect(path, busy_s=busy_s)
    try:
        age = migrate.age(connection)
        if age in (migrate.Age.FOREIGN, migrate.Age.UNKNOWN, migrate.Age.NEWER):
            close(connection)
            return _not_ours_to_write(path, age, busy_s)
        set_for_writing(connection)
        if age is migrate.Age.OLDER:
            backups.back_up(raw_connection(connection), path, now, f"before-{migrate.NEWEST}")
        if age is not migrate.Age.SAME:
            migrate.upgrade(connection)
        _try_to_write(connection)
    except BaseException:
        close(connection)
        raise
    return Opened(connection=connection, refusal=None, notices=notices)


def _try_to_write(connection: Connection) -> None:
    # Opening tells nothing about writing: SQLite falls back to reading by itself, and then even begins transactions
    # that were to write. A lock that another program holds for a moment is no reason to give up.
    raw = raw_connection(connection)
    try:
        raw.execute("BEGIN IMMEDIATE")
        try:
            raw.execute("PRAGMA user_version = 0")
        finally:
            raw.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise


def _not_ours_to_write(path: Path, age: migrate.Age, busy_s: float) -> Opened:
    if age is migrate.Age.FOREIGN:
        raise HistoryDamaged(
            tr("{path} is a database of another program.", path=path),
            tr("Choose another place for the history. Nothing was changed."),
        )
    if age is migrate.Age.UNKNOWN:
        raise HistoryDamaged(
            tr("The history {path} does not say which version of Counterpoint made it.", path=path),
            tr("Move it elsewhere, or put a backup in its place. Nothing was changed."),
        )
    refusal = HistoryNewer(
        tr(
            "The history was written by a newer version of Counterpoint. It can be read here, but nothing can be added."
        ),
        tr("Use the newer version. Nothing was changed."),
    )
    connection = connect(path, read_only=True, busy_s=busy_s)
    if _has_our_columns(connection):
        return Opened(connection=connection, refusal=refusal, notices=(refusal,))
    close(connection)
    raise HistoryNewer(
        tr("The history was written by a newer version of Counterpoint, and this version can't read it."),
        tr("Use the newer version. Nothing was changed."),
    )


def _unwritable(path: Path, refusal: LabError, busy_s: float) -> Opened:
    """Read what there is; if there is nothing, let the program work in memory."""
    if not path.exists():
        connection = connect(None)
        set_for_writing(connection)
        migrate.upgrade(connection)
        notice = HistoryReadOnly(tr("Nothing is being kept. {why}", why=refusal.message), refusal.hint)
        return Opened(connection=connection, refusal=None, notices=(notice,), lasting=False)
    for unchanging in (False, True):
        with contextlib.suppress(DBAPIError, sqlite3.Error):
            connection = connect(path, read_only=True, unchanging=unchanging, busy_s=busy_s)
            try:
                if _has_our_columns(connection):
                    return Opened(connection=connection, refusal=refusal, notices=(refusal,))
            except sqlite3.Error:
                close(connection)
                raise
            close(connection)
    raise refusal


def _has_our_columns(connection: Connection) -> bool:
    raw = raw_connection(connection)
    ours = {table.name: {column.name for column in table.columns} for table in Table.metadata.sorted_tables}
    ours[FOUND] = set(FOUND_COLUMNS)
    return all(
        columns <= {row[1] for row in raw.execute(f"PRAGMA table_info({name})")} for name, columns in ours.items()
    )
