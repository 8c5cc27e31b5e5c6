"""Shows one answer while it streams: raw text as it is, or Markdown, and never anything from outside."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QFontDatabase, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

_FRAME_MS = 33
_RAW_PIXELS = 13
_MOST_OF_A_FRAME = 4
"""Markdown is laid out anew as a whole; it may take at most a quarter of the time."""


class AnswerView(QTextBrowser):
    """A text that grows at its end and keeps up with it, unless the reader has scrolled away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(16)
        self._text = ""
        self._shown = 0
        self._markdown = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        self._pause_ms = _FRAME_MS
        self.set_markdown(False)

    def text(self) -> str:
        """The answer as the model wrote it."""
        return self._text

    def set_markdown(self, markdown: bool) -> None:
        """Show the answer as Markdown, or letter by letter in a monospace font."""
        self._markdown = markdown
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(_RAW_PIXELS)
        self.document().setDefaultFont(self.font() if markdown else fixed)
        self._show_anew()

    def begin(self) -> None:
        """Empty the view for a new answer."""
        self._text = ""
        self._pause_ms = _FRAME_MS
        self._show_anew()

    def append_text(self, text: str) -> None:
        """Add to the answer; drawn with the next frame."""
        self._text += text
        if not self._timer.isActive():
            self._timer.start(self._pause_ms)

    def finish(self) -> None:
        """Draw what is still pending, now."""
        self._timer.stop()
        self._draw()

    def loadResource(self, _type: int, _url: QUrl | str) -> Any:  # noqa: N802  (Qt's name)
        """Load nothing: an answer must not fetch a picture, from the network or from disk."""
        return None

    def _show_anew(self) -> None:
        self._timer.stop()
        self._shown = 0
        self.clear()
        self._draw()

    def _draw(self) -> None:
        if self._shown == len(self._text):
            return
        began = time.perf_counter()
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 4
        place = bar.value()
        if self._markdown:
            self.document().setMarkdown(self._text, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        else:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(self._text[self._shown :])
        self._shown = len(self._text)
        bar.setValue(bar.maximum() if follows else place)
        took_ms = (time.perf_counter() - began) * 1000
        self._pause_ms = max(_FRAME_MS, int(took_ms * _MOST_OF_A_FRAME))
