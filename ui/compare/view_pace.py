"""When a view draws: often enough to be smooth, seldom enough to leave the window time for everything else."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

FRAME_MS = 33
_PART_OF_THE_TIME = 4
"""Drawing may take a quarter of the time."""
_HURRIED = 4
_APART_MS = 8


class Pace(QObject):
    """Calls a function some time after it was asked for, however often it was asked for.

    No two views draw in the same turn of the event loop, so that the pauses between its turns don't add up.

    Args:
        parent: Of the object.
        draw: Called when it is time.
    """

    _last_end = 0.0

    def __init__(self, parent: QObject, draw: Callable[[], None]) -> None:
        super().__init__(parent)
        self._draw = draw
        self._pause_ms = FRAME_MS
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._due)

    def want(self, *, hurry: bool = False) -> None:
        """Draw with the next frame.

        Args:
            hurry: Somebody waits for the end of it, so that drawing may take half of the time.
        """
        if not self._timer.isActive():
            self._timer.start(self._pause_ms // _HURRIED if hurry else self._pause_ms)

    def rest(self) -> None:
        """Nothing needs to be drawn any more."""
        self._timer.stop()
        self._pause_ms = FRAME_MS

    def _due(self) -> None:
        since_last_ms = (time.perf_counter() - Pace._last_end) * 1000
        if since_last_ms < _APART_MS:
            self._timer.start(_APART_MS)
            return
        began = time.perf_counter()
        self._draw()
        Pace._last_end = time.perf_counter()
        took_ms = (Pace._last_end - began) * 1000
        self._pause_ms = max(FRAME_MS, int(took_ms * _PART_OF_THE_TIME))
