"""The view of a text that a stranger wrote, e.g. a model: nothing in it can reach outside."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.compare.view_buttons import CopyButtons
from ui.compare.view_copy import code_around, plain_text
from ui.compare.view_links import Links
from ui.compare.view_look import Look
from ui.compare.view_paint import Backdrop


class StrangersText(QTextBrowser):
    """Loads nothing, opens nothing, and copies plain text; a click on a link only gives its address.

    Whoever fills the document sets ``_look`` first.

    Args:
        margin: Around the text, in pixels.
        parent: Of the widget.

    Signals:
        copied(str): What a copy button, or a click on a link, has put on the clipboard.
    """

    copied = Signal(str)

    _look: Look

    def __init__(self, margin: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(margin)
        self._buttons = CopyButtons(self)
        self._buttons.wanted.connect(self._copy_code)
        self._links = Links(self)
        self._links.address_wanted.connect(self._put_on_clipboard)

    def loadResource(self, _type: int, _url: QUrl | str) -> Any:  # noqa: N802  (Qt's name)
        """Load nothing: such a text must not fetch anything, from the network or from disk."""
        return QByteArray()  # not None: then Qt's document would read a local file by itself

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  (Qt's name)
        """Copy plain text."""
        cursor = self.textCursor()
        # One made in Python would outlive it on the clipboard and crash the program when that ends. Qt's own fills
        # itself when it is asked for the first time; only then can it be emptied.
        data = super().createMimeDataFromSelection()
        data.data("text/plain")
        data.clear()
        data.setText(plain_text(self.document(), self._look, cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  (Qt's name)
        """Move the buttons along."""
        super().scrollContentsBy(dx, dy)
        self._place_buttons()

    def _place_buttons(self) -> None:
        self._buttons.place(Backdrop(self, self._look).cards)

    def _copy_code(self, place: int) -> None:
        self._put_on_clipboard(code_around(self.document().findBlock(place), self._look))

    def _put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)
