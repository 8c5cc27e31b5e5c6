"""The text of a conversation as it should be copied: plain, with its lists and tables, as it was written."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from ui.compare.view_items import Form, Join, Kind
from ui.compare.view_look import Look
from ui.compare.view_markdown import LINE_BREAK

_RULE = "---"


def plain_text(document: QTextDocument, look: Look, begin: int, end: int) -> str:
    """The text between two places of the document."""
    parts: list[str] = []
    block = document.findBlock(begin)
    while block.isValid() and block.position() <= end:
        form = look.form_of(block.blockFormat())
        if form.kind is not Kind.HIDDEN and not (block.position() == end and parts):
            if parts:
                parts.append(form.join.value or "")
            parts.append(_text(block, form, begin, end))
        block = block.next()
    return "".join(parts)


def code_around(block: QTextBlock, look: Look) -> str:
    """The whole block of code that a line belongs to."""
    while not look.form_of(block.blockFormat()).opens and block.previous().isValid():
        block = block.previous()
    parts: list[str] = []
    while block.isValid():
        form = look.form_of(block.blockFormat())
        if form.kind is not Kind.CODE or (parts and form.opens):
            break
        if parts:
            parts.append(form.join.value or "")
        parts.append(block.text())
        block = block.next()
    return "".join(parts)


def _text(block: QTextBlock, form: Form, begin: int, end: int) -> str:
    if form.kind is Kind.RULE:
        return _RULE
    last = block.position() + block.length() - 1
    if begin <= block.position() and end >= last:
        text = block.text()
    else:
        # Places in a document count as UTF-16 does, so that an emoji is two; only Qt can cut there.
        cursor = QTextCursor(block)
        cursor.setPosition(max(begin, block.position()))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        text = cursor.selectedText()
    text = text.replace(LINE_BREAK, "\n")
    if begin > block.position():
        return text
    if form.hangs:
        return "  " * (form.path.count("l") - 1) + text.replace("\t", " ", 1)
    return f"> {text}" if form.kind is Kind.PROMPT and form.join is not Join.SAME else text
