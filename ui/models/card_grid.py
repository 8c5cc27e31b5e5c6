"""Lays the cards out: as many in a row as fit, one row or all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_GAP = 14
_LEAST_WIDTH = 340
_MOST_COLUMNS = 4


class CardGrid(QWidget):
    """Cards of one width, in rows of one height.

    Cards that are not shown are out of the tab order too, so that the keyboard passes one row quickly.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._shows_all = False
        self._placed = (0, 0)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in their order."""
        self._cards = list(cards)
        self._place()

    def show_all(self, wanted: bool) -> None:
        """Show all cards, or as many as go into one row."""
        self._shows_all = wanted
        self._place()

    def columns(self) -> int:
        """How many go into a row."""
        return max(1, min(_MOST_COLUMNS, (self.width() + _GAP) // (_LEAST_WIDTH + _GAP)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """More or fewer fit into a row now."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = self.columns()
        shown = len(self._cards) if self._shows_all else min(columns, len(self._cards))
        if self._placed == (columns, shown):
            return
        self._placed = (columns, shown)
        for card in self._cards:
            self._layout.removeWidget(card)
        for place, card in enumerate(self._cards):
            if place < shown:
                self._layout.addWidget(card, place // columns, place % columns)
            card.setVisible(place < shown)
        for column in range(_MOST_COLUMNS):
            self._layout.setColumnStretch(column, 1 if column < columns else 0)
