"""Which answer is better as a whole; at what, and what each is like; and a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lab.language import tr
from lab.preferences import ASPECTS, TAGS, as_offered, with_own
from lab.records import Side, VoteChoice
from lab.words import VOTE_WORDS
from ui.compare.detail_panel import DetailPanel
from ui.compare.opinion import Opinion
from ui.compare.rater_button import RaterButton
from ui.compare.rating_chips import adding_chip
from ui.compare.why_row import WhyRow

_SHORT_WORDS = {
    VoteChoice.A: tr("A is better", "on a button"),
    VoteChoice.TIE: tr("Tie", "on a button"),
    VoteChoice.BOTH_BAD: tr("Both bad", "on a button"),
    VoteChoice.B: tr("B is better", "on a button"),
}
"""The votes, as short as they can be said: four of them stand side by side in a narrow window."""
_TYPING_PAUSE_MS = 600
_MOST_UNDONE = 100
_REST_OF_PAGE = 440
"""What the details must leave of the page's height, in pixels: the answers are the main thing."""


class VoteBar(QWidget):
    """Takes a vote, and all that may be said beside it.

    Attributes:
        rater_button: Whose vote it is.

    Signals:
        voted(Opinion): A choice was made, changed or taken back, or what an answer is like is said otherwise.
        rated(str, object): A choice was made on an aspect, or taken back (None).
        judged(Side, object): A side is correct (True), wrong (False), or it is not said (None).
        noted(str): The note is another now.
        own_changed(tuple, tuple): The user has other aspects and tags of their own.
        detail_wanted(bool): The details are shown now, or not any more.
    """

    voted = Signal(object)
    rated = Signal(str, object)
    judged = Signal(object, object)
    noted = Signal(str)
    own_changed = Signal(object, object)
    detail_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voteBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(
            tr("Vote: 1 A is better, 2 tie, 3 both bad, 4 B is better, D rate in detail, N next prompt")
        )
        self._opinion = Opinion()
        self._before: list[Opinion] = []
        self._own_aspects: tuple[str, ...] = ()
        self._own_tags: tuple[str, ...] = ()
        self._buttons = {choice: self._vote_button(number, choice) for number, choice in enumerate(VOTE_WORDS, start=1)}
        self.rater_button = RaterButton(self)
        self._detail = adding_chip(
            tr("In detail ▾"), tr("Rate each aspect, and say what each answer is like (D)"), self
        )
        self._detail.setAccessibleName(tr("Rate in detail"))
        self._detail.setCheckable(True)
        self._detail.clicked.connect(self._set_detailed)
        self._state = QLabel(self)
        self._state.setProperty("role", "small")
        self._why = WhyRow(self)
        self._panel = DetailPanel(self)
        self._note = QLineEdit(self)
        self._add_note = adding_chip(tr("+ note"), tr("Write a note beside this comparison"), self)
        self._told_note = ""
        self._typing = QTimer(self)
        self._prepare_note()
        for part in (self._why, self._panel):
            part.rated.connect(lambda aspect, choice: self._change(self._opinion.with_aspect(aspect, choice)))
            part.judged.connect(lambda side, correct: self._change(self._opinion.with_correct(side, correct)))
        self._panel.described.connect(lambda side, tag, on: self._change(self._opinion.with_tag(side, tag, on)))
        self._panel.aspect_asked.connect(self._ask_for_aspect)
        self._panel.tag_asked.connect(self._ask_for_tag)
        self._panel.aspect_removed.connect(self._remove_aspect)
        self._panel.tag_removed.connect(self._remove_tag)
        self._lay_out()
        self.show_detail(False)
        self._draw()
        self.set_votable(False)

    def offer(self, own_aspects: Iterable[str], own_tags: Iterable[str]) -> None:
        """Offer the user's own aspects and tags beside ours."""
        self._own_aspects, self._own_tags = tuple(own_aspects), tuple(own_tags)
        self._draw()

    def set_votable(self, votable: bool) -> None:
        """Whether there is something to vote on."""
        self.setEnabled(votable)

    def set_height_of_page(self, height: int) -> None:
        """Tell how high the page is, so that the details leave room for the answers."""
        self._panel.set_room(height - _REST_OF_PAGE)

    def show_detail(self, shown: bool) -> None:
        """Show every aspect and tag, or the aspects at a glance."""
        if not shown and self._panel.isAncestorOf(self.window().focusWidget() or self.window()):
            self.focus()  # the keyboard must not go with what it is in
        self._detail.setChecked(shown)
        self._detail.setText(tr("In detail ▴") if shown else tr("In detail ▾"))
        self._panel.setVisible(shown)
        self._why.setVisible(not shown)

    def toggle_detail(self) -> None:
        """Show the details and put the keyboard at the first aspect; or show them no more, and put it here."""
        if self.isEnabled():
            shown = self._panel.isHidden()
            self._set_detailed(shown)
            if shown:
                self._panel.focus_first()
            else:
                self.focus()

    def show_opinion(self, opinion: Opinion) -> None:
        """Show what was said about the comparison that is shown now, without saying it again."""
        self._opinion = opinion
        self._before.clear()
        self._typing.stop()
        self._told_note = opinion.note
        self._note.setText(opinion.note)
        self._show_note(bool(opinion.note))
        self._draw()

    def show_state(self, sentence: str) -> None:
        """Say whether what was said is kept."""
        self._state.setText(sentence)

    def opinion(self) -> Opinion:
        """What is said now."""
        return replace(self._opinion, note=self._note.text())

    def choose(self, choice: VoteChoice) -> None:
        """Vote; the same vote again takes it back."""
        if self.isEnabled():
            now = self._opinion.choice
            self._change(replace(self._opinion, choice=None if choice is now else choice))
            self._draw()  # a button that was pressed is checked, whatever came of it

    def undo(self) -> None:
        """Take back what was said last about the comparison that is shown; a note has an undo of its own."""
        if self.isEnabled() and self._before:
            self._say(self._before.pop())

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

    def _change(self, opinion: Opinion) -> None:
        if opinion != self._opinion:
            self._before = [*self._before, self._opinion][-_MOST_UNDONE:]
        self._say(opinion)

    def _say(self, opinion: Opinion) -> None:
        """Show an opinion, and tell whatever of it is new."""
        before, self._opinion = self._opinion, opinion
        self._draw()
        if (before.choice, before.tags_a, before.tags_b) != (opinion.choice, opinion.tags_a, opinion.tags_b):
            self.voted.emit(self.opinion())
        for aspect in dict.fromkeys((*before.aspects, *opinion.aspects)):
            if before.aspects.get(aspect) is not opinion.aspects.get(aspect):
                self.rated.emit(aspect, opinion.aspects.get(aspect))
        for side in Side:
            if before.correct(side) is not opinion.correct(side):
                self.judged.emit(side, opinion.correct(side))

    def _draw(self) -> None:
        said = self._opinion
        for choice, button in self._buttons.items():
            button.setChecked(choice is said.choice)
        # What somebody has said stays in sight, even if it is not offered any more.
        aspects = tuple(dict.fromkeys((*ASPECTS, *self._own_aspects, *said.aspects)))
        tags = tuple(dict.fromkeys((*TAGS, *self._own_tags, *said.tags_a, *said.tags_b)))
        self._why.offer(aspects)
        self._panel.offer(aspects, tags, own_aspects=self._own_aspects, own_tags=self._own_tags)
        self._why.show_opinion(said)
        self._panel.show_opinion(said)

    def _set_detailed(self, shown: bool) -> None:
        self.show_detail(shown)
        self.detail_wanted.emit(shown)

    def _ask_for_aspect(self) -> None:
        text, accepted = QInputDialog.getText(self, tr("An aspect of your own"), tr("What the answers are rated on:"))
        if accepted:
            self._set_own(with_own(self._own_aspects, text, ASPECTS), self._own_tags)

    def _ask_for_tag(self, side: Side) -> None:
        text, accepted = QInputDialog.getText(
            self, tr("A word of your own"), tr("{side}’s answer is:", side=side.upper())
        )
        tag = as_offered(text, (*TAGS, *self._own_tags))
        if accepted and tag:
            self._set_own(self._own_aspects, with_own(self._own_tags, tag, TAGS))
            self._change(self._opinion.with_tag(side, tag, True))

    def _remove_aspect(self, aspect: str) -> None:
        self._change(self._opinion.with_aspect(aspect, None))
        self._set_own(tuple(each for each in self._own_aspects if each != aspect), self._own_tags)

    def _remove_tag(self, tag: str) -> None:
        self._change(self._opinion.with_tag(Side.A, tag, False).with_tag(Side.B, tag, False))
        self._set_own(self._own_aspects, tuple(each for each in self._own_tags if each != tag))

    def _set_own(self, aspects: tuple[str, ...], tags: tuple[str, ...]) -> None:
        if (aspects, tags) != (self._own_aspects, self._own_tags):
            focused = QApplication.focusWidget()
            self.offer(aspects, tags)
            self.own_changed.emit(aspects, tags)
            if focused is not None and self._panel.isAncestorOf(focused) and not focused.isVisible():
                self._panel.focus_first()  # what had the keyboard is gone

    def _prepare_note(self) -> None:
        self._note.setPlaceholderText(tr("Note"))
        self._note.setAccessibleName(tr("Note on this comparison"))
        self._note.setMaxLength(2000)
        self._add_note.clicked.connect(self._write_note)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._tell_note)
        self._note.textEdited.connect(lambda: self._typing.start())
        self._note.editingFinished.connect(self._tell_note)
        self._show_note(False)

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

    def _vote_button(self, number: int, choice: VoteChoice) -> QPushButton:
        label = VOTE_WORDS[choice]
        button = QPushButton(f"{_SHORT_WORDS[choice]}   {number}", self)
        button.setAccessibleName(label)
        button.setToolTip(
            tr(
                "{label} ({number}, or Alt+{number} while you type). Again takes the vote back.",
                label=label,
                number=number,
            )
        )
        button.setShortcut(f"Alt+{number}")
        button.setCheckable(True)
        button.setProperty("vote", choice.value)
        button.clicked.connect(lambda: self.choose(choice))
        return button

    def _lay_out(self) -> None:
        left, votes, right = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        votes.setSpacing(8)
        for button in self._buttons.values():
            votes.addWidget(button)
        for widget in (self._detail, self._state):
            left.addWidget(widget)
        left.addStretch(1)
        right.addStretch(1)
        for other in (self._add_note, self.rater_button):
            right.addWidget(other)
        row = QGridLayout()
        for column, part in enumerate((left, votes, right)):
            part.setSpacing(8 if part is votes else 6)
            row.addLayout(part, 0, column)
        for column in (0, 2):  # so that the votes stay in the middle
            row.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(row)
        for below in (self._why, self._panel, self._note):
            layout.addWidget(below)
        in_order = (*self._buttons.values(), self._detail, self._add_note, self.rater_button)
        for before, after in pairwise(in_order):
            QWidget.setTabOrder(before, after)
