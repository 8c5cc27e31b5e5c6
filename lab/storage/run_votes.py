"""The votes on the pairs of a run, and which runs a rater has begun to vote on blind."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from lab.records import AnswerState, KeptRun, Side, VoteChoice
from lab.storage import runs
from lab.storage.judged import Cast
from lab.storage.tables import AnswerRow, ComparisonRow, RaterRow, RunRow, SessionRow, VoteRow
from lab.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A run that a rater has begun to vote on without knowing who is who."""

    run: KeptRun
    pairs_left: bool
    """There are pairs that the rater has not voted on."""


def cast_in(work: Work, run_id: str) -> dict[str, tuple[Cast, ...]]:
    """All votes of all raters on a run's pairs that are not in the trash.

    Returns:
        By comparison the whole history, oldest first, without the words for what an answer is like.
    """
    rows = work.db.execute(
        select(
            VoteRow.comparison_id,
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
        .where(ComparisonRow.run_id == run_id, ComparisonRow.trashed_utc.is_(None))
        .order_by(VoteRow.cast_utc, VoteRow.number)
    )
    found: dict[str, list[Cast]] = {}
    for comparison_id, vote_id, rater, choice, aspect, shown_first, blind, cast_utc in rows:
        vote = Cast(
            vote_id, rater, VoteChoice(choice) if choice else None, aspect, Side(shown_first), blind, cast_utc
        )  # fmt: skip
        found.setdefault(comparison_id, []).append(vote)
    return {comparison_id: tuple(votes) for comparison_id, votes in found.items()}


def begun_blind(work: Work, rater: str) -> list[Begun]:
    """The runs that are not in the trash and have blind votes of a rater, the latest first; without reading answers."""
    pair, vote, of_pair = aliased(ComparisonRow), aliased(VoteRow), aliased(VoteRow)
    a, b = aliased(AnswerRow), aliased(AnswerRow)
    rater_id = select(RaterRow.id).where(RaterRow.name == rater).scalar_subquery()
    voted = exists().where(
        of_pair.comparison_id == pair.id,
        of_pair.rater_id == rater_id,
        of_pair.aspect == "",
        of_pair.choice.is_not(None),
    )
    left = (
        select(pair.id)
        .join(a, a.id == pair.answer_a_id)
        .join(b, b.id == pair.answer_b_id)
        .where(pair.run_id == RunRow.id, pair.trashed_utc.is_(None), ~voted)
        .where(a.state != AnswerState.FAILED, b.state != AnswerState.FAILED)
        .exists()
    )
    blind = (
        select(vote.number)
        .join(pair, pair.id == vote.comparison_id)
        .where(pair.run_id == RunRow.id, vote.rater_id == rater_id)
        .where(vote.aspect == "", vote.choice.is_not(None), vote.blind)
        .exists()
    )
    rows = work.db.execute(
        select(RunRow.id, left.label("pairs_left"))
        .join(SessionRow, SessionRow.id == RunRow.session_id)
        .where(SessionRow.trashed_utc.is_(None), blind)
        .order_by(RunRow.created_utc.desc(), RunRow.id)
    ).all()
    return [Begun(run=runs.get(work, row.id), pairs_left=bool(row.pairs_left)) for row in rows]
