"""The icons: lines drawn for this program, in the ink of the palette, sharp at every scale."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icon(StrEnum):
    """Which icon; the value is its file in ``resources/icons``."""

    AGAIN = "again"
    CLOSE = "close"
    COMPARE = "compare"
    COPY = "copy"
    DOWN = "down"
    EDIT = "edit"
    HISTORY = "history"
    INSPECTOR = "inspector"
    LEFT = "left"
    LESSONS = "lessons"
    MODELS = "models"
    MORE = "more"
    NEW = "new"
    NOTE = "note"
    PROMPTS = "prompts"
    RESULTS = "results"
    RIGHT = "right"
    SEND = "send"
    SETTINGS = "settings"
    STOP = "stop"
    SUITES = "suites"
    WARNING = "warning"


def icon(which: Icon, colour: str, off: str = "") -> QIcon:
    """An icon in one colour.

    Args:
        which: The icon.
        colour: Of its lines, as ``#rrggbb``.
        off: Of its lines where its button is disabled; the same if empty.
    """
    return QIcon(_Engine(which, colour, off or colour))


@lru_cache
def _drawing(which: Icon) -> str:
    return (files("resources") / "icons" / f"{which}.svg").read_text(encoding="utf-8")


class _Engine(QIconEngine):
    """Draws the lines anew at whatever size and scale they are asked for."""

    def __init__(self, which: Icon, colour: str, off: str) -> None:
        super().__init__()
        self._which, self._colour, self._off = which, colour, off

    def paint(self, painter: QPainter, rect: QRectF, mode: QIcon.Mode, _state: QIcon.State) -> None:  # type: ignore[override]
        colour = self._off if mode is QIcon.Mode.Disabled else self._colour
        data = _drawing(self._which).replace("currentColor", colour)
        QSvgRenderer(QByteArray(data.encode())).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._which, self._colour, self._off)
