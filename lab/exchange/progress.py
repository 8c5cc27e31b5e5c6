"""How far a long export or import has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Report = Callable[[int, int], None]
"""Is told how much is done, and of how much."""

_EVERY = 100


def tell_nobody(_done: int, _total: int) -> None:
    """For whoever does not want to know."""


@dataclass(slots=True)
class Steps:
    """Counts, and tells every now and then."""

    report: Report
    total: int
    done: int = 0

    def one(self) -> None:
        """One more is done."""
        self.done += 1
        if self.done % _EVERY == 0 or self.done == self.total:
            self.report(self.done, self.total)
