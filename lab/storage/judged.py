"""All comparisons that were judged, piece by piece: who answered, and the whole history of the votes on it.

There may be hundreds of thousands, so what is read is bare: of the columns those that ratings need, in tuples with
names, which are made in a tenth of the time that the history's own records take.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import aliased

from lab.records import Contestant, Judgement, Side, VoteChoice
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


class Answered(NamedTuple):
    """An answer that was voted on; the rest of it may be large, and is read by its id."""

    id: str
    contestant: Contestant
    """With 0 for its seed. Equal ones are the same object, however many answers they gave."""


class Compared(NamedTuple):
    """What was voted on."""

    id: str
    session_id: str
    prompt: str
    a: Answered | None
    """None if this side was not asked."""
    b: Answered | None


class Cast(NamedTuple):
    """A vote, with all that ratings ask of it; see ``lab.records.Vote``."""

    id: str
    rater: str
    choice: VoteChoice | None
    aspect: str
    shown_first: Side
    blind: bool
    cast_utc: str
    reasons_a: tuple[str, ...] = ()
    reasons_b: tuple[str, ...] = ()


class VotedOn(NamedTuple):
    """A comparison with everything that was voted on it."""

    number: int
    """Its place in the order in which comparisons were made; the next piece goes on after the last one's."""
    comparison: Compared
    votes: tuple[Cast, ...]
    """The whole history, oldest first, with what was changed or taken back later."""
    tags: tuple[str, ...]
    """Those of its session, in alphabetical order."""
    suite: str = ""
    """The id of the suite that it was asked for; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedAnswer:
    """What one rater said last of whether an answer is correct."""

    answer_id: str
    contestant: Contestant
    """With 0 for its seed."""
    judgement: Judgement
    tags: tuple[str, ...]
    suite: str = ""


def count(work: Work) -> int:
    """How many comparisons have votes, without the trash."""
    voted = exists().where(VoteRow.comparison_id == ComparisonRow.id)
    return work.db.scalar(_there(select(func.count()).select_from(ComparisonRow)).where(voted)) or 0


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
                ComparisonRow.prompt,
                ComparisonRow.suite_id,
                a.id.label("a_id"),
                a.contestant_id.label("a_contestant"),
                b.id.label("b_id"),
                b.contestant_id.label("b_contestant"),
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
    # Taken apart by place: asked for by name, the columns would take more time than everything else here.
    _, _, session_ids, _, _, _, by_a, _, by_b = zip(*rows, strict=True)
    tags = tags_of(work, set(session_ids))
    known = _contestants(work, {*by_a, *by_b} - {None})
    return [
        VotedOn(
            number,
            Compared(
                comparison_id,
                session_id,
                prompt,
                Answered(a_id, known[a_contestant]) if a_id else None,
                Answered(b_id, known[b_contestant]) if b_id else None,
            ),
            votes.get(comparison_id, ()),
            tags.get(session_id, ()),
            suite_id,
        )
        for number, comparison_id, session_id, prompt, suite_id, a_id, a_contestant, b_id, b_contestant in rows
    ]


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
                ComparisonRow.suite_id,
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
            suite=row.suite_id,
        )
        for row in last.values()
        if row.correct is not None
    ]


def _there(query: Any) -> Any:
    """What is not in the trash, of a query that knows the comparisons."""
    not_trashed: ColumnElement[bool] = ComparisonRow.trashed_utc.is_(None) & SessionRow.trashed_utc.is_(None)
    return query.join(SessionRow, SessionRow.id == ComparisonRow.session_id).where(not_trashed)


def _votes(work: Work, after: int, last: int) -> dict[str, tuple[Cast, ...]]:
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
            VoteRow.choice,
            VoteRow.aspect,
            VoteRow.shown_first,
            VoteRow.blind,
            VoteRow.cast_utc,
        )
        .join(ComparisonRow, ComparisonRow.id == VoteRow.comparison_id)
        .join(RaterRow, RaterRow.id == VoteRow.rater_id)
        .where(of_these)
        .order_by(ComparisonRow.number, VoteRow.cast_utc, VoteRow.number)
    ).all()
    found: dict[str, tuple[Cast, ...]] = {}
    for comparison_id, number, vote_id, rater, choice, aspect, shown_first, blind, cast_utc in rows:
        reasons_a, reasons_b = reasons.get((number, "a"), ()), reasons.get((number, "b"), ())
        vote = Cast(
            vote_id, rater, _CHOICES[choice], aspect, _SIDES[shown_first], blind, cast_utc,
            tuple(reasons_a), tuple(reasons_b),
        )  # fmt: skip
        found[comparison_id] = (*found[comparison_id], vote) if comparison_id in found else (vote,)
    return found


def _contestants(work: Work, ids: Collection[str]) -> dict[str, Contestant]:
    query = select(ContestantRow.id, ContestantRow.whole)
    return {
        id_: _contestant(whole)
        for some in in_pieces(ids)
        for id_, whole in work.db.execute(query.where(ContestantRow.id.in_(some)))
    }


@lru_cache(maxsize=1000)
def _contestant(whole: str) -> Contestant:
    """Read once, though each piece asks for nearly the same ones."""
    return codec.from_json(whole, Contestant)
