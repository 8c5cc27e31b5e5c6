"""How the file is opened: one connection, with the settings that keep what was written."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

APPLICATION_ID = 0x43505431
"""In the file's header (https://www.sqlite.org/fileformat2.html#application_id), so that no other program's
database is ever taken for ours."""

_IMMEDIATE = "counterpoint_immediate"


def connect(path: Path | None, *, read_only: bool = False, unchanging: bool = False, busy_s: float = 2.0) -> Connection:
    """Open a connection for the calling thread.

    Args:
        path: The file; None for a database in memory.
        read_only: Never write, not even SQLite's own files beside it.
        unchanging: Promise SQLite that nobody writes, which it needs in a folder where it can make no files.
        busy_s: How long to wait for another program that is writing, in seconds.
    """
    engine = create_engine(
        "sqlite://", creator=lambda: _raw(path, read_only, unchanging, busy_s), poolclass=NullPool, echo=False
    )
    # Python's sqlite3 begins transactions by rules of its own (never before DDL or SELECT); here SQLAlchemy does.
    event.listen(engine, "begin", _begin)
    return engine.connect()


def address(path: Path, options: str) -> str:
    """A file as SQLite's own kind of address (https://www.sqlite.org/uri.html).

    Args:
        path: The file; its name may be any bytes.
        options: From the question mark on, e.g. ``?mode=ro``.
    """
    name = path.absolute().as_posix()
    # What follows two slashes would be a host: a folder in a network begins so (//server/share).
    return "file:" + ("//" if name.startswith("//") else "") + quote(os.fsencode(name)) + options


def begins_at_once(connection: Connection, *, immediately: bool) -> None:
    """Choose how the next transactions begin.

    A write takes the write lock before it reads: a transaction that reads first and then wants to write can't
    wait for another writer, it fails.
    """
    connection.execution_options(**{_IMMEDIATE: immediately})


def set_for_writing(connection: Connection) -> None:
    """Set what the file remembers and what only this connection does. Needs write access.

    WAL: readers don't wait for the writer, and a killed process leaves whole transactions only. FULL, not NORMAL:
    NORMAL would survive a kill as well, but loses the last transactions when the power goes; at one or two short
    transactions a second the extra fsync isn't felt. ``fullfsync`` asks macOS for a real one.
    """
    raw = _cursor(connection)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA fullfsync = ON")
    raw.execute("PRAGMA foreign_keys = ON")


def raw_connection(connection: Connection) -> sqlite3.Connection:
    """The sqlite3 connection below, for what SQLAlchemy has no words for: backups, pragmas."""
    found = connection.connection.dbapi_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def close(connection: Connection) -> None:
    """Close the connection and its engine."""
    connection.close()
    connection.engine.dispose()


def _cursor(connection: Connection) -> sqlite3.Cursor:
    return raw_connection(connection).cursor()


def _raw(path: Path | None, read_only: bool, unchanging: bool, busy_s: float) -> sqlite3.Connection:
    if path is None:
        return sqlite3.connect(":memory:", isolation_level=None)
    options = ("?mode=ro" if read_only else "?mode=rwc") + ("&immutable=1" if unchanging else "")
    return sqlite3.connect(address(path, options), uri=True, timeout=busy_s, isolation_level=None)


def _begin(connection: Connection) -> None:
    immediately = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediately else "BEGIN")
