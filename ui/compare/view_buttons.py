"""The copy buttons over the blocks of code that are in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QToolButton, QWidget

from lab.language import tr
from ui.compare.view_paint import Card

_FROM_EDGE_PIXELS = 4
_SAYS_COPIED_MS = 1500


class CopyButtons(QObject):
    """One button for each block of code in sight; it stays in sight as long as anything of its block is.

    Args:
        view: What the buttons lie over.

    Signals:
        wanted(int): The code around this place of the document shall be copied.
    """

    wanted = Signal(int)

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._buttons: list[_CopyButton] = []

    def place(self, cards: Sequence[Card]) -> None:
        """Put the buttons where the blocks of code are."""
        while len(self._buttons) < len(cards):
            self._buttons.append(self._new_button())
        area = self._view.viewport().geometry()
        for index, button in enumerate(self._buttons):
            if index >= len(cards):
                button.hide()
                continue
            card = cards[index]
            button.serve(card)
            x = area.left() + card.rect.right() - button.width() - _FROM_EDGE_PIXELS
            top = max(card.rect.top(), 0) + _FROM_EDGE_PIXELS / 2
            y = area.top() + min(top, card.rect.bottom() - button.height() - _FROM_EDGE_PIXELS)
            button.move(round(x), round(y))
            button.setVisible(True)

    def _new_button(self) -> _CopyButton:
        button = _CopyButton(self._view)
        before = self._buttons[-1] if self._buttons else self._view
        QWidget.setTabOrder(before, button)
        button.clicked.connect(lambda: self.wanted.emit(button.card_place))
        return button


class _CopyButton(QToolButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("copyCode")
        self.setText(tr("Copy"))
        self.setToolTip(tr("Copy this code"))
        self.card_place = 0
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_SAYS_COPIED_MS)
        self._back.timeout.connect(lambda: self.setText(tr("Copy")))
        self.clicked.connect(self._say_copied)
        self.adjustSize()

    def serve(self, card: Card) -> None:
        """Belong to a block of code."""
        self.card_place = card.place
        name = tr("Copy {language} code", language=card.language) if card.language else tr("Copy code")
        if self.accessibleName() != name:
            self.setAccessibleName(name)

    def _say_copied(self) -> None:
        self.setText(tr("Copied"))
        self.adjustSize()
        self._back.start()
