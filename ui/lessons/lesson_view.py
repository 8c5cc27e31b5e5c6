"""A lesson that is being taken: its head, one step in a calm column, and the way back and on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lab.language import tr
from lab.lessons.lesson import Lesson
from ui.controls.elided_label import ElidedLabel
from ui.controls.message_bar import MessageBar
from ui.lessons.step_view import StepView
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

COLUMN_PIXELS = 860
_KEYS = 6


class LessonView(QWidget):
    """Shows one step at a time.

    Args:
        palette: The colours.
        parent: Of the widget.

    Attributes:
        step: The step that is shown; None before the first.
        message: Says what went wrong beside the step.

    Signals:
        left(): Back to the list.
        wanted(int): Another step, by how many from this one.
        record_asked(bool): The lesson should be saved with its answers; with votes if True.
    """

    left = Signal()
    wanted = Signal(int)
    record_asked = Signal(bool)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.step: StepView | None = None
        self._leave = QPushButton(tr("‹ Lessons"), self)
        self._leave.setProperty("role", "plain")
        self._leave.setAccessibleName(tr("Back to the lessons"))
        self._leave.setToolTip(tr("Back to the lessons (Esc)"))
        self._leave.clicked.connect(self.left)
        self._title = ElidedLabel(parent=self)
        self._title.setProperty("role", "title")
        self._where = QLabel(self)
        self._where.setProperty("role", "quiet")
        self._more = QToolButton(self)
        self._more.setProperty("role", "plain")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setAccessibleName(tr("More for this lesson"))
        self._more.setToolTip(tr("Save this lesson with its answers, for computers without models"))
        menu = QMenu(self._more)
        for words, with_votes in ((tr("Save as a recording …"), True), (tr("Save without votes …"), False)):
            menu.addAction(words).triggered.connect(
                lambda _checked=False, votes=with_votes: self.record_asked.emit(votes)
            )
        self._more.setMenu(menu)
        self._recorded = QLabel(self)
        self._recorded.setObjectName("lessonRecorded")
        self._recorded.setTextFormat(Qt.TextFormat.PlainText)
        self._recorded.setWordWrap(True)
        self._recorded.hide()
        header = QFrame(self)
        header.setObjectName("header")
        head = QHBoxLayout(header)
        head.setContentsMargins(16, 10, 20, 10)
        head.setSpacing(12)
        head.addWidget(self._leave)
        head.addWidget(self._title, 1)
        head.addWidget(self._where)
        head.addWidget(self._more)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("lessonProgress")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self.message = MessageBar(self)
        self._column = QWidget(self)
        self._column.setProperty("role", "column")
        self._column.setMaximumWidth(COLUMN_PIXELS)
        self._steps = QVBoxLayout(self._column)
        self._steps.setContentsMargins(24, 24, 24, 20)
        inside = QWidget(self)
        inside.setProperty("role", "column")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column, 100)
        row.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._back = QPushButton(tr("Back", "the step before"), self)
        self._back.setToolTip(tr("The step before (Alt+Left)"))
        self._back.clicked.connect(lambda: self.wanted.emit(-1))
        self._hint = QLabel(self)
        self._hint.setProperty("role", "quiet")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._next = QPushButton(tr("Next", "the next step"), self)
        self._next.setProperty("role", "main")
        self._next.setToolTip(tr("The next step (Alt+Right)"))
        self._next.clicked.connect(lambda: self.wanted.emit(1))
        footer = QFrame(self)
        footer.setObjectName("lessonFooter")
        foot = QHBoxLayout(footer)
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(12)
        foot.addWidget(self._back)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self._bar)
        layout.addWidget(self._recorded)
        layout.addWidget(self.message)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(footer)
        self._add_keys()
        self.set_palette(palette)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._more.setIcon(icon(Icon.MORE, palette.quiet))
        if self.step is not None:
            self.step.set_palette(palette)

    def show_step(self, lesson: Lesson, place: int, recorded: str = "") -> StepView:
        """Put another step into the column; what is in it, the caller fills.

        Args:
            lesson: Whose.
            place: Which, from 0.
            recorded: Where its answers are from, as a sentence, if no model is asked.
        """
        if self.step is not None:
            self._steps.removeWidget(self.step)
            self.step.hide()
            self.step.deleteLater()
        self._title.setText(lesson.title)
        self._recorded.setText(recorded)
        self._recorded.setVisible(bool(recorded))
        self._more.setVisible(not recorded)
        self._where.setText(tr("Step {n} of {all}", n=place + 1, all=len(lesson.steps)))
        self._bar.setRange(0, len(lesson.steps))
        self._bar.setValue(place + 1)
        self._back.setEnabled(place > 0)
        is_last = place + 1 == len(lesson.steps)
        self._next.setText(tr("Finish", "a lesson") if is_last else tr("Next", "the next step"))
        self.step = StepView(lesson.steps[place], self._palette, is_recorded=bool(recorded), parent=self._column)
        self._steps.addWidget(self.step)
        self._give_room()
        self._scroll.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, self.focus)
        return self.step

    def show_can_be_recorded(self, can_be: bool) -> None:
        """Whether there are answers that could be saved."""
        self._more.setEnabled(can_be)

    def show_way_on(self, may_go_on: bool, hint: str) -> None:
        """Whether one can go on; if not, what is to be done first."""
        had_focus = self._next.hasFocus()
        self._next.setEnabled(may_go_on)
        self._hint.setText("" if may_go_on else hint)
        if had_focus and not may_go_on:
            self.focus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Fit the answers into the page."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        if self.step is not None and self.step.pairs is not None:
            self.step.pairs.set_room(self._scroll.viewport().height())

    def focus(self) -> None:
        """Put the keyboard on what is to be done, or on the way on."""
        if self.isVisible() and (self.step is None or not self.step.focus()):
            # The page itself if there is nothing to do yet, so that its keys work all the same.
            (self._next if self._next.isEnabled() else self).setFocus()

    def focus_next(self) -> None:
        """Put the keyboard on the way on."""
        if self._next.isEnabled():
            self._next.setFocus()

    def _add_keys(self) -> None:
        def key(keys: str, button: QPushButton) -> None:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

        key("Alt+Left", self._back)
        key("Alt+Right", self._next)
        key("Esc", self._leave)
        for number in range(1, _KEYS + 1):
            shortcut = QShortcut(QKeySequence(str(number)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda which=number: self._press(which))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._press_run)

    def _press(self, number: int) -> None:
        if self.step is not None:
            self.step.press(number)

    def _press_run(self) -> None:
        if self.step is not None:
            self.step.press_run()
