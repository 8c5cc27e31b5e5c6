"""What a run still has to ask, from its plan and from what is kept of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lab.records import AnswerState, Side
from lab.runs.plan import PlannedRow, RunPlan
from lab.storage.runs import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRow:
    """A row that is not over."""

    row: PlannedRow
    begins: int
    """The first of its prompts that has no answer."""
    answered: tuple[str, ...]
    """The ids of the answers before it, oldest first."""


class Kept:
    """What a run has already.

    Args:
        plan: What is asked.
        places: How far it has come, as the history says.

    Attributes:
        answers: How many answers each side has, those that failed among them.
        failed: How many of them failed.
    """

    def __init__(self, plan: RunPlan, places: Iterable[Place]) -> None:
        self._plan = plan
        self._places: Mapping[str, Place] = {place.comparison_id: place for place in places}
        self.answers = Counter(side for place in self._places.values() for side in place.answers)
        self.failed = Counter(
            side
            for place in self._places.values()
            for side, (_, state) in place.answers.items()
            if state is AnswerState.FAILED
        )

    def missing(self) -> Iterator[MissingRow]:
        """The rows that are not over, in the order of the plan.

        A row is over when its last prompt has its answer, when one of its answers failed, or when somebody has thrown
        a part of it away.
        """
        for row in self._plan.rows():
            found = self._look(row)
            if found is not None:
                yield found

    def never_asked(self, side: Side) -> int:
        """How many prompts of a side have no answer and never will, because their row ended before them."""
        planned = self._plan.answers_of_a_side - self.answers[side]
        to_come = sum(len(each.row.prompts) - each.begins for each in self.missing() if each.row.side is side)
        return planned - to_come

    def _look(self, row: PlannedRow) -> MissingRow | None:
        answered: list[str] = []
        for at in range(len(row.prompts)):
            place = self._places.get(self._plan.comparison_id(row, at))
            if place is not None and place.trashed:
                return None
            if place is None or row.side not in place.answers:
                return MissingRow(row=row, begins=at, answered=tuple(answered))
            answer_id, state = place.answers[row.side]
            if state is AnswerState.FAILED:
                return None
            answered.append(answer_id)
        return None
