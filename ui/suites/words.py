"""What the page says of runs."""

from __future__ import annotations

from enum import Enum, auto

from lab.errors import LabError
from lab.language import counted, number, tr
from lab.records import Contestant, RunState
from lab.runs.beginning import prompts_of
from lab.runs.plan import RunPlan
from lab.runs.progress import RunProgress
from lab.suites.suite import Suite
from lab.visible import visible
from ui.compare.words import FRAMING

HEADER_PIXELS = 46
"""How high the heads of the two columns are, so that they stand in one line."""
_MINUTE_S = 60
_HOUR_S = 3600


class Going(Enum):
    """What the run does that this window is at."""

    RUNS = auto()
    PAUSED = auto()
    WAITS = auto()
    """Somebody else answers."""
    STOPS = auto()


def told(error: LabError) -> str:
    """What went wrong and what to do, in one line."""
    return f"{error.message} {error.hint}".strip()


def sum_of(suite: Suite, samples: int) -> str:
    """How much will be asked, in one plain line."""
    prompts = prompts_of(suite)
    answers = number(prompts * samples * 2)
    asked = counted(prompts, tr("{n} prompt"), tr("{n} prompts"))
    if samples == 1:
        return tr("{prompts} × 2 models = {answers} answers", prompts=asked, answers=answers)
    repeated = counted(samples, tr("{n} sample"), tr("{n} samples"))
    return tr("{prompts} × {samples} × 2 models = {answers} answers", prompts=asked, samples=repeated, answers=answers)


def size_of(suite: Suite) -> str:
    """How many prompts and checks a suite has."""
    prompts = counted(prompts_of(suite), tr("{n} prompt"), tr("{n} prompts"))
    if not suite.number_of_checks:
        return tr("{prompts}, no checks", prompts=prompts)
    checks = counted(suite.number_of_checks, tr("{n} check"), tr("{n} checks"))
    return tr("{prompts}, {checks}", prompts=prompts, checks=checks)


def settings_of(plan: RunPlan) -> str:
    """What a run was told, in one line."""
    run = plan.run
    parts = [counted(prompts_of(plan.suite), tr("{n} prompt"), tr("{n} prompts"))]
    parts.append(counted(run.samples, tr("{n} sample of each"), tr("{n} samples of each")))
    tokens = run.a.sampler.max_tokens
    parts.append(counted(tokens, tr("at most {n} token"), tr("at most {n} tokens")))
    parts.append(tr("seed {seed}", seed=run.settings.seed))
    return " · ".join(parts)


def player_of(contestant: Contestant) -> str:
    """Who plays, and how it is asked."""
    return f"{visible(contestant.model.name)} · {FRAMING[contestant.framing]}"


def time_left(progress: RunProgress) -> str:
    """How long it will still take."""
    seconds = progress.left_s
    if seconds is None:
        return tr("Time left is known after the first answers.")
    if seconds < _MINUTE_S:
        return tr("Less than a minute left.")
    minutes = round(seconds / _MINUTE_S)
    if minutes < 60:
        return counted(minutes, tr("About {n} minute left."), tr("About {n} minutes left."))
    hours = round(seconds / _HOUR_S)
    return counted(hours, tr("About {n} hour left."), tr("About {n} hours left."))


def state_of(state: RunState, done: int, planned: int) -> str:
    """How far a run is that nobody is at in this window."""
    if state is RunState.FINISHED:
        return counted(done, tr("Finished, {n} answer"), tr("Finished, {n} answers"))
    values = {"done": number(done), "planned": number(planned)}
    if state is RunState.RUNNING:
        return tr("Running elsewhere, {done} of {planned}", **values)
    return tr("Stopped, {done} of {planned}", **values)


def going_of(going: Going, done: int, planned: int) -> str:
    """How far the run is that this window is at."""
    values = {"done": number(done), "planned": number(planned)}
    match going:
        case Going.RUNS:
            return tr("Running, {done} of {planned}", **values)
        case Going.PAUSED:
            return tr("Paused, {done} of {planned}", **values)
        case Going.WAITS:
            return tr("Waiting, {done} of {planned}", **values)
        case Going.STOPS:
            return tr("Stopping, {done} of {planned}", **values)
