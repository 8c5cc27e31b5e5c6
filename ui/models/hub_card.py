"""Shows a model card. Nothing in it can reach outside: no picture is loaded, and a link only gives its address."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.compare.view_buttons import CopyButtons
from ui.compare.view_copy import code_around, plain_text
from ui.compare.view_links import Links
from ui.compare.view_look import Look
from ui.compare.view_paint import Backdrop
from ui.compare.view_readers import MarkdownReader
from ui.compare.view_writer import Writer
from ui.theme.palette import LIGHT, Palette

_MARGIN_PIXELS = 12
_SLICE_CHARACTERS = 2000
"""How many are laid out before the window gets its turn; a card may be long."""


class CardView(QTextBrowser):
    """A card, laid out as answers are, a little at a time.

    Signals:
        copied(str): What a copy button, or a click on a link, has put on the clipboard.
    """

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hubCard")
        self.setAccessibleName("Model card")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(_MARGIN_PIXELS)
        self._palette = LIGHT
        self._text = ""
        self._place = 0
        self._reader = MarkdownReader()
        self._buttons = CopyButtons(self)
        self._buttons.wanted.connect(self._copy_code)
        self._links = Links(self)
        self._links.address_wanted.connect(self._put_on_clipboard)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._write_some)
        self._begin()

    def set_palette(self, palette: Palette) -> None:
        """Show it in other colours."""
        if palette != self._palette:
            self._palette = palette
            self._begin()

    def show_card(self, text: str) -> None:
        """Show a card from its beginning.

        Args:
            text: Markdown.
        """
        self._text = text
        self._begin()
        self.verticalScrollBar().setValue(0)

    @property
    def is_whole(self) -> bool:
        """Whether all of the card is laid out."""
        return not self._turn.isActive()

    def _begin(self) -> None:
        self._look = Look(self._palette, self.font())
        self.document().setDefaultFont(self._look.font)
        self._writer = Writer(self.document(), self._look)
        self._reader = MarkdownReader()
        self._place = 0
        self._buttons.place([])
        if self._text:
            self._turn.start()
        else:
            self._turn.stop()

    def _write_some(self) -> None:
        self._reader.feed(self._text[self._place : self._place + _SLICE_CHARACTERS])
        self._place += _SLICE_CHARACTERS
        is_end = self._place >= len(self._text)
        place = self.verticalScrollBar().value()
        self._writer.write(self._reader.take(final=is_end), [])
        self.verticalScrollBar().setValue(place)
        if is_end:
            self._turn.stop()
        self._place_buttons()
        self.viewport().update()

    def _place_buttons(self) -> None:
        self._buttons.place(Backdrop(self, self._look).cards)

    def loadResource(self, _type: int, _url: QUrl | str) -> Any:  # noqa: N802  (Qt's name)
        """Load nothing: a card must not fetch anything, from the network or from disk."""
        return QByteArray()  # not None: then Qt's document would read a local file by itself

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  (Qt's name)
        """Copy plain text."""
        cursor = self.textCursor()
        # Qt's own object, filled by Qt and then emptied: one made in Python would outlive it on the clipboard.
        data = super().createMimeDataFromSelection()
        data.data("text/plain")
        data.clear()
        data.setText(plain_text(self.document(), self._look, cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw what is behind the text, then the text."""
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        Backdrop(self, self._look).paint(painter)
        painter.end()
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  (Qt's name)
        """Move the buttons along."""
        super().scrollContentsBy(dx, dy)
        self._place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Lay the text out for another width."""
        super().resizeEvent(event)
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Take over another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_writer"):
            self._begin()

    def _copy_code(self, place: int) -> None:
        self._put_on_clipboard(code_around(self.document().findBlock(place), self._look))

    def _put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)
