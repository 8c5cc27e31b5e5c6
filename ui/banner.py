"""A line across the top that says what is wrong and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from lab.errors import LabError
from lab.language import tr
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

_MOST = 5
"""More than so many at once nobody reads; the oldest go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    text: str
    can_retry: bool


class Banner(QFrame):
    """Shows the newest piece of trouble; when it is closed, the one before comes back. Hidden while there is none.

    Signals:
        again(): The user wants it tried again.
    """

    again = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._said: list[_Said] = []
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QLabel(self)
        self._more.setProperty("role", "small")
        self._again = QPushButton(tr("Try again"), self)
        self._again.setToolTip(tr("Try once more what did not work"))
        self._again.clicked.connect(self.again)
        self._close = QToolButton(self)
        self._close.setProperty("role", "plain")
        self._close.setAccessibleName(tr("Close this message"))
        self._close.setToolTip(tr("Close this message"))
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._more)
        layout.addWidget(self._again)
        layout.addWidget(self._close)
        self.set_palette(palette)
        self.hide()

    def say(self, trouble: LabError, *, can_retry: bool = False) -> None:
        """Show a sentence and its hint; what is shown already is not said twice.

        Args:
            trouble: What is wrong.
            can_retry: It lasts until trying again helps.
        """
        said = _Said(text=f"{trouble.message} {trouble.hint}".strip(), can_retry=can_retry)
        others = [each for each in self._said if each.text != said.text]
        self._said = [*others[-_MOST + 1 :], said]
        self._show()

    def dismiss(self) -> None:
        """Take away what is shown now; what was said before comes back."""
        del self._said[-1:]
        self._show()

    def resolve(self) -> None:
        """Take away all that trying again was to help with."""
        self._said = [each for each in self._said if not each.can_retry]
        self._show()

    def text(self) -> str:
        """What is said now; empty if nothing is."""
        return self._said[-1].text if self._said else ""

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._sign.setPixmap(icon(Icon.WARNING, palette.b).pixmap(18, 18))
        self._close.setIcon(icon(Icon.CLOSE, palette.quiet))

    def _show(self) -> None:
        self.setVisible(bool(self._said))
        if not self._said:
            return
        newest, others = self._said[-1], len(self._said) - 1
        self._text.setText(newest.text)
        self.setAccessibleName(newest.text)
        self._again.setVisible(newest.can_retry)
        self._more.setText(tr("and {others} more", others=others))
        self._more.setVisible(others > 0)
