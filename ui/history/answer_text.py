"""One kept answer, as high as its text, and never with anything from outside."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QFontDatabase,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.history.words import clipped

_MOST_LETTERS = 4000
"""More is read on the compare page; laying out a book for a preview would hold up the window."""

_RAW_PIXELS = 13
_MARGIN = 2
_INDENT = 22
_GAP = 6
_LINE_PERCENT = 118


class AnswerText(QTextBrowser):
    """Text that can be selected but not scrolled: whoever holds it scrolls.

    Args:
        text: The answer as the model wrote it.
        markdown: Lay it out as Markdown; otherwise every sign is shown as it is, in a monospace font.
        name: What a screen reader calls it.
        parent: Of the widget.
    """

    def __init__(self, text: str, *, markdown: bool, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyAnswer")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(60)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(_MARGIN)
        shown = clipped(text, _MOST_LETTERS)
        if markdown:
            self.document().setIndentWidth(_INDENT)
            self.document().setMarkdown(shown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
            _air(self.document())
        else:
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            fixed.setPixelSize(_RAW_PIXELS)
            self.document().setDefaultFont(fixed)
            self.setPlainText(shown)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def loadResource(self, _type: int, _url: QUrl | str) -> Any:  # noqa: N802  (Qt's name)
        """Load nothing: an answer must not fetch a picture, from the network or from disk."""
        # Not None: then Qt's document would read a local file by itself.
        return QByteArray()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Another width needs another height."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name)
        """Scroll what is around it."""
        event.ignore()

    def _fit(self) -> None:
        height = math.ceil(self.document().size().height())
        if height != self.maximumHeight():
            self.setFixedHeight(height)


def _air(document: QTextDocument) -> None:
    """Qt lays Markdown out with hardly any room between its lines and parts."""
    block = document.begin()
    while block.isValid():
        form = QTextBlockFormat()
        if block.textList():
            form.setTopMargin(_GAP / 2)  # with another line height Qt would set the number above its line
        else:
            form.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if block != document.begin() and not _is_code(block):
                form.setTopMargin(_GAP)
        QTextCursor(block).mergeBlockFormat(form)
        block = block.next()


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
