"""What the full-text search knows of each comparison: its prompt, its answers once they are done, its notes."""

from __future__ import annotations

from sqlalchemy import Row, select, text

from lab.storage.full_text import indexed
from lab.storage.tables import FOUND, AnswerRow, ComparisonRow, NoteRow
from lab.storage.work import Work


def index_comparison(work: Work, comparison_id: str) -> None:
    """Write what is to be found of a comparison, in the place of what was."""
    a, b = AnswerRow.__table__.alias(), AnswerRow.__table__.alias()
    row: Row[int, str, str | None, str | None] | None = work.db.execute(
        select(ComparisonRow.number, ComparisonRow.prompt, a.c.text, b.c.text)
        .outerjoin(a, a.c.id == ComparisonRow.answer_a_id)
        .outerjoin(b, b.c.id == ComparisonRow.answer_b_id)
        .where(ComparisonRow.id == comparison_id)
    ).one_or_none()
    if row is None:
        return
    number, prompt, answer_a, answer_b = row
    notes = "\n".join(work.db.scalars(select(NoteRow.text).where(NoteRow.comparison_id == comparison_id)))
    work.db.execute(
        text(f"INSERT OR REPLACE INTO {FOUND} (rowid, prompt, a, b, note) VALUES (:number, :prompt, :a, :b, :note)"),  # noqa: S608
        {
            "number": number,
            "prompt": indexed(prompt),
            "a": indexed(answer_a or ""),
            "b": indexed(answer_b or ""),
            "note": indexed(notes),
        },
    )


def index_answer(work: Work, answer_id: str) -> None:
    """Write anew what is to be found of each comparison that shows an answer."""
    shown = select(ComparisonRow.id).where(
        (ComparisonRow.answer_a_id == answer_id) | (ComparisonRow.answer_b_id == answer_id)
    )
    for comparison_id in work.db.scalars(shown).all():
        index_comparison(work, comparison_id)


def forget(work: Work, numbers: list[int]) -> None:
    """Take comparisons out of the search for good."""
    for number in numbers:
        work.db.execute(text(f"DELETE FROM {FOUND} WHERE rowid = :number"), {"number": number})  # noqa: S608
