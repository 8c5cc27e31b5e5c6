"""The repositories that a search found, as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lab.language import tr
from lab.models.hub_values import FoundRepository
from ui.controls.colours import colour_property
from ui.controls.painted_list import PaintedList
from ui.controls.plain_tip import plain_tip
from ui.models.hub_row import HubRow
from ui.models.hub_words import spoken

_AnyIndex = QModelIndex | QPersistentModelIndex


class ResultsModel(QAbstractListModel):
    """What has come so far, each repository once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[FoundRepository] = []

    def replace(self, found: Sequence[FoundRepository]) -> None:
        """Hold these and no others."""
        self.beginResetModel()
        self._found = list(found)
        self.endResetModel()

    def add(self, found: Sequence[FoundRepository]) -> None:
        """Hold these too. The Hub sorts anew for each page, so one may come a second time."""
        known = {one.repository for one in self._found}
        new = [one for one in found if one.repository not in known]
        if new:
            first = len(self._found)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._found += new
            self.endInsertRows()

    def found(self, row: int) -> FoundRepository | None:
        """The row of that number; None if there is none."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def row_of(self, repository: str) -> int:
        """Where a repository stands; -1 if it is not there."""
        return next((row for row, one in enumerate(self._found) if one.repository == repository), -1)

    def rowCount(self, parent: _AnyIndex | None = None) -> int:  # noqa: N802  (Qt's name)
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is said of a row; the delegate asks ``found`` instead."""
        found = self.found(index.row())
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return found.repository
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(found.repository)
        return spoken(found) if role == Qt.ItemDataRole.AccessibleTextRole else None


class ResultsList(PaintedList):
    """The list.

    Signals:
        chosen(object): Another ``FoundRepository`` is selected; None if there is none.
        left_upwards(): Up was pressed in the first row.
    """

    chosen = Signal(object)
    left_upwards = Signal()

    gate_ink = colour_property("gate_ink")
    gate_ground = colour_property("gate_ground")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("hubResults", tr("Repositories"), parent)
        self._gate_ink, self._gate_ground = self._ink, self._hover  # until the style sheet sets them
        self.rows = ResultsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(HubRow(self))
        self.setUniformItemSizes(True)
        self.verticalScrollBar().setSingleStep(24)

    def select(self, repository: str) -> bool:
        """Select a repository if it is in the list, else nothing.

        Returns:
            Whether it is.
        """
        row = self.rows.row_of(repository)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self.rows.index(row, 0))
        return row >= 0

    def enter(self) -> None:
        """Come in from above: to the first row if none is selected."""
        self.setFocus()
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:  # noqa: N802  (Qt's name)
        """Tell of another selection."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.rows.found(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Up leaves at the top."""
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
