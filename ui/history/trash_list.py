"""What lies in the trash: conversations, and single comparisons of conversations that are still there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, literal, null, or_, select, union_all
from sqlalchemy.orm import aliased

from lab.storage.tables import ComparisonRow, SessionRow
from lab.storage.work import Work
from ui.history.days import day_heading, local, short_when
from ui.history.entries import Entry
from ui.history.words import one_line, turns


def read_trash(work: Work, now: datetime, *, limit: int, offset: int) -> list[Entry]:
    """A page of the trash, what was deleted last first.

    A comparison that went together with the one it goes on from comes back with it, so it has no row of its own.
    """
    of_it = (ComparisonRow.session_id == SessionRow.id) & ComparisonRow.trashed_utc.is_(None)
    first = select(ComparisonRow.prompt).where(of_it).order_by(ComparisonRow.number).limit(1).scalar_subquery()
    number = select(func.count()).select_from(ComparisonRow).where(of_it).scalar_subquery()
    whole = select(
        SessionRow.id.label("session_id"),
        literal("").label("comparison_id"),
        SessionRow.title.label("title"),
        func.coalesce(first, "").label("prompt"),
        number.label("turns"),
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
    rows = work.db.execute(select(both).order_by(*order).limit(limit).offset(offset)).mappings()
    entries = []
    for row in rows:
        moment = local(row["trashed_utc"])
        entries.append(
            Entry(
                session_id=row["session_id"],
                comparison_id=row["comparison_id"],
                title=one_line(row["title"]) or one_line(row["prompt"]) or "Nothing asked yet",
                beneath="one comparison and what goes on from it" if row["turns"] is None else turns(row["turns"]),
                when=short_when(moment, now),
                group=_heading(day_heading(moment, now)),
            )
        )
    return entries


def _heading(day: str) -> str:
    return f"Deleted {day.lower()}" if day in ("Today", "Yesterday") else f"Deleted on {day}"
