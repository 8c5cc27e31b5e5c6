"""A strip that says what has just been done or what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from lab.errors import LabError

_SHOWN_MS = 10_000


class MessageBar(QFrame):
    """One message at a time; hidden without one, and again some seconds after one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def say(self, text: str) -> None:
        """Show a message."""
        self._show(text, "said")

    def complain(self, error: LabError) -> None:
        """Show what went wrong."""
        self._show(f"{error.message} {error.hint}".strip(), "failed")

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._label.clear()
        self.hide()

    def text(self) -> str:
        """The message; empty if there is none."""
        return self._label.text()

    def _show(self, text: str, state: str) -> None:
        self._label.setText(text)
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
