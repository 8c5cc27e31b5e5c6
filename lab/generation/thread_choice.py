"""How many of the threads that a model may have it should use: more are faster only while they have a core each.

llama.cpp's threads wait for each other at every layer. If another program keeps one core busy, two threads can be
several times slower than one. So whoever gets more threads in the middle of an answer tries them for some tokens, and
goes back for a while if the tokens come more slowly than before. And whoever sees that the threads mostly wait tries it
with one less.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

TOKENS = 12
"""So many are compared with as many; their medians, so that one hiccup decides nothing."""
_LEAST_BEFORE = 6
"""With fewer tokens from before there is nothing to compare with, and the new number simply holds."""
_CLEARLY = 1.15
"""So much more must a token take with more threads before fewer are better: a noisy moment is no reason."""
_AT_WORK = 0.75
"""Threads that compute for less than this share of the time are kept from it; on a quiet machine it is over 0.9."""
REST_S, LONGEST_REST_S = 4.0, 60.0
"""How long until another number is tried again, as the other program may have finished; doubled each time in vain."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """Another number of threads is being tried."""

    threads: int
    """How many there were before."""
    seconds: float
    """What a token took then."""


class ThreadChoice:
    """Chooses before each token. All but ``allowed`` belongs to the thread that computes.

    Args:
        allowed: How many threads may be used.
        clock: Seconds that only go forward.

    Attributes:
        allowed: How many threads may be used; may be set from any thread.
    """

    def __init__(self, allowed: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.allowed = allowed
        self._clock = clock
        self._using = self._heeded = allowed
        self._tokens: deque[tuple[float, float]] = deque(maxlen=TOKENS)
        """What the last ones took with the number of threads that is in use: seconds, and seconds of computing."""
        self._trial: _Trial | None = None
        self._rest_s = REST_S
        self._rests_until = 0.0

    def now(self) -> int:
        """How many threads to use for what is computed next."""
        allowed = self.allowed
        if allowed != self._heeded:
            self._heeded, self._rest_s, self._rests_until = allowed, REST_S, 0.0
            self._use(allowed, trial=allowed > self._using)
        elif self._trial is None and self._clock() >= self._rests_until:
            if self._using < allowed:
                self._use(allowed, trial=True)
            elif self._using > 1 and self._mostly_waits():
                self._use(self._using - 1, trial=True)
        return self._using

    def took(self, seconds: float, computing_seconds: float) -> None:
        """Note what one token took, and how much all threads together computed meanwhile."""
        self._tokens.append((seconds, computing_seconds))
        trial = self._trial
        if trial is None or len(self._tokens) < TOKENS:
            return
        self._trial = None
        # More threads stay unless they are clearly slower, fewer go unless they are clearly faster: more are the rule.
        slower = self._usual() / trial.seconds
        if slower > _CLEARLY if self._using > trial.threads else slower > 1 / _CLEARLY:
            self._using = trial.threads
            self._tokens.clear()
            self._rest()
        elif self._using < self._heeded:
            self._rest()
        else:
            self._rest_s = REST_S

    def _use(self, threads: int, *, trial: bool) -> None:
        comparable = trial and len(self._tokens) >= _LEAST_BEFORE
        self._trial = _Trial(self._using, self._usual()) if comparable else None
        self._using = threads
        self._tokens.clear()

    def _rest(self) -> None:
        self._rests_until = self._clock() + self._rest_s
        self._rest_s = min(2 * self._rest_s, LONGEST_REST_S)

    def _usual(self) -> float:
        return median(seconds for seconds, _ in self._tokens)

    def _mostly_waits(self) -> bool:
        if len(self._tokens) < TOKENS:
            return False
        passed = sum(seconds for seconds, _ in self._tokens) * self._using
        return sum(computing for _, computing in self._tokens) < _AT_WORK * passed
