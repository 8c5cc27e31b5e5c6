"""The list of prompts at the left of the editor; ten thousand are no more work than ten."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from lab.language import tr
from lab.suites.draft import Draft
from lab.visible import visible

_MOST_SHOWN = 200
_Index = QModelIndex | QPersistentModelIndex


class PromptRows(QAbstractListModel):
    """The suite itself in the first row, then its prompts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft(head={})
        self._faulty: Collection[int | None] = ()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802  (Qt's name)
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._draft.items) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a row."""
        if not index.isValid():
            return None
        place = index.row() - 1 if index.row() else None
        words = self._words(place)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{words}   ⚠" if place in self._faulty else words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{words}; something is wrong in it", words=words) if place in self._faulty else words
        return None

    def show_draft(self, draft: Draft, faulty: Collection[int | None]) -> bool:
        """Show other prompts.

        Args:
            draft: The suite.
            faulty: Where something is wrong.

        Returns:
            Whether there are more or fewer, so that what was chosen is chosen no more.
        """
        anew = len(draft.items) != len(self._draft.items)
        if anew:
            self.beginResetModel()
        self._draft, self._faulty = draft, faulty
        if anew:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        return anew

    def _words(self, place: int | None) -> str:
        if place is None:
            return tr("About the suite")
        line = " ".join(str(self._draft.items[place].get("prompt", ""))[:_MOST_SHOWN].split())
        shown = visible(line) or tr("Empty prompt")
        return f"{place + 1}  {shown}"


class PromptList(QListView):
    """Chooses what is shown at the right.

    Signals:
        chosen(object): The place of a prompt, or None for the suite itself.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suitePrompts")
        self.setAccessibleName(tr("Prompts"))
        self.setToolTip("")
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._rows = PromptRows(self)
        self.setModel(self._rows)
        self._shows = False
        self.selectionModel().currentChanged.connect(self._choose)

    def show_draft(self, draft: Draft, faulty: Collection[int | None], place: int | None) -> None:
        """Show the prompts, with one of them chosen; says no signal."""
        self._shows = True
        self._rows.show_draft(draft, faulty)
        index = self._rows.index(0 if place is None else place + 1)
        if self.currentIndex() != index:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self._shows = False

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._shows and now.isValid():
            self.chosen.emit(now.row() - 1 if now.row() else None)
