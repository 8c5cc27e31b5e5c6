"""Decides how the models of a run share this computer: who answers with what, together or one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lab.generation.batch_rows import Row
from lab.generation.batch_runner import BatchOptions, BatchRunner
from lab.generation.batch_size import choose_size
from lab.generation.demo import SCRIPTED
from lab.generation.schedule import decide
from lab.language import tr
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
    rows: Mapping[Side, int]
    """How many rows of a side are answered at once; without the sides that a script plays."""
    reason: str
    """Sentences for the user; empty if there is nothing to say."""

    @property
    def is_tight(self) -> bool:
        """Whether more memory would make it faster."""
        return bool(self.reason) or 1 in self.rows.values()

    def noted_in(self, plan: RunPlan) -> RunPlan:
        """The plan of a run that begins so, for whoever goes on with it."""
        settings = replace(plan.run.settings, rows_a=self.rows.get(Side.A, 0), rows_b=self.rows.get(Side.B, 0))
        return replace(plan, run=replace(plan.run, settings=settings))


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
    rows: dict[Side, int] = {}
    lanes = []
    for path, model in by_path.items():
        sides = frozenset(side for side in Side if models[side].path == path)
        options, need_bytes = _options(plan, model, sides, room)
        if need_bytes:
            needs[f"{'+'.join(sorted(sides)).upper()} ({model.name})"] = need_bytes
            rows |= dict.fromkeys(sides, options.rows)
        engine = BatchRunner(model, options=replace(options, gpu_layers=gpu_layers))
        lanes.append(Lane(sides=sides, engine=engine))
    if not needs:
        return Arrangement(lanes=lanes, in_turn=schedule is Schedule.IN_TURN, rows={}, reason="")
    decision = decide(schedule, needs, memory)
    reasons = filter(None, (decision.reason, _other_rows(plan, rows)))
    return Arrangement(lanes=lanes, in_turn=decision.in_turn, rows=rows, reason=" ".join(reasons))


def _other_rows(plan: RunPlan, rows: Mapping[Side, int]) -> str:
    """That answers may come out otherwise than they would have; single rows are computed in another way than many."""
    settings = plan.run.settings
    before = {Side.A: settings.rows_a, Side.B: settings.rows_b}
    changed = [side for side, now in rows.items() if before[side] and (before[side] == 1) != (now == 1)]
    if not changed:
        return ""
    if any(rows[side] == 1 for side in changed):
        return tr(
            "There is less memory than when this run began, so its prompts are answered one at a time from here on. "
            "Answers may come out otherwise than they would have."
        )
    return tr(
        "There is more memory than when this run began, so several prompts are answered at once from here on. "
        "Answers may come out otherwise than they would have."
    )


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
