"""A card with a plot, and with the table that says the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from lab.language import tr
from lab.results.chart import Chart, ChartRow
from ui.controls.elided_label import ElidedLabel
from ui.results.card import Card, Complain, plain_label
from ui.results.table import FullTable
from ui.theme.palette import Palette

if TYPE_CHECKING:  # brings pyqtgraph, which takes half a second
    from ui.results.interval_plot import IntervalPlot

_ROW_HEIGHT = 28
_LABEL_WIDTH = 280
_SHAPES = ("●", "◇", "■", "△")
"""As the plot draws its series."""


class ChartCard(Card):
    """Shows a chart as a plot, once plots can be drawn, or as a table.

    Args:
        title: What it shows.
        palette: The colours.
        complain: Is told if a picture can't be saved.
        pressable: Whether its rows lead somewhere; then each is a button.
        parent: Of the widget.

    Attributes:
        table_shown: Turns the table on and off.
        foot: Room below the plot.

    Signals:
        row_pressed(int): The user wants to know more about a row.
    """

    row_pressed = Signal(int)

    def __init__(
        self,
        title: str,
        palette: Palette,
        complain: Complain,
        *,
        pressable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, palette, complain, parent)
        self._pressable = pressable
        self._chart: Chart | None = None
        self._plot: IntervalPlot | None = None
        self._can_draw = False
        self.notice = plain_label("quiet", self)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(16)
        self._legend.addStretch(1)
        self._legend_labels: list[ElidedLabel] = []
        self._drawing = QWidget(self)
        self._grid = QGridLayout(self._drawing)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._end_line = QWidget(self._drawing)
        self._ends = (plain_label("small", self._end_line), plain_label("small", self._end_line))
        self._ends[1].setAlignment(Qt.AlignmentFlag.AlignRight)
        line = QHBoxLayout(self._end_line)
        line.setContentsMargins(0, 2, 0, 0)
        for end in self._ends:
            line.addWidget(end)
        self._told: list[tuple[str, str, bool]] = []
        self._labels: list[QWidget] = []
        self._said: list[QLabel] = []
        self._table = FullTable(title, parent=self)
        self.foot = plain_label("quiet", self)
        self.table_shown = self.button(tr("As a table"), tr("Show “{title}” as a table", title=title))
        self.table_shown.setCheckable(True)
        self.table_shown.toggled.connect(self._show_parts)
        self.add_to_head(self.table_shown)
        for part in (self.notice, self._drawing, self._table, self.foot):
            self.body.addWidget(part)
        self.body.insertLayout(1, self._legend)
        self.body.addStretch(1)
        self.say("")

    @property
    def chart(self) -> Chart | None:
        """What is shown; None if it is a sentence instead."""
        return self._chart

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a chart."""
        self._chart = None
        self.notice.setText(sentence)
        self.foot.clear()
        self._show_parts()

    def show_chart(self, chart: Chart, foot: str = "") -> None:
        """Show a chart, with something to say below it."""
        self._chart = chart
        self._table.fill(chart.columns, [chart.cells(row) for row in chart.rows], wide=len(chart.columns) - 1)
        self.foot.setText(foot)
        self._show_legend(chart)
        self._fill_rows(chart)
        self._draw()
        self._show_parts()

    def allow_plots(self) -> None:
        """The library that draws plots is there."""
        self._can_draw = True
        self._draw()
        self._show_parts()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        super().set_palette(palette)
        if self._plot is not None:
            self._plot.set_palette(palette)

    def _draw(self) -> None:
        if self._chart is None or not self._can_draw:
            return
        if self._plot is None:
            from ui.results.interval_plot import IntervalPlot

            self._plot = IntervalPlot(self._palette, _ROW_HEIGHT, self._drawing)
            self._plot.row_pressed.connect(self._press)
        self._grid.addWidget(self._plot, 0, 1, len(self._chart.rows), 1, Qt.AlignmentFlag.AlignTop)
        self._plot.show_chart(self._chart)

    def _fill_rows(self, chart: Chart) -> None:
        told = [(row.label, row.tip, row.leads_on) for row in chart.rows]
        if told != self._told:  # else whoever is at a button there would lose it
            self._told = told
            self._make_rows(chart)
        for said, row in zip(self._said, chart.rows, strict=True):
            said.setText(row.said)
        left, right = self._ends
        left.setText(f"← {chart.ends[0]}" if chart.ends[0] else "")
        right.setText(f"{chart.ends[1]} →" if chart.ends[1] else "")
        self._end_line.setVisible(any(chart.ends))
        self._grid.addWidget(self._end_line, len(chart.rows), 1)

    def _make_rows(self, chart: Chart) -> None:
        for old in (*self._labels, *self._said):
            self._grid.removeWidget(old)
            old.deleteLater()
        self._labels = [self._row_label(number, row) for number, row in enumerate(chart.rows)]
        self._said = [plain_label("small", self._drawing) for _ in chart.rows]
        for number, (label, said) in enumerate(zip(self._labels, self._said, strict=True)):
            said.setWordWrap(False)
            for widget, column in ((label, 0), (said, 2)):
                widget.setFixedHeight(_ROW_HEIGHT)
                self._grid.addWidget(widget, number, column)

    def _row_label(self, number: int, row: ChartRow) -> QWidget:
        if not (self._pressable and row.leads_on):
            label = ElidedLabel(row.label, self._drawing)
            label.setMaximumWidth(_LABEL_WIDTH)
            return label
        button = QPushButton(row.label, self._drawing)
        button.setProperty("role", "link")
        button.setAccessibleName(tr("Examples of “{name}”", name=row.label))
        button.setToolTip("\n".join(filter(None, [row.tip, tr("Press for two examples.")])))
        button.clicked.connect(partial(self.row_pressed.emit, number))
        return button

    def _show_legend(self, chart: Chart) -> None:
        for label in self._legend_labels:
            self._legend.removeWidget(label)
            label.deleteLater()
        named = chart.series if len(chart.series) > 1 else ()
        self._legend_labels = [ElidedLabel(parent=self) for _ in named]
        for number, (label, name) in enumerate(zip(self._legend_labels, named, strict=True)):
            label.setText(f"{_SHAPES[number % len(_SHAPES)]} {name}")
            label.setProperty("role", "series")
            label.setProperty("series", number % 4)
            self._legend.insertWidget(number, label)

    def _press(self, row: int) -> None:
        if self._pressable and self._chart is not None and self._chart.rows[row].leads_on:
            self.row_pressed.emit(row)

    def _show_parts(self) -> None:
        there = self._chart is not None
        as_table = self.table_shown.isChecked() or not self._can_draw
        self.notice.setVisible(not there and bool(self.notice.text()))
        self._drawing.setVisible(there and not as_table)
        self._table.setVisible(there and as_table)
        self.foot.setVisible(bool(self.foot.text()))
        for button in (self.table_shown, self.save):
            button.setVisible(there)
        for label in self._legend_labels:
            label.setVisible(there and not as_table)
