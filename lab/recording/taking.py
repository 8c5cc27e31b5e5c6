"""Takes a recording into the history, and remembers what it is."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from lab.errors import HistoryReadOnly
from lab.exchange.importing import ImportStopped, back_up, check, import_checked
from lab.exchange.progress import Report, tell_nobody
from lab.exchange.raters import Naming
from lab.exchange.summary import Summary
from lab.language import tr
from lab.recording import shelf
from lab.recording.reading import told_of, unpacked
from lab.recording.recording import Head
from lab.recording.shelf import KeptRecording
from lab.storage import Store
from lab.storage.backups import Backup
from lab.storage.tables import RaterRow
from lab.storage.votes import ME
from lab.storage.work import Work

__all__ = ["ImportStopped", "Taken", "take_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A recording that is in the history now."""

    kept: KeptRecording
    summary: Summary
    """What of it was new, and what was here already."""
    backup: Backup | None
    """The history as it was before; None if there was nothing in it, or if this very recording was opened before."""


def take_in(
    store: Store,
    path: Path,
    folder: Path,
    stop: Callable[[], bool] = lambda: False,
    report: Report = tell_nobody,
) -> Taken:
    """Take all of a recording in, or nothing. What is here already is not changed, and votes stay their raters' own.

    Args:
        store: The history.
        path: The recording.
        folder: Where is remembered which recordings were opened.
        stop: Asked again and again whether to break off; on the storage thread, too.
        report: Is told how much is done, and of how much; of each of the three pieces of work.

    Raises:
        ImportStopped: ``stop`` said so. Nothing of it was taken.
        LabError: It is no recording, it is damaged or of a newer version, or the history can't be written.
    """
    if not (store.writable and store.lasting):
        hint = store.notices[0].hint if store.notices else ""
        raise HistoryReadOnly(tr("A recording can't be opened, because nothing can be kept."), hint)

    def tell(done: int, total: int) -> None:
        if stop():
            raise ImportStopped
        report(done, total)

    with unpacked(path, tell) as (recording, history):
        with told_of(path.name):
            checked = check(history, tell)
        known = any(each.recording.head.id == recording.head.id for each in shelf.recordings(folder))
        backup = None if known else back_up(store)
        with told_of(path.name):
            naming = store.read(_naming, recording.head, checked.raters).result()
            summary = import_checked(store, checked, naming, stop, report).result()
    kept = KeptRecording(recording=recording, names=summary.raters)
    shelf.keep(folder, kept)
    return Taken(kept=kept, summary=summary, backup=backup)


def _naming(work: Work, head: Head, raters: Iterable[str]) -> Naming:
    """Who is ``me`` on the recorder's computer is called as the recording calls them, but is never somebody of here."""
    nameless = [name for name in raters if name.startswith(f"{ME}@")]
    if not head.by or nameless != [head.rater]:
        return Naming()
    taken = set(work.db.scalars(select(RaterRow.name)))
    numbered = (tr("{name} (recorded {n})", name=head.by, n=number) for number in itertools.count(2))
    names = itertools.chain([tr("{name} (recorded)", name=head.by)], numbered)
    return Naming(me=next(name for name in names if name not in taken))
