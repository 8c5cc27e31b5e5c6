"""A measured figure: its values, the number they come to, and whether that is good enough."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

WARM_UP_RUNS = 1
"""Runs that are made and thrown away, because the first one pays for what later ones find ready."""

Say = Callable[[str], None]
"""Tells the user how far a measurement is, a line at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a figure must reach."""

    limit: float
    at_least: bool
    """True if the figure must not be lower than the limit, False if it must not be higher."""

    def is_met_by(self, value: float) -> bool:
        """Whether a value reaches the goal; it is compared as it was measured, not as it is printed."""
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the report."""

    number: int
    """Which of the six promises it belongs to."""
    what: str
    values: tuple[float, ...]
    """One a run: ratios, milliseconds or megabytes, in the order in which they were measured."""
    goal: Goal | None = None
    """None for a figure that only explains another one."""
    unit: str = ""
    """Empty for a ratio."""
    statistic: str = "median"
    """``median`` or ``p95``."""
    parts: Mapping[str, float | str | Sequence[float]] = field(default_factory=dict)
    """What the values were made from, for whoever wants to know why; names carry their units."""

    @property
    def value(self) -> float:
        """The number that the goal is held against."""
        return statistics.median(self.values) if self.statistic == "median" else percentile(self.values, 95)

    @property
    def spread(self) -> tuple[float, float]:
        """The lowest and the highest value."""
        return min(self.values), max(self.values)

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None if there is none."""
        return None if self.goal is None else self.goal.is_met_by(self.value)


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, ...]:
    """The ratio of each pair of runs that were made right after one another.

    The speed of a machine drifts by a fifth within minutes, much more than what is to be seen here. Two runs side by
    side share the drift, so it falls out of their ratio; it would stay in a ratio of two medians.

    Args:
        ours: What is divided.
        theirs: What it is divided by, as many.
    """
    return tuple(mine / other for mine, other in zip(ours, theirs, strict=True))


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that so many percent of the values don't exceed (nearest rank: always a measured one)."""
    rank = math.ceil(len(values) * percent / 100)
    return sorted(values)[max(rank, 1) - 1]


def paired_runs(
    repeats: int, measures: Mapping[str, Callable[[], float]], say: Say, warm_ups: int = WARM_UP_RUNS
) -> dict[str, tuple[float, ...]]:
    """Measure several things in turn, again and again: A B, then B A, then A B …, after a round that is thrown away.

    The order changes with every round, so that nothing gains from always following a certain other one (on a machine
    that slows down as it gets warm, say).

    Args:
        repeats: How many rounds count.
        measures: What to measure, by name; each gives one value a call.
        say: Told every value.
        warm_ups: How many rounds are made first and don't count.

    Returns:
        The values by name, in the order of the rounds.
    """
    values: dict[str, list[float]] = {name: [] for name in measures}
    for round_number in range(-warm_ups, repeats):
        names = list(measures)
        order = names if round_number % 2 == 0 else names[::-1]
        measured = {name: measures[name]() for name in order}
        told = ", ".join(f"{name} {measured[name]:.4g}" for name in measures)
        say(f"  {'warm-up' if round_number < 0 else f'{round_number + 1} of {repeats}'}: {told}")
        if round_number >= 0:
            for name, value in measured.items():
                values[name].append(value)
    return {name: tuple(each) for name, each in values.items()}
