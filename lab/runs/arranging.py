"""Decides how the models of a run share this computer: who answers with what, together or one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lab.generation.batch_rows import Row
from lab.generation.batch_runner import BatchOptions, BatchRunner
from lab.generation.batch_size import choose_size
from lab.generation.demo import SCRIPTED
from lab.generation.schedule import decide
from lab.models.fit import memory_shape
from lab.models.gguf_header import require_loadable
from lab.models.memory_now import MemoryNow, memory_now
from lab.models.split_files import read_model
from lab.records import Model, Schedule, Side
from lab.runs.lanes import Lane
from lab.runs.plan import RunPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """How a run is carried out."""

    lanes: Sequence[Lane]
    in_turn: bool
    reason: str
    """A sentence for the user; empty if there is nothing to say."""


def arrange(plan: RunPlan, *, gpu_layers: int = 0, memory: MemoryNow | None = None) -> Arrangement:
    """Make a lane for each model file. Nothing is loaded yet.

    Both run together if they fit; then the first pairs are there to vote on while the run goes on. In turn it takes
    about as long.

    Args:
        plan: With models that are on this computer.
        gpu_layers: As in ``BatchOptions``.
        memory: What the machine has and what of it is free; None to look.

    Raises:
        BadModelFile: A file can't be loaded.
        NotEnoughMemory: One model alone does not fit, or both don't and "together" was demanded.
    """
    schedule = plan.run.settings.schedule
    models = {Side.A: plan.run.a.model, Side.B: plan.run.b.model}
    by_path = {model.path: model for model in models.values()}
    memory = memory or memory_now()
    # Who wants both at once gets fewer rows rather than none.
    room = replace(memory, available=memory.available // len(by_path)) if schedule is Schedule.TOGETHER else memory
    needs: dict[str, int] = {}
    lanes = []
    for path, model in by_path.items():
        sides = frozenset(side for side in Side if models[side].path == path)
        options, need_bytes = _options(plan, model, sides, room)
        if need_bytes:
            needs[f"{'+'.join(sorted(sides)).upper()} ({model.name})"] = need_bytes
        engine = BatchRunner(model, options=replace(options, gpu_layers=gpu_layers))
        lanes.append(Lane(sides=sides, engine=engine))
    if not needs:
        return Arrangement(lanes=lanes, in_turn=schedule is Schedule.IN_TURN, reason="")
    decision = decide(schedule, needs, memory)
    return Arrangement(lanes=lanes, in_turn=decision.in_turn, reason=decision.reason)


def _options(plan: RunPlan, model: Model, sides: frozenset[Side], memory: MemoryNow) -> tuple[BatchOptions, int]:
    """How a model is loaded, and what it takes in bytes; nothing to speak of for a script."""
    if model.architecture == SCRIPTED:
        return BatchOptions(context_tokens=plan.run.settings.context_tokens), 0
    header = read_model(Path(model.path))
    require_loadable(header)
    size = choose_size(
        memory_shape(header),
        _rows(plan, sides),
        longest_context_tokens=plan.run.settings.context_tokens,
        memory=memory,
    )
    return BatchOptions(rows=size.rows, context_tokens=size.context_tokens), size.need.total


def _rows(plan: RunPlan, sides: frozenset[Side]) -> Iterator[Row]:
    """What the rows of a model are like; one sample of an item is as long as the other."""
    for row in plan.rows():
        if row.side in sides and row.sample == 0:
            prompt, *then = row.prompts
            yield Row(number=row.number, contestant=row.contestant, prompt=prompt, then=tuple(then))
