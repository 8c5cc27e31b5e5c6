"""How the two answers differ, measured in the background."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module

from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from lab.analysis.comparison import Row, compare
from lab.analysis.profile import profile, profile_of
from lab.language import tr
from lab.records import KeptAnswer
from ui.compare.inspector.difference_bars import DifferenceBars
from ui.deliveries import Deliveries
from ui.theme.palette import Palette

FIRST = ("words", "repeated_phrases", "list_items", "headings", "hedging", "second_person", "reading_ease")
"""What a learner looks at first; the others come with "All measures"."""


class Differences(QWidget):
    """A row for each measure."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._rows: tuple[Row, ...] = ()
        self._bars: list[DifferenceBars] = []
        self._all = False
        self._asked = 0
        self._deliveries = Deliveries(self)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="measures")
        self._empty = QLabel(tr("Measured when both have answered."), self)
        self._empty.setProperty("role", "small")
        self._empty.setWordWrap(True)
        self._more = QToolButton(self)
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._toggle)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._empty)
        self._layout.addWidget(self._more)
        self._draw()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._draw()

    def show_answers(self, a: KeptAnswer | None, b: KeptAnswer | None) -> None:
        """Measure two answers and show how they differ; nothing if one is missing."""
        self._asked += 1
        if a is None or b is None or not (a.text or b.text):
            self._show(self._asked, ())
            return
        number = self._asked
        self._deliveries.when_done(self._worker.submit(_measured, a, b), lambda rows: self._show(number, rows))

    def warm_up(self) -> None:
        """Import what the first answer needs, on the thread: it takes half a second."""
        self._worker.submit(import_module, "ui.compare.inspector.speed_plot").add_done_callback(Future.exception)

    def rows(self) -> tuple[Row, ...]:
        """What is shown now."""
        return self._rows

    def close_down(self) -> None:
        """End the thread."""
        self._worker.shutdown(cancel_futures=True)

    def _show(self, number: int, rows: tuple[Row, ...]) -> None:
        if number == self._asked:  # a later answer may have come meanwhile
            self._rows = rows
            self._draw()

    def _toggle(self) -> None:
        self._all = not self._all
        self._draw()

    def _draw(self) -> None:
        for bar in self._bars:
            self._layout.removeWidget(bar)
            bar.deleteLater()
        shown = [row for row in self._rows if self._all or row.name in FIRST]
        self._bars = [DifferenceBars(row, self._palette, self) for row in shown]
        for place, bar in enumerate(self._bars):
            self._layout.insertWidget(place, bar)
        self._empty.setVisible(not self._rows)
        self._more.setVisible(bool(self._rows))
        self._more.setText(tr("Fewer measures") if self._all else tr("All {n} measures", n=len(self._rows)))


def _measured(a: KeptAnswer, b: KeptAnswer) -> tuple[Row, ...]:
    return compare(*(profile_of(each.response) if each.response else profile(each.text) for each in (a, b)))
