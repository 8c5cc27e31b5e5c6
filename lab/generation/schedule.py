"""Whether two models run together or in turn, decided by memory before anything is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lab.errors import NotEnoughMemory
from lab.language import number, tr
from lab.models.fit_verdict import Fit, fit_into, reserve_bytes
from lab.models.memory_now import MemoryNow
from lab.records import Schedule

_SLOW = tr("Answers may come slowly.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """How a comparison will run."""

    in_turn: bool
    one_loaded_at_a_time: bool
    """True if the first model must be unloaded before the second is loaded."""
    reason: str
    """A sentence for the user; empty if the wish could simply be followed."""


def decide(wish: Schedule, need_bytes: Mapping[str, int], memory: MemoryNow) -> Decision:
    """Decide how to run models that need so much memory. What the rest of the system should keep is left to it.

    Args:
        wish: What the user asked for. Who wants both at once gets them as long as they go into memory at all.
        need_bytes: By model name, what each takes when loaded.
        memory: What the machine has and what of it is free.

    Raises:
        NotEnoughMemory: One model alone does not fit, or both don't and "together" was demanded.
    """
    total = sum(need_bytes.values())
    fit = fit_into(memory, total, max(need_bytes.values()))
    if fit is Fit.WONT_FIT:
        name, need = next((name, need) for name, need in need_bytes.items() if need > memory.available)
        raise NotEnoughMemory(
            tr(
                "{name} needs about {need} of memory; {free} is free.",
                name=name,
                need=_mb(need),
                free=_mb(memory.available),
            ),
            tr("Close other programs, use a shorter context (--context), or choose a smaller model."),
        )
    if fit is Fit.FITS:
        return Decision(in_turn=wish is Schedule.IN_TURN, one_loaded_at_a_time=False, reason="")
    both, free = _mb(total), _mb(memory.available)
    sums = tr("together they need about {need} of memory and {free} is free.", need=both, free=free)
    if total <= memory.available:
        sums = tr(
            "together they need about {need} of memory and {free} is free, of which other programs should keep {kept}.",
            need=both,
            free=free,
            kept=_mb(reserve_bytes(memory)),
        )
    if wish is Schedule.TOGETHER:
        if total > memory.available:
            raise NotEnoughMemory(
                tr("The models don't fit at the same time: {sums}", sums=sums),
                tr("Use the schedule in-turn, or a shorter context."),
            )
        reason = " ".join((tr("As you wish, both run at once: {sums}", sums=sums), _SLOW))
        return Decision(in_turn=False, one_loaded_at_a_time=False, reason=reason)
    reason = tr("The models run one after the other: {sums}", sums=sums)
    if fit is Fit.SLOW:
        reason = " ".join((reason, tr("The larger one alone leaves little."), _SLOW))
    return Decision(in_turn=True, one_loaded_at_a_time=True, reason=reason)


def _mb(size_bytes: int) -> str:
    return tr("{size} MB", size=number(size_bytes / 1e6))
