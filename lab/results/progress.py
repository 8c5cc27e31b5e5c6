"""How far long work is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is being done."""

    READING_VOTES = "reading_votes"
    READING_MEASURES = "reading_measures"
    MEASURING = "measuring"
    """Looking at answers that have no measures yet; by far the longest."""
    SAMPLING = "sampling"
    """Rating random samples of the votes, for intervals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far it is."""

    stage: Stage
    done: int
    total: int

    @property
    def sentence(self) -> str:
        """For people."""
        what = {
            Stage.READING_VOTES: ("Reading votes", "comparisons"),
            Stage.READING_MEASURES: ("Reading measures", "answers"),
            Stage.MEASURING: ("Measuring answers", "done"),
            Stage.SAMPLING: ("Working out intervals", "samples"),
        }
        doing, of = what[self.stage]
        return f"{doing}: {self.done:,} of {self.total:,} {of}"


Report = Callable[[Progress], object]
"""Is told now and then, on the thread that does the work."""

Stopped = Callable[[], bool]
"""Is asked now and then whether to give up."""


class GaveUp(Exception):
    """The work was stopped."""


def nobody(_progress: Progress) -> None:
    """Nobody wants to know."""


def never() -> bool:
    """Nobody stops it."""
    return False


def go_on(stopped: Stopped) -> None:
    """Give up if asked to.

    Raises:
        GaveUp: It was stopped.
    """
    if stopped():
        raise GaveUp
