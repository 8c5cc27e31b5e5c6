"""Where the prompt is written: grows with its text, sends with Ctrl+Enter, remembers what was sent."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

_MOST_ROWS = 8


class Composer(QFrame):
    """The box for the prompt with its button.

    Signals:
        submitted(str): A prompt for both models.
        stopped(): The user wants the answers to stop.
    """

    submitted = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._history: list[str] = []
        self._place = 0
        self._busy = False
        self._edit = _PromptEdit(self)
        self._send = QPushButton("Send to both", self)
        self._send.setObjectName("send")
        self._send.setToolTip("Send the prompt to both models (Ctrl+Enter)")
        self._send.clicked.connect(self._press)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._send)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(4)
        layout.addWidget(self._edit)
        layout.addLayout(row)
        self._edit.textChanged.connect(self._text_changed)
        self._edit.sent.connect(self._press)
        self._edit.history_wanted.connect(self._step_history)
        self._text_changed()

    def set_busy(self, busy: bool) -> None:
        """While the models answer the button stops them."""
        self._busy = busy
        self._send.setText("Stop" if busy else "Send to both")
        self._send.setToolTip("Stop both answers (Esc)" if busy else "Send the prompt to both models (Ctrl+Enter)")
        self._text_changed()

    def text(self) -> str:
        """What is written now."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Write a prompt for the user to change or send."""
        self._edit.setPlainText(text)
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)

    def focus(self) -> None:
        """Put the cursor here."""
        self._edit.setFocus()

    def _press(self) -> None:
        if self._busy:
            self.stopped.emit()
            return
        text = self.text()
        if not text.strip():
            return
        self._history.append(text)
        self._place = len(self._history)
        self._edit.clear()
        self.submitted.emit(text)

    def _step_history(self, step: int) -> None:
        place = self._place + step
        if 0 <= place < len(self._history):
            self._place = place
            self.set_text(self._history[place])

    def _text_changed(self) -> None:
        self._send.setEnabled(self._busy or bool(self.text().strip()))
        self._edit.updateGeometry()


class _PromptEdit(QPlainTextEdit):
    """A text field as high as its text, up to some rows.

    Signals:
        sent(): Ctrl+Enter was pressed.
        history_wanted(int): Up (-1) in the first or Down (+1) in the last row.
    """

    sent = Signal()
    history_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Send one prompt to both models …")
        self.setAccessibleName("Prompt")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As high as the text."""
        rows = min(max(1, self.document().blockCount()), _MOST_ROWS)
        return QSize(super().sizeHint().width(), rows * self.fontMetrics().lineSpacing() + 16)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The same: the box does not shrink below its text."""
        return QSize(100, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Ctrl+Enter sends; Up and Down at the edges leaf through what was sent."""
        cursor = self.textCursor()
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Up and cursor.blockNumber() == 0:
            self.history_wanted.emit(-1)
        elif event.key() == Qt.Key.Key_Down and cursor.blockNumber() == self.document().blockCount() - 1:
            self.history_wanted.emit(1)
        else:
            super().keyPressEvent(event)
