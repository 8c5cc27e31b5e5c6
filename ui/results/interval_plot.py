"""Draws rows of points with their intervals."""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from lab.language import tr
from lab.results.chart import Chart, ChartRow, Mark
from ui.theme.palette import Palette

_SYMBOLS = ("o", "d", "s", "t")
"""Circle, diamond, square, triangle: the series can be told apart without colour."""
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_APART = 0.17
"""How far series of one row stand from each other, in rows."""
_MARGIN = 0.02


class IntervalPlot(QWidget):
    """A row for each row of the chart, the first on top. It says in words what it shows to whoever can't see it.

    Args:
        palette: The colours.
        row_height: In pixels.
        parent: Of the widget.

    Signals:
        row_pressed(int): A row was clicked.
    """

    row_pressed = Signal(int)

    def __init__(self, palette: Palette, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette, self._row_height = palette, row_height
        self._chart: Chart | None = None
        self._view = pyqtgraph.PlotWidget(self, background=None)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setMenuEnabled(False)
        self._view.setMouseEnabled(x=False, y=False)
        self._view.hideButtons()
        self._view.setObjectName("intervalPlot")  # its ground is the style sheet's: what is below shines through
        self._plot = self._view.getPlotItem()
        self._plot.setContentsMargins(0, 0, 0, 0)
        self._plot.layout.setSpacing(0)
        for side in ("left", "bottom"):
            self._plot.hideAxis(side)
        self._plot.getViewBox().setDefaultPadding(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)

    def show_chart(self, chart: Chart) -> None:
        """Draw a chart."""
        self._chart = chart
        self.setAccessibleName(chart.name)
        self.setAccessibleDescription(chart.sentence)
        self.setFixedHeight(self._row_height * len(chart.rows))
        self._draw()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep the marks off the edges."""
        super().resizeEvent(event)
        if self._chart is not None:
            self._plot.setXRange(-_MARGIN, 1 + _MARGIN, padding=0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Say which row was meant."""
        row = int(event.position().y() // self._row_height)
        if self._chart is not None and 0 <= row < len(self._chart.rows):
            self.row_pressed.emit(row)

    def event(self, event: QEvent) -> bool:
        """Say under the pointer what a row means."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._chart is not None:
            row = event.pos().y() // self._row_height
            if 0 <= row < len(self._chart.rows):
                QToolTip.showText(event.globalPos(), self._tip(self._chart.rows[row]), self)
            return True
        return super().event(event)

    def _tip(self, row: ChartRow) -> str:
        assert self._chart is not None
        series = self._chart.series
        marks = [tr("{name}: {value}", name=series[mark.series], value=mark.words) for mark in row.marks]
        return "\n".join(filter(None, [row.label, row.tip, *marks]))

    def _draw(self) -> None:
        chart = self._chart
        if chart is None:
            return
        self._plot.clear()
        for number, row in enumerate(chart.rows):
            line = pyqtgraph.PlotDataItem([0, 1], [-number, -number], pen=self._pen(self._palette.line, 2))
            self._plot.addItem(line)
            if chart.reference is not None and row.scale is None:
                at = chart.place(row, chart.reference)
                self._line([at, at], [-number - 0.32, -number + 0.32], self._pen(self._palette.quiet, 1))
            series = sorted({mark.series for mark in row.marks})
            for mark in row.marks:
                above = (len(series) - 1) / 2 - series.index(mark.series)
                self._mark(chart, row, mark, -number + 2 * _APART * above)
        self._plot.setXRange(-_MARGIN, 1 + _MARGIN, padding=0)
        self._plot.setYRange(-len(chart.rows) + 0.5, 0.5, padding=0)

    def _mark(self, chart: Chart, row: ChartRow, mark: Mark, height: float) -> None:
        colour = self._colour(mark.series)
        if mark.low is not None and mark.high is not None:
            ends = [chart.place(row, mark.low), chart.place(row, mark.high)]
            self._line(ends, [height, height], self._pen(colour, 3, _DASHES[mark.series % len(_DASHES)]))
            for end in ends:
                self._line([end, end], [height - 0.1, height + 0.1], self._pen(colour, 2))
        self._plot.addItem(
            pyqtgraph.ScatterPlotItem(
                [chart.place(row, mark.value)],
                [height],
                symbol=_SYMBOLS[mark.series % len(_SYMBOLS)],
                size=11 if mark.series % 2 == 0 else 13,
                pen=self._pen(colour, 2),
                # The second series is hollow: shape and filling both tell it apart.
                brush=QColor(colour if mark.series % 2 == 0 else self._palette.card),
            )
        )

    def _line(self, x: list[float], y: list[float], pen: QPen) -> None:
        self._plot.addItem(pyqtgraph.PlotDataItem(x, y, pen=pen))

    def _colour(self, series: int) -> str:
        return (self._palette.a, self._palette.b, self._palette.ink, self._palette.quiet)[series % 4]

    def _pen(self, colour: str, width: int, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        pen = QPen(QColor(colour), width, style)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen
