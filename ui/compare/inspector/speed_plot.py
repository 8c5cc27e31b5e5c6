"""The speed of both sides over time, drawn while they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lab.records import Side
from ui.theme.palette import Palette

_HEIGHT = 96
_DASHES = {Side.A: Qt.PenStyle.SolidLine, Side.B: Qt.PenStyle.DashLine}


class SpeedPlot(QWidget):
    """Two lines: A is solid, B is dashed, so that they can be told apart without colour."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = pyqtgraph.PlotWidget(self, background=None)
        self.setFixedHeight(_HEIGHT)
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.getPlotItem().setContentsMargins(0, 4, 4, 0)
        self._plot.getAxis("left").setWidth(28)
        self._plot.getAxis("bottom").setHeight(18)
        self._lines = {side: self._plot.plot([], []) for side in Side}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self.set_palette(palette)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._plot.setBackground(palette.card)
        for side, line in self._lines.items():
            pen = QPen(QColor(palette.side(side)), 2, _DASHES[side])
            pen.setCosmetic(True)
            line.setPen(pen)
        for name in ("left", "bottom"):
            axis = self._plot.getAxis(name)
            axis.setPen(palette.line)
            axis.setTextPen(palette.quiet)
            axis.setStyle(tickLength=0)

    def show_points(self, points: Mapping[Side, Sequence[tuple[float, float]]]) -> None:
        """Draw (seconds, tokens per second) of each side."""
        fastest = max((speed for line in points.values() for _, speed in line), default=1.0)
        for side, line in self._lines.items():
            mine = points.get(side, ())
            line.setData([at for at, _ in mine], [speed for _, speed in mine])
        self._plot.setYRange(0, fastest * 1.1, padding=0)
