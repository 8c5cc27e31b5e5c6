"""A bar on standard error for exports and imports that take a while, and Ctrl+C in the middle of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import TypeVar

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from lab.cli.output import messages

_PATIENCE_S = 0.2
T = TypeVar("T")


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


def taken_in(future: Future[T], stopped: threading.Event) -> T:
    """Wait until something has been taken into the history.

    Args:
        future: What is done.
        stopped: Set at Ctrl+C, so that it ends.

    Raises:
        KeyboardInterrupt: The user has stopped it, and nothing was taken in.
    """
    from lab.exchange.importing import ImportStopped

    try:
        while not future.done():
            wait([future], timeout=_PATIENCE_S)  # in turns, because on Windows Ctrl+C is heard between them only
        return future.result()
    except KeyboardInterrupt:
        stopped.set()
        try:
            return future.result()  # it had just been done
        except ImportStopped:
            messages.print("Nothing was taken from it.")
        raise
