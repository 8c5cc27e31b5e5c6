"""One of the two answers that are voted on: as on a lesson's card, but as high as there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from lab.records import Comparison, Side
from lab.session.tree import answer_of
from ui.compare.conversation_view import ShownTurn
from ui.lessons.answer_card import AnswerCard
from ui.theme.palette import Palette

_LEAST_HEIGHT = 80
_ANY_HEIGHT = (1 << 24) - 1
"""What Qt calls no limit."""


class VotingPane(AnswerCard):
    """A card that fills its place.

    Args:
        place: Where it stands; A is the left.
        palette: The colours.
        parent: Of the widget.
    """

    def __init__(self, place: Side, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(place, palette, parent)
        self.view.setMinimumHeight(_LEAST_HEIGHT)
        self.view.setMaximumHeight(_ANY_HEIGHT)

    def show_side(self, way: Sequence[Comparison], side: Side, *, mask: Callable[[str], str], hidden: bool) -> None:
        """Show what a side said.

        Args:
            way: What is voted on, and before it the turns that it goes on from, oldest first.
            side: Whose answers.
            mask: Makes of an answer what may be shown of it.
            hidden: It must not be seen whose they are.
        """
        shown = way[-1]
        answer = answer_of(shown, side)
        self.show_player(None if hidden or answer is None else answer.contestant)
        self.show_answer(shown.prompt, answer, text=mask(answer.text) if answer else "", hidden=hidden)
        turns = [(each.prompt, answer_of(each, side)) for each in way]
        self.view.set_turns(
            [ShownTurn(prompt=prompt, answer=mask(said.text) if said else "") for prompt, said in turns]
        )
        self.view.go_to_last_turn()
