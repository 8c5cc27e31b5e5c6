"""Reads what the outcome of a run shows beside its summary: what both sides' answers are like."""

from __future__ import annotations

from lab.records import Side
from lab.results.personality import Personality
from lab.results.progress import Report, Stopped, never, nobody
from lab.results.sides import side_profiles
from lab.runs.plan import RunPlan
from lab.storage import Store


def read_profiles(
    store: Store, plan: RunPlan, report: Report = nobody, stopped: Stopped = never
) -> dict[Side, Personality]:
    """Profiles of both sides over all answers that a run has; it takes some 10 ms for each that is not measured yet.

    Args:
        store: The history; it must be writable if something is still to be measured.
        plan: The run.
        report: Is told how far it is.
        stopped: Is asked whether to give up.

    Raises:
        GaveUp: It was stopped.
        LabError: The history can't be read or written.
    """
    answer_ids: dict[Side, list[str]] = {side: [] for side in Side}
    for row in plan.rows():
        answer_ids[row.side] += [plan.answer_id(row, place) for place in range(len(row.prompts))]
    return side_profiles(store, {Side.A: plan.run.a, Side.B: plan.run.b}, answer_ids, report, stopped)
