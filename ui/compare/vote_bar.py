"""Which answer is better, why, whether each is correct, and a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lab.records import Side, VoteChoice
from lab.words import VOTE_WORDS
from ui.compare.flow_layout import FlowLayout
from ui.compare.rater_button import RaterButton
from ui.compare.reason_chip import CorrectChip, ReasonChip

REASONS = ("follows the instruction", "clear", "accurate", "tone", "safe", "creative")
_TYPING_PAUSE_MS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """All that a rater says about one comparison."""

    choice: VoteChoice | None = None
    reasons_a: tuple[str, ...] = ()
    reasons_b: tuple[str, ...] = ()
    correct_a: bool | None = None
    correct_b: bool | None = None
    note: str = ""


class VoteBar(QWidget):
    """Takes a vote.

    Attributes:
        rater_button: Whose vote it is.

    Signals:
        voted(Opinion): A choice was made, changed or taken back, or its reasons changed.
        judged(Side, object): A side is correct (True), wrong (False), or it is not said (None).
        noted(str): The note is another now.
        reason_added(str): The user has a reason of their own.
    """

    voted = Signal(object)
    judged = Signal(object, object)
    noted = Signal(str)
    reason_added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voteBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Vote: 1 A is better, 2 tie, 3 both bad, 4 B is better, N next prompt")
        self._choice: VoteChoice | None = None
        self._buttons: dict[VoteChoice, QPushButton] = {}
        self._chips: dict[str, ReasonChip] = {}
        votes = QHBoxLayout()
        votes.setSpacing(8)
        for key, (choice, label) in enumerate(VOTE_WORDS.items(), start=1):
            button = QPushButton(f"{label}   {key}", self)
            button.setAccessibleName(label)
            button.setToolTip(f"{label} ({key}, or Alt+{key} while you type). Again takes the vote back.")
            button.setShortcut(f"Alt+{key}")
            button.setCheckable(True)
            button.setProperty("vote", choice.value)
            button.clicked.connect(lambda _checked=False, chosen=choice: self.choose(chosen))
            self._buttons[choice] = button
            votes.addWidget(button)
        self.rater_button = RaterButton(self)
        row = QGridLayout()
        row.addLayout(votes, 0, 1)
        row.addWidget(self.rater_button, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column in (0, 2):  # so that the votes stay in the middle
            row.setColumnStretch(column, 1)
        self._correct = {side: CorrectChip(side, self) for side in Side}
        for side, chip in self._correct.items():
            chip.changed.connect(lambda value, which=side: self.judged.emit(which, value))
        self._note = QLineEdit(self)
        self._note.setPlaceholderText("Note")
        self._note.setAccessibleName("Note on this comparison")
        self._note.setMaxLength(2000)
        self._note.setMinimumWidth(220)
        self._note.hide()
        self._add_note = QPushButton("+ note", self)
        self._add_note.setProperty("chip", "off")
        self._add_note.setToolTip("Write a note beside this comparison")
        self._add_note.clicked.connect(self._write_note)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._tell_note)
        self._note.textEdited.connect(lambda: self._typing.start())
        self._note.editingFinished.connect(self._tell_note)
        self._told_note = ""
        why = QWidget(self)
        self._why = FlowLayout(why, spacing=4)
        question = QLabel("Why?", why)
        question.setProperty("role", "quiet")
        self._why.addWidget(question)
        for reason in REASONS:
            self._add_chip(reason)
        self._own = QPushButton("+ reason", self)
        self._own.setProperty("chip", "off")
        self._own.setToolTip("Add a reason of your own")
        self._own.clicked.connect(self._ask_for_reason)
        for widget in (self._own, *self._correct.values(), self._add_note, self._note):
            self._why.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(why)
        self.set_votable(False)

    def set_reasons(self, own: Sequence[str]) -> None:
        """Offer the user's own reasons beside ours."""
        for reason in own:
            if reason not in self._chips:
                self._add_chip(reason)

    def set_votable(self, votable: bool) -> None:
        """Whether there is something to vote on."""
        self.setEnabled(votable)

    def show_opinion(self, opinion: Opinion) -> None:
        """Show what was said about the comparison that is shown now, without saying it again."""
        self._show_choice(opinion.choice)
        for reason in (*opinion.reasons_a, *opinion.reasons_b):
            if reason not in self._chips:
                self._add_chip(reason)
        for reason, chip in self._chips.items():
            side = Side.A if reason in opinion.reasons_a else Side.B if reason in opinion.reasons_b else None
            chip.set_side(side)
        self._correct[Side.A].set_value(opinion.correct_a)
        self._correct[Side.B].set_value(opinion.correct_b)
        self._typing.stop()
        self._told_note = opinion.note
        self._note.setText(opinion.note)
        self._show_note(bool(opinion.note))

    def opinion(self) -> Opinion:
        """What is said now."""
        return Opinion(
            choice=self._choice,
            reasons_a=self._reasons(Side.A),
            reasons_b=self._reasons(Side.B),
            correct_a=self._correct[Side.A].value(),
            correct_b=self._correct[Side.B].value(),
            note=self._note.text(),
        )

    def choose(self, choice: VoteChoice) -> None:
        """Vote; the same vote again takes it back."""
        if not self.isEnabled():
            return
        self._show_choice(None if choice is self._choice else choice)
        self.voted.emit(self.opinion())

    def flush(self) -> None:
        """Tell a note that is still being typed, before another comparison is shown."""
        if self._typing.isActive():
            self._tell_note()

    def focus(self) -> None:
        """Put the keyboard here: 1 to 4 vote."""
        self.setFocus()

    def has_focus(self) -> bool:
        """True if the keyboard is here, or in one of its parts."""
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _show_choice(self, choice: VoteChoice | None) -> None:
        self._choice = choice
        for each, button in self._buttons.items():
            button.setChecked(each is choice)

    def _reasons(self, side: Side) -> tuple[str, ...]:
        return tuple(reason for reason, chip in self._chips.items() if chip.side() is side)

    def _add_chip(self, reason: str) -> None:
        chip = ReasonChip(reason, lambda: self._choice, self)
        chip.changed.connect(self._reason_changed)
        self._chips[reason] = chip
        # Before the button that adds, once that is there.
        self._why.insert_before(chip, getattr(self, "_own", None))

    def _reason_changed(self) -> None:
        if self._choice is not None:  # otherwise it goes out with the vote
            self.voted.emit(self.opinion())

    def _ask_for_reason(self) -> None:
        text, accepted = QInputDialog.getText(self, "A reason of your own", "In a word or two:")
        reason = " ".join(text.split())[:40]
        if accepted and reason and reason not in self._chips:
            self._add_chip(reason)
            self.reason_added.emit(reason)

    def _write_note(self) -> None:
        self._show_note(True)
        self._note.setFocus()

    def _show_note(self, shown: bool) -> None:
        self._note.setVisible(shown)
        self._add_note.setVisible(not shown)

    def _tell_note(self) -> None:
        self._typing.stop()
        if self._note.text() != self._told_note:
            self._told_note = self._note.text()
            self.noted.emit(self._told_note)
