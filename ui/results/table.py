"""A table that is as high as its rows: the page scrolls, not the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.controls.plain_tip import plain_tip

HEADER_HEIGHT = 34


class FullTable(QTableWidget):
    """Rows of text; the arrow keys go through them, Tab leaves.

    Args:
        name: For a screen reader.
        row_height: In pixels.
        parent: Of the widget.
    """

    def __init__(self, name: str, row_height: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultsTable")
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.verticalHeader().setMinimumSectionSize(row_height)
        self.horizontalHeader().setFixedHeight(HEADER_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row_height = row_height

    def fill(self, columns: Sequence[str], rows: Sequence[Sequence[str]], *, wide: int | None = 0) -> None:
        """Show other rows.

        Args:
            columns: The heads.
            rows: Their cells.
            wide: The column that takes the room that is left; None if all are as wide as what is in them, and the last
                takes the room, as befits a table that may be far too wide.
        """
        self.setColumnCount(len(columns))
        self.setHorizontalHeaderLabels(list(columns))
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.setItem(row, column, item)
        for column in range(len(columns)):
            mode = QHeaderView.ResizeMode.Stretch if column == wide else QHeaderView.ResizeMode.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.horizontalHeader().setStretchLastSection(wide is None)
        self.setFixedHeight(self.full_height())

    def items_of(self, column: int) -> list[QTableWidgetItem]:
        """The cells of a column, from the top."""
        return [item for row in range(self.rowCount()) if (item := self.item(row, column)) is not None]

    def full_height(self) -> int:
        """Header, rows, and a scroll bar below them if they are too wide."""
        return HEADER_HEIGHT + self._row_height * self.rowCount() + 12

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """All rows, and no more width than there is."""
        return QSize(super().sizeHint().width(), self.full_height())
