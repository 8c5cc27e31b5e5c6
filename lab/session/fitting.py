"""Whether two models run together or in turn, from their files and the memory that is free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from lab.generation.schedule import Decision, decide
from lab.models.fit import memory_need
from lab.models.gguf_header import require_loadable
from lab.models.memory_now import memory_now
from lab.models.split_files import read_model
from lab.records import Model, Schedule, Side


def decide_for(models: Mapping[Side, Model], wish: Schedule, *, context_tokens: int, held_bytes: int = 0) -> Decision:
    """Read the headers, work out what the models need, and decide.

    Args:
        models: One for each side.
        wish: What the user asked for.
        context_tokens: The longest conversation to make room for.
        held_bytes: What our own workers hold now, and would give back.

    Raises:
        BadModelFile: A file can't be loaded.
        NotEnoughMemory: One model alone does not fit, or both don't and "together" was demanded.
    """
    needs = {}
    for side, model in models.items():
        header = read_model(Path(model.path))
        require_loadable(header)
        needs[side] = memory_need(header, context_tokens)
    totals = {f"{side.upper()} ({models[side].name})": need.total for side, need in needs.items()}
    if len({need.path for need in needs.values()}) < len(needs):
        # Two workers on one file share its pages, so the second one costs only what is its own.
        last = f"{Side.B.upper()} ({models[Side.B].name})"
        totals[last] -= needs[Side.B].weights
    now = memory_now()
    return decide(wish, totals, replace(now, available=now.available + held_bytes))
