"""A button that stops a download, and asks once more where much would be lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton, QWidget

from lab.amounts import rough_size
from lab.language import tr

_MUCH_BYTES = 100_000_000
"""So much takes minutes to fetch again on a slow line."""
_ASKED_FOR_MS = 6000


class CancelButton(QPushButton):
    """Where more than a little has come, the first press asks and the second one means it.

    The question goes away by itself, or when the keyboard goes elsewhere.

    Args:
        parent: Of the widget.

    Signals:
        confirmed(): It is meant.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._plain = ("", "", "")
        self._lost_bytes = 0
        self._asks = QTimer(self)
        self._asks.setSingleShot(True)
        self._asks.setInterval(_ASKED_FOR_MS)
        self._asks.timeout.connect(self._dress)
        self.clicked.connect(self._press)

    def dress(self, words: str, what: str, tip: str, *, lost_bytes: int) -> None:
        """Say what it does now.

        Args:
            words: On it.
            what: Which download, for a screen reader.
            tip: What happens.
            lost_bytes: How much of what came would be thrown away.
        """
        before, self._plain, self._lost_bytes = self._plain, (words, what, tip), lost_bytes
        if before != self._plain:
            self._asks.stop()
        if not self._asks.isActive():
            self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        """Who goes elsewhere has thought better of it."""
        super().focusOutEvent(event)
        self._asks.stop()
        self._dress()

    def _press(self) -> None:
        if self._lost_bytes < _MUCH_BYTES or self._asks.isActive():
            self._asks.stop()
            self._dress()
            self.confirmed.emit()
            return
        self._asks.start()
        question = tr("Throw away {lost}?", lost=rough_size(self._lost_bytes))
        self.setText(question)
        self.setAccessibleName(tr("{question} Press again to stop {name}", question=question, name=self._plain[1]))
        self.setToolTip(tr("Press again to stop it and throw away what came"))

    def _dress(self) -> None:
        words, what, tip = self._plain
        self.setText(words)
        self.setAccessibleName(f"{words}: {what}" if words else "")
        self.setToolTip(tip)
