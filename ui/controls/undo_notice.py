"""A line that says what was just done and takes it back on a click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from lab.language import tr

_SHOWN_MS = 10_000


class UndoNotice(QFrame):
    """Hidden until something can be undone, and again some seconds later.

    It stays while the pointer is over it or the keyboard is on its button.

    Args:
        shown_ms: How long it stays.
        parent: Of the widget.
    """

    def __init__(self, *, shown_ms: int = _SHOWN_MS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undoNotice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._undo: Callable[[], object] | None = None
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(tr("Undo"), self)
        self.button.setAccessibleName(tr("Undo"))
        self.button.setToolTip(tr("Take it back"))
        self.button.clicked.connect(self._take_back)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.setSpacing(8)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(shown_ms)
        self._timer.timeout.connect(self._leave)
        self.hide()

    def offer(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what was done and how to take it back; what was offered before can't be undone here any more."""
        self._undo = undo
        self._label.setText(sentence)
        self.button.setAccessibleDescription(sentence)
        self.show()
        self._timer.start()
        spoken = tr("{sentence} It can be undone.", sentence=sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def withdraw(self) -> None:
        """Something else has happened since; nothing can be undone any more."""
        self._timer.stop()
        self._undo = None
        self.hide()

    def text(self) -> str:
        """What it says; empty if it says nothing."""
        return self._label.text() if self._undo else ""

    def _take_back(self) -> None:
        undo = self._undo
        self.withdraw()
        if undo:
            undo()

    def _leave(self) -> None:
        if self.underMouse() or self.button.hasFocus():
            self._timer.start()
        else:
            self.withdraw()
