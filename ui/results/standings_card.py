"""The ranking: a table with a plot in one of its columns, and below it what it means and what can't be said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLabel, QWidget

from lab.language import tr
from lab.results.chart import Chart
from lab.results.question import Method
from ui.results.card import Card, Complain, plain_label
from ui.results.shown import RankingShown
from ui.results.table import FullTable
from ui.theme.palette import Palette

if TYPE_CHECKING:  # brings pyqtgraph, which takes half a second
    from ui.results.interval_plot import IntervalPlot

_ROW_HEIGHT = 42
_INTERVAL = 4
"""The column in which the plot stands."""
_INTERVAL_WIDTHS = ((900, 260), (0, 190))
"""The plot's width, by how wide the table is at least: names must be readable in a small window too."""
_COLUMNS = ("#", tr("Contestant"), tr("Kind"), tr("Rating"), tr("95 % interval"), tr("Win rate"), tr("Votes"))
_METHODS = {
    Method.BRADLEY_TERRY: (tr("Rating: Bradley-Terry"), tr("Ratings that don't depend on the order of the votes")),
    Method.BOOTSTRAP: (
        tr("Rating: bootstrap"),
        tr("The same ratings, with intervals from random samples of the votes"),
    ),
    Method.ELO: (tr("Rating: Elo"), tr("Ratings that each vote moves a little, as in chess; without intervals")),
}


class StandingsCard(Card):
    """Who is better, how sure that is, and what a reader must know before believing it.

    Attributes:
        methods: How the ratings are made; a quiet choice, since one of them is the right one for most.
        table: The ranking.

    Signals:
        method_chosen(): The user wants the ratings made in another way.
    """

    method_chosen = Signal()

    def __init__(self, palette: Palette, complain: Complain, parent: QWidget | None = None) -> None:
        super().__init__(tr("Standings"), palette, complain, parent)
        self._plot: IntervalPlot | None = None
        self._can_draw = False
        self._chart: Chart | None = None
        self._cells: list[str] = []
        self.table = FullTable(tr("Standings"), _ROW_HEIGHT, self)
        self.table.setProperty("standings", True)
        self._notices: list[QLabel] = []
        self._about = plain_label("small", self)
        self.methods = QComboBox(self)
        self.methods.setProperty("role", "resultsSmall")
        self.methods.setAccessibleName(tr("How the ratings are made"))
        self.methods.setToolTip(tr("How the ratings are made"))
        for place, (method, (words, tip)) in enumerate(_METHODS.items()):
            self.methods.addItem(words, method)
            self.methods.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)
        self.methods.activated.connect(self.method_chosen)
        self.add_to_head(self.methods)
        self.body.addWidget(self.table)
        self.body.addWidget(self._about)
        self.table.viewport().installEventFilter(self)
        self._place_soon = QTimer(self)  # the table lays its columns out only after it has said that it was resized
        self._place_soon.setSingleShot(True)
        self._place_soon.timeout.connect(self._place)
        self.table.horizontalHeader().sectionResized.connect(lambda *_: self._place_soon.start())
        self.table.horizontalScrollBar().valueChanged.connect(lambda _: self._place_soon.start())

    def show_ranking(self, ranking: RankingShown) -> None:
        """Show another ranking."""
        self._chart = ranking.chart
        heads = list(_COLUMNS)
        low, high = ranking.chart.scale
        has_intervals = any(mark.low is not None for row in ranking.chart.rows for mark in row.marks)
        ends = {"low": f"{low:.0f}", "high": f"{high:.0f}"}
        if has_intervals:
            heads[_INTERVAL] = tr("95 % interval, {low} to {high}", **ends)
        else:
            heads[_INTERVAL] = tr("On a line, {low} to {high}", **ends)
        self._about.setText(ranking.method)
        self.table.fill(heads, ranking.rows, wide=1)
        self.table.horizontalHeader().setSectionResizeMode(_INTERVAL, QHeaderView.ResizeMode.Fixed)
        self._widen()
        self._cells = [row[_INTERVAL] for row in ranking.rows]
        for item in self.table.items_of(1):
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        self._show_notices(ranking.notices)
        self._draw()

    def method(self) -> Method:
        """How the user wants the ratings to be made."""
        return Method(self.methods.currentData())

    def allow_plots(self) -> None:
        """The library that draws plots is there."""
        self._can_draw = True
        self._draw()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        super().set_palette(palette)
        if self._plot is not None:
            self._plot.set_palette(palette)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Let the plot stand in its column whatever the table's width."""
        if event.type() is QEvent.Type.Resize:
            self._widen()
            self._place_soon.start()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        if self._chart is None or not self._can_draw:
            return
        if self._plot is None:
            from ui.results.interval_plot import IntervalPlot

            self._plot = IntervalPlot(self._palette, _ROW_HEIGHT, self.table.viewport())
            self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plot.show_chart(self._chart)
        # What is drawn needs not be written, but can still be read out.
        for item, text in zip(self.table.items_of(_INTERVAL), self._cells, strict=True):
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
            item.setText("")
        self._place_soon.start()
        self._plot.show()

    def _widen(self) -> None:
        room = self.table.viewport().width()
        width = next(width for least, width in _INTERVAL_WIDTHS if room >= least)
        if self.table.columnCount() and self.table.columnWidth(_INTERVAL) != width:
            self.table.setColumnWidth(_INTERVAL, width)

    def _place(self) -> None:
        if self._plot is None:
            return
        left = self.table.columnViewportPosition(_INTERVAL)
        self._plot.setGeometry(left, 0, self.table.columnWidth(_INTERVAL) - 12, self._plot.height())

    def _show_notices(self, sentences: Iterable[str]) -> None:
        for label in self._notices:
            self.body.removeWidget(label)
            label.deleteLater()
        self._notices = []
        for sentence in sentences:
            label = plain_label("resultsNotice", self)
            label.setText(sentence)
            self.body.addWidget(label)
            self._notices.append(label)
