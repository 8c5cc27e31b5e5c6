"""A line across the top that says what is wrong and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from lab.errors import LabError
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette


class Banner(QFrame):
    """Shows one piece of trouble at a time; hidden while there is none.

    Signals:
        again(): The user wants it tried again.
    """

    again = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._again = QPushButton("Try again", self)
        self._again.clicked.connect(self.again)
        self._close = QToolButton(self)
        self._close.setProperty("role", "plain")
        self._close.setAccessibleName("Close this message")
        self._close.setToolTip("Close this message")
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._again)
        layout.addWidget(self._close)
        self.set_palette(palette)
        self.hide()

    def say(self, trouble: LabError, *, can_retry: bool = False) -> None:
        """Show a sentence and its hint.

        Args:
            trouble: What is wrong.
            can_retry: Whether trying again may help.
        """
        text = f"{trouble.message} {trouble.hint}".strip()
        self._text.setText(text)
        self.setAccessibleName(text)
        self._again.setVisible(can_retry)
        self.show()

    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._sign.setPixmap(icon(Icon.WARNING, palette.b).pixmap(18, 18))
        self._close.setIcon(icon(Icon.CLOSE, palette.quiet))
