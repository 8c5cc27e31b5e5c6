"""A new run, from what somebody wants."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lab.errors import LabError
from lab.language import tr
from lab.records import Contestant, Framing, RunSettings
from lab.runs.plan import RunPlan, new_run
from lab.suites.suite import Suite


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who should be asked what, and how often."""

    suite: Suite
    a: Contestant
    b: Contestant
    samples: int
    max_tokens: int
    settings: RunSettings


def prompts_of(suite: Suite) -> int:
    """How many prompts a suite has, those that go on from an answer among them."""
    return sum(1 + len(item.turns) for item in suite.items)


def begun(wanted: Wanted) -> RunPlan:
    """Plan a run; nothing is kept or asked yet.

    Raises:
        LabError: A model can't be asked in the way that is wanted.
    """
    for player in (wanted.a, wanted.b):
        if player.framing is Framing.CHAT and not player.model.has_chat_template:
            raise LabError(
                tr("{name} has no chat template, so it can't be given the chat framing.", name=player.model.name),
                tr("Choose another framing for it."),
            )
    a, b = (
        replace(player, sampler=replace(player.sampler, max_tokens=wanted.max_tokens))
        for player in (wanted.a, wanted.b)
    )
    return RunPlan.of(new_run(wanted.suite, a, b, samples=wanted.samples, settings=wanted.settings))
