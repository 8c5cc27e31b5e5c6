"""All comparisons that were judged, piece by piece: who answered, and the whole history of the votes on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, distinct, exists, func, select
from sqlalchemy.orm import aliased

from lab.records import AnswerState, Comparison, Contestant, Judgement, KeptAnswer, Origin, Side, Vote, VoteChoice
from lab.storage import codec
from lab.storage.sessions import tags_of
from lab.storage.tables import (
    AnswerRow,
    ComparisonRow,
    ContestantRow,
    JudgementRow,
    RaterRow,
    SessionRow,
    VoteReasonRow,
    VoteRow,
)
from lab.storage.work import Work, in_pieces

AT_ONCE = 1000
"""How many comparisons a piece has: read in some milliseconds, so that whoever wants to write waits no longer."""


# Looked up instead of asked for by value: that takes a tenth of the time, and there are hundreds of thousands.
_CHOICES = {None: None} | {choice.value: choice for choice in VoteChoice}
_SIDES = {side.value: side for side in Side}
_STATES = {state.value: state for state in AnswerState}
_ORIGINS = {origin.value: origin for origin in Origin}


@dataclass(frozen=True, slots=True, kw_only=True)
class VotedOn:
    """A comparison with everything that was voted on it."""

    number: int
    """Its place in the order in which comparisons were made; the next piece goes on after the last one's."""
    comparison: Comparison
    """Of its answers only ids, states and contestants, with 0 for their seeds: the rest may be large, and is read by
    their ids."""
    votes: tuple[Vote, ...]
    """The whole history, oldest first, with what was changed or taken back later."""
    tags: tuple[str, ...]
    """Those of its session, in alphabetical order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedAnswer:
    """What one rater said last of whether an answer is correct."""

    answer_id: str
    contestant: Contestant
    """With 0 for its seed."""
    judgement: Judgement
    tags: tuple[str, ...]


def count(work: Work) -> int:
    """How many comparisons have votes, without the trash."""
    query = select(func.count(distinct(VoteRow.comparison_id))).select_from(VoteRow)
    return work.db.scalar(_there(query.join(ComparisonRow, ComparisonRow.id == VoteRow.comparison_id))) or 0


def voted_on(work: Work, *, after: int = 0, limit: int = AT_ONCE) -> list[VotedOn]:
    """A piece of the comparisons that have votes, without the trash, in the order in which they were made.

    Args:
        work: The transaction.
        after: The number of the last one of the piece before; 0 for the first piece.
        limit: How many at most; an empty list means that there are no more.
    """
    a, b = aliased(AnswerRow), aliased(AnswerRow)
    rows = work.db.execute(
        _there(
            select(
                ComparisonRow.number,
                ComparisonRow.id,
                ComparisonRow.session_id,
                ComparisonRow.parent_id,
                ComparisonRow.origin,
                ComparisonRow.prompt,
                ComparisonRow.created_utc,
                a.id.label("a_id"),
                a.contestant_id.label("a_contestant"),
                a.state.label("a_state"),
                b.id.label("b_id"),
                b.contestant_id.label("b_contestant"),
                b.state.label("b_state"),
            )
        )
        .outerjoin(a, a.id == ComparisonRow.answer_a_id)
        .outerjoin(b, b.id == ComparisonRow.answer_b_id)
        .where(ComparisonRow.number > after, exists().where(VoteRow.comparison_id == ComparisonRow.id))
        .order_by(ComparisonRow.number)
        .limit(limit)
    ).all()
    if not rows:
        return []
    votes = _votes(work, after, rows[-1].number)
    tags = tags_of(work, {row.session_id for row in rows})
    known = _contestants(work, {each for row in rows for each in (row.a_contestant, row.b_contestant) if each})
    # Taken apart by place: asked for by name, the columns would take more time than everything else here.
    return [
        VotedOn(
            number=number,
            comparison=Comparison(
                id=comparison_id,
                session_id=session_id,
                parent_id=parent_id,
                origin=_ORIGINS[origin],
                prompt=prompt,
                created_utc=created_utc,
                trashed_utc=None,
                a=_answer(a_id, known.get(a_contestant), a_state),
                b=_answer(b_id, known.get(b_contestant), b_state),
            ),
            votes=votes.get(comparison_id, ()),
            tags=tags.get(session_id, ()),
        )
        for (
            number, comparison_id, session_id, parent_id, origin, prompt, created_utc,
            a_id, a_contestant, a_state, b_id, b_contestant, b_state,
        ) in rows
    ]  # fmt: skip


def judgements(work: Work) -> list[JudgedAnswer]:
    """What is held to be correct, without the trash: of each rater, comparison and side the last word."""
    rows = work.db.execute(
        _there(
            select(
                JudgementRow.id,
                JudgementRow.comparison_id,
                JudgementRow.side,
                JudgementRow.correct,
                JudgementRow.judged_utc,
                RaterRow.name.label("rater"),
                ComparisonRow.session_id,
                AnswerRow.id.label("answer_id"),
                AnswerRow.contestant_id,
            )
            .select_from(JudgementRow)
            .join(ComparisonRow, ComparisonRow.id == JudgementRow.comparison_id)
        )
        .join(RaterRow, RaterRow.id == JudgementRow.rater_id)
        .join(
            AnswerRow,
            ((JudgementRow.side == Side.A) & (AnswerRow.id == ComparisonRow.answer_a_id))
            | ((JudgementRow.side == Side.B) & (AnswerRow.id == ComparisonRow.answer_b_id)),
        )
        .order_by(JudgementRow.judged_utc, JudgementRow.number)
    ).all()
    last = {(row.rater, row.comparison_id, row.side): row for row in rows}
    tags = tags_of(work, {row.session_id for row in last.values()})
    known = _contestants(work, {row.contestant_id for row in last.values()})
    return [
        JudgedAnswer(
            answer_id=row.answer_id,
            contestant=known[row.contestant_id],
            judgement=Judgement(
                id=row.id,
                comparison_id=row.comparison_id,
                side=Side(row.side),
                rater=row.rater,
                correct=row.correct,
                judged_utc=row.judged_utc,
            ),
            tags=tags.get(row.session_id, ()),
        )
        for row in last.values()
        if row.correct is not None
    ]


def _there(query: Any) -> Any:
    """What is not in the trash, of a query that knows the comparisons."""
    not_trashed: ColumnElement[bool] = ComparisonRow.trashed_utc.is_(None) & SessionRow.trashed_utc.is_(None)
    return query.join(SessionRow, SessionRow.id == ComparisonRow.session_id).where(not_trashed)


def _votes(work: Work, after: int, last: int) -> dict[str, tuple[Vote, ...]]:
    """The votes on the comparisons with numbers above ``after`` up to ``last``, by comparison."""
    of_these = (ComparisonRow.number > after) & (ComparisonRow.number <= last)
    reasons: dict[tuple[int, str], list[str]] = defaultdict(list)
    given = (
        select(VoteReasonRow.vote_number, VoteReasonRow.side, VoteReasonRow.reason)
        .join(VoteRow, VoteRow.number == VoteReasonRow.vote_number)
        .join(ComparisonRow, ComparisonRow.id == VoteRow.comparison_id)
    )
    for number, side, reason in work.db.execute(given.where(of_these).order_by(VoteReasonRow.reason)):
        reasons[number, side].append(reason)
    rows = work.db.execute(
        select(
            VoteRow.comparison_id,
            VoteRow.number,
            VoteRow.id,
            RaterRow.name,
            VoteRow.aspect,
            VoteRow.choice,
            VoteRow.shown_first,
            VoteRow.blind,
            VoteRow.time_taken_ms,
            VoteRow.cast_utc,
        )
        .join(ComparisonRow, ComparisonRow.id == VoteRow.comparison_id)
        .join(RaterRow, RaterRow.id == VoteRow.rater_id)
        .where(of_these)
        .order_by(ComparisonRow.number, VoteRow.cast_utc, VoteRow.number)
    ).all()
    found: dict[str, list[Vote]] = defaultdict(list)
    for comparison_id, number, vote_id, rater, aspect, choice, shown_first, blind, time_taken_ms, cast_utc in rows:
        found[comparison_id].append(
            Vote(
                id=vote_id,
                comparison_id=comparison_id,
                rater=rater,
                choice=_CHOICES[choice],
                aspect=aspect,
                reasons_a=tuple(reasons.get((number, "a"), ())),
                reasons_b=tuple(reasons.get((number, "b"), ())),
                shown_first=_SIDES[shown_first],
                blind=blind,
                time_taken_ms=time_taken_ms,
                cast_utc=cast_utc,
            )
        )
    return {comparison_id: tuple(votes) for comparison_id, votes in found.items()}


def _contestants(work: Work, ids: Collection[str]) -> dict[str, Contestant]:
    query = select(ContestantRow.id, ContestantRow.whole)
    return {
        id_: codec.from_json(whole, Contestant)
        for some in in_pieces(ids)
        for id_, whole in work.db.execute(query.where(ContestantRow.id.in_(some)))
    }


def _answer(answer_id: str | None, contestant: Contestant | None, state: str) -> KeptAnswer | None:
    if answer_id is None or contestant is None:
        return None
    return KeptAnswer(
        id=answer_id,
        state=_STATES[state],
        contestant=contestant,
        text="",
        response=None,
        engine="",
        problem="",
        begun_utc="",
        saved_utc="",
    )
