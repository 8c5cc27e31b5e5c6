"""Makes room for another try of what failed in a run."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import aliased

from lab.errors import LabError
from lab.language import tr
from lab.records import AnswerState, RunState, Side
from lab.storage import found, runs
from lab.storage.tables import AnswerRow, ComparisonRow
from lab.storage.work import Area, Work


def forget(work: Work, run_id: str) -> int:
    """Take the failed answers of a run away, so that it asks them anew; it is unfinished then.

    What was voted on, or gone on from by hand, or lies in the trash, stays as it is.

    Returns:
        How many went.

    Raises:
        NotInHistory: There is no such run.
        LabError: Somebody is at it.
    """
    if runs.get(work, run_id).state is RunState.RUNNING:
        raise LabError(tr("This run is going on."), tr("Stop it first."))
    gone = _failed(work, run_id)
    for comparison_id, answers in gone.items():
        for side in answers:
            values: dict[str, object] = {f"answer_{side}_id": None, f"model_{side}": ""}
            work.db.execute(update(ComparisonRow).where(ComparisonRow.id == comparison_id).values(**values))
        found.index_comparison(work, comparison_id)
    answer_ids = [answer_id for answers in gone.values() for answer_id in answers.values()]
    for answer_id in answer_ids:
        work.db.execute(delete(AnswerRow).where(AnswerRow.id == answer_id))
    empty = (
        ComparisonRow.id.in_(gone) & ComparisonRow.answer_a_id.is_(None) & ComparisonRow.answer_b_id.is_(None)
    )  # a run makes a comparison when it has an answer to put into it
    found.forget(work, list(work.db.scalars(select(ComparisonRow.number).where(empty))))
    work.db.execute(delete(ComparisonRow).where(empty))
    if answer_ids:
        runs.release(work, run_id, finished=False)
        work.changed(Area.COMPARISONS, *gone)
        work.changed(Area.ANSWERS, *answer_ids)
    return len(answer_ids)


def _failed(work: Work, run_id: str) -> dict[str, dict[Side, str]]:
    """The failed answers that may go, by comparison and side."""
    below, elsewhere = aliased(ComparisonRow), aliased(ComparisonRow)
    by_hand = select(below.id).where(below.parent_id == ComparisonRow.id, below.run_id.is_(None)).exists()
    failed: dict[str, dict[Side, str]] = defaultdict(dict)
    for side, answer_id in ((Side.A, ComparisonRow.answer_a_id), (Side.B, ComparisonRow.answer_b_id)):
        shown_elsewhere = (
            select(func.count())
            .select_from(elsewhere)
            .where((elsewhere.answer_a_id == AnswerRow.id) | (elsewhere.answer_b_id == AnswerRow.id))
            .scalar_subquery()
            > 1
        )
        rows = work.db.execute(
            select(ComparisonRow.id, AnswerRow.id)
            .join(AnswerRow, AnswerRow.id == answer_id)
            .where(
                ComparisonRow.run_id == run_id,
                ComparisonRow.trashed_utc.is_(None),
                ComparisonRow.choice.is_(None),
                AnswerRow.state == AnswerState.FAILED,
                ~by_hand,
                ~shown_elsewhere,
            )
        )
        for comparison_id, failed_id in rows:
            failed[comparison_id][side] = failed_id
    return dict(failed)
