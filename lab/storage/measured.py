"""What answers are like, measured once and kept: numbers whose names and order only a version of the measures knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import aliased

from lab.records import AnswerState, Contestant
from lab.storage import codec
from lab.storage.tables import AnswerRow, ComparisonRow, ContestantRow, MeasuresRow, SessionRow
from lab.storage.work import Work

AT_ONCE = 5000
"""How many measured answers a piece has."""

Values = Sequence[float | None]
"""The measures of an answer in the order of their version; None where it can't be measured so."""

_values = msgspec.json.Decoder(list[float | None])


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The measures of one answer."""

    answer_id: str
    contestant_id: str
    """The history's own name for who gave it; see ``contestants``."""
    values: Values


def missing(work: Work, version: str) -> list[str]:
    """The ids of the answers that are done and have no measures of this version yet, the latest first."""
    measured = exists().where(MeasuresRow.answer_id == AnswerRow.id, MeasuresRow.version == version)
    rows = work.db.execute(select(AnswerRow.id, AnswerRow.state, AnswerRow.begun_utc).where(~measured)).all()
    done = [(row.begun_utc, row.id) for row in rows if row.state != AnswerState.STREAMING]
    return [answer_id for _, answer_id in sorted(done, reverse=True)]


def keep(work: Work, version: str, measured: Mapping[str, Values]) -> None:
    """Keep the measures of some answers in the place of earlier ones; of an answer that is gone nothing is kept.

    It says of no change: what is kept here can be had again from the answers at any time.
    """
    there = work.db.scalars(select(AnswerRow.id).where(AnswerRow.id.in_(list(measured))))
    rows = [
        {"answer_id": answer_id, "version": version, "numbers": encoded(measured[answer_id])} for answer_id in there
    ]
    if rows:
        query = insert(MeasuresRow)
        fresh = {"version": query.excluded.version, "numbers": query.excluded.numbers}
        work.db.execute(query.on_conflict_do_update(index_elements=["answer_id"], set_=fresh), rows)


def encoded(values: Values) -> str:
    """Measures as the table keeps them."""
    return msgspec.json.encode(values).decode()


def count(work: Work, version: str) -> int:
    """How many answers have measures of this version."""
    return work.db.scalar(select(func.count()).where(MeasuresRow.version == version)) or 0


def measured(work: Work, version: str, *, after: str = "", limit: int = AT_ONCE) -> list[Measured]:
    """A piece of the measured answers, by their ids; only those that a comparison shows that is not in the trash.

    Args:
        work: The transaction.
        version: Of the measures.
        after: The id of the last one of the piece before; empty for the first piece.
        limit: How many at most; an empty list means that there are no more.
    """
    rows = work.db.execute(
        select(MeasuresRow.answer_id, AnswerRow.contestant_id, MeasuresRow.numbers)
        .join(AnswerRow, AnswerRow.id == MeasuresRow.answer_id)
        .where(MeasuresRow.answer_id > after, MeasuresRow.version == version)
        .where(_shown(ComparisonRow.answer_a_id) | _shown(ComparisonRow.answer_b_id))
        .order_by(MeasuresRow.answer_id)
        .limit(limit)
    )
    return [
        Measured(answer_id=answer_id, contestant_id=contestant_id, values=_values.decode(numbers))
        for answer_id, contestant_id, numbers in rows
    ]


def contestants(work: Work) -> dict[str, Contestant]:
    """All that ever gave an answer, by the history's own names, with 0 for their seeds."""
    rows = work.db.execute(select(ContestantRow.id, ContestantRow.whole))
    return {contestant_id: codec.from_json(whole, Contestant) for contestant_id, whole in rows}


def prompt_of(work: Work, answer_id: str) -> str:
    """What an answer answers; empty if no comparison shows it."""
    shows = (ComparisonRow.answer_a_id == answer_id) | (ComparisonRow.answer_b_id == answer_id)
    return work.db.scalar(select(ComparisonRow.prompt).where(shows).order_by(ComparisonRow.number).limit(1)) or ""


def _shown(answer: Any) -> ColumnElement[bool]:
    session, comparison = aliased(SessionRow), ComparisonRow
    return exists().where(
        answer == AnswerRow.id,
        comparison.trashed_utc.is_(None),
        session.id == comparison.session_id,
        session.trashed_utc.is_(None),
    )
