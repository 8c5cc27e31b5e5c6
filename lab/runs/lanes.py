"""The engines of a run, each on a thread of its own."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass

from lab.errors import LabError
from lab.generation.batch_rows import Row, RunEvent
from lab.records import Side
from lab.runs.engine import Engine
from lab.runs.pace import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """An engine and the sides that its model plays."""

    sides: frozenset[Side]
    engine: Engine


@dataclass(frozen=True, slots=True)
class End:
    """A lane has nothing more to say."""

    error: BaseException | None


class Course:
    """A lane while the run goes on.

    Args:
        lane: Whose.

    Attributes:
        pace: How fast it is.
        thread: On which its engine answers; None before it begins.
        made_by: What runs its model; empty until that is known.
        doing: What it does, in a few words; empty if nothing.
        error: Why it ended before its time; None if it did not.
    """

    def __init__(self, lane: Lane) -> None:
        self.lane = lane
        self.pace = Pace()
        self.thread: threading.Thread | None = None
        self.made_by = ""
        self.doing = ""
        self.error: LabError | None = None

    def start(
        self,
        rows: Iterable[Row],
        post: Callable[[tuple[Course, RunEvent | End]], None],
        stopped: threading.Event,
    ) -> None:
        """Let the engine answer.

        Args:
            rows: What it is asked; taken on its thread.
            post: Brings what it says to whoever keeps it; the last thing is an ``End``.
            stopped: Set when nothing more is wanted of it.
        """

        def feed() -> None:
            error: BaseException | None = None
            try:
                with contextlib.closing(_closable(self.lane.engine.run(rows))) as events:
                    for event in events:
                        post((self, event))
                        if stopped.is_set():
                            break
            except BaseException as raised:
                error = raised  # it belongs to whoever waits for the run
            post((self, End(error)))

        self.thread = threading.Thread(target=feed, name="run of a suite", daemon=True)
        self.thread.start()


def _closable(events: Iterator[RunEvent]) -> Generator[RunEvent, None, None]:
    """A generator, also of an engine that gives another kind of iterator."""
    yield from events
