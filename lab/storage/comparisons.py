"""The tree of a conversation: prompts with their answers, siblings, the way from the root to a place."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, RowMapping, Select, func, insert, select, update

from lab.errors import NotInHistory
from lab.language import tr
from lab.records import Comparison, InRun, Origin, Side, VoteChoice
from lab.storage import answers, codec, found
from lab.storage.tables import AnswerRow, ComparisonRow, ContestantRow, SessionRow
from lab.storage.work import Area, Work, in_pieces, new_id

_SHORT = 6
_NAMED = 3
"""How many ids are named where one was to be told."""
_AFTER_ANY_LETTER = chr(0x10FFFF)


def add(
    work: Work,
    session_id: str,
    prompt: str,
    *,
    a: str | None = None,
    b: str | None = None,
    parent_id: str | None = None,
    origin: Origin = Origin.PROMPT,
    comparison_id: str = "",
    in_run: InRun | None = None,
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
        comparison_id: A new id that the caller has made already; empty makes one here.
        in_run: Its place in the run of a suite, if one asks.

    Returns:
        The comparison's id.

    Raises:
        NotInHistory: The session or the parent is not there, or the parent is in the trash.
    """
    touched = work.db.execute(update(SessionRow).where(SessionRow.id == session_id).values(updated_utc=work.now))
    if not touched.rowcount:
        raise NotInHistory(tr("The session is no longer in the history."), tr("Begin a new one."))
    if parent_id is not None:
        parent = get_row(work, parent_id)
        if parent["session_id"] != session_id:
            raise NotInHistory(tr("The turn to go on from is in another session."), tr("Begin a new one."))
        if parent["trashed_utc"] is not None:
            raise NotInHistory(
                tr("The turn to go on from has been deleted."), tr("Bring it back, or go on from another one.")
            )
    comparison_id = comparison_id or new_id()
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
            model_a=_model_name(work, a),
            model_b=_model_name(work, b),
            run_id=in_run.run_id if in_run else None,
            suite_id=in_run.suite_id if in_run else "",
            item_id=in_run.item_id if in_run else "",
            sample=in_run.sample if in_run else None,
        )
    )
    found.index_comparison(work, comparison_id)
    work.changed(Area.COMPARISONS, session_id, comparison_id)
    work.changed(Area.SESSIONS, session_id)
    return comparison_id


def set_answer(work: Work, comparison_id: str, side: Side, answer_id: str) -> None:
    """Put a side's answer into a comparison that has none of it yet."""
    name = _model_name(work, answer_id)
    values = (
        {"answer_a_id": answer_id, "model_a": name} if side is Side.A else {"answer_b_id": answer_id, "model_b": name}
    )
    work.db.execute(update(ComparisonRow).where(ComparisonRow.id == comparison_id).values(**values))
    found.index_comparison(work, comparison_id)
    work.changed(Area.COMPARISONS, comparison_id)


def set_choice(work: Work, comparison_id: str, choice: VoteChoice | None) -> None:
    """Write beside a comparison which vote counts now; ``votes`` knows, the list and the search look here."""
    work.db.execute(update(ComparisonRow).where(ComparisonRow.id == comparison_id).values(choice=choice))


def get(work: Work, comparison_id: str) -> Comparison:
    """One comparison with all that is kept of its answers.

    Raises:
        NotInHistory: There is none of that id.
    """
    return _records(work, [get_row(work, comparison_id)], with_details=True)[0]


def by_ids(work: Work, comparison_ids: Sequence[str]) -> list[Comparison]:
    """Comparisons in the order in which they came; without token probabilities, and without ids that are not there."""
    return [each for some in in_pieces(comparison_ids) for each in _select(work, ComparisonRow.id.in_(some))]


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
    get_row(work, comparison_id)
    return _select(work, ComparisonRow.id.in_(way_up(comparison_id)))


def way_up(comparison_id: str) -> Select[str]:
    """A query for the ids of a comparison and of all that it goes on from."""
    # A parent is always older than its children and never changes, so this ends.
    way = select(ComparisonRow.id, ComparisonRow.parent_id).where(ComparisonRow.id == comparison_id).cte(recursive=True)
    parent = ComparisonRow.__table__.alias()
    way = way.union_all(select(parent.c.id, parent.c.parent_id).where(parent.c.id == way.c.parent_id))
    return select(way.c.id)


def descendants(work: Work, comparison_id: str) -> list[str]:
    """A comparison and everything that goes on from it."""
    below = select(ComparisonRow.id).where(ComparisonRow.id == comparison_id).cte(recursive=True)
    child = ComparisonRow.__table__.alias()
    below = below.union_all(select(child.c.id).where(child.c.parent_id == below.c.id))
    return list(work.db.scalars(select(below.c.id)))


def resolve(work: Work, beginning: str) -> str:
    """The id that begins so, of a comparison that is not in the trash.

    Raises:
        NotInHistory: None begins so, or several do.
    """
    beginning = codec.storable(beginning).strip().lower()
    if not beginning:
        raise NotInHistory(tr("The id is empty."), tr("See `counterpoint history`."))
    in_the_trash = ComparisonRow.session_id.in_(select(SessionRow.id).where(SessionRow.trashed_utc.is_not(None)))
    ids = work.db.scalars(
        select(ComparisonRow.id)
        .where(ComparisonRow.id >= beginning, ComparisonRow.id < beginning + _AFTER_ANY_LETTER)
        .where(ComparisonRow.trashed_utc.is_(None), ~in_the_trash)
        .order_by(ComparisonRow.id)
        .limit(_NAMED + 1)
    ).all()
    if not ids:
        raise NotInHistory(
            tr("No comparison has an id that begins with “{beginning}”.", beginning=beginning),
            tr("See `counterpoint history`."),
        )
    if len(ids) == 1 or ids[0] == beginning:
        return ids[0]
    names = ", ".join(short_id(work, comparison_id) for comparison_id in ids[:_NAMED])
    more = ", …" if len(ids) > _NAMED else ""
    raise NotInHistory(
        tr("Several ids begin with “{beginning}”.", beginning=beginning),
        tr("Give more of it: {ids}.", ids=names + more),
    )


def short_id(work: Work, comparison_id: str) -> str:
    """The beginning of an id that is enough to tell it from all others, six characters at least."""
    before = work.db.scalar(select(func.max(ComparisonRow.id)).where(ComparisonRow.id < comparison_id))
    after = work.db.scalar(select(func.min(ComparisonRow.id)).where(ComparisonRow.id > comparison_id))
    # In order of the alphabet, no other id shares more with it than its neighbours.
    length = _SHORT
    while length < len(comparison_id) and any(
        other is not None and other.startswith(comparison_id[:length]) for other in (before, after)
    ):
        length += 1
    return comparison_id[:length]


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
        raise NotInHistory(tr("There is no such comparison in the history."), tr("See `counterpoint history`."))
    return row


def place_in_run(row: RowMapping) -> InRun | None:
    """The place in a run that a comparison's row tells; None if no run asked it."""
    if row["run_id"] is None:
        return None
    return InRun(run_id=row["run_id"], suite_id=row["suite_id"], item_id=row["item_id"], sample=row["sample"])


def _model_name(work: Work, answer_id: str | None) -> str:
    name = (
        select(ContestantRow.model_name)
        .join(AnswerRow, AnswerRow.contestant_id == ContestantRow.id)
        .where(AnswerRow.id == answer_id)
    )
    return (work.db.scalar(name) if answer_id else None) or ""


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
            in_run=place_in_run(row),
        )
        for row in rows
    ]
