"""How fast bytes come, over the last seconds."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_WINDOW_S = 5.0
_LEAST_S = 0.3
"""A shorter time says nothing about a speed."""


class SpeedMeter:
    """Averages over the last seconds, so that the figure is calm and yet follows the line.

    Args:
        clock: Gives seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._samples: deque[tuple[float, int]] = deque()

    def begin(self, done_bytes: int) -> None:
        """Forget what was, e.g. after a wait: the bytes that are there already did not come now."""
        self._samples.clear()
        self._samples.append((self._clock(), done_bytes))

    def add(self, done_bytes: int) -> None:
        """Take note of how much is there now."""
        now = self._clock()
        if self._samples and done_bytes < self._samples[-1][1]:
            self._samples.clear()  # it began anew
        self._samples.append((now, done_bytes))
        while len(self._samples) > 2 and self._samples[0][0] < now - _WINDOW_S:
            self._samples.popleft()

    def bytes_per_second(self) -> float | None:
        """The speed; None if it can't be told yet. It falls while nothing comes."""
        if len(self._samples) < 2:
            return None
        began, first = self._samples[0]
        took_s = self._clock() - began
        return (self._samples[-1][1] - first) / took_s if took_s >= _LEAST_S else None

    def seconds_left(self, left_bytes: int) -> float | None:
        """How long the rest takes at this speed; None if it can't be told."""
        speed = self.bytes_per_second()
        return left_bytes / speed if speed else None
