"""One comparison of the preview: its prompt, both answers side by side, the vote and the notes."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lab.language import tr
from lab.records import AnswerState, Comparison, Framing, KeptAnswer, VoteChoice
from lab.words import KIND_BADGES
from ui.controls.elided_label import ElidedLabel
from ui.history.answer_text import AnswerText
from ui.history.days import local, short_when
from ui.history.kept_turns import Opinions
from ui.history.words import ORIGIN_WORDS, answer_of, clipped, ending, vote_sentence

_MOST_OF_A_PROMPT = 1500


class TurnCard(QFrame):
    """A card.

    Args:
        turn: The comparison.
        opinions: What people thought of it.
        now: The time, to say when it was.
        number: Which turn it is, from 1; 0 if that goes without saying.
        can_go_on: Offer to go on from here.
        parent: Of the widget.

    Signals:
        opened(str): The user wants to go on from the comparison of this id.
    """

    opened = Signal(str)

    def __init__(
        self,
        turn: Comparison,
        opinions: Opinions,
        *,
        now: datetime,
        number: int = 0,
        can_go_on: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._turn = turn
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(self._head(number, now, can_go_on))
        prompt = _plain(QLabel(clipped(turn.prompt, _MOST_OF_A_PROMPT), self), "name")
        prompt.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        prompt.setAccessibleName(tr("Prompt"))
        layout.addWidget(prompt)
        sides = QHBoxLayout()
        sides.setSpacing(20)
        for side, answer in answer_of(turn):
            sides.addWidget(_side(side, answer, self), 1)
        layout.addLayout(sides)
        self._add_opinions(layout, opinions)

    def _head(self, number: int, now: datetime, can_go_on: bool) -> QHBoxLayout:
        words = [tr("Turn {number}", number=number) if number else "", ORIGIN_WORDS[self._turn.origin]]
        words.append(short_when(local(self._turn.created_utc), now))
        head = QHBoxLayout()
        head.addWidget(_plain(QLabel(" · ".join(filter(None, words)), self), "small"))
        head.addStretch()
        if can_go_on:
            button = QPushButton(tr("Go on from here"), self)
            button.setProperty("role", "link")
            button.setToolTip(tr("Open the conversation at this turn"))
            button.setAccessibleName(tr("Go on from turn {number}", number=number))
            button.clicked.connect(lambda: self.opened.emit(self._turn.id))
            head.addWidget(button)
        return head

    def _add_opinions(self, layout: QVBoxLayout, opinions: Opinions) -> None:
        for vote in opinions.votes:
            layout.addWidget(_said(tr("Vote"), vote_sentence(vote), _colour_of(vote.choice), self))
        for one in opinions.judgements:
            judged = tr("is correct") if one.correct else tr("is not correct")
            layout.addWidget(_said(one.side.upper(), judged, one.side, self))
        for note in opinions.notes:
            layout.addWidget(_said(tr("Note"), clipped(note.text, _MOST_OF_A_PROMPT), "", self))


def _side(side: str, answer: KeptAnswer | None, parent: QWidget) -> QWidget:
    column = QWidget(parent)
    column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    letter = QLabel(side.upper(), column)
    letter.setProperty("side", side)
    letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
    letter.setFixedSize(22, 22)
    head = QHBoxLayout()
    head.setSpacing(6)
    head.addWidget(letter)
    layout.addLayout(head)
    if answer is None:
        head.addWidget(_plain(QLabel(tr("was not asked"), column), "quiet"), 1)
        layout.addStretch()
        return column
    name = ElidedLabel(answer.contestant.model.name, column)
    name.setProperty("role", "heading")
    badge = QLabel(KIND_BADGES[answer.contestant.model.verdict.kind], column)
    badge.setProperty("badge", side)
    head.addWidget(name)
    head.addWidget(badge)
    head.addStretch()
    if answer.text:
        markdown = answer.contestant.framing is Framing.CHAT
        layout.addWidget(
            AnswerText(answer.text, markdown=markdown, name=tr("Answer {side}", side=side.upper()), parent=column)
        )
    elif answer.state is not AnswerState.STREAMING:
        layout.addWidget(_plain(QLabel(tr("The answer is empty."), column), "quiet"))
    if words := ending(answer):
        layout.addWidget(_plain(QLabel(words, column), "danger" if answer.state is AnswerState.FAILED else "small"))
    layout.addStretch()
    return column


def _colour_of(choice: VoteChoice | None) -> str:
    return choice.value if choice in (VoteChoice.A, VoteChoice.B) else ""


def _said(what: str, text: str, side: str, parent: QWidget) -> QFrame:
    """A vote, a judgement or a note: what it is, then what it says, in the colour of the side that it is for."""
    frame = QFrame(parent)
    frame.setObjectName("historySaid")
    frame.setProperty("of", side or "none")
    row = QHBoxLayout(frame)
    row.setContentsMargins(10, 6, 10, 6)
    row.setSpacing(8)
    label = _plain(QLabel(what, frame), "heading")
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    said = _plain(QLabel(text, frame), "said")
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(label)
    row.addWidget(said, 1)
    return frame


def _plain(label: QLabel, role: str) -> QLabel:
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
