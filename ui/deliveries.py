"""Brings results from other threads to the window's thread."""

from __future__ import annotations

import threading
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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = _Door(_Post(self))
        # Said before the post, a child, is deleted.
        self.destroyed.connect(self._door.close)

    def call(self, function: Callable[[], Any]) -> None:
        """Call a function soon, on the window's thread; may be said on any thread."""
        self._door.hand_in(function)

    def when_done(
        self, future: Future[T], then: Callable[[T], Any], otherwise: Callable[[LabError], Any] | None = None
    ) -> None:
        """Call ``then`` with the future's result, or ``otherwise`` with the LabError that it failed with.

        Any other exception is a bug and is raised on the window's thread, where bugs are shown. A future that was
        cancelled, or whose work gave up with ``CancelledError``, delivers nothing.
        """
        future.add_done_callback(lambda done: self.call(partial(_hand_over, done, then, otherwise)))


class _Post(QObject):
    """Lives on the window's thread."""

    arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def _run(self, function: Callable[[], Any]) -> None:
        function()


class _Door:
    """Keeps Qt from deleting the post on one thread while another emits its signal, which crashes."""

    def __init__(self, post: _Post) -> None:
        self._post: _Post | None = post
        self._in_use = threading.RLock()

    def hand_in(self, function: Callable[[], Any]) -> None:
        """Bring a function to the window's thread; nothing if the page is gone, since nobody waits any more."""
        with self._in_use:
            if self._post is not None:
                self._post.arrived.emit(function)

    def close(self) -> None:
        """Bring nothing any more."""
        with self._in_use:
            self._post = None


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
