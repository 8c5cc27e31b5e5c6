"""Whether what was read is still what is kept."""

from __future__ import annotations


class Freshness:
    """Counts the changes. What changes while it is read makes stale what is read.

    Attributes:
        now: How many changes there were; to be noted before the reading begins.
    """

    def __init__(self) -> None:
        self.now = 0
        self._read_as_of = -1

    @property
    def is_stale(self) -> bool:
        """True if something has changed since the reading began, or if nothing was read yet."""
        return self._read_as_of < self.now

    def changed(self) -> None:
        """Something is another now."""
        self.now += 1

    def read(self, as_of: int) -> None:
        """It was read, as it was after so many changes."""
        self._read_as_of = as_of
