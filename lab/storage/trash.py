"""Deleting with a way back: what is in the trash is hidden, can be restored, and goes for good after some days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, literal, null, or_, select, union_all, update
from sqlalchemy.orm import aliased

from lab.errors import NotInHistory
from lab.language import tr
from lab.records import AnswerState
from lab.storage import comparisons, found
from lab.storage.tables import AnswerRow, ComparisonRow, ContestantRow, RunRow, SessionRow
from lab.storage.work import Area, Work, as_text

KEEP_DAYS = 30
"""How long the trash keeps what is in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trashed:
    """Something that can be taken out of the trash: a conversation, or a comparison with what goes on from it."""

    session_id: str
    comparison_id: str
    """Empty if it is a whole conversation."""
    title: str
    """A conversation's title; empty if nobody named it, and for a comparison."""
    prompt: str
    """The comparison's, or the one that the conversation began with; empty if it hasn't."""
    comparisons: int | None
    """How many a conversation has, without those that were deleted before it; None for a comparison."""
    trashed_utc: str
    """When it was put there."""


def put_session(work: Work, session_id: str) -> None:
    """Put a conversation into the trash.

    Raises:
        NotInHistory: There is none of that id.
    """
    _mark(work, session_id, work.now)


def restore_session(work: Work, session_id: str) -> None:
    """Take a conversation out of the trash.

    Raises:
        NotInHistory: There is none of that id, or it has gone for good.
    """
    _mark(work, session_id, None)


def put_comparison(work: Work, comparison_id: str) -> None:
    """Put a comparison and all that goes on from it into the trash.

    Raises:
        NotInHistory: There is none of that id.
    """
    row = comparisons.get_row(work, comparison_id)
    below = comparisons.descendants(work, comparison_id)
    # What was put there earlier keeps its own time, so that an undo brings back only what went together.
    work.db.execute(
        update(ComparisonRow)
        .where(ComparisonRow.id.in_(below), ComparisonRow.trashed_utc.is_(None))
        .values(trashed_utc=work.now)
    )
    _tell(work, row["session_id"], below)


def restore_comparison(work: Work, comparison_id: str) -> None:
    """Take a comparison out of the trash, with what went there together with it, and with all that it goes on from.

    Raises:
        NotInHistory: There is none of that id, or it has gone for good.
    """
    row = comparisons.get_row(work, comparison_id)
    below = comparisons.descendants(work, comparison_id)
    together = ComparisonRow.id.in_(below) & (ComparisonRow.trashed_utc == row["trashed_utc"])
    above = ComparisonRow.id.in_(comparisons.way_up(comparison_id))
    work.db.execute(update(ComparisonRow).where(together | above).values(trashed_utc=None))
    _tell(work, row["session_id"], below)


def listed(work: Work, *, limit: int, offset: int = 0) -> list[Trashed]:
    """What lies in the trash, what was put there last first.

    A comparison that went together with the one it goes on from comes back with it, so it is not told of itself.

    Args:
        work: The transaction.
        limit: How many to give at most.
        offset: How many to leave out at the beginning, for the next page.
    """
    of_it = (ComparisonRow.session_id == SessionRow.id) & ComparisonRow.trashed_utc.is_(None)
    first = select(ComparisonRow.prompt).where(of_it).order_by(ComparisonRow.number).limit(1).scalar_subquery()
    number = select(func.count()).select_from(ComparisonRow).where(of_it).scalar_subquery()
    whole = select(
        SessionRow.id.label("session_id"),
        literal("").label("comparison_id"),
        SessionRow.title.label("title"),
        func.coalesce(first, "").label("prompt"),
        number.label("comparisons"),
        SessionRow.trashed_utc.label("trashed_utc"),
    ).where(SessionRow.trashed_utc.is_not(None))
    parent = aliased(ComparisonRow)
    single = (
        select(
            ComparisonRow.session_id,
            ComparisonRow.id,
            literal(""),
            ComparisonRow.prompt,
            null(),
            ComparisonRow.trashed_utc,
        )
        .join(SessionRow, SessionRow.id == ComparisonRow.session_id)
        .outerjoin(parent, parent.id == ComparisonRow.parent_id)
        .where(
            ComparisonRow.trashed_utc.is_not(None),
            SessionRow.trashed_utc.is_(None),
            or_(parent.id.is_(None), parent.trashed_utc.is_(None)),
        )
    )
    both = union_all(whole, single).subquery()
    order = (both.c.trashed_utc.desc(), both.c.session_id, both.c.comparison_id)
    rows = work.db.execute(select(both).order_by(*order).limit(limit).offset(offset))
    return [Trashed(**row) for row in rows.mappings()]


def purge(work: Work, now: datetime, *, days: int = KEEP_DAYS) -> int:
    """Delete for good what has been in the trash for longer than some days, and answers that nothing shows any more.

    Returns:
        How many comparisons went.
    """
    before = as_text(now - timedelta(days=days))
    old = select(SessionRow.id).where(SessionRow.trashed_utc < before)
    gone = (ComparisonRow.session_id.in_(old)) | (ComparisonRow.trashed_utc < before)
    numbers = list(work.db.scalars(select(ComparisonRow.number).where(gone)))
    found.forget(work, numbers)
    work.db.execute(delete(ComparisonRow).where(gone))
    sessions_gone = work.db.execute(delete(SessionRow).where(SessionRow.trashed_utc < before)).rowcount
    if numbers or sessions_gone:
        _sweep(work)
        work.changed(Area.SESSIONS)
        work.changed(Area.COMPARISONS)
    return len(numbers)


def _sweep(work: Work) -> None:
    shown_a = select(ComparisonRow.answer_a_id).where(ComparisonRow.answer_a_id.is_not(None))
    shown_b = select(ComparisonRow.answer_b_id).where(ComparisonRow.answer_b_id.is_not(None))
    # One that streams may be about to be put into a comparison.
    work.db.execute(
        delete(AnswerRow).where(
            AnswerRow.id.not_in(shown_a), AnswerRow.id.not_in(shown_b), AnswerRow.state != AnswerState.STREAMING
        )
    )
    play = union_all(
        select(AnswerRow.contestant_id), select(RunRow.contestant_a_id), select(RunRow.contestant_b_id)
    ).subquery()
    work.db.execute(delete(ContestantRow).where(ContestantRow.id.not_in(select(play.c[0]))))


def _tell(work: Work, session_id: str, comparison_ids: list[str]) -> None:
    work.changed(Area.COMPARISONS, session_id, *comparison_ids)
    work.changed(Area.SESSIONS, session_id)  # the list says how many there are, and what comes first


def _mark(work: Work, session_id: str, when: str | None) -> None:
    changed = work.db.execute(update(SessionRow).where(SessionRow.id == session_id).values(trashed_utc=when))
    if not changed.rowcount:
        raise NotInHistory(tr("The session is no longer in the history."))
    work.changed(Area.SESSIONS, session_id)
