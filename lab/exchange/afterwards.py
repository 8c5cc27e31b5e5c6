"""What the history says again beside its tables, for many comparisons at once: the search, and the vote that counts."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import bindparam, select, text

from lab.storage.full_text import indexed
from lab.storage.tables import FOUND, AnswerRow, ComparisonRow, NoteRow
from lab.storage.work import Work

# As ``votes.current`` has it: of each rater the last vote counts, unless it took the vote back; of several raters' the
# last.
_CHOOSE = text(
    "UPDATE comparison SET choice = (SELECT vote.choice FROM vote WHERE vote.comparison_id = comparison.id "
    "AND vote.aspect = '' AND vote.choice IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vote AS later "
    "WHERE later.comparison_id = vote.comparison_id AND later.rater_id = vote.rater_id AND later.aspect = '' "
    "AND (later.cast_utc, later.number) > (vote.cast_utc, vote.number)) "
    "ORDER BY vote.cast_utc DESC, vote.number DESC LIMIT 1) WHERE comparison.id IN :ids"
).bindparams(bindparam("ids", expanding=True))


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
    """Write beside comparisons which vote on the whole counts now."""
    if comparison_ids:
        work.db.execute(_CHOOSE, {"ids": sorted(comparison_ids)})
