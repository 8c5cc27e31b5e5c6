"""A run in a terminal: a bar for each side, time left, and Ctrl+C that stops in good order."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.text import Text

from lab.cli.output import messages, visible
from lab.records import Side

if TYPE_CHECKING:
    from lab.runs.plan import RunPlan
    from lab.runs.progress import RunProgress


class _Bars(Progress):
    """Bars with a line below them.

    Attributes:
        said: The line.
    """

    said = ""

    def get_renderables(self) -> Iterable[RenderableType]:
        """The bars, then the line."""
        yield from super().get_renderables()
        yield Text(self.said, style="dim")


class Watch:
    """Shows how far a run is."""

    def __init__(self, bars: _Bars, tasks: dict[Side, TaskID]) -> None:
        self._bars = bars
        self._tasks = tasks
        self._stopping = False

    def show(self, progress: RunProgress) -> None:
        """Draw it."""
        left = "" if progress.left_s is None else f"about {time_in_words(progress.left_s)} left"
        parts = ["stopping" if self._stopping else progress.doing, "" if self._stopping else left]
        self._bars.said = visible(" · ".join(filter(None, parts)))
        for side, task in self._tasks.items():
            one = progress.sides[side]
            notes = [
                f"{one.failed:,} failed" if one.failed else "",
                f"{one.writing:,} being written" if one.writing else "",
            ]
            note = " · ".join(filter(None, notes))
            self._bars.update(task, completed=one.done, total=one.planned - one.never_asked, note=note)

    @contextlib.contextmanager
    def stopping(self, stop: Callable[[], None]) -> Iterator[None]:
        """Let the first Ctrl+C call ``stop`` while the block runs; the next one ends the program as ever."""

        def hold(*_: object) -> None:
            signal.signal(signal.SIGINT, before)
            self._stopping = True
            stop()

        before = signal.signal(signal.SIGINT, hold)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def watched(plan: RunPlan, *, hidden: bool) -> Iterator[Watch]:
    """Show bars on standard error while the block runs, if that is a terminal.

    Args:
        plan: What is run.
        hidden: Show none.
    """
    with _Bars(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[note]}", markup=False, style="dim"),
        console=messages,
        transient=True,
        disable=hidden or not messages.is_terminal,
    ) as bars:
        players = {Side.A: plan.run.a, Side.B: plan.run.b}
        width = max(len(player.model.name) for player in players.values())
        tasks = {
            side: bars.add_task(f"{side.upper()}  {visible(player.model.name):<{width}}", total=None, note="")
            for side, player in players.items()
        }
        yield Watch(bars, tasks)


def time_in_words(seconds: float) -> str:
    """About how long, e.g. ``40 s``, ``12 min``, ``3 h 20 min``."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{minutes} min"
