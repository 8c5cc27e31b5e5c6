"""From what was typed to what will be run: which models, which framing, together or in turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn

from lab.cli.output import messages
from lab.errors import ModelNotFound
from lab.generation.demo import scripted_model
from lab.generation.runner import LoadOptions
from lab.generation.sampler_ranges import check
from lab.generation.schedule import Decision
from lab.models.library import Library
from lab.models.starter import default_pair
from lab.records import Contestant, Framing, Kind, Model, SamplerSettings, Schedule, Side
from lab.session.fitting import decide_for
from lab.visible import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user asked for; None means "choose for me"."""

    a: str | None = None
    b: str | None = None
    framing_a: Framing | None = None
    framing_b: Framing | None = None
    demo: bool = False
    system_prompt: str = ""
    sampler: SamplerSettings = field(default_factory=SamplerSettings)
    schedule: Schedule = Schedule.AUTO
    context_tokens: int = 4096
    gpu_layers: int = 0
    threads: int | None = None
    rivals: int = 0
    looks_at_memory: bool = True
    """False for who looks himself, because not every prompt gets the whole context."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is compared, and how."""

    contestants: Mapping[Side, Contestant]
    decision: Decision
    options: LoadOptions
    threads: int | None
    rivals: int
    notes: tuple[str, ...]
    """Sentences that the user should see before it begins."""


def make_plan(wishes: Wishes) -> Plan:
    """Find the models, choose what was left open, and see whether it all fits.

    Raises:
        LabError: A model can't be found or used, a setting is out of range, or memory is short.
    """
    check(wishes.sampler)
    if wishes.demo:
        models = {Side.A: scripted_model(Kind.BASE), Side.B: scripted_model(Kind.CHAT)}
        decision = Decision(in_turn=wishes.schedule is Schedule.IN_TURN, one_loaded_at_a_time=False, reason="")
        notes = ["Demonstration: these answers are scripted, no model is running."]
    else:
        models = _models(wishes)
        decision = Decision(in_turn=True, one_loaded_at_a_time=True, reason="")
        if wishes.looks_at_memory:
            decision = decide_for(models, wishes.schedule, context_tokens=wishes.context_tokens)
        notes = [decision.reason] if decision.reason else []
    framings = {Side.A: wishes.framing_a, Side.B: wishes.framing_b}
    return Plan(
        contestants={
            side: Contestant(
                model=model,
                framing=framings[side] or model.natural_framing,
                system_prompt=wishes.system_prompt,
                sampler=wishes.sampler,
            )
            for side, model in models.items()
        },
        decision=decision,
        options=LoadOptions(context_tokens=wishes.context_tokens, gpu_layers=wishes.gpu_layers),
        threads=wishes.threads,
        rivals=wishes.rivals,
        notes=tuple(notes),
    )


def _models(wishes: Wishes) -> dict[Side, Model]:
    library = Library.open()
    pair = default_pair(library) if wishes.a is None or wishes.b is None else None
    chosen: dict[Side, Model] = {}
    # The first time a file is used it is read once, whole, for its checksum; that can take a while.
    with Progress(
        TextColumn("Checking {task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        console=messages,
        transient=True,
    ) as progress:
        for side, wish in ((Side.A, wishes.a), (Side.B, wishes.b)):
            if wish is not None:
                task = progress.add_task(visible(Path(wish).name), total=None, visible=False)
                report = partial(_show_bytes, progress, task)
                chosen[side] = library.get(wish, on_progress=report)
    for side, default in zip(Side, pair or (), strict=False):
        chosen.setdefault(side, default)
    if set(chosen) != set(Side):
        raise ModelNotFound(
            "There is no pair of models to compare yet.",
            "Fetch the starter pair with: counterpoint starter. Or see what the program does with: "
            "counterpoint compare --demo",
        )
    return chosen


def _show_bytes(progress: Progress, task: TaskID, done_bytes: int, total_bytes: int) -> None:
    progress.update(task, completed=done_bytes, total=total_bytes, visible=True)
