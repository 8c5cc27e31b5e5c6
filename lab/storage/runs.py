"""Runs of suites: what was planned, who is at it, and each answer as it comes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import ColumnElement, RowMapping, func, insert, select, update
from sqlalchemy.orm import aliased

from lab.errors import LabError, NotInHistory
from lab.language import tr
from lab.records import (
    AnswerState,
    Comparison,
    Contestant,
    InRun,
    KeptRun,
    Response,
    RunSettings,
    RunState,
    Side,
)
from lab.storage import answers, codec, comparisons, sessions
from lab.storage.owner import is_alive, own_name
from lab.storage.tables import AnswerRow, ComparisonRow, ContestantRow, RunRow, SessionRow
from lab.storage.work import Area, Work

AT_ONCE = 500
"""How many comparisons of a run are read in one piece."""

_SHORT = 6
_AFTER_ANY_LETTER = chr(0x10FFFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How far one prompt of a run has come."""

    comparison_id: str
    item_id: str
    sample: int
    trashed: bool
    """Somebody has thrown it away; it is not asked again."""
    answers: dict[Side, tuple[str, AnswerState]]
    """Id and state by side; without the sides that have not answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One side's answer to one prompt of a run, done or failed, with all that places it."""

    in_run: InRun
    session_id: str
    comparison_id: str
    """Made from the place, so it is the same whoever makes it; no other comparison has it."""
    parent_id: str | None
    """The comparison of the turn before; None for an item's first prompt."""
    prompt: str
    side: Side
    answer_id: str
    """Made from the place and the side."""
    contestant: Contestant
    response: Response | None
    """None if the model never got to read the prompt."""
    problem: str
    """What went wrong, as a sentence; empty if nothing did."""
    engine: str
    begun_utc: str


def create(work: Work, run: KeptRun) -> None:
    """Keep a new run and the conversation that will hold its comparisons; its state and times are set here."""
    sessions.create(work, run.suite_title, session_id=run.session_id)
    work.db.execute(
        insert(RunRow).values(
            id=run.id,
            session_id=run.session_id,
            suite_id=run.suite_id,
            suite_title=run.suite_title,
            suite=run.suite,
            suite_sha256=run.suite_sha256,
            contestant_a_id=answers.keep_contestant(work, run.a),
            contestant_b_id=answers.keep_contestant(work, run.b),
            samples=run.samples,
            settings=codec.to_json(run.settings).decode(),
            state=RunState.STOPPED,
            writer="",
            created_utc=work.now,
            updated_utc=work.now,
        )
    )
    work.changed(Area.RUNS, run.id)


def get(work: Work, run_id: str) -> KeptRun:
    """One run, also from the trash.

    Raises:
        NotInHistory: There is none of that id.
    """
    found_runs = _select(work, RunRow.id == run_id)
    if not found_runs:
        raise NotInHistory(tr("There is no such run in the history."), tr("See `counterpoint runs list`."))
    return found_runs[0]


def listed(work: Work, *, suite_id: str = "", limit: int = 100) -> list[KeptRun]:
    """The runs that are not in the trash, the latest first; of one suite only, if it is named."""
    there = SessionRow.trashed_utc.is_(None)
    return _select(work, there & (RunRow.suite_id == suite_id) if suite_id else there, limit=limit)


def resolve(work: Work, beginning: str) -> str:
    """The id that begins so, of a run that is not in the trash.

    Raises:
        NotInHistory: None begins so, or several do.
    """
    wanted = codec.storable(beginning).strip().lower()
    rule = (RunRow.id >= wanted) & (RunRow.id < wanted + _AFTER_ANY_LETTER) & SessionRow.trashed_utc.is_(None)
    ids = [run.id for run in _select(work, rule, limit=2)] if wanted else []
    if not ids:
        raise NotInHistory(
            tr("No run has an id that begins with “{beginning}”.", beginning=beginning),
            tr("See `counterpoint runs list`."),
        )
    if len(ids) > 1 and wanted not in ids:
        raise NotInHistory(
            tr("Several runs have ids that begin with “{beginning}”.", beginning=beginning), tr("Give more of it.")
        )
    return wanted if wanted in ids else ids[0]


def short_id(work: Work, run_id: str) -> str:
    """The beginning of an id that is enough to tell it from all other runs', six characters at least."""
    others = work.db.scalars(
        select(RunRow.id).where(RunRow.id.startswith(run_id[:_SHORT], autoescape=True), RunRow.id != run_id)
    ).all()
    length = _SHORT
    while length < len(run_id) and any(other.startswith(run_id[:length]) for other in others):
        length += 1
    return run_id[:length]


def claim(work: Work, run_id: str, *, left_by_this_process: bool = False) -> None:
    """Begin to work on a run, so that nobody else does at the same time.

    Args:
        work: The transaction.
        run_id: Which run.
        left_by_this_process: The caller knows that nobody in this process is at it, whatever the history says.

    Raises:
        NotInHistory: It has been deleted, or is in the trash.
        LabError: Somebody is at it already.
    """
    run = get(work, run_id)
    own = work.db.scalar(select(RunRow.writer).where(RunRow.id == run_id)) == own_name()
    if run.state is RunState.RUNNING and not (own and left_by_this_process):
        raise LabError(
            tr("This run is going on already, in another window or command."),
            tr("Wait for it, or stop it there first."),
        )
    if work.db.scalar(select(SessionRow.trashed_utc).where(SessionRow.id == run.session_id)) is not None:
        raise NotInHistory(tr("This run is in the trash."), tr("Take it out of there first."))
    _set_state(work, run_id, RunState.RUNNING, own_name())


def release(work: Work, run_id: str, *, finished: bool) -> None:
    """End the work on a run; one that has been deleted meanwhile is passed over."""
    _set_state(work, run_id, RunState.FINISHED if finished else RunState.STOPPED, "")


def places(work: Work, run_id: str) -> list[Place]:
    """How far a run has come, prompt by prompt, in the order in which they were first answered."""
    a, b = aliased(AnswerRow), aliased(AnswerRow)
    rows = work.db.execute(
        select(
            ComparisonRow.id,
            ComparisonRow.item_id,
            ComparisonRow.sample,
            ComparisonRow.trashed_utc,
            a.id.label("a_id"),
            a.state.label("a_state"),
            b.id.label("b_id"),
            b.state.label("b_state"),
        )
        .outerjoin(a, a.id == ComparisonRow.answer_a_id)
        .outerjoin(b, b.id == ComparisonRow.answer_b_id)
        .where(ComparisonRow.run_id == run_id)
        .order_by(ComparisonRow.number)
    )
    return [
        Place(
            comparison_id=row.id,
            item_id=row.item_id,
            sample=row.sample,
            trashed=row.trashed_utc is not None,
            answers={
                side: (answer_id, AnswerState(state))
                for side, answer_id, state in ((Side.A, row.a_id, row.a_state), (Side.B, row.b_id, row.b_state))
                if answer_id is not None
            },
        )
        for row in rows
    ]


def compared(work: Work, run_id: str, *, after: str = "", limit: int = AT_ONCE) -> list[Comparison]:
    """A piece of a run's comparisons with their answers, by their ids; without token probabilities and the trash.

    Args:
        work: The transaction.
        run_id: Which run.
        after: The id of the last one of the piece before; empty for the first piece.
        limit: How many at most; an empty list means that there are no more.
    """
    ids = work.db.scalars(
        select(ComparisonRow.id)
        .where(ComparisonRow.run_id == run_id, ComparisonRow.id > after, ComparisonRow.trashed_utc.is_(None))
        .order_by(ComparisonRow.id)
        .limit(limit)
    ).all()
    return sorted(comparisons.by_ids(work, ids), key=lambda each: each.id)


def keep_answer(work: Work, answered: Answered) -> bool:
    """Keep an answer in its place, whole, in this one transaction. Doing it twice does no harm.

    Returns:
        False if it was there already, or if its turn has been thrown away meanwhile.

    Raises:
        NotInHistory: The run has been deleted.
    """
    if work.db.scalar(select(AnswerRow.id).where(AnswerRow.id == answered.answer_id)) is not None:
        return False
    if answered.parent_id is not None and comparisons.get_row(work, answered.parent_id)["trashed_utc"] is not None:
        return False
    here = work.db.execute(select(ComparisonRow.__table__).where(ComparisonRow.id == answered.comparison_id)).mappings()
    row = here.one_or_none()
    if row is not None and row[f"answer_{answered.side}_id"] is not None:
        return False
    _insert_answer(work, answered)
    if row is None:
        _insert_comparison(work, answered)
    else:
        comparisons.set_answer(work, answered.comparison_id, answered.side, answered.answer_id)
    work.db.execute(update(RunRow).where(RunRow.id == answered.in_run.run_id).values(updated_utc=work.now))
    work.changed(Area.ANSWERS, answered.answer_id)
    work.changed(Area.RUNS, answered.in_run.run_id)
    return True


def sha256_of(suite: str) -> str:
    """The checksum of a suite's JSON."""
    return hashlib.sha256(suite.encode("utf-8", "replace")).hexdigest()


def counts(work: Work, run_id: str) -> tuple[int, int]:
    """How many answers a run has, and how many of them failed; without reading any."""
    shown = (ComparisonRow.answer_a_id == AnswerRow.id) | (ComparisonRow.answer_b_id == AnswerRow.id)
    rows = work.db.execute(
        select(AnswerRow.state, func.count())
        .select_from(ComparisonRow)
        .join(AnswerRow, shown)
        .where(ComparisonRow.run_id == run_id)
        .group_by(AnswerRow.state)
    )
    by_state = {state: number for state, number in rows}  # noqa: C416  (rows are no pairs to a type checker)
    return sum(by_state.values()), by_state.get(AnswerState.FAILED, 0)


def _insert_answer(work: Work, answered: Answered) -> None:
    values = answers.response_values(answered.response) if answered.response else {"text": ""}
    work.db.execute(
        insert(AnswerRow).values(
            id=answered.answer_id,
            contestant_id=answers.keep_contestant(work, answered.contestant),
            seed=answered.contestant.sampler.seed,
            state=AnswerState.FAILED if answered.problem else AnswerState.FINISHED,
            writer="",
            engine=answered.engine,
            problem=answered.problem,
            begun_utc=answered.begun_utc,
            saved_utc=work.now,
            **values,
        )
    )


def _insert_comparison(work: Work, answered: Answered) -> None:
    by_side = {answered.side: answered.answer_id}
    comparisons.add(
        work,
        answered.session_id,
        answered.prompt,
        a=by_side.get(Side.A),
        b=by_side.get(Side.B),
        parent_id=answered.parent_id,
        comparison_id=answered.comparison_id,
        in_run=answered.in_run,
    )


def _set_state(work: Work, run_id: str, state: RunState, writer: str) -> None:
    values = {"state": state, "writer": writer, "updated_utc": work.now}
    work.db.execute(update(RunRow).where(RunRow.id == run_id).values(**values))
    work.changed(Area.RUNS, run_id)


def _select(work: Work, rule: ColumnElement[bool], *, limit: int = 1) -> list[KeptRun]:
    a, b = aliased(ContestantRow), aliased(ContestantRow)
    rows = work.db.execute(
        select(RunRow.__table__, a.whole.label("whole_a"), b.whole.label("whole_b"))
        .join(SessionRow, SessionRow.id == RunRow.session_id)
        .join(a, a.id == RunRow.contestant_a_id)
        .join(b, b.id == RunRow.contestant_b_id)
        .where(rule)
        .order_by(RunRow.created_utc.desc(), RunRow.id)
        .limit(limit)
    )
    return [_record(row) for row in rows.mappings()]


def _record(row: RowMapping) -> KeptRun:
    state = RunState(row["state"])
    if state is RunState.RUNNING and not is_alive(row["writer"]):
        state = RunState.STOPPED  # its program ended without a word
    return KeptRun(
        id=row["id"],
        session_id=row["session_id"],
        suite_id=row["suite_id"],
        suite_title=row["suite_title"],
        suite=row["suite"],
        suite_sha256=row["suite_sha256"],
        a=codec.from_json(row["whole_a"], Contestant),
        b=codec.from_json(row["whole_b"], Contestant),
        samples=row["samples"],
        settings=codec.from_json(row["settings"], RunSettings),
        state=state,
        created_utc=row["created_utc"],
        updated_utc=row["updated_utc"],
    )
