"""How many rows are answered at once, and how long a context each of them gets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lab.amounts import size
from lab.errors import NotEnoughMemory
from lab.generation.batch_rows import Row
from lab.language import tr
from lab.models.fit import CONTEXT_STEP_TOKENS, MemoryNeed, MemoryShape
from lab.models.fit_batch import batch_need
from lab.models.fit_verdict import reserve_bytes
from lab.models.memory_now import MemoryNow

_WIDTHS = (16, 8)
"""Widest first. Seen once on the base starter model: 16 rows were 1.25 times as fast as 8, 32 a seventh faster than 16
at twice the memory."""
_FRAMING_TOKENS = 512
"""What a framing may add to the texts: markers, examples, a template's own system prompt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchSize:
    """What a batch is given."""

    rows: int
    context_tokens: int
    """Of each row."""
    need: MemoryNeed
    """What the worker will take."""


def choose_size(
    shape: MemoryShape, rows: Iterable[Row], *, longest_context_tokens: int, memory: MemoryNow
) -> BatchSize:
    """Choose as many rows as are worth it and fit, each with room for the longest of the rows to come.

    Args:
        shape: What decides about the model's memory.
        rows: All that will be asked.
        longest_context_tokens: The context that the user has set; no row gets more.
        memory: What the machine has and what of it is free.

    Raises:
        NotEnoughMemory: Not even one row fits.
    """
    wanted = max((_most_tokens(row) for row in rows), default=CONTEXT_STEP_TOKENS)
    longest = min(longest_context_tokens, shape.trained_tokens or longest_context_tokens)
    context = min(longest, -(-wanted // CONTEXT_STEP_TOKENS) * CONTEXT_STEP_TOKENS)
    comfortable = memory.available - reserve_bytes(memory)
    for width in _WIDTHS:
        need = batch_need(shape, width, context)
        if need.total <= comfortable:
            return BatchSize(rows=width, context_tokens=context, need=need)
    need = batch_need(shape, 1, context)
    if need.total > memory.available:
        raise NotEnoughMemory(
            tr(
                "The model needs about {need} of memory; {free} is free.",
                need=size(need.total),
                free=size(memory.available),
            ),
            tr("Close other programs, use a shorter context, or choose a smaller model."),
        )
    return BatchSize(rows=1, context_tokens=context, need=need)


def _most_tokens(row: Row) -> int:
    """More tokens than a row can need: no tokenizer makes more tokens of a text than it has bytes."""
    texts = [row.contestant.system_prompt, row.prompt, *row.then]
    texts += [text for turn in row.turns for text in (turn.prompt, turn.response)]
    answers = (1 + len(row.then)) * row.contestant.sampler.max_tokens
    return sum(len(text.encode("utf-8", errors="replace")) for text in texts) + answers + _FRAMING_TOKENS
