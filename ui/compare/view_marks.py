"""Marks in the answers of a view: places that stand out and say why when the pointer rests on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QHelpEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QToolTip

from ui.compare.view_items import Kind
from ui.compare.view_look import Look

Finder = Callable[[str], list[tuple[int, int]]]
"""Finds what is to be marked in a line: begin and end of each place, in characters."""

_NOT_AN_ANSWER = (Kind.PROMPT, Kind.EARLIER, Kind.NOTE, Kind.HIDDEN)


class Marks(QObject):
    """The marks of one view.

    Args:
        view: The view; it asks for them to be drawn when its text is complete.
    """

    def __init__(self, view: QTextBrowser) -> None:
        super().__init__(view)
        self._view = view
        self._find: Finder | None = None
        self._tip = ""
        self._spans: list[tuple[int, int]] = []
        view.viewport().installEventFilter(self)

    def set_finder(self, find: Finder | None, tip: str) -> None:
        """Mark something else; drawn with the next ``draw``.

        Args:
            find: What; None for nothing.
            tip: What a mark says about itself.
        """
        self._find, self._tip = find, tip

    def draw(self, look: Look) -> None:
        """Mark what is found in the answers that the view shows now."""
        had = bool(self._spans)
        self._spans = list(self._found(look)) if self._find else []
        if not had and not self._spans:
            return
        letters = QTextCharFormat()
        letters.setBackground(QColor(look.palette.select))
        letters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        letters.setUnderlineColor(QColor(look.palette.ink))
        selections = []
        for begin, end in self._spans:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._view.document())
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, letters
            selections.append(selection)
        self._view.setExtraSelections(selections)

    def texts(self) -> list[str]:
        """What is marked, as it stands there."""
        found = []
        for selection in self._view.extraSelections():
            found.append(selection.cursor.selectedText())
        return found

    def tip_at(self, place: int) -> str:
        """What a mark at a place of the document says; empty if there is none."""
        return self._tip if any(begin <= place < end for begin, end in self._spans) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Say why something is marked."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(self._view.cursorForPosition(event.pos()).position())
            if tip:
                QToolTip.showText(event.globalPos(), tip, self._view)
                return True
        return super().eventFilter(watched, event)

    def _found(self, look: Look) -> Iterator[tuple[int, int]]:
        assert self._find is not None
        block = self._view.document().firstBlock()
        while block.isValid():
            if look.form_of(block.blockFormat()).kind not in _NOT_AN_ANSWER or _is_in_table(block):
                text = block.text()
                for begin, end in self._find(text):
                    yield block.position() + _units(text[:begin]), block.position() + _units(text[:end])
            block = block.next()


def _is_in_table(block: QTextBlock) -> bool:
    """A table's cells have no form of their own."""
    return QTextCursor(block).currentTable() is not None


def _units(text: str) -> int:
    """How long a text is as a document counts: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
