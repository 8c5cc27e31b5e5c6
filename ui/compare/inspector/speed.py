"""How fast an answer comes, measured while it comes."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

WINDOW_S = 1.5
"""Speed is that of the last moments: long enough to be steady, short enough to see a hand-over of threads."""

LEAST_SPAN_S = 0.2
"""Over less, one chunk more or less would look like a leap."""


class SpeedMeter:
    """Counts tokens against the clock.

    Args:
        clock: Seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._recent: deque[tuple[float, int]] = deque()
        self._began = clock()
        self.points: list[tuple[float, float]] = []
        """(seconds since the beginning, tokens per second), about two a second."""

    def add(self, total_tokens: int) -> bool:
        """So many tokens have come up to now.

        Returns:
            True if there is a new point, which is twice a second: often enough to draw anything anew.
        """
        now = self._clock()
        self._recent.append((now, total_tokens))
        while len(self._recent) > 2 and now - self._recent[0][0] > WINDOW_S:
            self._recent.popleft()
        speed = self.tokens_per_second()
        if speed is not None and (not self.points or now - self._began - self.points[-1][0] >= 0.5):
            self.points.append((now - self._began, speed))
            return True
        return False

    def tokens_per_second(self) -> float | None:
        """The speed now; None before there are two moments to tell it from."""
        if len(self._recent) < 2:
            return None
        (began, before), (ended, after) = self._recent[0], self._recent[-1]
        return (after - before) / (ended - began) if ended - began >= LEAST_SPAN_S else None
