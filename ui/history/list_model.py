"""The rows of the list, fetched page by page from the storage thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from lab.errors import LabError
from ui.controls.plain_tip import plain_tip
from ui.deliveries import Deliveries
from ui.history.entries import Entry

_PAGE = 100
_LARGEST_PAGE = 2000

Listing = Callable[[int, int], "Future[list[Entry]]"]
"""Gives a page of rows, by how many and after how many."""

_AnyIndex = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractListModel):
    """What one listing gives, as far as it was asked for. What an older listing still answers is dropped.

    Signals:
        arrived(bool): The beginning of a listing is shown; True if it is the same listing as before, asked for anew.
        failed(LabError, bool): A page could not be read; True if it was the first. What was shown stays.
    """

    arrived = Signal(bool)
    failed = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deliveries = Deliveries(self)
        self._listing: Listing | None = None
        self._entries: list[Entry] = []
        self._keys: set[tuple[str, str]] = set()
        self._future: Future[list[Entry]] | None = None
        self._asked = 0
        self._complete = True

    def show(self, listing: Listing) -> None:
        """Show another listing from its beginning; the rows of the last one stay until the new ones are there."""
        self._listing = listing
        self._ask(_PAGE, 0, again=False)

    def reload(self, at_least: int = 0) -> None:
        """Ask for the same listing anew, because it has changed.

        Args:
            at_least: How many rows are needed, e.g. to keep what is seen where it is.
        """
        if self._listing is not None:
            self._ask(max(_PAGE, at_least), 0, again=True)

    @property
    def waiting(self) -> bool:
        """Whether a page is on its way."""
        return self._future is not None

    def entry(self, row: int) -> Entry | None:
        """The row of that number; None if there is none."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, key: tuple[str, str]) -> int:
        """Where an entry stands; -1 if it is not there."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def begins_group(self, row: int) -> bool:
        """Whether a heading stands above a row."""
        group = self._entries[row].group
        return bool(group) and (row == 0 or self._entries[row - 1].group != group)

    def rowCount(self, parent: _AnyIndex | None = None) -> int:  # noqa: N802  (Qt's name)
        """How many rows have come."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is said of a row; the delegate asks ``entry`` instead."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(entry.title)
        return entry.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def canFetchMore(self, _parent: _AnyIndex) -> bool:  # noqa: N802  (Qt's name)
        """Whether there is more, and none of it is on its way."""
        return bool(self._entries) and not self._complete and self._future is None

    def fetchMore(self, _parent: _AnyIndex) -> None:  # noqa: N802  (Qt's name)
        """Ask for the next page. Pages grow, so that even a very long list takes few of them."""
        if self.canFetchMore(QModelIndex()):
            had = len(self._entries)
            self._ask(min(max(_PAGE, had // 2), _LARGEST_PAGE), had, again=True)

    def _ask(self, limit: int, offset: int, *, again: bool) -> None:
        assert self._listing is not None
        if self._future is not None:
            self._future.cancel()  # if it has begun already, its number gives it away
        self._asked += 1
        asked = self._asked
        future = self._future = self._listing(limit, offset)

        def take(entries: list[Entry]) -> None:
            if asked == self._asked:
                self._future = None
                self._complete = len(entries) < limit
                self._append(entries) if offset else self._replace(entries, again)

        def give_up(error: LabError) -> None:
            if asked == self._asked:
                self._future = None
                self._complete = True  # else the view would ask again and again
                self.failed.emit(error, offset == 0)

        self._deliveries.when_done(future, take, give_up)

    def _replace(self, entries: list[Entry], again: bool) -> None:
        self.beginResetModel()
        self._entries = []
        self._keys = set()
        self._take(entries)
        self.endResetModel()
        self.arrived.emit(again)

    def _append(self, entries: list[Entry]) -> None:
        # A new row at the top moves the others down, so a page may begin with rows that came already.
        new = [entry for entry in entries if entry.key not in self._keys]
        if not new:
            return
        first = len(self._entries)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._take(new)
        self.endInsertRows()

    def _take(self, entries: list[Entry]) -> None:
        self._entries += entries
        self._keys.update(entry.key for entry in entries)
