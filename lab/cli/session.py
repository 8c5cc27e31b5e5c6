"""Runs comparisons for the terminal: one, a list of them, or a conversation."""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType

from lab.cli.columns import LiveColumns, print_columns, print_sections
from lab.cli.keeping import Keeping, Kept
from lab.cli.output import console
from lab.generation.collector import Collector
from lab.generation.runner import Envelope, LoadOptions, Request, Runner
from lab.generation.schedule import Decision
from lab.records import Contestant, Side, Turn

_POLL_S = 0.05
"""How long to wait for an event before looking at the clock again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is compared, and how."""

    contestants: Mapping[Side, Contestant]
    decision: Decision
    options: LoadOptions
    threads: int | None
    rivals: int
    notes: tuple[str, ...]
    """Sentences that the user should see before it begins."""


class Session:
    """Two workers and what has been said to them; a context manager that leaves no process behind.

    Attributes:
        last: The latest comparison by side; empty before the first.
        kept: Where that is in the history; None if it is not kept.
        failed: True once any side of any comparison has failed.
    """

    def __init__(self, plan: Plan, keeping: Keeping) -> None:
        self.last: dict[Side, Collector] = {}
        self.kept: Kept | None = None
        self.failed = False
        self._plan = plan
        self._keeping = keeping
        self._turns: dict[Side, tuple[Turn, ...]] = dict.fromkeys(Side, ())
        self._queue: queue.SimpleQueue[Envelope] = queue.SimpleQueue()
        self._runner = Runner(self._queue.put, options=plan.options, threads=plan.threads)

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        try:
            self._runner.close()
        finally:
            self._keeping.close()

    def forget(self) -> None:
        """Begin a new conversation."""
        self._turns = dict.fromkeys(Side, ())
        self._keeping.begin_new_session()

    def take_back(self) -> None:
        """Forget the last turn, so that its prompt can be sent again."""
        for side, collector in self.last.items():
            if collector.turn():
                self._turns[side] = self._turns[side][:-1]

    def ask(self, prompt: str, *, live: bool, keep: bool = False, again: bool = False) -> dict[Side, Collector]:
        """Put one prompt to both and wait for the answers, showing them as they come if ``live``.

        Args:
            prompt: For both.
            live: Draw two columns while the answers come, if standard output is a terminal.
            keep: This is a conversation: remember the turn for the next prompt, and let Ctrl+C stop the answers.
                Otherwise Ctrl+C goes to the caller.
            again: It is the last prompt once more, which has been taken back.
        """
        collectors = self._start(prompt)
        self._keeping.begin(prompt, self._plan.contestants, goes_on=keep, again=again)
        if live and console.is_terminal:
            with LiveColumns(console, collectors) as columns:
                self._wait(collectors, columns.refresh, stop_at_interrupt=keep)
        else:
            self._wait(collectors, lambda: None, stop_at_interrupt=keep)
        self.last = collectors
        self.kept = self._keeping.end()
        self.failed = self.failed or any(collector.error for collector in collectors.values())
        if keep:
            for side, collector in collectors.items():
                if turn := collector.turn():
                    self._turns[side] += (turn,)
        return collectors

    def _start(self, prompt: str) -> dict[Side, Collector]:
        collectors = {
            side: Collector(
                Request(contestant=contestant, prompt=prompt, turns=self._turns[side], rivals=self._plan.rivals)
            )
            for side, contestant in self._plan.contestants.items()
        }
        self._runner.compare(
            {side: collector.request for side, collector in collectors.items()},
            in_turn=self._plan.decision.in_turn,
            one_loaded_at_a_time=self._plan.decision.one_loaded_at_a_time,
        )
        return collectors

    def _wait(self, collectors: Mapping[Side, Collector], draw: Callable[[], None], *, stop_at_interrupt: bool) -> None:
        stopping = not stop_at_interrupt
        while self._runner.busy:
            try:
                self._take_one(collectors)
                draw()
            except KeyboardInterrupt:
                if stopping:  # or the second Ctrl+C: the caller gives up altogether
                    raise
                stopping = True
                self._runner.stop()

    def _take_one(self, collectors: Mapping[Side, Collector]) -> None:
        with contextlib.suppress(queue.Empty):
            envelope = self._queue.get(timeout=_POLL_S)
            event = self._runner.handle(envelope)
            if event is not None:
                collector = collectors[envelope.side]
                collector.take(event)
                self._keeping.take(envelope.side, event, collector)


def show_answers(collectors: Mapping[Side, Collector], *, prompt: str = "") -> None:
    """Print finished answers in the way that fits where they go."""
    if console.is_terminal:
        print_columns(console, collectors)
    else:
        print_sections(console, collectors, prompt=prompt)
