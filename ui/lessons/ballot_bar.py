"""Where a learner says what they think of a pair of answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.language import tr
from lab.lessons.lesson import Ballot, Matter
from lab.records import Side, VoteChoice
from lab.words import VOTE_WORDS
from ui.lessons.ballots import Said


class BallotBar(QWidget):
    """Which is better, or whether each is correct.

    Args:
        act: What is asked.
        parent: Of the widget.

    Signals:
        voted(object): A ``VoteChoice``, or None to take it back.
        judged(Side, object): A side is correct (True), wrong (False), or it is not said (None).
    """

    voted = Signal(object)
    judged = Signal(object, object)

    def __init__(self, act: Ballot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ask = QLabel(act.ask, self)
        ask.setProperty("role", "lessonAsk")
        ask.setTextFormat(Qt.TextFormat.PlainText)
        ask.setWordWrap(True)
        self._votes: dict[VoteChoice, QPushButton] = {}
        self._correct: dict[tuple[Side, bool], QPushButton] = {}
        self._keys: list[QPushButton] = []
        self._said = QLabel(self)
        self._said.setProperty("role", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(ask)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        if act.about is Matter.BETTER:
            self._add_votes(row)
        else:
            self._add_judgements(row)
        row.addStretch()
        layout.addLayout(row)
        layout.addWidget(self._said, 0, Qt.AlignmentFlag.AlignHCenter)

    def press(self, number: int) -> None:
        """Press the button of a key, from 1."""
        if self.isEnabled() and 0 < number <= len(self._keys):
            self._keys[number - 1].click()

    def focus(self) -> None:
        """Put the keyboard on the first button."""
        self._keys[0].setFocus()

    def show_said(self, said: Said, progress: str) -> None:
        """Show what was said, without saying it again.

        Args:
            said: What.
            progress: How many pairs are done, as a sentence.
        """
        for choice, button in self._votes.items():
            button.setChecked(choice is said.choice)
        for (side, value), button in self._correct.items():
            button.setChecked(said.correct.get(side) is value)
        self._said.setText(progress)

    def _add_votes(self, row: QHBoxLayout) -> None:
        for key, (choice, words) in enumerate(VOTE_WORDS.items(), 1):
            button = self._button(words, key)
            button.setProperty("vote", choice.value)
            button.clicked.connect(lambda on, which=choice: self.voted.emit(which if on else None))
            self._votes[choice] = button
            row.addWidget(button)

    def _add_judgements(self, row: QHBoxLayout) -> None:
        key = 0
        for side in Side:
            if key:
                row.addSpacing(24)
            for value, words in ((True, tr("{side} is correct")), (False, tr("{side} is wrong"))):
                key += 1
                button = self._button(words.format(side=side.upper()), key)
                button.setProperty("vote", side.value)
                button.clicked.connect(lambda on, s=side, v=value: self.judged.emit(s, v if on else None))
                self._correct[side, value] = button
                row.addWidget(button)

    def _button(self, words: str, key: int) -> QPushButton:
        button = QPushButton(f"{words}   {key}", self)
        button.setCheckable(True)
        button.setAccessibleName(words)
        button.setToolTip(tr("{choice} ({key}). Again takes it back.", choice=words, key=key))
        self._keys.append(button)
        return button
