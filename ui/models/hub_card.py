"""Shows a model card. Nothing in it can reach outside: no picture is loaded, and a link only gives its address."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from lab.language import tr
from ui.compare.view_look import Look
from ui.compare.view_paint import Backdrop
from ui.compare.view_readers import MarkdownReader
from ui.compare.view_stranger import StrangersText
from ui.compare.view_writer import Writer
from ui.theme.palette import LIGHT, Palette

_MARGIN_PIXELS = 12
_SLICE_CHARACTERS = 2000
"""How many are laid out before the window gets its turn; a card may be long."""


class CardView(StrangersText):
    """A card, laid out as answers are, a little at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_MARGIN_PIXELS, parent)
        self.setObjectName("hubCard")
        self.setAccessibleName(tr("Model card"))
        self._palette = LIGHT
        self._text = ""
        self._place = 0
        self._reader = MarkdownReader()
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw what is behind the text, then the text."""
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        Backdrop(self, self._look).paint(painter)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Lay the text out for another width."""
        super().resizeEvent(event)
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Take over another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_writer"):
            self._begin()
