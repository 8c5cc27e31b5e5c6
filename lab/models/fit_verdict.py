"""Says in words whether models fit into the memory that is free, with the sum part by part, and what would fit instead.

The rest of the system should be left with something. A model that takes the last free megabyte is loaded, but then the
system throws pages of the file out again and reads them back from the disk for every token. Whoever decides how two
models run goes by ``fit_into`` too, so that they do what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lab.amounts import size
from lab.language import tr
from lab.models.fit import CONTEXT_STEP_TOKENS, MemoryNeed, MemoryShape, total_bytes
from lab.models.memory_now import MemoryNow

SMALLEST_CONTEXT_TOKENS = 512
"""A shorter conversation is not worth proposing."""

_RESERVE_BYTES = 300_000_000
_RESERVE_SHARE = 0.03
_ROUND_CONTEXTS = (512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144, 524_288, 1_048_576)


class Fit(StrEnum):
    """Whether what was asked for goes into memory."""

    FITS = "fits"
    ONE_AT_A_TIME = "fits one at a time"
    SLOW = "slow"
    WONT_FIT = "won't fit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line of the sum."""

    name: str
    """E.g. ``weights``, or ``weights, A`` where there are two models."""
    size_bytes: int
    """Negative where something is counted twice above and is there once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FitVerdict:
    """Whether models fit, why, and what would."""

    fit: Fit
    sentence: str
    """Why, in plain words, with the numbers that decided."""
    parts: tuple[Part, ...]
    """The sum, line by line; together they are ``need_bytes``."""
    need_bytes: int
    """What all models take together."""
    largest_alone_bytes: int
    """What the larger one takes by itself."""
    available_bytes: int
    """What is free now."""
    reserve_bytes: int
    """What should stay free for the rest of the system."""
    context_tokens: int
    """The context that was looked at: what was asked for, or less if no model was trained for so much."""
    proposed_context_tokens: int | None
    """A round, smaller context that fits; None if the one that was asked for does, or none does."""
    largest_context_tokens: int | None
    """The longest context that fits; None if not even a short one does."""


def judge_fit(shapes: Sequence[MemoryShape], context_tokens: int, memory: MemoryNow) -> FitVerdict:
    """Judge one model, or two that are to be compared.

    Args:
        shapes: What decides about each model's memory; one or two, or more.
        context_tokens: The context that each is to have.
        memory: What the machine has and what of it is free.

    Returns:
        The verdict. For several models a smaller context is proposed with which they run at the same time; if there is
        none, one with which they run one at a time.
    """
    if not shapes:
        raise ValueError("there is no model to judge")
    reserve = reserve_bytes(memory)
    needs = [shape.need(context_tokens) for shape in shapes]
    total, alone = total_bytes(needs), max(need.total for need in needs)
    fit = fit_into(memory, total, alone)
    comfortable = memory.available - reserve
    largest = _largest_context(shapes, comfortable, together=True)
    if largest is None and len(shapes) > 1:
        largest = _largest_context(shapes, comfortable, together=False)
    asked_for = min(context_tokens, _most_trained(shapes))
    proposed = None
    if fit is not Fit.FITS and largest is not None and largest < asked_for:
        proposed = max((size for size in _ROUND_CONTEXTS if size <= largest), default=largest)
    return FitVerdict(
        fit=fit,
        sentence=_sentence(fit, total, alone, memory.available, reserve, several=len(shapes) > 1),
        parts=_parts(needs),
        need_bytes=total,
        largest_alone_bytes=alone,
        available_bytes=memory.available,
        reserve_bytes=reserve,
        context_tokens=asked_for,
        proposed_context_tokens=proposed,
        largest_context_tokens=largest,
    )


def reserve_bytes(memory: MemoryNow) -> int:
    """What should stay free for the rest of the system, so that it does not begin to swap."""
    return max(_RESERVE_BYTES, round(memory.total * _RESERVE_SHARE))


def fit_into(memory: MemoryNow, together_bytes: int, largest_alone_bytes: int) -> Fit:
    """Whether models that take so much together, and so much each alone at most, go into memory."""
    room = memory.available - reserve_bytes(memory)
    if together_bytes <= room:
        return Fit.FITS
    if largest_alone_bytes <= room:
        return Fit.ONE_AT_A_TIME
    return Fit.SLOW if largest_alone_bytes <= memory.available else Fit.WONT_FIT


def _sentence(fit: Fit, total: int, alone: int, available: int, reserve: int, *, several: bool) -> str:
    need, one, free = size(total), size(alone), size(available)
    if fit is Fit.FITS:
        if several:
            return tr("Together they need about {need}, and {free} is free.", need=need, free=free)
        return tr("It needs about {need}, and {free} is free.", need=need, free=free)
    if fit is Fit.ONE_AT_A_TIME:
        if total > available:
            return tr(
                "Together they need about {need}, which are too much: {free} is free. "
                "One at a time, at most {one} is needed.",
                need=need,
                free=free,
                one=one,
            )
        return tr(
            "Together they need about {need}, which would leave only {left} for the rest of the system. "
            "One at a time, at most {one} is needed.",
            need=need,
            left=size(available - total),
            one=one,
        )
    if fit is Fit.WONT_FIT:
        if several:
            return tr("The larger one alone needs about {one}, and only {free} is free.", one=one, free=free)
        return tr("It needs about {one}, and only {free} is free.", one=one, free=free)
    left, kept = size(available - alone), size(reserve)
    said = tr("It needs about {one}, which leaves only {left} for the rest of the system.", one=one, left=left)
    if several:
        said = tr(
            "The larger one alone needs about {one}, which leaves only {left} for the rest of the system.",
            one=one,
            left=left,
        )
    swaps = tr("With less than {size} left it may begin to swap, and answers come slowly.", size=kept)
    return f"{said} {swaps}"


def _parts(needs: Sequence[MemoryNeed]) -> tuple[Part, ...]:
    lines: list[Part] = []
    seen = set[str]()
    for number, need in enumerate(needs):
        side = f", {chr(ord('A') + number)}" if len(needs) > 1 else ""
        named = {
            tr("weights"): need.weights,
            tr("rearranged copies of weights"): need.repacked,
            tr("memory of the conversation (KV cache)"): need.kv_cache,
            tr("working memory"): need.compute,
            tr("the process around it"): need.worker,
        }
        lines += [Part(name=name + side, size_bytes=part_bytes) for name, part_bytes in named.items() if part_bytes]
        if need.path in seen:
            lines.append(Part(name=tr("weights that both share"), size_bytes=-need.weights))
        seen.add(need.path)
    return tuple(lines)


def _largest_context(shapes: Sequence[MemoryShape], room: int, *, together: bool) -> int | None:
    """The longest context, in llama.cpp's steps, with which the models go into ``room``; found by halving."""

    def goes(steps: int) -> bool:
        needs = [shape.need(steps * CONTEXT_STEP_TOKENS) for shape in shapes]
        return (total_bytes(needs) if together else max(need.total for need in needs)) <= room

    low = SMALLEST_CONTEXT_TOKENS // CONTEXT_STEP_TOKENS
    most = _most_trained(shapes)
    high = max(low, -(-most // CONTEXT_STEP_TOKENS))
    if not goes(low):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        if goes(middle):
            low = middle
        else:
            high = middle - 1
    return min(low * CONTEXT_STEP_TOKENS, most)


def _most_trained(shapes: Sequence[MemoryShape]) -> int:
    """The longest context that any of the models was trained for."""
    return max(shape.trained_tokens or _ROUND_CONTEXTS[-1] for shape in shapes)
