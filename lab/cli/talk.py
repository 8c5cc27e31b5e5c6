"""Asks both models from a terminal and waits for their answers: one prompt, a list of them, or a conversation."""

from __future__ import annotations

import contextlib
import queue
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType

from lab.cli.columns import LiveColumns, print_columns, print_sections
from lab.cli.keeping import Keeping, Kept
from lab.cli.output import console
from lab.cli.planning import Plan
from lab.generation.collector import Collector
from lab.generation.protocol import Event
from lab.generation.runner import Envelope, Runner
from lab.records import Comparison, Side
from lab.session.session import Session

_POLL_S = 0.05
"""How long to wait for an event before looking at the clock again."""


class Talk:
    """A session that is waited for; a context manager that leaves no process behind.

    Args:
        plan: Who is asked, and how.
        history: The file to keep it in; None keeps nothing.

    Attributes:
        last: The latest answers by side; empty before the first.
        kept: Where they are in the history; None if they are not kept.
        failed: True once any side has failed at any prompt.
    """

    def __init__(self, plan: Plan, history: Path | None = None) -> None:
        self.last: Mapping[Side, Collector] = {}
        self.kept: Kept | None = None
        self.failed = False
        self._plan = plan
        self._asked = ""
        self._keeping = Keeping(history)
        self._queue: queue.SimpleQueue[Envelope] = queue.SimpleQueue()
        self._runner = Runner(self._queue.put, options=plan.options, threads=plan.threads)
        self._session = Session(self._runner, self._keeping.keeper, self, rivals=plan.rivals)

    def __enter__(self) -> Talk:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        try:
            self._runner.close()
        finally:
            self._keeping.close()

    def begin_new(self) -> None:
        """Begin a new conversation."""
        self._session.begin_new()

    def ask(self, prompt: str, *, live: bool, goes_on: bool = False, again: bool = False) -> Mapping[Side, Collector]:
        """Put one prompt to both and wait for the answers, showing them as they come if ``live``.

        Args:
            prompt: For both.
            live: Draw two columns while the answers come, if standard output is a terminal.
            goes_on: This is a conversation: the models are told what was said before, and Ctrl+C stops the answers.
                Otherwise Ctrl+C goes to the caller.
            again: It is the last prompt once more, in the place of the last turn.
        """
        self._send(prompt, goes_on=goes_on, again=again)
        # The workers are on their way already. Loading a model takes longer than this, so nobody waits for it.
        self._keeping.open()
        if live and console.is_terminal:
            with LiveColumns(console, self.last) as columns:
                self._wait(columns.refresh, stop_at_interrupt=goes_on)
        else:
            self._wait(lambda: None, stop_at_interrupt=goes_on)
        self.kept = self._keeping.end(self._asked)
        self.failed = self.failed or any(collector.error for collector in self.last.values())
        return self.last

    def begun(self, comparison: Comparison, collectors: Mapping[Side, Collector]) -> None:
        """Take note of what was asked and of the answers that will come."""
        self._asked, self.last = comparison.id, collectors

    def happened(self, side: Side, event: Event, collector: Collector | None) -> None:
        """Do nothing: what has come is drawn at a steady pace."""

    def ended(self, comparison: Comparison) -> None:
        """Do nothing: whoever waits sees that the session is not busy any more."""

    def _send(self, prompt: str, *, goes_on: bool, again: bool) -> None:
        session, contestants = self._session, self._plan.contestants
        for contestant in contestants.values():
            session.forgive(contestant)  # nobody can be asked here whether to try it once more
        if not goes_on:
            session.load(session.id, ())  # the same session, but its prompts know nothing of each other
        if again and session.current is not None:
            session.regenerate(contestants, self._plan.decision)
        else:
            session.send(prompt, contestants, self._plan.decision)

    def _wait(self, draw: Callable[[], None], *, stop_at_interrupt: bool) -> None:
        with _first_interrupt_held(stop_at_interrupt) as interrupt:
            while self._session.busy:
                with contextlib.suppress(queue.Empty):
                    self._session.take(self._queue.get(timeout=_POLL_S))
                draw()
                if interrupt.is_set():
                    interrupt.clear()
                    self._session.stop()


@contextlib.contextmanager
def _first_interrupt_held(wanted: bool) -> Iterator[threading.Event]:
    """Turn the first Ctrl+C into an event, if wanted, so that it tears nothing apart; the next one is as ever."""
    event = threading.Event()
    if not wanted:
        yield event
        return

    def hold(*_: object) -> None:
        signal.signal(signal.SIGINT, before)
        event.set()

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield event
    finally:
        signal.signal(signal.SIGINT, before)


def show_answers(collectors: Mapping[Side, Collector], *, prompt: str = "") -> None:
    """Print finished answers in the way that fits where they go."""
    if console.is_terminal:
        print_columns(console, collectors)
    else:
        print_sections(console, collectors, prompt=prompt)
