"""The menu of what can be taken out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from lab.exchange.choice import ExportFormat, Undecided
from lab.language import tr
from ui.results.exchange_words import FORMATS, UNDECIDED


class ExportMenu(QMenu):
    """A line for each format; above them is said which votes it is about.

    Args:
        scope: Says which votes are meant now.
        parent: Of the menu.

    Signals:
        chosen(ExportFormat, Undecided): The user wants that.
    """

    chosen = Signal(object, object)

    def __init__(self, scope: Callable[[], str], parent: QWidget) -> None:
        super().__init__(tr("Export"), parent)
        self.setToolTipsVisible(True)
        self._scope = self.addAction("")
        self._scope.setEnabled(False)
        self.addSeparator()
        for format in ExportFormat:
            if format is ExportFormat.TRL:
                self._add_pairs(format)
            else:
                self._add(self, format, FORMATS[format.value].title, Undecided())
        self.aboutToShow.connect(lambda: self._scope.setText(scope().replace("&", "&&")))

    def _add_pairs(self, format: ExportFormat) -> None:
        pairs = QMenu(FORMATS[format.value].title, self)
        pairs.setToolTipsVisible(True)
        for words, undecided in UNDECIDED.items():
            self._add(pairs, format, words, undecided)
        self.addMenu(pairs).setToolTip(FORMATS[format.value].tip)

    def _add(self, menu: QMenu, format: ExportFormat, words: str, undecided: Undecided) -> None:
        action = menu.addAction(words)
        action.setToolTip(FORMATS[format.value].tip)
        action.triggered.connect(partial(self._choose, format, undecided))

    def _choose(self, format: ExportFormat, undecided: Undecided, _checked: bool = False) -> None:
        self.chosen.emit(format, undecided)
