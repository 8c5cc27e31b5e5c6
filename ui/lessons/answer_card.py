"""One of the two answers of a lesson's run: who it is from, its text, and how it ended."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lab.language import counted, tr
from lab.records import Contestant, Framing, KeptAnswer, Side
from lab.words import FINISH_WORDS, KIND_BADGES
from ui.compare import words
from ui.compare.conversation_view import ConversationView, ShownTurn
from ui.controls.elided_label import ElidedLabel
from ui.theme.palette import Palette

_LEAST_HEIGHT = 120
_MOST_HEIGHT = 340
"""Of the text; what is longer is scrolled, so that both answers and what is done with them are in sight together."""


class AnswerCard(QFrame):
    """A card.

    Args:
        side: Which; A stands on the left.
        palette: The colours.
        parent: Of the widget.

    Signals:
        wants_height(): Its text needs another height; see ``wanted_height``.
    """

    wants_height = Signal()

    def __init__(self, side: Side, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._side = side
        letter = QLabel(side.upper(), self)
        letter.setProperty("side", side.value)
        letter.setFixedSize(22, 22)
        letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = ElidedLabel(parent=self)
        self._name.setProperty("role", "name")
        self._badge = QLabel(self)
        self._badge.setProperty("badge", side.value)
        self._way = ElidedLabel(parent=self)
        self._way.setProperty("role", "small")
        self.view = ConversationView(self)
        self.view.setAccessibleName(tr("Answer of {side}", side=side.upper()))
        self.view.set_palette(palette)
        self.view.document().documentLayout().documentSizeChanged.connect(lambda _size: self.wants_height.emit())
        self._facts = QLabel(self)
        self._facts.setProperty("role", "small")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(letter)
        first.addWidget(self._name, 1)
        first.addWidget(self._badge)
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 8)
        head.setSpacing(4)
        head.addLayout(first)
        head.addWidget(self._way)
        line = QFrame(self)
        line.setProperty("role", "line")
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 4, 14, 10)
        foot.addWidget(self._facts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(line)
        whole.addWidget(self.view, 1)
        whole.addLayout(foot)
        self.set_height(_LEAST_HEIGHT)

    @property
    def wanted_height(self) -> int:
        """How high the text would like to be, in pixels."""
        around = self.view.height() - self.view.viewport().height()
        height = math.ceil(self.view.document().size().height()) + around
        return max(_LEAST_HEIGHT, min(height, _MOST_HEIGHT))

    def set_height(self, pixels: int) -> None:
        """Make the text so high; both cards have the same height."""
        self.view.setFixedHeight(pixels)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.view.set_palette(palette)

    def show_player(self, contestant: Contestant | None) -> None:
        """Show who answers; None while that is hidden."""
        hidden = contestant is None
        self._badge.setVisible(not hidden)
        self._way.setVisible(not hidden)
        if contestant is None:
            self._name.setText(tr("Hidden until the reveal"))
            self.view.set_markdown(True)
            return
        self._name.setText(contestant.model.name)
        self._badge.setText(KIND_BADGES[contestant.model.verdict.kind])
        way = words.FRAMING[contestant.framing]
        if contestant.system_prompt:
            way = tr("{framing} · told before: “{text}”", framing=way, text=contestant.system_prompt)
        self._way.setText(way)
        self.view.set_markdown(contestant.framing is Framing.CHAT)

    def show_nobody(self) -> None:
        """Show that nobody has answered."""
        self._name.setText("")
        self._badge.hide()
        self._way.hide()

    def show_waiting(self, sentence: str) -> None:
        """Show no answer, and say why."""
        self.view.set_turns(())
        self._say(sentence)

    def begin(self, prompt: str) -> None:
        """Wait for text."""
        self.view.set_turns(())
        self.view.begin(prompt)
        self._say(tr("Writing …"))

    def append(self, text: str) -> None:
        """Add to the answer."""
        self.view.append_text(text)

    def show_answer(self, prompt: str, answer: KeptAnswer | None, *, text: str, hidden: bool) -> None:
        """Show an answer that is over.

        Args:
            prompt: What was asked.
            answer: The answer; None if this side was not asked.
            text: What may be shown of it.
            hidden: Say nothing of how it ended.
        """
        failed = answer is not None and bool(answer.problem)
        silent = failed and not text  # it has not chosen to say nothing, as an empty answer would tell
        self.view.set_turns(() if silent else (ShownTurn(prompt=prompt, answer=text),))
        self.view.go_to_last_turn()
        self.view.verticalScrollBar().setValue(0)  # it is the only one: its margin too, as in the other card
        self._say(self._told(answer, hidden), failed=failed)

    def _say(self, sentence: str, *, failed: bool = False) -> None:
        self._facts.setText(sentence)
        self._facts.setProperty("role", "danger" if failed else "small")
        self._facts.style().unpolish(self._facts)
        self._facts.style().polish(self._facts)

    def _told(self, answer: KeptAnswer | None, hidden: bool) -> str:
        if answer is None:
            return tr("This side was not asked.")
        if answer.problem:
            return tr("It failed.") if hidden else answer.problem
        if answer.response is None:
            return tr("It was not finished.")
        words_in_it = len(answer.text.split())
        said = counted(words_in_it, tr("{n} word"), tr("{n} words"))
        return said if hidden else f"{said} · {FINISH_WORDS[answer.response.finish_reason]}"
