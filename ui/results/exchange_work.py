"""What exports and imports do on their thread. It is imported there, too, because it brings much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from lab.errors import HistoryReadOnly, LabError
from lab.exchange.choice import ExportFormat, Undecided
from lab.exchange.formats import Export, write
from lab.exchange.importing import Checked, ImportStopped, back_up, check, import_checked
from lab.exchange.own_files import refuse_own_files
from lab.exchange.progress import Report
from lab.exchange.raters import Naming, names_here
from lab.exchange.reading import reading
from lab.exchange.summary import Summary
from lab.exchange.target import whole_file
from lab.exchange.wanted import Wanted
from lab.language import tr
from lab.results.progress import GaveUp, Stopped
from lab.results.question import Question
from lab.storage import Store, sessions
from lab.storage.work import Work

_ALL = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A file that can be taken in, and who its raters would be."""

    checked: Checked
    names: Mapping[str, str]
    """By their name in the file: what each would be called here if the user says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an import did."""

    summary: Summary
    backup: Path | None
    """Where the history is as it was before; None if there was nothing in it."""


def export(
    store: Store,
    path: Path,
    format: ExportFormat,
    undecided: Undecided,
    question: Question,
    report: Report,
    stopped: Stopped,
) -> int | None:
    """Write an export to a file, as a whole or not at all.

    Args:
        store: The history.
        path: The file; what is there is replaced.
        format: In which format.
        undecided: What becomes of votes that prefer neither, if the format is one of pairs.
        question: Which votes, as far as a format can pick them out.
        report: Is told how many comparisons are done, and of how many; of a report, how much of each piece of work.
        stopped: Is asked whether to give up.

    Returns:
        How many rows were written, or how many comparisons a report is about; None if it was stopped.

    Raises:
        LabError: It can't be written, or there is nothing to write. No file was touched.
    """
    if not store.lasting:
        raise HistoryReadOnly(tr("Nothing can be taken out, because nothing is kept in a file."), _why(store))
    refuse_own_files(path, store.path)
    try:
        with whole_file(path) as file:
            wanted = Export(format=format, undecided=undecided)
            number = _write(store, file, wanted, question, _stoppable(report, stopped))
            if not number:
                raise _nothing()
    except GaveUp:
        return None
    return number


def look(store: Store, path: Path, report: Report, stopped: Stopped) -> Looked | None:
    """Read all of a file that is to be taken in; None if it was stopped.

    Args:
        store: The history.
        path: The file.
        report: Is told how many bytes have been read, and of how many.
        stopped: Is asked whether to give up.

    Raises:
        LabError: It can't be taken in; line and field are named.
    """
    if not store.lasting or not store.writable:
        raise HistoryReadOnly(tr("Nothing can be taken in, because nothing can be kept."), _why(store))
    try:
        checked = check(path, _stoppable(report, stopped))
    except GaveUp:
        return None
    return Looked(checked=checked, names=store.read(names_here, checked.raters, Naming()).result())


def take(store: Store, checked: Checked, naming: Naming, report: Report, stopped: Stopped) -> Taken | None:
    """Take a file in, after a backup; None if it was stopped, and then nothing of it was taken.

    Args:
        store: The history.
        checked: The file.
        naming: What the user says of its raters.
        report: Is told how many bytes have been taken in, and of how many.
        stopped: Is asked whether to give up.

    Raises:
        LabError: It can't be taken in. Nothing of it was.
    """
    if stopped():
        return None
    backup = back_up(store)
    try:
        summary = import_checked(store, checked, naming, stopped, report).result()
    except ImportStopped:
        return None
    return Taken(summary=summary, backup=backup.path if backup else None)


def _write(store: Store, file: BinaryIO, wanted: Export, question: Question, report: Report) -> int:
    with reading(store) as work:
        chosen = replace(wanted, wanted=_wanted(work, question))
        if not wanted.format.is_report:
            return write(work, file, chosen, report)
    from lab.report.writing import write_report  # brings scipy, which takes a second

    return write_report(store, file, wanted.format, chosen.wanted, report)


def _wanted(work: Work, question: Question) -> Wanted:
    session_ids: tuple[str, ...] = ()
    if question.tag is not None:
        found = sessions.listed(work, limit=_ALL)
        session_ids = tuple(each.id for each in found if question.tag in each.tags)
        if not session_ids:
            raise _nothing()
    return Wanted(session_ids=session_ids, blind_only=question.blind, rater=question.rater or "")


def _stoppable(report: Report, stopped: Stopped) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        if stopped():
            raise GaveUp
        report(done, total)

    return tell


def _nothing() -> LabError:
    return LabError(
        tr("There is nothing of that kind, so no file was written."), tr("Show other votes, or vote first.")
    )


def _why(store: Store) -> str:
    return store.notices[0].hint if store.notices else ""
