"""The runs in the history, as the list shows them."""

from __future__ import annotations

from dataclasses import dataclass

from lab.errors import LabError
from lab.records import KeptRun
from lab.runs.plan import RunPlan
from lab.storage import runs
from lab.storage.work import Work

MOST_RUNS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLine:
    """A run and how far it is."""

    run: KeptRun
    done: int
    """How many answers are there, those that failed among them."""
    planned: int
    """How many there are to be; as many as there are if that can't be read."""


def listed(work: Work) -> list[RunLine]:
    """The runs that are not in the trash, the latest first."""
    return [_line(work, run) for run in runs.listed(work, limit=MOST_RUNS)]


def _line(work: Work, run: KeptRun) -> RunLine:
    done, _ = runs.counts(work, run.id)
    try:
        planned = 2 * RunPlan.of(run).answers_of_a_side
    except LabError:  # a suite of another version of the program; its answers are there all the same
        planned = done
    return RunLine(run=run, done=done, planned=planned)
