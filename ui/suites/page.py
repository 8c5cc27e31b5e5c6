"""The suites page: the runs at the left; at the right a new one, or the one that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import tr
from ui.controls.message_bar import MessageBar
from ui.controls.notice import Notice
from ui.controls.undo_notice import UndoNotice
from ui.suites.new_run import NewRun
from ui.suites.run_list import RunList
from ui.suites.run_view import VOTE, RunView
from ui.suites.words import HEADER_PIXELS
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

_LIST_PIXELS = 264
_ROOM_FOR_ALL_PIXELS = 1060
"""From this width on, the list stays beside the votes."""


class SuitesPage(QWidget):
    """Lays it out.

    Args:
        palette: The colours.
        run: Shows a run.
        parent: Of the widget.

    Attributes:
        runs: The list.
        new: The form of a new run.
        run: The run that is looked at.
        message: Says what was done or went wrong.
        undo: Takes a deletion back.

    Signals:
        shown(): It can be seen again.
        hidden(): It can't be seen any more.
        new_asked(): The user wants a new run.
        recording_asked(): A recording should be opened.
    """

    shown = Signal()
    hidden = Signal()
    new_asked = Signal()
    recording_asked = Signal()

    def __init__(self, palette: Palette, run: RunView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suitesPage")
        self._column = self._make_column()  # first, as the Tab key goes by the order in which things are made
        self.new = NewRun(self)
        self.run = run
        self.message = MessageBar(self)
        self.undo = UndoNotice(parent=self)
        self._none = Notice(self)
        self._none.pressed.connect(self.new_asked)
        self._stack = QStackedWidget(self)
        for each in (QWidget(self), self._none, self.new, self.run):  # the first until it is known what there is
            self._stack.addWidget(each)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.message)
        right.addWidget(self._stack, 1)
        right.addWidget(self.undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._column)
        layout.addLayout(right, 1)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_asked)
        QShortcut(QKeySequence("Esc"), self.new).activated.connect(self.new.left)
        run.looked_at.connect(lambda _which: self._make_room())
        self.set_palette(palette)

    def _make_column(self) -> QWidget:
        column = QFrame(self)
        column.setObjectName("runColumn")
        column.setFixedWidth(_LIST_PIXELS)
        header = QFrame(column)
        header.setObjectName("header")
        header.setFixedHeight(HEADER_PIXELS)
        title = QLabel(tr("Suites"), header)
        title.setProperty("role", "title")
        self._new = QPushButton(tr("New run"), header)
        self._new.setAccessibleName(tr("New run"))
        self._new.setToolTip(tr("Choose a suite and who answers it (Ctrl+N)"))
        self._new.setIconSize(QSize(16, 16))
        self._new.clicked.connect(self.new_asked)
        self.runs = RunList(column)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 12, 0)
        row.addWidget(title, 1)
        row.addWidget(self._new)
        self._no_runs = QLabel(tr("Your runs will stand here."), column)
        self._no_runs.setProperty("role", "quiet")
        self._no_runs.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._no_runs.setWordWrap(True)
        self._no_runs.hide()
        self.runs.hide()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(header, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._no_runs, 1)
        layout.addWidget(self.runs, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 10)
        foot.addWidget(self._recording_button(column))
        layout.addLayout(foot)
        return column

    def _recording_button(self, parent: QWidget) -> QPushButton:
        button = QPushButton(tr("Open a recording …"), parent)
        button.setProperty("role", "plain")
        button.setToolTip(tr("A lesson or a run that was saved with its answers; no models are needed"))
        button.clicked.connect(self.recording_asked)
        return button

    def show_any(self, there_are_runs: bool) -> None:
        """Show the list, or that there is none."""
        self.runs.setVisible(there_are_runs)
        self._no_runs.setVisible(not there_are_runs)

    def show_none(self, problem: LabError | None = None) -> None:
        """Show that there is no run yet, or why one can't be looked at."""
        if problem is None:
            self._none.say(
                tr("No suite has been run yet."),
                tr("A suite asks two models many prompts while you do something else."),
                tr("New run"),
                tr("Choose a suite and who answers it (Ctrl+N)"),
            )
        else:
            self._none.say(problem.message, problem.hint)
        self._stack.setCurrentWidget(self._none)
        self._make_room()

    def show_new(self) -> None:
        """Show the form of a new run."""
        self._stack.setCurrentWidget(self.new)
        self._make_room()
        self.new.focus()

    def show_run(self) -> None:
        """Show the run that is looked at."""
        focused = self.focusWidget()
        if focused is not None and self.new.isAncestorOf(focused):  # else the keyboard would come to “Delete”
            self.runs.setFocus()
        self._stack.setCurrentWidget(self.run)
        self._make_room()

    def _make_room(self) -> None:
        """Who votes in a small window sees two answers rather than the list."""
        votes = self.shows_run and self.run.looks_at == VOTE
        self._column.setVisible(not votes or self.width() >= _ROOM_FOR_ALL_PIXELS)

    @property
    def shows_run(self) -> bool:
        """Whether a run is looked at."""
        return self._stack.currentWidget() is self.run

    @property
    def shows_new(self) -> bool:
        """Whether the form of a new run is open."""
        return self._stack.currentWidget() is self.new

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._new.setIcon(icon(Icon.NEW, palette.ink))
        self.run.set_palette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Show what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so."""
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so."""
        super().hideEvent(event)
        self.hidden.emit()
