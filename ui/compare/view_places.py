"""Where in a conversation a turn begins, and what keys make its text larger."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument

from ui.compare.view_items import Kind
from ui.compare.view_look import Look

_ROOM_PIXELS = 12


def top_of_last_turn(document: QTextDocument, look: Look) -> int:
    """How far down in the document the last prompt stands, with a little room above it; in pixels."""
    block = document.lastBlock()
    while block.isValid():
        form = look.form_of(block.blockFormat())
        if form.kind is Kind.PROMPT and form.opens:
            top = document.documentLayout().blockBoundingRect(block).top()
            return max(0, round(top) - _ROOM_PIXELS)
        block = block.previous()
    return 0


def zoom_wanted(event: QKeyEvent, now: int) -> int | None:
    """The size of the text that a key asks for, in steps from the normal one; None for any other key."""
    if event.matches(QKeySequence.StandardKey.ZoomIn) or _is_ctrl(event, Qt.Key.Key_Equal):
        return now + 1
    if event.matches(QKeySequence.StandardKey.ZoomOut):
        return now - 1
    return 0 if _is_ctrl(event, Qt.Key.Key_0) else None


def _is_ctrl(event: QKeyEvent, key: Qt.Key) -> bool:
    return event.key() == key and event.modifiers() == Qt.KeyboardModifier.ControlModifier
