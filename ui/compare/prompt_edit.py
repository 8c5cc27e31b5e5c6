"""The field in which a prompt is written."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lab.language import tr
from lab.preferences import SendKey

MOST_ROWS = 8
MOST_CHARACTERS = 200_000
"""More than any context that fits a computer of this kind, and no more than the field can show without a pause."""
_PADDING = 12


class PromptEdit(QPlainTextEdit):
    """A text field as high as its text, up to some rows.

    Signals:
        sent(): The user wants it sent.
        history_wanted(int): Up (-1) in the first or Down (+1) in the last row.
        too_long(int): So many characters were to be pasted; they were not.
        focus_changed(bool): The cursor came or went.
    """

    sent = Signal()
    history_wanted = Signal(int)
    too_long = Signal(int)
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Prompt"))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._send_key = SendKey.ENTER
        self._rows = 1
        self.document().setDocumentMargin(4)
        self.textChanged.connect(self._fit)

    def set_send_key(self, key: SendKey) -> None:
        """Choose which key sends; the other one begins a new line."""
        self._send_key = key

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As high as the text."""
        return QSize(super().sizeHint().width(), self._rows * self.fontMetrics().lineSpacing() + _PADDING)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The same: the box does not shrink below its text."""
        return QSize(100, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Send, or leaf through what was sent, or type."""
        cursor = self.textCursor()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        elif event.key() == Qt.Key.Key_Up and not event.modifiers() and cursor.blockNumber() == 0:
            self.history_wanted.emit(-1)
        elif event.key() == Qt.Key.Key_Down and not event.modifiers() and cursor.blockNumber() == self.blockCount() - 1:
            self.history_wanted.emit(1)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt's name)
        """Paste plain text, unless there is too much of it."""
        text = source.text()
        if len(text) + len(self.toPlainText()) > MOST_CHARACTERS:
            self.too_long.emit(len(text))
        elif text:
            self.insertPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """A narrower field needs more rows."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def _enter(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if control or (self._send_key is SendKey.ENTER and not modifiers):
            self.sent.emit()
        else:
            self.insertPlainText("\n")
            self.ensureCursorVisible()

    def _fit(self) -> None:
        # In a QPlainTextEdit the document's height is counted in rows.
        rows = min(max(1, math.ceil(self.document().size().height())), MOST_ROWS)
        full = rows == MOST_ROWS
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()
