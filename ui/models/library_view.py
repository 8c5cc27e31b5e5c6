"""The view of what is on this computer: what can be got, the table, and what is known of the selected row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import counted, tr
from lab.models.found import ScanProgress
from lab.visible import visible
from ui.controls.notice import Notice
from ui.models import words
from ui.models.details import Details
from ui.models.filter_bar import FilterBar
from ui.models.group import AsideRow, FolderRow, Group
from ui.models.rows import AsideFile, ModelRow
from ui.models.stock import Contents
from ui.models.table_model import Wanted
from ui.models.table_view import TableView
from ui.models.work_bar import WorkBar

_MARGIN = 20
_BESIDE_FROM = 1180
"""Pixels from which there is room for two cards side by side."""
_FOOT = tr(
    "“Base” or “chat” is judged from the file and its source; hover to see why, click to correct it. "
    "A and B put the selected model on a side."
)


class LibraryView(QScrollArea):
    """Scrolls as a whole where the window is too low; the table scrolls by itself where it has many rows.

    Signals:
        forget_asked(str): The library should forget the model of that name.
        folder_removed(Path): This folder should not be looked through any more.
        show_asked(Path): The user wants to see the folder of a file.
        again_asked(): The computer should be looked through again.
        stop_asked(): It should not be looked through any further.
    """

    forget_asked = Signal(str)
    folder_removed = Signal(object)
    show_asked = Signal(object)
    again_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents: Contents | None = None
        self._failure: LabError | None = None
        # Each is made where it will stand: whatever moves into another widget is dressed once more, which takes time.
        self._whole = QWidget(self.viewport())
        self._whole.setProperty("role", "column")
        self._card = QFrame(self._whole)
        self._card.setProperty("role", "card")
        self.table = TableView(self._card)
        self.filters = FilterBar(self._card)
        self.details = Details(self._whole)
        self.scanning = WorkBar(tr("Stop"), tr("Look no further"), self._card)
        self.reading = WorkBar(tr("Stop"), tr("Read it no further"), self._card)
        self.notice = Notice(self._card)
        self.aside = Group(tr("Files that can't be used"), self._card)
        self.folders = Group(tr("Folders that you have added"), self._card)
        self.notes = Group(tr("What could not be looked through"), self._card)
        self._pressed: Callable[[], object] = self.again_asked.emit
        self._lay_out()
        self._wire()
        self._show_state()

    def set_above(self, place: int, widget: QWidget) -> None:
        """Put a widget above the table.

        Args:
            place: 0 for what can be got, 1 for what is being fetched.
            widget: What to put there.
        """
        self._above[place].addWidget(widget)

    def show_contents(self, contents: Contents) -> None:
        """Show what there is."""
        before, self._contents, self._failure = self._contents, contents, None
        self.table.rows.set_rows(contents.rows)
        self.table.fit_height()
        self._show_details(self.table.row())
        if before is None or (before.aside, before.folders) != (contents.aside, contents.folders):
            self._fill_groups(contents)  # else whoever is at a button there would lose it
        self._show_state()

    def show_progress(self, progress: ScanProgress) -> None:
        """Say how far the search is."""
        done, total = (progress.files_done, progress.files_found) if progress.reading else (0, 0)
        self.scanning.say(words.searching(progress), done, total)

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """Say what could not be looked through."""
        heading = counted(
            len(notes),
            tr("{n} note about what could not be looked through"),
            tr("{n} notes about what could not be looked through"),
        )
        self.notes.set_rows(heading, [partial(_note, each) for each in notes])

    def show_scanning(self, running: bool) -> None:
        """Say whether the computer is being looked through."""
        if running and self.scanning.isHidden():
            self.scanning.say(tr("Looking for models …"))
        self.scanning.setVisible(running)
        self.filters.again.setEnabled(not running)
        self._show_state()

    def show_failure(self, error: LabError) -> None:
        """Say why nothing can be shown."""
        self._failure = error
        self._show_state()

    def focus(self) -> None:
        """Put the cursor where a person begins."""
        (self.table if self.table.shown.rowCount() else self.filters.search).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """What is known of the selected model stands beside the table if there is room, else below it."""
        super().resizeEvent(event)
        beside = self.viewport().width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)
        self.details.stand_beside(beside)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._column = QVBoxLayout(self._whole)
        self._column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        self._column.setSpacing(14)
        self._above = (QVBoxLayout(), QVBoxLayout())
        for strip in self._above:
            self._column.addLayout(strip)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(10, 10, 10, 8)
        inside.setSpacing(8)
        inside.addWidget(self.filters)
        inside.addWidget(self.scanning)
        inside.addWidget(self.reading)
        inside.addWidget(self.table, 1000)
        inside.addWidget(self.notice)
        for group in (self.aside, self.folders, self.notes):
            inside.addWidget(group)
        foot = QLabel(_FOOT, self._whole)
        foot.setProperty("role", "quiet")
        foot.setWordWrap(True)
        self.notice.setMinimumHeight(180)
        inside.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.setSpacing(14)
        self._both.addWidget(self._card, 1)
        self._both.addWidget(self.details)
        self._column.addLayout(self._both, 1)
        self._column.addWidget(foot)
        self.setWidget(self._whole)
        self._order_tabs()

    def _order_tabs(self) -> None:
        filters, details = self.filters, self.details
        order = (
            *(filters.search, filters.kind, filters.fit, filters.again),
            *(self.scanning.button, self.reading.button, self.table),
            *(self.aside.button, self.folders.button, self.notes.button),
            *(*details.uses.values(), details.more),
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _wire(self) -> None:
        table = self.table
        table.chosen.connect(self._show_details)
        table.arrived.connect(self._show_state)
        table.left_upwards.connect(self.filters.focus)
        self.filters.changed.connect(self._look_for)
        self.filters.left_downwards.connect(self.focus)
        self.filters.again_asked.connect(self.again_asked)
        self.scanning.stop_asked.connect(self.stop_asked)
        self.notice.pressed.connect(lambda: self._pressed())

    def _look_for(self, wanted: Wanted) -> None:
        self.table.shown.look_for(wanted)
        self._show_state()

    def _show_details(self, row: ModelRow | None) -> None:
        contents = self._contents
        players = {side: each for each in contents.rows for side in each.sides} if contents else {}
        self.details.show_row(row, contents.around if contents else None, players)

    def _fill_groups(self, contents: Contents) -> None:
        heading = counted(
            len(contents.aside),
            tr("{n} file set aside: not models that can be used by themselves"),
            tr("{n} files set aside: not models that can be used by themselves"),
        )
        self.aside.set_rows(heading, [partial(self._aside_row, each) for each in contents.aside])
        heading = counted(len(contents.folders), tr("{n} added folder"), tr("{n} added folders"))
        self.folders.set_rows(heading, [partial(self._folder_row, each) for each in contents.folders])

    def _aside_row(self, file: AsideFile, parent: QWidget) -> QWidget:
        row = AsideRow(file, parent)
        row.show_asked.connect(self.show_asked)
        row.forget_asked.connect(self.forget_asked)
        return row

    def _folder_row(self, folder: Path, parent: QWidget) -> QWidget:
        row = FolderRow(folder, parent)
        row.remove_asked.connect(self.folder_removed)
        return row

    def _show_state(self) -> None:
        """The table, or why there is none."""
        in_all, shown = self.table.rows.rowCount(), self.table.shown.rowCount()
        looked = self._contents is not None and self._contents.complete
        self._pressed = self.again_asked.emit
        if self._failure is not None:
            again, tip = tr("Look again", "for models"), tr("Look again (F5)")
            self.notice.say(self._failure.message, self._failure.hint, again, tip)
        elif in_all and not shown:
            self._pressed = self.filters.clear
            self.notice.say(tr("No model here is like that."), "", tr("Show all"), tr("Look for nothing in particular"))
        elif not in_all and not looked:
            self.notice.say(tr("Looking for models on this computer …"), tr("Only names and headers are read."))
        elif not in_all:
            self.notice.say(
                tr("There is no model on this computer yet."),
                tr("Get a pair above, search Hugging Face, or add the folder where you keep GGUF files."),
            )
        self.notice.setVisible(self._failure is not None or not shown)
        self.table.setVisible(self._failure is None and bool(shown))
        self.filters.setVisible(self._failure is None)
        self.filters.show_choices(bool(in_all))
        self.filters.count.setText(words.models_shown(shown, in_all) if in_all else "")


def _note(text: str, parent: QWidget) -> QWidget:
    label = QLabel(visible(text), parent)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
