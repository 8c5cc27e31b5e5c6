"""Chooses a suite, and shows what is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lab.language import tr
from lab.suites.shelf import Shelf, ShelvedSuite
from lab.suites.suite import Suite
from lab.visible import visible
from ui.controls.plain_tip import plain_tip
from ui.suites.parts import button, plain
from ui.suites.two_lines import SECOND_LINE, TwoLines
from ui.suites.words import size_of, told

_LIST_PIXELS = 210
_PREVIEWED = 200
"""Prompts that are shown; nobody reads ten thousand."""


class SuitePicker(QWidget):
    """The suites that there are, what is done with them, and the prompts of the chosen one.

    Attributes:
        list: The suites.
        prompts: The prompts of the chosen one.

    Signals:
        chosen(ShelvedSuite): Another one is chosen.
        new_asked(): The user wants to write one.
        import_asked(object): The user wants to make one of a file; its path, or None to choose one.
        deed_asked(str, ShelvedSuite): ``edit``, ``edit_copy``, ``show_in_folder``, ``copy_path`` or ``delete``.
    """

    chosen = Signal(object)
    new_asked = Signal()
    import_asked = Signal(object)
    deed_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._shelf: Shelf = Shelf(suites=(), faults=())
        self.list = QListWidget(self)
        self.list.setObjectName("suiteList")
        self.list.setAccessibleName(tr("Suites"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTabKeyNavigation(False)
        self.list.setFixedHeight(_LIST_PIXELS)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.currentRowChanged.connect(self._changed)
        self.prompts = QListWidget(self)
        self.prompts.setObjectName("suitePrompts")
        self.prompts.setAccessibleName(tr("Prompts of the suite"))
        self.prompts.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.prompts.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.prompts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.prompts.setTabKeyNavigation(False)
        self.prompts.setWordWrap(True)
        self.prompts.setFixedHeight(150)
        self._shows, self._facts = plain("", "", self), plain("", "small", self)
        self._faults = plain("", "suitesFault", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._buttons())
        layout.addWidget(self._faults)
        layout.addWidget(self.list)
        layout.addSpacing(2)
        layout.addWidget(self._shows)
        layout.addWidget(self._facts)
        layout.addWidget(self.prompts)

    def _buttons(self) -> QHBoxLayout:
        heading = QLabel(tr("Suite"), self)
        heading.setProperty("role", "heading")
        new = _deed(tr("New suite"), tr("Write prompts of your own"), self)
        new.clicked.connect(self.new_asked)
        bring = _deed(tr("Import …"), tr("Make a suite of a file: text, CSV or JSON lines"), self)
        bring.clicked.connect(lambda: self.import_asked.emit(None))
        self._more = _deed(tr("Edit"), tr("What can be done with the chosen suite"), self)
        self._more.setAccessibleName(tr("Edit the chosen suite"))
        self._more.setObjectName("suiteEdit")
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(heading)
        row.addStretch(1)
        for each in (self._more, bring, new):
            row.addWidget(each)
        return row

    def show_shelf(self, shelf: Shelf, choose: str = "") -> None:
        """Show what there is.

        Args:
            shelf: All suites.
            choose: The id of the one to choose; empty for the one that is chosen.
        """
        before = choose or (self.suite.suite.id if self.suite else "")
        self._shelf = shelf
        self.list.blockSignals(True)
        self.list.clear()
        for each in shelf.suites:
            own = tr("yours") if each.path else ""
            title = visible(each.suite.title)
            second = " · ".join(filter(None, (size_of(each.suite), own)))
            item = QListWidgetItem(title, self.list)
            item.setData(SECOND_LINE, second)
            item.setToolTip(plain_tip(each.suite.shows))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {second}")
        self.list.blockSignals(False)
        ids = [each.suite.id for each in shelf.suites]
        self.list.setCurrentRow(ids.index(before) if before in ids else 0)
        self._changed(self.list.currentRow())
        self._faults.setText("\n".join(told(each) for each in shelf.faults))
        self._faults.setVisible(bool(shelf.faults))

    @property
    def suite(self) -> ShelvedSuite | None:
        """The chosen one; None while there is none."""
        row = self.list.currentRow()
        return self._shelf.suites[row] if 0 <= row < len(self._shelf.suites) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  (Qt's name)
        """Take a file of prompts."""
        from ui.suites.editor_import import dropped_file

        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  (Qt's name)
        """Make a suite of it."""
        from ui.suites.editor_import import dropped_file

        if (path := dropped_file(event.mimeData())) is not None:
            self.import_asked.emit(path)

    def _changed(self, _row: int) -> None:
        each = self.suite
        self._more.setEnabled(each is not None)
        if each is None:
            return
        suite = each.suite
        self._shows.setText(visible(suite.shows))
        self._shows.setVisible(bool(suite.shows))
        self._facts.setText(visible(suite.for_whom))
        self._facts.setVisible(bool(suite.for_whom))
        self.prompts.clear()
        self.prompts.addItems(_previews(suite))
        self.chosen.emit(each)

    def _fill_menu(self) -> None:
        each = self.suite
        self._menu.clear()
        if each is None:
            return
        deeds = [("edit_copy", tr("Edit a copy"))]
        if each.path is not None:
            deeds = [
                ("edit", tr("Edit", "a verb")),
                *deeds,
                ("show_in_folder", tr("Show in folder")),
                ("copy_path", tr("Copy the path")),
                ("delete", tr("Delete")),
            ]
        for deed, words in deeds:
            action = self._menu.addAction(words)
            action.triggered.connect(lambda _=False, which=deed: self.deed_asked.emit(which, each))


def _previews(suite: Suite) -> list[str]:
    lines = []
    for item in suite.items[:_PREVIEWED]:
        prompt = " ".join(visible(item.prompt[:300]).split())
        lines.append("  →  ".join((prompt, *(" ".join(visible(turn[:200]).split()) for turn in item.turns))))
    if len(suite.items) > _PREVIEWED:
        lines.append(tr("… and {n} more", n=len(suite.items) - _PREVIEWED))
    return lines


def _deed(words: str, tip: str, parent: QWidget) -> QPushButton:
    made = button(words, tip, parent)
    made.setProperty("role", "deed")
    return made
