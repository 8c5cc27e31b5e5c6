"""A look at the history beside its thread, so that a long export holds up nobody."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from lab.stamps import as_text, utc_now
from lab.storage import Store
from lab.storage.connection import begins_at_once, close, connect
from lab.storage.faults import sentences
from lab.storage.work import Work

_LOOK = "SELECT 1 FROM session LIMIT 1"


@contextlib.contextmanager
def reading(store: Store) -> Iterator[Work]:
    """A transaction that sees the history as it is now, whatever is written meanwhile.

    It has a connection of its own, for the calling thread. ``store`` is open, so the file is of this version.

    Raises:
        LabError: The file can't be read.
    """
    store.read(_nothing).result()  # what was asked for before has been done
    with sentences():
        connection = _connect(store)
        try:
            begins_at_once(connection, immediately=False)
            with connection.begin():
                connection.exec_driver_sql(_LOOK).all()  # from now on it sees this moment
                yield Work(db=connection, now=as_text(utc_now()))
        finally:
            close(connection)


def _connect(store: Store) -> Connection:
    for unchanging in (False, True):  # in a folder where SQLite can make no files, it has to be promised
        connection = connect(store.path, read_only=True, unchanging=unchanging)
        try:
            connection.exec_driver_sql(_LOOK).all()
            connection.rollback()
        except (DBAPIError, sqlite3.Error):
            close(connection)
            if unchanging:
                raise
        else:
            return connection
    raise AssertionError


def _nothing(_work: Work) -> None:
    pass
