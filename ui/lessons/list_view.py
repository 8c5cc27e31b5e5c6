"""The lessons to choose from, each with how far one has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lab.errors import LabError
from lab.language import counted, tr
from lab.lessons.progress import Progress
from lab.lessons.shelf import LessonShelf, ShelvedLesson
from lab.recording.shelf import KeptRecording
from ui.compare.rater_button import RaterButton
from ui.controls.plain_tip import plain_tip
from ui.lessons.lesson_view import COLUMN_PIXELS
from ui.recording.words import told_of


class LessonCard(QFrame):
    """One lesson.

    Args:
        shelved: Which.
        number: Its place in the list, from 1.
        progress: How far the learner has come.
        recorded: Where its answers are from, as a sentence, if no model is asked.
        parent: Of the widget.

    Signals:
        opened(): Begin it, or go on.
        begun_anew(): Take it once more, from its beginning.
        removed(): A recorded one is not wanted in the list any more.
    """

    opened = Signal()
    begun_anew = Signal()
    removed = Signal()

    def __init__(
        self,
        shelved: ShelvedLesson,
        number: int,
        progress: Progress,
        *,
        recorded: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        lesson = shelved.lesson
        steps = len(lesson.steps)
        done = bool(progress.done_utc)
        begun = progress.furthest > 0 or bool(progress.answers) or bool(progress.runs)
        mark = QLabel("✓" if done else str(number), self)
        mark.setProperty("role", "lessonNumber")
        mark.setProperty("state", "done" if done else "")
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setFixedSize(30, 30)
        title = _plain(lesson.title, "name", self)
        shows = _plain(lesson.head.shows, "quiet", self)
        if done:
            state = tr("done", "a lesson")
        elif begun:
            state = tr("step {n} of {all}", n=min(progress.step + 1, steps), all=steps)
        else:
            state = counted(steps, tr("{n} step"), tr("{n} steps"))
        facts = [counted(lesson.head.minutes, tr("about {n} minute"), tr("about {n} minutes")), state]
        if shelved.path is not None:
            facts.append(tr("yours: {file}", file=shelved.path.name))
        facts_label = _plain(" · ".join(facts), "small", self)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(title)
        words.addWidget(shows)
        words.addWidget(facts_label)
        if recorded:
            words.addWidget(_plain(recorded, "small", self))
        if begun and not done:
            bar = QProgressBar(self)
            bar.setTextVisible(False)
            bar.setRange(0, steps)
            bar.setValue(progress.furthest + 1)
            bar.setAccessibleName(tr("Progress in {lesson}", lesson=lesson.title))
            words.addSpacing(4)
            words.addWidget(bar)
        words.addStretch(1)
        self.button = QPushButton(tr("Go on", "a lesson") if begun and not done else tr("Begin", "a lesson"), self)
        if done:
            self.button.setText(tr("Look again"))
        self.button.setAccessibleName(tr("{action}: {lesson}", action=self.button.text(), lesson=lesson.title))
        self.button.setToolTip(plain_tip(self.button.accessibleName()))
        self.button.clicked.connect(self.opened)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        buttons.addStretch()
        buttons.addWidget(self.button)
        if begun or done:
            again = QPushButton(tr("Begin anew"), self)
            again.setProperty("role", "plain")
            again.setAccessibleName(tr("Begin anew: {lesson}", lesson=lesson.title))
            again.setToolTip(tr("From the first step. What you asked and voted stays in the history."))
            again.clicked.connect(self.begun_anew)
            buttons.addWidget(again)
        if recorded:
            remove = QPushButton(tr("Remove"), self)
            remove.setProperty("role", "plain")
            remove.setAccessibleName(tr("Remove from the list: {lesson}", lesson=lesson.title))
            remove.setToolTip(tr("Take it out of this list. Its answers and votes stay in the history."))
            remove.clicked.connect(self.removed)
            buttons.addWidget(remove)
        buttons.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(16)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(buttons)


class LessonList(QWidget):
    """The list.

    Attributes:
        rater_button: Who learns, and whose votes these are.
        cards: The lessons that are shown, by id.

    Signals:
        opened(str): Begin a lesson, or go on; its id.
        begun_anew(str): Take a lesson from its beginning.
        removed(str): A recorded lesson is not wanted in the list any more; its key.
        recording_asked(): A recording should be opened.
    """

    opened = Signal(str)
    begun_anew = Signal(str)
    removed = Signal(str)
    recording_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, LessonCard] = {}
        title = QLabel(tr("Lessons"), self)
        title.setProperty("role", "title")
        second = QLabel(tr("See it for yourself, about ten minutes each"), self)
        second.setProperty("role", "quiet")
        self.rater_button = RaterButton(self)
        header = QFrame(self)
        header.setObjectName("header")
        head = QHBoxLayout(header)
        head.setContentsMargins(20, 10, 20, 10)
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(second)
        head.addStretch()
        open_recording = QPushButton(tr("Open a recording …"), self)
        open_recording.setToolTip(tr("A lesson or a run that was saved with its answers; no models are needed"))
        open_recording.clicked.connect(self.recording_asked)
        head.addWidget(open_recording)
        head.addWidget(self.rater_button)
        self._inside = QWidget(self)
        self._inside.setProperty("role", "column")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self._scroll, 1)

    def show_lessons(
        self,
        shelf: LessonShelf,
        progress: Mapping[str, Progress],
        folder: Path,
        problem: LabError | None,
        recorded: Sequence[KeptRecording] = (),
    ) -> None:
        """Show all anew.

        Args:
            shelf: What there is.
            progress: How far the learner has come, by the lessons' ids.
            folder: Where the user's own go.
            problem: What is wrong with the file of the progress.
            recorded: The recorded lessons that were opened here.
        """
        self.cards = {}
        place = self._scroll.verticalScrollBar().value()
        column = QWidget(self)
        column.setProperty("role", "column")
        column.setMaximumWidth(COLUMN_PIXELS)
        cards = QVBoxLayout(column)
        cards.setContentsMargins(24, 24, 24, 24)
        cards.setSpacing(12)
        for trouble in filter(None, (problem, *shelf.faults)):
            cards.addWidget(_plain(f"{trouble.message} {trouble.hint}".strip(), "lessonFault", column))
        if recorded:
            cards.addWidget(_plain(tr("Recorded lessons, with their answers"), "name", column))
            self._add_recorded(recorded, progress, cards)
            cards.addSpacing(8)
            cards.addWidget(_plain(tr("Lessons that ask your models"), "name", column))
        for number, shelved in enumerate(shelf.lessons, 1):
            lesson_id = shelved.lesson.id
            card = LessonCard(shelved, number, progress.get(lesson_id, Progress()))
            self._add_card(lesson_id, card, cards)
        own = tr("Your own lessons go into the folder {folder}, one Markdown file each.", folder=folder)
        cards.addWidget(_plain(own, "small", column))
        cards.addStretch(1)
        inside = QWidget(self)
        inside.setProperty("role", "column")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        self._scroll.setWidget(inside)  # which deletes the one before
        self._scroll.verticalScrollBar().setValue(place)

    def _add_recorded(
        self, recorded: Sequence[KeptRecording], progress: Mapping[str, Progress], cards: QVBoxLayout
    ) -> None:
        for number, kept in enumerate(recorded, 1):
            assert kept.recording.lesson is not None
            shelved = ShelvedLesson(lesson=kept.recording.lesson, path=None)
            card = LessonCard(shelved, number, progress.get(kept.key, Progress()), recorded=told_of(kept))
            card.removed.connect(lambda which=kept.key: self.removed.emit(which))
            self._add_card(kept.key, card, cards)

    def _add_card(self, key: str, card: LessonCard, cards: QVBoxLayout) -> None:
        card.opened.connect(lambda: self.opened.emit(key))
        card.begun_anew.connect(lambda: self.begun_anew.emit(key))
        self.cards[key] = card
        cards.addWidget(card)

    def focus(self, lesson_id: str = "") -> None:
        """Put the keyboard on a lesson; on the first if that is not there."""
        card = self.cards.get(lesson_id) or next(iter(self.cards.values()), None)
        if card is not None and self.isVisible():
            card.button.setFocus()


def _plain(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
