"""What the cards of an outcome share: a title with a quiet line below it, and room for what they show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lab.language import counted, number, tr
from ui.suites.parts import plain


class OutcomeCard(QFrame):
    """A card.

    Args:
        title: What it shows.
        parent: Of the widget.

    Attributes:
        head: The line of the title; controls go to its end.
        body: What is below.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        heading = plain(title, "heading", self)
        heading.setWordWrap(False)
        self._about = plain("", "small", self)
        self._about.hide()
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.addWidget(heading)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 14)
        whole.setSpacing(6)
        whole.addLayout(self.head)
        whole.addWidget(self._about)
        whole.addLayout(self.body)

    def say(self, sentence: str) -> None:
        """What stands below the title; empty for nothing."""
        self._about.setText(sentence)
        self._about.setVisible(bool(sentence))

    def said(self) -> str:
        """What stands below the title."""
        return self._about.text()


class MoreButton(QPushButton):
    """Shows what was left out of a long list; hidden while nothing is.

    Args:
        few: How many are shown until it is pressed.
        parent: Of the widget.
    """

    def __init__(self, few: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._few, self._all = few, False
        self.clicked.connect(self._show_all)
        self.hide()

    def bound(self, prompts: int) -> int:
        """How many of so many prompts to show now; says so on the button."""
        if self._all or prompts <= self._few:
            self.hide()
            return prompts
        left = prompts - self._few
        words = counted(left, tr("Show {number} more prompt"), tr("Show {number} more prompts"), number=number(left))
        self.setText(words)
        self.setToolTip(words)
        self.show()
        return self._few

    def forget(self) -> None:
        """Show few again."""
        self._all = False

    def _show_all(self) -> None:
        self._all = True
