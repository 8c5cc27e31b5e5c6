"""Saves a run or a lesson as a recording, as a whole or not at all."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec
from sqlalchemy import select

from lab import __version__
from lab.errors import LabError, NotInHistory
from lab.exchange.history_lines import history_lines
from lab.exchange.lines import VERSION as LINES_VERSION
from lab.exchange.lines import (
    WITHOUT_RUNS,
    AnswerLine,
    ComparisonLine,
    End,
    JudgementLine,
    Line,
    NoteLine,
    RaterLine,
    VoteLine,
    encoded,
)
from lab.exchange.lines import Head as HistoryHead
from lab.exchange.own_files import refuse_own_files
from lab.exchange.progress import Report, Steps, tell_nobody
from lab.exchange.raters import name_abroad
from lab.exchange.reading import reading
from lab.exchange.target import whole_file
from lab.exchange.wanted import Wanted, count_places, has_runs
from lab.language import tr
from lab.lessons.lesson import Lesson, Run
from lab.lessons.progress import Progress
from lab.recording.archive import MOST_HISTORY_BYTES
from lab.recording.recording import HEAD, HISTORY, LESSON, TYPE, VERSION, Head, Piece, Recorded, RecordedStep
from lab.stamps import as_text, new_id, utc_now
from lab.storage import Store, runs
from lab.storage.codec import storable
from lab.storage.tables import AnswerRow, ComparisonRow, ContestantRow
from lab.storage.votes import ME
from lab.storage.work import Work

_OPINIONS = (VoteLine, JudgementLine, NoteLine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What of a recording is for its maker to decide."""

    votes: bool = True
    """Whether votes and judgements go in, of everybody who has voted on these answers."""
    notes: bool = False
    """Whether notes do. People write them for themselves."""
    by: str = ""
    """What the recorder is called by those who open it."""
    rater: str = ME
    """Who of those that vote on this computer the recorder is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a recording holds."""

    comparisons: int
    votes: int
    """Votes on the whole, without those that were taken back."""


def save_run(store: Store, run_id: str, path: Path, telling: Telling, report: Report = tell_nobody) -> Saved:
    """Save the run of a suite.

    Args:
        store: The history.
        run_id: Which run.
        path: Where it goes; what is there is replaced.
        telling: What goes in.
        report: Is told how many comparisons are done, and of how many. What it raises ends it, and nothing is written.

    Raises:
        LabError: There is no such run, it has no answers, or the file can't be written.
    """
    run = store.read(runs.get, run_id).result()
    head = _head(Recorded.RUN, run.suite_title, telling, run_id=run_id)
    return _save(store, path, head, Wanted(session_ids=(run.session_id,)), telling, report, {})


def save_lesson(
    store: Store, lesson: Lesson, progress: Progress, path: Path, telling: Telling, report: Report = tell_nobody
) -> Saved:
    """Save a lesson with the answers that a learner has had.

    Args:
        store: The history.
        lesson: Which.
        progress: The learner's.
        path: Where it goes; what is there is replaced.
        telling: What goes in.
        report: As for a run.

    Raises:
        LabError: No step of it has answers, or the file can't be written.
    """
    there = store.read(_answered, [each for asking in progress.runs.values() for each in asking.comparisons]).result()
    steps = {}
    for place, step in enumerate(lesson.steps):
        asking = progress.asking(place)
        asked = [(each, side) for each, side in zip(asking.comparisons, asking.sides, strict=False) if each in there]
        if isinstance(step.act, Run) and asked:
            session_id = there[asked[0][0]]
            ids, sides = zip(*(each for each in asked if there[each[0]] == session_id), strict=True)
            steps[str(place)] = RecordedStep(session_id=session_id, comparisons=ids, sides=sides)
    if not steps:
        raise _nothing(tr("Run at least one step of the lesson first."))
    ids = tuple(dict.fromkeys(each for step in steps.values() for each in step.comparisons))
    head = _head(Recorded.LESSON, lesson.title, telling, steps=steps)
    texts = {LESSON: lesson.source.encode()}
    return _save(store, path, head, Wanted(comparison_ids=ids), telling, report, texts)


def _head(
    recorded: Recorded, title: str, telling: Telling, *, run_id: str | None = None,
    steps: dict[str, RecordedStep] | None = None,
) -> Head:  # fmt: skip
    return Head(
        type=TYPE,
        version=VERSION,
        id=new_id(),
        recorded=recorded,
        title=title,
        by=storable(" ".join(telling.by.split()))[:1000],
        recorded_utc=as_text(utc_now()),
        made_by=f"Counterpoint {__version__}",
        run_id=run_id,
        steps=steps or {},
        pieces={},
    )


def _save(
    store: Store, path: Path, head: Head, wanted: Wanted, telling: Telling, report: Report, texts: dict[str, bytes]
) -> Saved:
    refuse_own_files(path, store.path)
    with whole_file(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, reading(store) as work:
        with archive.open(_entry(HISTORY), "w") as out:
            writing = _Writing(out)
            writing.all_of(work, wanted, telling, report)
        if not writing.comparisons:
            raise _nothing(tr("It has no answers yet."))
        pieces = {HISTORY: writing.piece}
        for name, data in texts.items():
            archive.writestr(_entry(name), data)
            pieces[name] = Piece(size_bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
        rater = name_abroad(work) if telling.rater == ME else telling.rater
        whole = msgspec.structs.replace(head, pieces=pieces, rater=rater if rater in writing.raters else "")
        archive.writestr(_entry(HEAD), msgspec.json.format(msgspec.json.encode(whole), indent=2))
    return Saved(comparisons=writing.comparisons, votes=writing.votes)


def _entry(name: str) -> zipfile.ZipInfo:
    """Without the time of this computer's clock and its user's permissions."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


class _Writing:
    """Writes ``history.jsonl``, and remembers what a head tells of it."""

    def __init__(self, out: IO[bytes]) -> None:
        self.comparisons = self.votes = 0
        self.raters: set[str] = set()
        self._out, self._hash, self._size, self._lines = out, hashlib.sha256(), 0, 0

    @property
    def piece(self) -> Piece:
        """What was written."""
        return Piece(size_bytes=self._size, sha256=self._hash.hexdigest())

    def all_of(self, work: Work, wanted: Wanted, telling: Telling, report: Report) -> None:
        """Write it, a comparison at a time."""
        steps = Steps(report, count_places(work, wanted, with_way=True))
        version = LINES_VERSION if has_runs(work, wanted) else WITHOUT_RUNS
        self._write(HistoryHead(version=version, made_by=f"Counterpoint {__version__}"))
        hidden = _paths(work, wanted)
        for piece in history_lines(work, wanted):
            for line in _told(piece, telling, self.raters):
                self._count(line)
                self._write(_without_paths(line, hidden))
            steps.one()
        self._write(End(lines=self._lines + 1))

    def _count(self, line: Line) -> None:
        self.comparisons += isinstance(line, ComparisonLine)
        self.votes += isinstance(line, VoteLine) and not line.aspect and line.choice is not None

    def _write(self, line: Line) -> None:
        data = encoded(line)
        self._out.write(data)
        self._hash.update(data)
        self._size += len(data)
        self._lines += 1
        if self._size > MOST_HISTORY_BYTES:
            raise LabError(
                tr(
                    "This is too much for a recording: more than {megabytes} MB.", megabytes=MOST_HISTORY_BYTES // 2**20
                ),
                tr("Export it instead: counterpoint export jsonl"),
            )


def _told(piece: list[Line], telling: Telling, raters: set[str]) -> Iterator[Line]:
    """The lines that go in; a rater comes just before what is first told of them, and not at all without that."""
    for line in piece:
        if isinstance(line, RaterLine):
            continue
        if isinstance(line, _OPINIONS):
            if not (telling.notes if isinstance(line, NoteLine) else telling.votes):
                continue
            if line.rater not in raters:
                raters.add(line.rater)
                yield RaterLine(name=line.rater)
        yield line


def _paths(work: Work, wanted: Wanted) -> dict[str, str]:
    """Where the models' files are, with what is said instead: messages of failures name them."""
    shown = (ComparisonRow.answer_a_id == AnswerRow.id) | (ComparisonRow.answer_b_id == AnswerRow.id)
    of_these = (
        ComparisonRow.session_id.in_(wanted.session_ids)
        if wanted.session_ids
        else ComparisonRow.id.in_(wanted.comparison_ids)
    )
    query = select(ContestantRow.whole).join(AnswerRow, AnswerRow.contestant_id == ContestantRow.id)
    models = [
        msgspec.json.decode(whole, type=_Named).model
        for whole in work.db.scalars(query.join(ComparisonRow, shown).where(of_these).distinct())
    ]
    found = {place: name for each in models if each.path for place, name in _places(each)}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))  # a file before its folder


class _Where(msgspec.Struct):
    name: str = ""
    path: str = ""


class _Named(msgspec.Struct):
    """As much of a contestant as tells where its model is."""

    model: _Where


def _places(model: _Where) -> list[tuple[str, str]]:
    folder = str(Path(model.path).parent)
    return [(model.path, model.name), *([(folder, "…")] if len(folder) > 1 else [])]


def _without_paths(line: Line, hidden: dict[str, str]) -> Line:
    if not isinstance(line, AnswerLine) or not line.problem:
        return line
    problem = line.problem
    for path, name in hidden.items():
        problem = problem.replace(path, name)
    return msgspec.structs.replace(line, problem=problem)


def _answered(work: Work, comparison_ids: list[str]) -> dict[str, str]:
    """Those that are not in the trash, have both answers, and go on from no other; each with its conversation."""
    rows = select(ComparisonRow.id, ComparisonRow.session_id).where(
        ComparisonRow.id.in_(comparison_ids),
        ComparisonRow.trashed_utc.is_(None),
        ComparisonRow.parent_id.is_(None),
        ComparisonRow.answer_a_id.is_not(None),
        ComparisonRow.answer_b_id.is_not(None),
    )
    return {row.id: row.session_id for row in work.db.execute(rows)}


def _nothing(hint: str) -> LabError:
    return NotInHistory(tr("There is nothing to record."), hint)
