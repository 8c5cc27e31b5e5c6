"""Conversations as a whole: titles, pins, tags, drafts, and the list of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from lab.errors import NotInHistory
from lab.language import tr
from lab.records import KeptSession
from lab.storage.tables import ComparisonRow, DraftRow, SessionRow, TagRow
from lab.storage.work import Area, Work, in_pieces, new_id


def create(work: Work, title: str = "", *, session_id: str = "") -> str:
    """Begin a conversation.

    Args:
        work: The transaction.
        title: Empty until somebody names it.
        session_id: A new id that the caller has made already; empty makes one here.

    Returns:
        Its id.
    """
    session_id = session_id or new_id()
    work.db.execute(
        insert(SessionRow).values(
            id=session_id, title=title, pinned=False, created_utc=work.now, updated_utc=work.now, trashed_utc=None
        )
    )
    work.changed(Area.SESSIONS, session_id)
    return session_id


def rename(work: Work, session_id: str, title: str) -> None:
    """Give a conversation a title.

    Raises:
        NotInHistory: There is none of that id.
    """
    _set(work, session_id, title=title)


def pin(work: Work, session_id: str, *, pinned: bool = True) -> None:
    """Keep a conversation at the top of the list, or no longer.

    Raises:
        NotInHistory: There is none of that id.
    """
    _set(work, session_id, pinned=pinned)


def tag(work: Work, session_id: str, tags: Collection[str]) -> None:
    """Give a conversation these tags and no others.

    Raises:
        NotInHistory: There is none of that id.
    """
    _set(work, session_id)
    work.db.execute(delete(TagRow).where(TagRow.session_id == session_id))
    names = sorted({name.strip() for name in tags} - {""})
    if names:
        work.db.execute(insert(TagRow), [{"session_id": session_id, "tag": name} for name in names])


def all_tags(work: Work) -> list[str]:
    """Every tag in use, in alphabetical order."""
    return list(work.db.scalars(select(TagRow.tag).distinct().order_by(TagRow.tag)))


def get(work: Work, session_id: str) -> KeptSession:
    """One conversation, also from the trash.

    Raises:
        NotInHistory: There is none of that id.
    """
    found = _select(work, SessionRow.id == session_id)
    if not found:
        raise NotInHistory(tr("There is no such session in the history."), tr("See `counterpoint history`."))
    return found[0]


def listed(work: Work, *, limit: int = 100, offset: int = 0) -> list[KeptSession]:
    """The conversations for a list: pinned first, then the latest; without those in the trash."""
    # As the index has it, backwards: so only what is listed is read.
    order = (SessionRow.trashed_utc, SessionRow.pinned, SessionRow.updated_utc, SessionRow.id)
    there = SessionRow.trashed_utc.is_(None)
    return _select(work, there, [column.desc() for column in order], limit=limit, offset=offset)


def save_draft(work: Work, text: str, session_id: str = "") -> None:
    """Keep what was typed but not sent; empty text forgets it.

    Args:
        work: The transaction.
        text: As typed.
        session_id: Whose draft; empty for a conversation that is still to begin.
    """
    if text:
        row = insert(DraftRow).values(place=session_id, text=text, saved_utc=work.now)
        work.db.execute(row.on_conflict_do_update(set_={"text": text, "saved_utc": work.now}))
    else:
        work.db.execute(delete(DraftRow).where(DraftRow.place == session_id))
    work.changed(Area.DRAFTS, *filter(None, [session_id]))


def draft(work: Work, session_id: str = "") -> str:
    """What was typed but not sent; empty if nothing was."""
    return work.db.scalar(select(DraftRow.text).where(DraftRow.place == session_id)) or ""


def _set(work: Work, session_id: str, **values: object) -> None:
    changed = work.db.execute(
        update(SessionRow).where(SessionRow.id == session_id).values(updated_utc=work.now, **values)
    )
    if not changed.rowcount:
        raise NotInHistory(tr("There is no such session in the history."), tr("See `counterpoint history`."))
    work.changed(Area.SESSIONS, session_id)


def tags_of(work: Work, session_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The tags of conversations in alphabetical order; without those that have none."""
    tags: dict[str, tuple[str, ...]] = {}
    query = select(TagRow.session_id, TagRow.tag).order_by(TagRow.tag)
    for some in in_pieces(session_ids):
        for session_id, name in work.db.execute(query.where(TagRow.session_id.in_(some))):
            tags[session_id] = (*tags.get(session_id, ()), name)
    return tags


def _select(
    work: Work,
    rule: ColumnElement[bool],
    order: Sequence[ColumnElement[Any]] = (),
    *,
    limit: int = 1,
    offset: int = 0,
) -> list[KeptSession]:
    of_it = (ComparisonRow.session_id == SessionRow.id) & ComparisonRow.trashed_utc.is_(None)
    first = select(ComparisonRow.prompt).where(of_it).order_by(ComparisonRow.number).limit(1).scalar_subquery()
    number = select(func.count()).select_from(ComparisonRow).where(of_it).scalar_subquery()
    rows = work.db.execute(
        select(SessionRow.__table__, func.coalesce(first, "").label("first_prompt"), number.label("comparisons"))
        .where(rule)
        .order_by(*order)
        .limit(limit)
        .offset(offset)
    )
    found = rows.mappings().all()
    tags = tags_of(work, [row["id"] for row in found])
    return [KeptSession(**row, tags=tags.get(row["id"], ())) for row in found]
