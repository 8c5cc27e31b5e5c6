"""How long a run will still take, from how long it has taken up to now."""

from __future__ import annotations

from collections import deque

_REMEMBERED = 200
"""Answers whose times are looked at: enough to even out short and long ones, few enough to follow a busy machine."""


class Pace:
    """How fast one model answers a run. Knows no clock; whoever asks tells the time, in seconds of any clock."""

    def __init__(self) -> None:
        self._begun: float | None = None
        self._rested = 0.0
        self._resting_since: float | None = None
        self._ends: deque[float] = deque(maxlen=_REMEMBERED)

    def begin(self, now: float) -> None:
        """The model is ready; what it took to load it says nothing about answers."""
        if self._begun is None:
            self._begun = now
            self._ends.append(now)

    def answered(self, now: float) -> None:
        """An answer is there."""
        self.begin(now)
        self._ends.append(now - self._rested)

    def rest(self, now: float) -> None:
        """It pauses."""
        if self._resting_since is None:
            self._resting_since = now

    def go_on(self, now: float) -> None:
        """It pauses no longer."""
        if self._resting_since is not None:
            self._rested += now - self._resting_since
            self._resting_since = None

    @property
    def seconds_an_answer(self) -> float | None:
        """On average, of the last ones; None before the first."""
        if len(self._ends) < 2:
            return None
        return (self._ends[-1] - self._ends[0]) / (len(self._ends) - 1)


def time_left_s(paces: list[tuple[Pace, int]], *, in_turn: bool) -> float | None:
    """How long it will still take, in seconds; None while nothing is known.

    Args:
        paces: Each model's pace, and how many answers it has still to give.
        in_turn: Whether the models answer one after the other. One that has not begun is taken to be as fast as those
            that have.
    """
    known = [each for pace, _ in paces if (each := pace.seconds_an_answer) is not None]
    if not known:
        return None if any(left for _, left in paces) else 0.0
    guess = sum(known) / len(known)
    left = [(guess if pace.seconds_an_answer is None else pace.seconds_an_answer) * number for pace, number in paces]
    return sum(left) if in_turn else max(left, default=0.0)
