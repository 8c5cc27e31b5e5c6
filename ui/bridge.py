"""Brings the runner's events from the workers' threads to the window's thread."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, Qt, Signal

from lab.generation.runner import Envelope


class RunnerBridge(QObject):
    """Hand ``post`` to a ``Runner``; connect to ``arrived``.

    Signals:
        arrived(Envelope): An event has come; emitted on the window's thread.
    """

    arrived = Signal(object)
    _crossing = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crossing.connect(self.arrived, Qt.ConnectionType.QueuedConnection)

    def post(self, envelope: Envelope) -> None:
        """Pass an event on, from any thread."""
        with contextlib.suppress(RuntimeError):  # the window is gone; its workers are about to be
            self._crossing.emit(envelope)
