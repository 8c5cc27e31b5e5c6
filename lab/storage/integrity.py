"""Whether a database file is whole, and what is done with one that is not."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from lab.storage.connection import close as close_connection
from lab.storage.connection import connect, raw_connection

SMALL_BYTES = 64 * 2**20
"""Files up to this size are checked at each start; that takes about 0.1 s."""

SIDECARS = ("-wal", "-shm")
"""What SQLite keeps beside the file while it is open, or after it was not closed."""


def ended_uncleanly(path: Path) -> bool:
    """True if the file was not closed by whoever wrote it last, or is open somewhere now."""
    return Path(f"{path}-wal").exists()


def is_open_elsewhere(path: Path) -> bool:
    """True if another program (or another connection of this one) has the file open."""
    raw = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        # Whoever has a database in WAL mode open holds a shared lock on it, also between transactions.
        raw.execute("PRAGMA locking_mode = EXCLUSIVE")
        raw.execute("SELECT 1 FROM sqlite_master").fetchall()
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorname.startswith("SQLITE_BUSY")
    finally:
        raw.close()
    return False


def is_whole(path: Path, *, busy_s: float = 2.0) -> bool:
    """Check the file before it is used: thoroughly after an unclean end, else quickly if it is small.

    Large ones are checked when they are backed up. What another program has open has been checked there.

    Raises:
        sqlite3.Error: It could not be checked for a reason that is not the file's content, e.g. because it is locked.
    """
    unclean = ended_uncleanly(path)
    if is_open_elsewhere(path) if unclean else path.stat().st_size > SMALL_BYTES:
        return True
    connection = connect(path, busy_s=busy_s)
    try:
        return check(raw_connection(connection), thoroughly=unclean)
    finally:
        close_connection(connection)


def check(raw: sqlite3.Connection, *, thoroughly: bool) -> bool:
    """Let SQLite check the pages, and if thoroughly, also whether each index says the same as its table."""
    try:
        found = raw.execute("PRAGMA integrity_check(1)" if thoroughly else "PRAGMA quick_check(1)").fetchall()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return False
        raise
    return found == [("ok",)]


def set_aside(path: Path, now: datetime, *, why: str = "damaged") -> Path:
    """Rename the file and what belongs to it; nothing is thrown away.

    Returns:
        Where it is now.

    Raises:
        OSError: It can't be renamed.
    """
    stem = f"{path.stem}.{why}-{now:%Y%m%dT%H%M%SZ}"
    target = path.with_name(f"{stem}{path.suffix}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{stem}-{number}{path.suffix}")
    # The sidecars first: if this is broken off, SQLite must not put an old one's pages into a new database.
    for ending in SIDECARS:
        beside = Path(f"{path}{ending}")
        if beside.exists():
            beside.replace(f"{target}{ending}")
    path.replace(target)
    return target
