"""A text field that grows with its text, and leaves undoing to whoever keeps all steps."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from lab.suites.suite import MOST_PROMPT_CHARACTERS

_AROUND = 14
"""The field's own margins and border, in pixels."""


class GrowingText(QPlainTextEdit):
    """Several lines of plain text.

    Args:
        fewest_rows: So high it is when empty.
        most_rows: From here on it scrolls.
        parent: Of the widget.
    """

    def __init__(self, fewest_rows: int, most_rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest, self._most = fewest_rows, most_rows
        self._rows = fewest_rows
        self.setProperty("role", "suiteText")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._fit)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As high as its text, within bounds."""
        return QSize(200, self._rows * self.fontMetrics().lineSpacing() + _AROUND)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The same."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """A narrower field needs more rows."""
        super().resizeEvent(event)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt's name)
        """Paste plain text; of one that is far too long just enough to see that it is."""
        self.insertPlainText(source.text()[: MOST_PROMPT_CHARACTERS + 1])

    def _fit(self) -> None:
        # In a QPlainTextEdit the document's height is counted in rows.
        rows = min(max(self._fewest, math.ceil(self.document().size().height())), self._most)
        scrolls = rows == self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()


class LeavesUndo(QObject):
    """An event filter for fields: the keys of undoing go to the window, not to the field."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Refuse those keys on a field's behalf."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()
            return True
        return False
