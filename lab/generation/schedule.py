"""Whether two models run together or in turn, decided by memory before anything is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lab.errors import NotEnoughMemory
from lab.records import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """How a comparison will run."""

    in_turn: bool
    one_loaded_at_a_time: bool
    """True if the first model must be unloaded before the second is loaded."""
    reason: str
    """A sentence for the user; empty if the wish could simply be followed."""


def decide(wish: Schedule, need_bytes: Mapping[str, int], available_bytes: int) -> Decision:
    """Decide how to run models that need so much memory, with so much of it free.

    Args:
        wish: What the user asked for.
        need_bytes: By model name, what each takes when loaded.
        available_bytes: What can be had now.

    Raises:
        NotEnoughMemory: One model alone does not fit, or both don't and "together" was demanded.
    """
    for name, need in need_bytes.items():
        if need > available_bytes:
            raise NotEnoughMemory(
                f"{name} needs about {_mb(need)} of memory; {_mb(available_bytes)} is free.",
                "Close other programs, use a shorter context (--context), or choose a smaller model.",
            )
    total = sum(need_bytes.values())
    if total <= available_bytes:
        return Decision(in_turn=wish is Schedule.IN_TURN, one_loaded_at_a_time=False, reason="")
    sums = f"together they need about {_mb(total)} of memory and {_mb(available_bytes)} is free"
    if wish is Schedule.TOGETHER:
        raise NotEnoughMemory(
            f"The models don't fit at the same time: {sums}.", "Use the schedule in-turn, or a shorter context."
        )
    return Decision(in_turn=True, one_loaded_at_a_time=True, reason=f"The models run one after the other: {sums}.")


def _mb(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:,.0f} MB"
