"""How far long work is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from lab.language import number, tr


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
        return _SENTENCES[self.stage].format(done=number(self.done), total=number(self.total))


_SENTENCES = {
    Stage.READING_VOTES: tr("Reading votes: {done} of {total} comparisons"),
    Stage.READING_MEASURES: tr("Reading measures: {done} of {total} answers"),
    Stage.MEASURING: tr("Measuring answers: {done} of {total} done"),
    Stage.SAMPLING: tr("Working out intervals: {done} of {total} samples"),
}


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
