"""Which part of the history is meant: the same for every format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import aliased

from lab.errors import NotInHistory
from lab.language import tr
from lab.storage import codec
from lab.storage.tables import ComparisonRow, JudgementRow, NoteRow, RaterRow, RunRow, SessionRow, VoteRow
from lab.storage.work import Work

_AFTER_ANY_LETTER = chr(0x10FFFF)
_MOST_NAMED = 10
"""Raters that are named where one was to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be taken out. All of it must hold; what is empty holds always. The trash is never meant."""

    session_ids: tuple[str, ...] = ()
    """Only these conversations."""
    comparison_ids: tuple[str, ...] = ()
    """Only these comparisons; not too many, SQLite bounds the number of parameters."""
    blind_only: bool = False
    """Only votes that were cast blind, and only comparisons that have one."""
    rater: str = ""
    """Only what this rater thought, and only comparisons of which they thought something."""

    @property
    def by_opinion(self) -> bool:
        """True if comparisons are chosen by what was thought of them."""
        return self.blind_only or bool(self.rater)


def vote_rules(wanted: Wanted) -> list[ColumnElement[bool]]:
    """The conditions on a vote."""
    rules: list[ColumnElement[bool]] = [VoteRow.blind.is_(True)] if wanted.blind_only else []
    return [*rules, *_by(wanted, VoteRow.rater_id)]


def judgement_rules(wanted: Wanted) -> list[ColumnElement[bool]]:
    """The conditions on a judgement."""
    return _by(wanted, JudgementRow.rater_id)


def note_rules(wanted: Wanted) -> list[ColumnElement[bool]]:
    """The conditions on a note."""
    return _by(wanted, NoteRow.rater_id)


def there(wanted: Wanted) -> list[ColumnElement[bool]]:
    """The conditions on a comparison joined with its session, whatever was thought of it."""
    rules: list[ColumnElement[bool]] = [SessionRow.trashed_utc.is_(None), ComparisonRow.trashed_utc.is_(None)]
    return [*rules, SessionRow.id.in_(wanted.session_ids)] if wanted.session_ids else rules


def places(
    work: Work, wanted: Wanted, *, with_way: bool = False, voted: bool = False
) -> Iterator[list[tuple[str, int | None]]]:
    """Where to look, in the order of the file: session by session, each as its tree grew.

    Args:
        work: The transaction.
        wanted: What is meant.
        with_way: Also what a comparison goes on from, and sessions that have no comparison.
        voted: Only comparisons that have a vote.

    Yields:
        A few pairs at a time of a session's id and a comparison's number; None for a session without one.
    """
    query = _places(wanted, with_way=with_way, voted=voted).order_by(
        SessionRow.created_utc, SessionRow.id, ComparisonRow.number
    )
    # No larger pieces: what belongs to a piece is held in memory, and an answer may weigh megabytes.
    for rows in work.db.execute(query, execution_options={"yield_per": 100}).partitions():
        yield [(row[0], row[1]) for row in rows]


def count_places(work: Work, wanted: Wanted, *, with_way: bool = False, voted: bool = False) -> int:
    """How many pairs ``places`` gives."""
    return (
        work.db.scalar(select(func.count()).select_from(_places(wanted, with_way=with_way, voted=voted).subquery()))
        or 0
    )


def has_runs(work: Work, wanted: Wanted) -> bool:
    """Whether any of the conversations that ``places`` gives holds a run."""
    of_these = _places(wanted, with_way=True, voted=False).subquery()
    return work.db.scalar(select(RunRow.id).where(RunRow.session_id.in_(select(of_these.c[0]))).limit(1)) is not None


def find_sessions(work: Work, beginnings: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the conversations whose ids begin so.

    Raises:
        NotInHistory: None begins so, or several do.
    """
    return tuple(_find_session(work, codec.storable(beginning).strip().lower()) for beginning in beginnings)


def require_rater(work: Work, name: str) -> None:
    """Refuse a name that nobody here has.

    Raises:
        NotInHistory: There is no such rater.
    """
    if work.db.scalar(select(RaterRow.id).where(RaterRow.name == codec.storable(name))) is None:
        names = work.db.scalars(select(RaterRow.name).order_by(RaterRow.name).limit(_MOST_NAMED))
        known = ", ".join(f"“{each}”" for each in names) or tr("nobody yet")
        raise NotInHistory(tr("Nobody called “{name}” has voted.", name=name), tr("Who has: {known}.", known=known))


def _places(wanted: Wanted, *, with_way: bool, voted: bool) -> Select[str, int]:
    pairs = select(SessionRow.id, ComparisonRow.number)
    if wanted.by_opinion or voted or wanted.comparison_ids:
        chosen = _chosen(wanted, voted=voted or wanted.blind_only)
        ids = _ways(chosen) if with_way else chosen
        joined = pairs.join(ComparisonRow, ComparisonRow.session_id == SessionRow.id)
        return joined.where(*there(wanted), ComparisonRow.id.in_(ids))
    of_it = (ComparisonRow.session_id == SessionRow.id) & ComparisonRow.trashed_utc.is_(None)
    joined = pairs.join(ComparisonRow, of_it, isouter=with_way).where(SessionRow.trashed_utc.is_(None))
    return joined.where(SessionRow.id.in_(wanted.session_ids)) if wanted.session_ids else joined


def _chosen(wanted: Wanted, *, voted: bool) -> Select[str]:
    opinions = [exists().where(VoteRow.comparison_id == ComparisonRow.id, *vote_rules(wanted))]
    if not voted:
        opinions += [
            exists().where(JudgementRow.comparison_id == ComparisonRow.id, *judgement_rules(wanted)),
            exists().where(NoteRow.comparison_id == ComparisonRow.id, *note_rules(wanted)),
        ]
    found = select(ComparisonRow.id)
    if wanted.by_opinion or voted:
        found = found.where(or_(*opinions))
    if wanted.comparison_ids:
        found = found.where(ComparisonRow.id.in_(wanted.comparison_ids))
    return found.where(ComparisonRow.session_id.in_(wanted.session_ids)) if wanted.session_ids else found


def _ways(ids: Select[str]) -> Select[str]:
    """Comparisons and all that they go on from."""
    way = select(ComparisonRow.id, ComparisonRow.parent_id).where(ComparisonRow.id.in_(ids)).cte(recursive=True)
    parent = aliased(ComparisonRow)
    way = way.union(select(parent.id, parent.parent_id).where(parent.id == way.c.parent_id))
    return select(way.c.id)


def _by(wanted: Wanted, rater_id: Any) -> list[ColumnElement[bool]]:
    if not wanted.rater:
        return []
    return [rater_id == select(RaterRow.id).where(RaterRow.name == wanted.rater).scalar_subquery()]


def _find_session(work: Work, beginning: str) -> str:
    rule = (SessionRow.id >= beginning) & (SessionRow.id < beginning + _AFTER_ANY_LETTER)
    ids = work.db.scalars(
        select(SessionRow.id).where(rule, SessionRow.trashed_utc.is_(None)).order_by(SessionRow.id).limit(2)
    ).all()
    if not beginning or not ids:
        raise NotInHistory(
            tr("No session has an id that begins with “{beginning}”.", beginning=beginning),
            tr("See `counterpoint history --json`."),
        )
    if len(ids) > 1 and ids[0] != beginning:
        raise NotInHistory(
            tr("Several sessions have ids that begin with “{beginning}”.", beginning=beginning), tr("Give more of it.")
        )
    return ids[0]
