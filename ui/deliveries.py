"""Brings results from other threads to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from lab.errors import LabError

T = TypeVar("T")


class Deliveries(QObject):
    """Calls functions on the thread that it lives on. Every page that waits for the storage owns one.

    What is still under way when it is deleted is never delivered, so a callback may use the page that owns it.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def call(self, function: Callable[[], Any]) -> None:
        """Call a function soon, on the window's thread; may be said on any thread."""
        try:
            self._arrived.emit(function)
        except RuntimeError:  # the page is gone; nobody waits any more
            return

    def when_done(
        self, future: Future[T], then: Callable[[T], Any], otherwise: Callable[[LabError], Any] | None = None
    ) -> None:
        """Call ``then`` with the future's result, or ``otherwise`` with the LabError that it failed with.

        Any other exception is a bug and is raised on the window's thread, where bugs are shown. A future that was
        cancelled, or whose work gave up with ``CancelledError``, delivers nothing.
        """
        future.add_done_callback(lambda done: self.call(partial(_hand_over, done, then, otherwise)))

    def _run(self, function: Callable[[], Any]) -> None:
        function()


def _hand_over(future: Future[T], then: Callable[[T], Any], otherwise: Callable[[LabError], Any] | None) -> None:
    if future.cancelled():
        return
    error = future.exception()
    if error is None:
        then(future.result())
    elif isinstance(error, LabError) and otherwise is not None:
        otherwise(error)
    elif not isinstance(error, CancelledError):
        raise error
