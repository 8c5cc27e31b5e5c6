"""What the history says again beside its tables, for many comparisons at once: the search, and the vote that counts."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import String, bindparam, select, text, update
from sqlalchemy import cast as cast_to

from lab.storage.full_text import indexed
from lab.storage.tables import FOUND, AnswerRow, ComparisonRow, NoteRow, VoteRow
from lab.storage.votes import that_count
from lab.storage.work import Work


class _Cast(NamedTuple):
    """A vote on the whole, as far as it decides which one counts."""

    comparison_id: str
    rater: str
    """Its number, as text."""
    choice: str | None
    shown_first: str
    blind: bool
    aspect: str = ""


def index(work: Work, comparison_ids: Collection[str]) -> None:
    """Let the search find comparisons as they are now; see ``storage.found``, which does so for one."""
    if not comparison_ids:
        return
    a, b = AnswerRow.__table__.alias(), AnswerRow.__table__.alias()
    found = (
        select(ComparisonRow.id, ComparisonRow.number, ComparisonRow.prompt, a.c.text.label("a"), b.c.text.label("b"))
        .outerjoin(a, a.c.id == ComparisonRow.answer_a_id)
        .outerjoin(b, b.c.id == ComparisonRow.answer_b_id)
        .where(ComparisonRow.id.in_(comparison_ids))
    )
    notes: dict[str, list[str]] = {}
    written = select(NoteRow.comparison_id, NoteRow.text).where(NoteRow.comparison_id.in_(comparison_ids))
    for comparison_id, note in work.db.execute(written):
        notes.setdefault(comparison_id, []).append(note)
    rows = [
        {
            "number": row.number,
            "prompt": indexed(row.prompt),
            "a": indexed(row.a or ""),
            "b": indexed(row.b or ""),
            "note": indexed("\n".join(notes.get(row.id, ()))),
        }
        for row in work.db.execute(found)
    ]
    work.db.execute(
        text(f"INSERT OR REPLACE INTO {FOUND} (rowid, prompt, a, b, note) VALUES (:number, :prompt, :a, :b, :note)"),  # noqa: S608
        rows,
    )


def choose(work: Work, comparison_ids: Collection[str]) -> None:
    """Write beside comparisons which vote on the whole counts now; of several raters' the last."""
    if not comparison_ids:
        return
    cast: dict[str, list[_Cast]] = {comparison_id: [] for comparison_id in comparison_ids}
    rows = work.db.execute(
        select(
            VoteRow.comparison_id, cast_to(VoteRow.rater_id, String), VoteRow.choice, VoteRow.shown_first, VoteRow.blind
        )
        .where(VoteRow.comparison_id.in_(comparison_ids), VoteRow.aspect == "")
        .order_by(VoteRow.cast_utc, VoteRow.number)
    )
    for row in rows:
        vote = _Cast(*row)
        cast[vote.comparison_id].append(vote)
    chosen = [
        {"chosen_id": comparison_id, "chosen": counting[-1].choice if (counting := that_count(votes)) else None}
        for comparison_id, votes in cast.items()
    ]
    of_that_id = ComparisonRow.id == bindparam("chosen_id")
    work.db.execute(update(ComparisonRow).where(of_that_id).values(choice=bindparam("chosen")), chosen)
