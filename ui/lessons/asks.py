"""What is asked in a run, and who stands where: of models now, or when it was recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lab.lessons.casting import Asked, contestants
from lab.lessons.lesson import Role, Run
from lab.lessons.progress import Asking
from lab.records import Comparison, Model, Side
from lab.session.pairing import other_side
from ui.lessons.runs import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderWay:
    """A run that is being answered."""

    place: int
    """Its step."""
    asks: Sequence[Ask]
    sides: tuple[Side, ...]
    """Where the lesson's A stands, for each prompt."""


def cast_run(
    run: Run, models: Mapping[Role, Model], asked: Sequence[Asked], coin: Callable[[], bool], place: int
) -> UnderWay:
    """Who answers what; in a blind run a coin decides for each prompt who stands where.

    Raises:
        NoModelForRole: A part has nobody to take it.
    """
    asks, sides = [], []
    for each in asked:
        swapped = run.blind and coin()
        players = contestants(run, models, each)
        asks.append(
            Ask(
                prompt=each.prompt,
                contestants={other_side(side) if swapped else side: who for side, who in players.items()},
            )
        )
        sides.append(Side.B if swapped else Side.A)
    return UnderWay(place=place, asks=asks, sides=tuple(sides))


def recorded_run(comparisons: Sequence[Comparison], recorded: Asking, place: int) -> UnderWay:
    """Who answered what when it was recorded.

    Args:
        comparisons: With both answers.
        recorded: What was recorded of the step.
        place: Of the step.
    """
    side_of = dict(zip(recorded.comparisons, recorded.sides, strict=True))
    asks = [
        Ask(
            prompt=each.prompt,
            contestants={side: a.contestant for side, a in ((Side.A, each.a), (Side.B, each.b)) if a},
        )
        for each in comparisons
    ]
    return UnderWay(place=place, asks=asks, sides=tuple(side_of[each.id] for each in comparisons))
