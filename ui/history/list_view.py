"""The list on the left: keeps what is chosen and what is seen where it is while its rows change."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lab.language import tr
from ui.controls.painted_list import PaintedList
from ui.history.entries import Entry
from ui.history.list_model import ListModel
from ui.history.row_delegate import RowDelegate

_AnyIndex = QModelIndex | QPersistentModelIndex


class ListView(PaintedList):
    """A list of entries.

    Signals:
        chosen(object): Another ``Entry`` is selected; None if there is none.
        opened(Entry): Enter was pressed or a row was double-clicked.
        delete_asked(): Del was pressed.
        left_upwards(): Up was pressed in the first row.
    """

    chosen = Signal(object)
    opened = Signal(object)
    delete_asked = Signal()
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("historyList", tr("Conversations"), parent)
        self._told: Entry | None = None
        self._kept_key = ("", "")
        self._kept_row = 0
        self._kept_scroll = 0
        self.rows = ListModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.verticalScrollBar().setSingleStep(24)
        self.rows.modelAboutToBeReset.connect(self._remember)
        self.rows.arrived.connect(self._come_back)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.entry(index.row())))

    def entry(self) -> Entry | None:
        """What is selected; None if nothing is."""
        return self.rows.entry(self.currentIndex().row())

    def forget(self) -> None:
        """What is selected is no longer seen; when its rows come again it is told of again."""
        self._told = None
        self.chosen.emit(None)

    def reload(self) -> None:
        """Ask for the rows anew, down to the last one that is seen."""
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        self.rows.reload(max(last, self.currentIndex().row()) + 1)

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:  # noqa: N802  (Qt's name)
        """Tell of another selection."""
        super().currentChanged(current, previous)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Enter opens, Del deletes, Up leaves at the top."""
        entry = self.entry()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            self.opened.emit(entry)
        elif event.key() == Qt.Key.Key_Delete and entry is not None:
            self.delete_asked.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _remember(self) -> None:
        entry = self.entry()
        self._kept_key = entry.key if entry is not None else ("", "")
        self._kept_row = max(0, self.currentIndex().row())
        self._kept_scroll = self.verticalScrollBar().value()

    def _come_back(self, again: bool) -> None:
        """Select what was selected; where it is gone, its neighbour, or in another listing the first row."""
        count = self.rows.rowCount()
        row = self.rows.row_of(self._kept_key)
        if row < 0:
            row = min(self._kept_row, count - 1) if again else 0
        self.setAutoScroll(not again)  # else selecting would move the list
        if count:
            self.setCurrentIndex(self.rows.index(row, 0))
        if again:
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(self._kept_scroll)
        self.setAutoScroll(True)
        self._tell()

    def _tell(self) -> None:
        entry = self.entry()
        if entry != self._told:
            self._told = entry
            self.chosen.emit(entry)
