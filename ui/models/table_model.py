"""The rows of the table for Qt: sorted by any column, and those left out that the user does not look for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from lab.amounts import size
from lab.language import tr
from lab.models.fit_verdict import Fit
from lab.records import Kind
from ui.compare.words import evidence
from ui.controls.plain_tip import plain_tip
from ui.first_start.words import all_of
from ui.models.columns import SHORT_TITLES, TIPS, TITLES, Column, order_of, text_of
from ui.models.rows import ModelRow
from ui.models.words import short_path

_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the user looks for."""

    text: str = ""
    """Words that must all stand somewhere in the row or in its path."""
    kind: Kind | None = None
    fit: Fit | None = None

    def accepts(self, row: ModelRow) -> bool:
        """Whether a row is to be shown."""
        if self.kind not in (None, row.kind) or self.fit not in (None, row.fit):
            return False
        if not self.text:
            return True
        columns = (Column.MODEL, Column.FAMILY, Column.QUANTIZATION, Column.WHERE)
        everything = " ".join((*(text_of(row, column) for column in columns), row.facts.title, row.file.path))
        return all(word in everything.casefold() for word in self.text.casefold().split())


class TableModel(QAbstractTableModel):
    """All rows, in the order in which they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ModelRow] = []
        self._close = False

    @property
    def rows(self) -> Sequence[ModelRow]:
        """The rows."""
        return self._rows

    def set_rows(self, rows: Sequence[ModelRow]) -> None:
        """Show other rows; where they are the same models as before only what is said of them changes."""
        same = [row.file.path for row in rows] == [row.file.path for row in self._rows]
        if same and self._rows:
            changed = [number for number, row in enumerate(rows) if row != self._rows[number]]
            self._rows = list(rows)
            if changed:
                self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_close(self, close: bool) -> None:
        """Shorten the titles, or don't."""
        if close != self._close:
            self._close = close
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def rowCount(self, parent: _AnyIndex | None = None) -> int:  # noqa: N802  (Qt's name)
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex | None = None) -> int:  # noqa: N802  (Qt's name)
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (SHORT_TITLES if self._close else TITLES)[Column(section)]
            case Qt.ItemDataRole.ToolTipRole:
                return TIPS[Column(section)]
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says; the delegate paints from the row itself."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text_of(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_tip(row, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row, column)
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class ShownRows(QSortFilterProxyModel):
    """The rows that the user looks for, sorted."""

    def __init__(self, model: TableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted = Wanted()
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)
        self.sort(Column.MODEL)

    @property
    def wanted(self) -> Wanted:
        """What the user looks for."""
        return self._wanted

    def look_for(self, wanted: Wanted) -> None:
        """Show what the user looks for."""
        if wanted != self._wanted:
            self.beginFilterChange()
            self._wanted = wanted
            self.endFilterChange()

    def row(self, number: int) -> ModelRow | None:
        """The row of that number as they are shown; None if there is none."""
        index = self.mapToSource(self.index(number, 0))
        return self._model.rows[index.row()] if index.isValid() else None

    def number_of(self, path: str) -> int:
        """Where a file's row is shown; -1 if it is not."""
        return next((number for number in range(self.rowCount()) if _path(self.row(number)) == path), -1)

    def filterAcceptsRow(self, source_row: int, _parent: _AnyIndex) -> bool:  # noqa: N802  (Qt's name)
        """Whether a row is looked for."""
        return self._wanted.accepts(self._model.rows[source_row])

    def lessThan(self, left: _AnyIndex, right: _AnyIndex) -> bool:  # noqa: N802  (Qt's name)
        """By the column; what is alike there by name, then by path."""
        one, other = self._model.rows[left.row()], self._model.rows[right.row()]
        column = Column(left.column())
        keys = ((order_of(row, column), row.name.casefold(), row.file.path) for row in (one, other))
        return bool(next(keys) < next(keys))


def _path(row: ModelRow | None) -> str:
    return row.file.path if row is not None else ""


def _tip(row: ModelRow, column: Column) -> str:
    match column:
        case Column.MODEL:
            title = row.facts.title if row.facts.title.casefold() != row.name.casefold() else ""
            return "\n".join(text for text in (row.name, title, short_path(row.path)) if text)
        case Column.KIND:
            return "\n".join((evidence(row.facts.verdict), tr("Click to correct it.")))
        case Column.FIT:
            parts = (f"{size(part.size_bytes)}  {part.name}" for part in row.alone.parts)
            return "\n".join((row.why, tr("By itself:"), *parts))
        case Column.WHERE:
            return short_path(row.path)
    return ""


def _spoken(row: ModelRow, column: Column) -> str:
    if column is Column.MODEL and row.sides:
        return tr("{name}, plays side {sides}", name=row.name, sides=all_of(side.upper() for side in row.sides))
    return text_of(row, column)
