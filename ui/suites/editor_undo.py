"""What can be undone in the editor: each change of the draft is kept as the whole of it, which costs little."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from lab.suites.draft import Draft

_MOST_STEPS = 500
_PAUSE_S = 1.5
"""Typing in one field is one step until the writer pauses for so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The draft at one time."""

    draft: Draft
    place: int | None
    """Which prompt was shown; None for the suite itself."""


class Undoing:
    """The steps so far.

    Args:
        start: Where it begins.
        clock: Seconds, of any beginning.
    """

    def __init__(self, start: Step, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._before: list[Step] = []
        self._now = start
        self._after: list[Step] = []
        self._field: tuple[int | None, str] | None = None
        self._touched_s = 0.0

    @property
    def now(self) -> Step:
        """What is shown."""
        return self._now

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to go forward again."""
        return bool(self._after)

    def do(self, step: Step, field: str = "") -> None:
        """Take a step.

        Args:
            step: What is then.
            field: What is typed in, so that its letters are undone together; empty for a step of its own.
        """
        typed = (step.place, field) if field else None
        now_s = self._clock()
        goes_on = typed is not None and typed == self._field and now_s - self._touched_s < _PAUSE_S
        if not goes_on:
            self._before = [*self._before[-_MOST_STEPS + 1 :], self._now]
        self._now = step
        self._after = []
        self._field, self._touched_s = typed, now_s

    def show(self, place: int | None) -> None:
        """Another prompt is shown; nothing to undo."""
        self._now = Step(draft=self._now.draft, place=place)
        self._field = None

    def undo(self) -> None:
        """Go a step back."""
        if self._before:
            self._after.append(self._now)
            self._now = self._before.pop()
        self._field = None

    def redo(self) -> None:
        """Go a step forward."""
        if self._after:
            self._before.append(self._now)
            self._now = self._after.pop()
        self._field = None
