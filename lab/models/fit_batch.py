"""How much memory a model takes that answers several prompts at once, each with a context of its own."""

from __future__ import annotations

from dataclasses import replace

from lab.models.fit import MemoryNeed, MemoryShape

_LOGIT_BYTES = 4
_CANDIDATE_BYTES = 12
"""Token, logit and probability, as a sampler sorts them."""


def batch_need(shape: MemoryShape, rows: int, context_tokens: int, *, repack: bool = True) -> MemoryNeed:
    """Estimate what a model takes that has so many rows.

    Args:
        shape: Of the model.
        rows: How many prompts are answered at once.
        context_tokens: Of each row; more than the model was trained for is cut down to that.
        repack: Whether llama.cpp may keep copies of weights in a faster order.

    Returns:
        The parts, in bytes. A row has a memory of its own. Its predictions are kept three times: where they are
        computed, where they are drawn from, and in the order of its sampler.
    """
    one = shape.need(context_tokens, repack=repack)
    each = shape.vocabulary_tokens * (2 * _LOGIT_BYTES + _CANDIDATE_BYTES)
    return replace(one, kv_cache=one.kv_cache * rows, compute=one.compute + (rows - 1) * each)
