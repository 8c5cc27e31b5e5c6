"""A line that says what is being done, how far it is, and how to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.controls.elided_label import ElidedLabel


class WorkBar(QFrame):
    """Hidden while nothing is done.

    Args:
        stop: The words on the button.
        tip: What the button does.
        parent: Of the widget.

    Signals:
        stop_asked(): The user does not want it to go on.
    """

    stop_asked = Signal()

    def __init__(self, stop: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelsWork")
        self._label = ElidedLabel(parent=self)
        self._label.setProperty("role", "quiet")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.button = QPushButton(stop, self)
        self.button.setProperty("role", "compact")
        self.button.setAccessibleName(tip)
        self.button.setToolTip(tip)
        self.button.clicked.connect(self.stop_asked)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._label)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, sentence: str, done: int = 0, total: int = 0) -> None:
        """Show how far it is; without a total nobody knows."""
        self._label.setText(sentence)
        self._bar.setAccessibleName(sentence)
        self._bar.setRange(0, 1000 if total > 0 else 0)
        if total > 0:
            self._bar.setValue(done * 1000 // total)
        self.show()

    def text(self) -> str:
        """What it says; empty if nothing is done."""
        return self._label.text() if not self.isHidden() else ""
