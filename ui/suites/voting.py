"""Voting through the pairs of a run: what stands where. What happens is in ``voting_course``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from lab.preferences import PreferencesFile
from lab.recording.shelf import KeptRecording
from lab.records import KeptRun, Side, VoteChoice
from lab.session.keeper import Keeper
from ui.compare.vote_bar import VoteBar
from ui.controls.notice import Notice
from ui.suites.voting_course import VotingCourse
from ui.suites.voting_end import VotingEnd
from ui.suites.voting_head import VotingHead
from ui.suites.voting_hidden import HiddenRuns
from ui.suites.voting_pane import VotingPane
from ui.theme.palette import Palette

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store

_VOTE_KEYS = {"1": VoteChoice.A, "2": VoteChoice.TIE, "3": VoteChoice.BOTH_BAD, "4": VoteChoice.B}


class VotingView(QWidget):
    """Head, two answers, vote bar; or a sentence in their place; or what came out.

    Args:
        palette: The colours.
        keeper: Keeps the votes.
        store: Gives the history; None while there is none.
        preferences: The user's wishes.
        hidden: Knows in which runs it is hidden who is who.
        parent: Of the widget.

    Attributes:
        head, panes, vote_bar, notice, end: What it consists of.
        course: Leads through the pairs.

    Signals:
        outcome_asked(): Show everything that came of the run.
        closed(): The rater wants to leave.
        rater_chosen(str): Somebody else votes from now on.
        trouble(LabError): Something that concerns the whole window.
    """

    outcome_asked = Signal()
    closed = Signal()
    rater_chosen = Signal(str)
    trouble = Signal(object)

    def __init__(
        self,
        palette: Palette,
        keeper: Keeper,
        store: Callable[[], Store | None],
        preferences: PreferencesFile,
        hidden: HiddenRuns,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("voting")
        self.head = VotingHead(palette, self)
        self.panes = {place: VotingPane(place, palette, self) for place in Side}
        self.vote_bar = VoteBar(self)
        self.notice = Notice(self)
        self.end = VotingEnd(self)
        self._pair = QWidget(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.course = VotingCourse(self, keeper, store, preferences, hidden)
        self.course.trouble.connect(self.trouble)
        self.vote_bar.rater_button.chosen.connect(self.rater_chosen)
        self.end.outcome_asked.connect(self.outcome_asked)
        self.notice.pressed.connect(self.course.press)
        for key, choice in _VOTE_KEYS.items():
            QShortcut(QKeySequence(key), self).activated.connect(lambda chosen=choice: self.vote_bar.choose(chosen))
        QShortcut(QKeySequence("D"), self).activated.connect(self.vote_bar.toggle_detail)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.vote_bar.undo)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.closed)

    @property
    def run(self) -> KeptRun | None:
        """The run that is voted on."""
        return self.course.run

    def show_run(self, run: KeptRun) -> None:
        """Begin with a run, or go on where this rater was."""
        self.course.show_run(run)

    def show_recording(self, recording: KeptRecording | None) -> None:
        """The run came out of this recording; None if it was begun here."""
        self.course.recording = recording

    def go_to(self, comparison_id: str) -> None:
        """Show a certain pair of the run; with the names only if nothing of the run is hidden."""
        self.course.go_to(comparison_id)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.head.set_palette(palette)
        for pane in self.panes.values():
            pane.set_palette(palette)

    def flush(self) -> None:
        """Say now what is said a moment after the last key."""
        self.vote_bar.flush()

    def close_down(self) -> None:
        """End what is under way."""
        self.flush()
        self.course.close_down()

    def show_notice(self, sentence: str, hint: str = "", button: str = "", tip: str = "") -> None:
        """Show a sentence where the pairs would be."""
        self.vote_bar.set_votable(False)
        self.notice.say(sentence, hint, button, tip)
        self._stack.setCurrentWidget(self.notice)

    def wait_for_pair(self) -> None:
        """Take no vote until another pair is shown; it takes a blink, so nothing is drawn otherwise for it."""
        if self.vote_bar.has_focus():
            self.setFocus()
        self.vote_bar.setUpdatesEnabled(False)
        self.vote_bar.set_votable(False)

    def show_pair(self) -> None:
        """Show the pair, and put the keyboard where it votes, unless it is at something else in the window."""
        self.vote_bar.setUpdatesEnabled(True)
        self._stack.setCurrentWidget(self._pair)
        focused = self.window().focusWidget()
        if focused is None or focused is self or self.isAncestorOf(focused) or not focused.isVisible():
            self.vote_bar.focus()

    @property
    def shows_end(self) -> bool:
        """What came out is in sight."""
        return self._stack.currentWidget() is self.end

    def show_end(self) -> None:
        """Show what came out."""
        self.vote_bar.set_votable(False)
        self._stack.setCurrentWidget(self.end)
        self.end.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Enter goes on to the next pair; in the note it only ends the note."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self._stack.currentWidget() is not self._pair:
            super().keyPressEvent(event)
        elif isinstance(self.focusWidget(), QLineEdit):
            self.vote_bar.focus()
        else:
            self.head.press_next()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """The details of the vote must leave room for the answers."""
        super().resizeEvent(event)
        self.vote_bar.set_height_of_page(event.size().height())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Look for new pairs while this can be seen."""
        super().showEvent(event)
        self.course.set_watching(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """A note that is being typed is kept."""
        super().hideEvent(event)
        self.flush()
        self.course.set_watching(False)

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(12)
        for pane in self.panes.values():
            both.addWidget(pane, 1)
        pair = QVBoxLayout(self._pair)
        pair.setContentsMargins(20, 10, 20, 12)
        pair.setSpacing(8)
        pair.addWidget(self.head)
        pair.addLayout(both, 1)
        pair.addWidget(self.vote_bar)
        for widget in (self.notice, self._pair, self.end):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
