"""What is most different between the two sides of a run, and where their samples differ most in how alike they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lab.records import Side
from lab.runs.summary import ItemSide, ItemSummary, RunSummary, SideSummary
from lab.suites.checks.result import Verdict


class Aspect(StrEnum):
    """What two sides of a run are compared in."""

    STOPPED = "stopped"
    """The share of answers that the model ended by its own sign."""
    CHECKS = "checks"
    """The share of checks that passed, of those that came out one way or the other."""
    LENGTH = "length"
    """The middle length of the answers in words."""
    OVERLAP = "overlap"
    """The share of words that two samples of one prompt have in common."""
    AGREEMENT = "agreement"
    """The share of checks that come out the same for two samples of one prompt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """The two sides in one aspect."""

    aspect: Aspect
    values: Mapping[Side, float]
    """Shares from 0 to 1; lengths in words."""
    difference: float
    """0 for none to 1 for as much as can be. Of lengths, by how much the shorter falls short of the longer."""


def contrasts(summary: RunSummary) -> tuple[Contrast, ...]:
    """All aspects that both sides have a value for, the one with the greatest difference first."""
    found = []
    for aspect in Aspect:
        values = {side: value for side in Side if (value := _value(aspect, summary.sides[side])) is not None}
        if len(values) == len(Side):
            low, high = sorted(values.values())
            shorter = 1 - low / high if high else 0.0
            difference = shorter if aspect is Aspect.LENGTH else high - low
            found.append(Contrast(aspect=aspect, values=values, difference=difference))
    return tuple(sorted(found, key=lambda each: -each.difference))


def decided(verdicts: Mapping[Verdict, int]) -> int:
    """How many checks came out one way or the other; the rest is for a person to judge."""
    return verdicts.get(Verdict.PASSED, 0) + verdicts.get(Verdict.FAILED, 0)


def by_check(item: ItemSummary) -> list[dict[Side, Counter[Verdict]]]:
    """How each of an item's checks came out for both sides, over all samples; in the order of the checks."""
    return [
        {
            side: Counter(sample.checks[place].result.verdict for sample in item.sides[side].samples if sample.checks)
            for side in Side
        }
        for place in range(len(item.item.checks))
    ]


def verdicts_differ(verdicts: Mapping[Side, Mapping[Verdict, int]]) -> bool:
    """Whether a check came out otherwise for one side than for the other, in shares of its answers.

    While one side has no verdict yet, nothing differs.
    """
    a, b = (_shares(verdicts[side]) for side in Side)
    return a is not None and b is not None and a != b


def checks_differ(item: ItemSummary) -> bool:
    """Whether any of an item's checks came out otherwise for one side than for the other."""
    return any(map(verdicts_differ, by_check(item)))


def by_consistency(items: Iterable[ItemSummary]) -> tuple[ItemSummary, ...]:
    """Items with those first where one side agrees with itself much more than the other does.

    Those without repeated samples of both sides come last; otherwise they stay in the order of the suite.
    """
    return tuple(sorted(items, key=lambda each: -consistency_gap(each)))


def consistency_gap(item: ItemSummary) -> float:
    """By how much the sides differ in how alike their samples are: 0 to 1; -1 if one has fewer than two samples.

    It is the greatest of the differences in shared words, in agreement of checks and in the spread of lengths, each
    of which is bounded by 1.
    """
    a, b = (_likeness(item.sides[side]) for side in Side)
    gaps = [abs(one - other) for one, other in zip(a, b, strict=True) if one is not None and other is not None]
    return max(gaps, default=-1.0)


def _likeness(side: ItemSide) -> tuple[float | None, float | None, float | None]:
    if side.alike is None or side.alike.overlap is None:
        return None, None, None
    relative = side.alike.words.relative
    return side.alike.overlap, side.checks_agree, None if relative is None else min(1.0, relative)


def _shares(verdicts: Mapping[Verdict, int]) -> tuple[float, ...] | None:
    total = sum(verdicts.values())
    return tuple(verdicts.get(verdict, 0) / total for verdict in Verdict) if total else None


def _value(aspect: Aspect, side: SideSummary) -> float | None:
    match aspect:
        case Aspect.STOPPED:
            return side.stopped_by_itself / side.answers if side.answers else None
        case Aspect.CHECKS:
            total = decided(side.verdicts)
            return side.verdicts.get(Verdict.PASSED, 0) / total if total else None
        case Aspect.LENGTH:
            return side.words.middle if side.words else None
        case Aspect.OVERLAP:
            return side.overlap
        case Aspect.AGREEMENT:
            return side.checks_agree
