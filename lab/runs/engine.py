"""Whoever answers the rows of a run: rows go in, events come out. ``BatchRunner`` is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from lab.generation.batch_rows import Row, RunEvent


class Engine(Protocol):
    """Answers rows with one model. All methods but ``run`` may be called from any thread."""

    @property
    def paused(self) -> bool:
        """Whether it waits to be told to go on."""

    def run(self, rows: Iterable[Row]) -> Iterator[RunEvent]:
        """Answer all rows. Blocks, so it has a thread of its own; closing the generator ends the worker.

        Raises:
            LabError: The model can't be loaded, or dies again and again; no row is to blame.
        """

    def pause(self) -> None:
        """Rest until ``resume``; nothing is lost."""

    def resume(self) -> None:
        """Go on."""

    def stop(self) -> None:
        """End soon; rows that are under way are given up without an event."""

    def set_threads(self, threads: int) -> None:
        """Use so many threads from now on."""
