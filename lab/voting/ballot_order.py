"""In which order a rater sees the pairs of a run, which of them come twice, and which answer stands on the left.

Drawn at random, but from the run and the rater alone: whoever goes on after a restart finds the order that was there.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from lab.records import Side
from lab.runs.plan import RunPlan
from lab.session import blind_session


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One pair in the order of a rater."""

    comparison_id: str
    left: Side
    """Whose answer stands on the left."""
    again: bool = False
    """The rater has seen the pair before, the other way round, and is asked once more."""


def order_of(plan: RunPlan, rater: str) -> tuple[Ballot, ...]:
    """All pairs that a run can have, in the order in which a rater is to see them.

    Each round has one sample of every prompt, so that two samples of one prompt stand far apart. The prompts of a
    conversation stand together, with the same answer on the left. A pair that comes twice has A on the left first, so
    the second time B stands there, which is how the history tells a repeat.
    """
    chance = random.Random(f"{plan.run.id}\n{rater}")  # noqa: S311  (no secret)
    rows = {(row.item.id, row.sample): row for row in plan.rows() if row.side is Side.A}
    samples = {item.id: chance.sample(range(plan.run.samples), plan.run.samples) for item in plan.suite.items}
    items = list(plan.suite.items)
    lefts: dict[str, Side] = {}
    latest = ""
    for number in range(plan.run.samples):
        chance.shuffle(items)
        if items[0].id == latest:  # else two samples of a prompt might meet where two rounds do
            items.append(items.pop(0))
        latest = items[-1].id
        for item in items:
            row, left = rows[item.id, samples[item.id][number]], chance.choice(list(Side))
            lefts |= {plan.comparison_id(row, place): left for place in range(len(row.prompts))}
    steps = blind_session.plan(list(lefts), chance=chance).steps
    twice = {steps[step.repeat_of].prompt for step in steps if step.repeat_of is not None}
    return tuple(
        Ballot(comparison_id=step.prompt, left=Side.B, again=True)
        if step.repeat_of is not None
        else Ballot(comparison_id=step.prompt, left=Side.A if step.prompt in twice else lefts[step.prompt])
        for step in steps
    )
