"""What stands in the place of a list or a preview that has nothing to show, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Notice(QWidget):
    """A sentence, a quiet second one, and a button if there is something to do.

    Signals:
        pressed(): The button.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = _centred(QLabel(self), "name")
        self._hint = _centred(QLabel(self), "quiet")
        self._button = QPushButton(self)
        self._button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._sentence)
        layout.addWidget(self._hint)
        layout.addSpacing(4)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.say("")

    def say(self, sentence: str, hint: str = "", button: str = "", tip: str = "") -> None:
        """Show other words; what is empty is not shown."""
        for label, text in ((self._sentence, sentence), (self._hint, hint)):
            label.setText(text)
            label.setVisible(bool(text))
        self._button.setText(button)
        self._button.setToolTip(tip)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))


def _centred(label: QLabel, role: str) -> QLabel:
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
