"""Takes a file in: checks all of it, makes a backup, and puts it into the history as a whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select

from lab.errors import BadImport
from lab.exchange.incoming import Numbered, incoming, open_file
from lab.exchange.progress import Report, tell_nobody
from lab.exchange.raters import Naming, Seen, names_here, seen_in
from lab.exchange.summary import Summary
from lab.exchange.taking import take
from lab.language import tr
from lab.stamps import utc_now
from lab.storage import Store, backups
from lab.storage.connection import raw_connection
from lab.storage.tables import SessionRow
from lab.storage.work import Work

BACKUP_WHY = "before-import"


class ImportStopped(Exception):
    """Somebody stopped an import. Nothing of the file was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file that can be taken in."""

    path: Path
    raters: dict[str, Seen]
    stamp: tuple[int, int]
    """Size and time of the file, by which it is known again."""


def check(path: Path, report: Report = tell_nobody) -> Checked:
    """Read all of a file. Asks nothing of the history, so it holds up nobody.

    Args:
        path: The file.
        report: Is told how many bytes have been read, and of how many. What it raises ends the reading.

    Raises:
        BadImport: It can't be taken in; line and field are named.
    """
    with open_file(path) as file:
        stamp = _stamp(file)
        return Checked(path=path, raters=seen_in(_reported(file, path, report)), stamp=stamp)


def back_up(store: Store) -> backups.Backup | None:
    """Make a backup, and wait for it; None if nothing has been kept yet, or only in memory.

    Raises:
        LabError: It could not be made.
    """
    if not store.lasting or not store.writable:
        return None
    return store.read(_back_up, store.path).result()


def import_checked(
    store: Store, checked: Checked, naming: Naming, stop: Callable[[], bool], report: Report = tell_nobody
) -> Future[Summary]:
    """Take a file in, in one transaction.

    Args:
        store: The history.
        checked: The file.
        naming: What the user says of its raters.
        stop: Asked again and again whether to break off; on the storage thread, like ``report``.
        report: Is told how many bytes have been taken in, and of how many.

    Returns:
        At once. The future fails with ``ImportStopped`` if ``stop`` said so, and with a ``LabError`` if it could not be
        taken in; nothing of it was then.
    """
    return store.write(_import, checked, naming, stop, report)


def _import(work: Work, checked: Checked, naming: Naming, stop: Callable[[], bool], report: Report) -> Summary:
    def tell() -> None:
        if stop():
            raise ImportStopped

    names = names_here(work, checked.raters, naming)
    with open_file(checked.path) as file:
        if _stamp(file) != checked.stamp:
            raise BadImport(
                tr("{path} was changed while it was read.", path=checked.path),
                tr("Try again. Nothing was taken from it."),
            )
        return take(work, _reported(file, checked.path, report), names, checked.path.name, tell)


def _reported(file: BinaryIO, path: Path, report: Report) -> Iterator[Numbered]:
    total, _ = _stamp(file)
    done = since = 0
    for each in incoming(file, path.name):
        yield each
        done += each.size_bytes
        since += each.size_bytes
        if since >= 2**20:
            report(done, total)
            since = 0
    report(total, total)


def _stamp(file: BinaryIO) -> tuple[int, int]:
    state = os.fstat(file.fileno())
    return state.st_size, state.st_mtime_ns


def _back_up(work: Work, path: Path) -> backups.Backup | None:
    if work.db.scalar(select(SessionRow.id).limit(1)) is None:
        return None
    return backups.back_up(raw_connection(work.db), path, utc_now(), BACKUP_WHY)
