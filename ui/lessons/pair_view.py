"""The two answers of a prompt side by side, and a way through the prompts of a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from lab.language import tr
from lab.records import Comparison, Contestant, KeptAnswer, Side
from ui.lessons.answer_card import AnswerCard
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

Mask = Callable[[str], str]

_LEAST_PIXELS = 150
_AROUND_PIXELS = 322
"""What stands around the two texts in a step: its title, who answered, the vote, margins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One prompt of a run and its answers, as far as they are there."""

    prompt: str
    comparison: Comparison | None = None
    gone: bool = False
    """True if the answers were deleted from the history."""


class PairView(QWidget):
    """Shows one pair at a time.

    Args:
        palette: The colours.
        parent: Of the widget.

    Attributes:
        cards: The two answers.

    Signals:
        turned(int): The reader has gone to another prompt.
    """

    turned = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = {side: AnswerCard(side, palette, self) for side in Side}
        self._pairs: Sequence[Pair] = ()
        self._place = 0
        self._writing: int | None = None
        self._hidden = False
        self._mask: Mask = str
        self._most_pixels: int | None = None
        self._where = QLabel(self)
        self._where.setProperty("role", "small")
        self._before = self._arrow(Icon.LEFT, tr("The prompt before"), -1)
        self._behind = self._arrow(Icon.RIGHT, tr("The next prompt"), 1)
        self._pager = QWidget(self)
        pager = QHBoxLayout(self._pager)
        pager.setContentsMargins(0, 0, 0, 0)
        pager.setSpacing(6)
        pager.addWidget(self._before)
        pager.addWidget(self._where)
        pager.addWidget(self._behind)
        pager.addStretch()
        both = QHBoxLayout()
        both.setSpacing(12)
        for card in self.cards.values():
            card.wants_height.connect(self._fit)
            both.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._pager)
        layout.addLayout(both)
        self.set_palette(palette)

    @property
    def place(self) -> int:
        """Which prompt is shown, from 0."""
        return self._place

    def set_room(self, pixels: int) -> None:
        """Leave room for what is done with the answers, so that it is in sight also in a small window.

        Args:
            pixels: How high the part of the page is in which the step is scrolled.
        """
        self._most_pixels = max(_LEAST_PIXELS, pixels - _AROUND_PIXELS)
        self._fit()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for card in self.cards.values():
            card.set_palette(palette)
        self._before.setIcon(icon(Icon.LEFT, palette.ink, palette.line))
        self._behind.setIcon(icon(Icon.RIGHT, palette.ink, palette.line))

    def show_pairs(self, pairs: Sequence[Pair], *, hidden: bool, mask: Mask) -> None:
        """Show what is there of a run.

        Args:
            pairs: One for each prompt.
            hidden: It must not be seen who is who.
            mask: Makes of an answer what may be shown of it.
        """
        self._pairs, self._hidden, self._mask = pairs, hidden, mask
        self._writing = None
        self.go_to(min(self._place, max(0, len(pairs) - 1)))

    def go_to(self, place: int) -> None:
        """Show another prompt."""
        if not 0 <= place < len(self._pairs):
            return
        self._place = place
        self._show_where()
        pair = self._pairs[place]
        if pair.comparison is None:
            gone = tr("These answers were deleted from the history.")
            for card in self.cards.values():
                card.show_nobody()
                card.show_waiting(gone if pair.gone else tr("Not asked yet."))
            return
        for side, card in self.cards.items():
            answer = _answer_of(pair.comparison, side)
            if answer is not None:
                card.show_player(None if self._hidden else answer.contestant)
            text = self._mask(answer.text) if answer is not None else ""
            card.show_answer(pair.prompt, answer, text=text, hidden=self._hidden)

    def begin(self, place: int, contestants: Mapping[Side, Contestant]) -> None:
        """A prompt has been sent: show its answers as they come, or, where they are hidden, once both are there."""
        self._place = self._writing = place
        self._show_where()
        for side, card in self.cards.items():
            card.show_player(None if self._hidden else contestants[side])
            if self._hidden:
                card.show_waiting(tr("Both are writing …"))
            else:
                card.begin(self._pairs[place].prompt)

    def grow(self, side: Side, text: str) -> None:
        """A piece of an answer has come."""
        if not self._hidden and self._writing == self._place:
            self.cards[side].append(text)

    def show_loading(self, contestants: Mapping[Side, Contestant]) -> None:
        """Say that the models are being loaded."""
        self._place = self._writing = 0
        self._show_where()
        for side, card in self.cards.items():
            card.show_player(None if self._hidden else contestants[side])
            card.show_waiting(tr("Loading the model …"))

    def _fit(self) -> None:
        height = max(card.wanted_height for card in self.cards.values())
        if self._most_pixels is not None:
            height = min(height, self._most_pixels)
        for card in self.cards.values():
            card.set_height(height)

    def _show_where(self) -> None:
        self._pager.setVisible(len(self._pairs) > 1)
        self._where.setText(tr("Prompt {n} of {all}", n=self._place + 1, all=len(self._pairs)))
        rests = self._writing is None  # what is being written is what is shown
        self._before.setEnabled(rests and self._place > 0)
        self._behind.setEnabled(rests and self._place + 1 < len(self._pairs))

    def _arrow(self, which: Icon, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"lessonPager-{which}")
        button.setProperty("role", "plain")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._turn(step))
        return button

    def _turn(self, step: int) -> None:
        self.go_to(self._place + step)
        self.turned.emit(self._place)


def _answer_of(comparison: Comparison, side: Side) -> KeptAnswer | None:
    return comparison.a if side is Side.A else comparison.b
