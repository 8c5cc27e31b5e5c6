"""A bar on standard error for exports and imports that take a while."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from lab.cli.output import messages


@contextmanager
def progress_bar(doing: str, *, hidden: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Show a bar while the block runs, if standard error is a terminal.

    Args:
        doing: What is done, e.g. ``Exporting``.
        hidden: Show none, e.g. because what is written goes to the same terminal.

    Yields:
        What to tell how much is done, and of how much.
    """
    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=messages,
        transient=True,
        disable=hidden or not messages.is_terminal,
    ) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
