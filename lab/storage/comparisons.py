"""The tree of a conversation: prompts with their answers, siblings, the way from the root to a place."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, RowMapping, insert, select, update

from lab.errors import NotInHistory
from lab.records import Comparison, Origin
from lab.storage import answers, found
from lab.storage.tables import ComparisonRow, SessionRow
from lab.storage.work import Area, Work, new_id


def add(
    work: Work,
    session_id: str,
    prompt: str,
    *,
    a: str | None = None,
    b: str | None = None,
    parent_id: str | None = None,
    origin: Origin = Origin.PROMPT,
) -> str:
    """Put a prompt and its answers into a conversation.

    Args:
        work: The transaction.
        session_id: The conversation.
        prompt: As it was typed.
        a: The id of A's answer, from ``answers.begin`` or, if only B was asked again, of the sibling's.
        b: The same for B.
        parent_id: The comparison that it goes on from; None at the beginning. A sibling has its sibling's parent.
        origin: How it came about.

    Returns:
        The comparison's id.

    Raises:
        NotInHistory: The session or the parent is not there.
    """
    touched = work.db.execute(update(SessionRow).where(SessionRow.id == session_id).values(updated_utc=work.now))
    if not touched.rowcount:
        raise NotInHistory("The session is no longer in the history.", "Begin a new one.")
    if parent_id is not None and get_row(work, parent_id)["session_id"] != session_id:
        raise NotInHistory("The turn to go on from is in another session.", "Begin a new one.")
    comparison_id = new_id()
    work.db.execute(
        insert(ComparisonRow).values(
            id=comparison_id,
            session_id=session_id,
            parent_id=parent_id,
            origin=origin,
            prompt=prompt,
            created_utc=work.now,
            answer_a_id=a,
            answer_b_id=b,
        )
    )
    found.index_comparison(work, comparison_id)
    work.changed(Area.COMPARISONS, session_id, comparison_id)
    work.changed(Area.SESSIONS, session_id)
    return comparison_id


def get(work: Work, comparison_id: str) -> Comparison:
    """One comparison with all that is kept of its answers.

    Raises:
        NotInHistory: There is none of that id.
    """
    return _records(work, [get_row(work, comparison_id)], with_details=True)[0]


def of_session(work: Work, session_id: str, *, also_trashed: bool = False) -> list[Comparison]:
    """The whole tree of a conversation, in the order in which it grew; without token probabilities."""
    rule: ColumnElement[bool] = ComparisonRow.session_id == session_id
    if not also_trashed:
        rule &= ComparisonRow.trashed_utc.is_(None)
    return _select(work, rule)


def siblings(work: Work, comparison_id: str) -> list[str]:
    """The ids of the comparisons at the same place of the tree, oldest first; among them the one asked about."""
    row = get_row(work, comparison_id)
    rule = ComparisonRow.parent_id.is_(row["parent_id"]) & (ComparisonRow.session_id == row["session_id"])
    return list(
        work.db.scalars(
            select(ComparisonRow.id).where(rule, ComparisonRow.trashed_utc.is_(None)).order_by(ComparisonRow.number)
        )
    )


def path(work: Work, comparison_id: str) -> list[Comparison]:
    """The conversation from its first prompt to a comparison, both included: what the next prompt goes on from."""
    # A parent is always older than its children and never changes, so this ends.
    ids: list[str] = []
    at: str | None = comparison_id
    while at is not None:
        ids.append(at)
        at = get_row(work, at)["parent_id"]
    return _select(work, ComparisonRow.id.in_(ids))


def descendants(work: Work, comparison_id: str) -> list[str]:
    """A comparison and everything that goes on from it."""
    below = select(ComparisonRow.id).where(ComparisonRow.id == comparison_id).cte(recursive=True)
    child = ComparisonRow.__table__.alias()
    below = below.union_all(select(child.c.id).where(child.c.parent_id == below.c.id))
    return list(work.db.scalars(select(below.c.id)))


def get_row(work: Work, comparison_id: str) -> RowMapping:
    """The row of a comparison.

    Raises:
        NotInHistory: There is none of that id.
    """
    row = (
        work.db.execute(select(ComparisonRow.__table__).where(ComparisonRow.id == comparison_id))
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise NotInHistory("There is no such comparison in the history.", "See `counterpoint history`.")
    return row


def _select(work: Work, rule: ColumnElement[bool]) -> list[Comparison]:
    rows = work.db.execute(select(ComparisonRow.__table__).where(rule).order_by(ComparisonRow.number))
    return _records(work, rows.mappings().all(), with_details=False)


def _records(work: Work, rows: Sequence[RowMapping], *, with_details: bool) -> list[Comparison]:
    wanted = {row[column] for row in rows for column in ("answer_a_id", "answer_b_id") if row[column]}
    kept = answers.by_id(work, sorted(wanted), with_details=with_details)
    return [
        Comparison(
            id=row["id"],
            session_id=row["session_id"],
            parent_id=row["parent_id"],
            origin=Origin(row["origin"]),
            prompt=row["prompt"],
            created_utc=row["created_utc"],
            trashed_utc=row["trashed_utc"],
            a=kept.get(row["answer_a_id"]),
            b=kept.get(row["answer_b_id"]),
        )
        for row in rows
    ]
