"""Writes items into a text document, and when they change only what is different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from ui.compare.view_items import Cell, Form, Item, Join, Kind, Line, Run, Style, Table
from ui.compare.view_look import FORM_PROPERTY, Look
from ui.compare.view_text import is_rtl

_HIDDEN = Form(kind=Kind.HIDDEN)
_HEAD = Style.BOLD


class Writer:
    """Writes at the end of a document.

    What was written last may still change; what is before that stays.

    Args:
        document: Emptied first.
        look: The formats.
    """

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self._document = document
        self._look = look
        self._open: list[Item] = []
        self._places: list[int] = []
        """Where each of the open items begins in the document."""
        document.clear()
        cursor = QTextCursor(document)
        cursor.setBlockFormat(look.block(_HIDDEN))
        cursor.setBlockCharFormat(look.letters(Kind.HIDDEN, Run(text="")))

    @property
    def open_place(self) -> int:
        """Where what may still change begins; the end of the document if nothing may."""
        return self._places[0] if self._places else self.end

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written."""
        return self.end == 0

    @property
    def end(self) -> int:
        """The end of the document."""
        return self._document.characterCount() - 1

    def write(self, finished: Sequence[Item], still_open: Sequence[Item]) -> int:
        """Let the document end with these items instead of those that were open.

        Args:
            finished: Will never change again.
            still_open: May be different next time.

        Returns:
            Where in the document something changed first.
        """
        wanted = [*finished, *still_open]
        same = 0
        for old, new in zip(self._open, wanted, strict=False):
            if old != new:
                break
            same += 1
        cursor = QTextCursor(self._document)
        changed = self.end
        grown = self._grow(cursor, wanted, same)
        if grown:
            same += 1
            changed = self._places[same - 1]
        if same < len(self._open):
            changed = min(changed, self._places[same])
            self._remove_from(cursor, self._open[same], self._places[same])
        del self._places[same:]
        for item in wanted[same:]:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self._places.append(cursor.position() + (0 if item.form.join is Join.SAME else 1))
            self._add(cursor, item)
        self._open = list(still_open)
        self._places = self._places[len(finished) :]
        return changed

    def forget_before(self, place: int, notice: Line) -> None:
        """Take everything before a block away and put a line in its place.

        Args:
            place: Where the block begins.
            notice: What the document begins with instead.
        """
        length = self.end
        cursor = QTextCursor(self._document)
        self._remove(cursor, 0, place - 1)
        self._add(cursor, notice)
        moved = self.end - length
        self._places = [each + moved for each in self._places]

    def _grow(self, cursor: QTextCursor, wanted: Sequence[Item], index: int) -> bool:
        """If the last item has only become longer: write what is new."""
        if index != len(self._open) - 1 or index >= len(wanted):
            return False
        old, new = self._open[index], wanted[index]
        if old.form != new.form:
            return False
        if isinstance(old, Line) and isinstance(new, Line):
            return self._grow_line(cursor, old, new)
        if isinstance(old, Table) and isinstance(new, Table):
            return self._grow_table(cursor, old, new, self._places[index])
        return False

    def _grow_line(self, cursor: QTextCursor, old: Line, new: Line) -> bool:
        last = len(old.runs) - 1
        if last < 0 or len(new.runs) <= last or old.runs[:last] != new.runs[:last]:
            return False
        before, after = old.runs[last], new.runs[last]
        same_look = (before.style, before.tone, before.address) == (after.style, after.tone, after.address)
        if not same_look or not after.text.startswith(before.text):
            return False
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(after.text[len(before.text) :], self._look.letters(new.form.kind, after))
        self._add_runs(cursor, new.form.kind, new.runs[last + 1 :])
        return True

    def _grow_table(self, cursor: QTextCursor, old: Table, new: Table, place: int) -> bool:
        if replace(old, rows=new.rows) != new:
            return False
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old.rows, new.rows, strict=False)))
        cursor.setPosition(place)
        table = cursor.currentTable()
        if same == 0 or not isinstance(table, QTextTable) or table.rows() != len(old.rows):
            return False
        if same < len(old.rows):
            table.removeRows(same, len(old.rows) - same)
        if same < len(new.rows):
            table.appendRows(len(new.rows) - same)
            self._fill(table, new, same)
        return True

    def _remove_from(self, cursor: QTextCursor, item: Item, place: int) -> None:
        self._remove(cursor, place if item.form.join is Join.SAME else place - 1, self.end)

    def _remove(self, cursor: QTextCursor, begin: int, end: int) -> None:
        """Remove a part of the document; the block where it begins stays as it is."""
        cursor.setPosition(begin)
        # If it is empty, Qt would give it the format of the last one that is removed.
        block, letters = cursor.blockFormat(), cursor.blockCharFormat()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(letters)

    def _add(self, cursor: QTextCursor, item: Item) -> None:
        if isinstance(item, Table):
            self._add_table(cursor, item)
            return
        kind = item.form.kind
        if item.form.join is not Join.SAME:
            # An empty line is as high as its letters would be.
            letters = self._look.letters(kind, item.runs[0] if item.runs else Run(text=""))
            cursor.insertBlock(self._look.block(item.form), letters)
        self._add_runs(cursor, kind, item.runs)

    def _add_runs(self, cursor: QTextCursor, kind: Kind, runs: Sequence[Run]) -> None:
        for run in runs:
            cursor.insertText(run.text, self._look.letters(kind, run))

    def _add_table(self, cursor: QTextCursor, item: Table) -> None:
        behind_code = self._look.form_of(cursor.blockFormat()).kind is Kind.CODE
        shape = self._look.table(item, behind_code=behind_code)
        table = cursor.insertTable(len(item.rows), len(item.alignments), shape)
        self._fill(table, item, 0)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(self._look.block(_HIDDEN))
        cursor.setBlockCharFormat(self._look.letters(Kind.HIDDEN, Run(text="")))

    def _fill(self, table: QTextTable, item: Table, first: int) -> None:
        """Write into the rows of a table from one on."""
        for row_number, row in enumerate(item.rows[first:], first):
            is_head = item.has_head and row_number == 0
            for column, alignment in enumerate(item.alignments):
                cell = table.cellAt(row_number, column)
                if is_head:
                    shaded = QTextCharFormat()
                    shaded.setBackground(self._look.head_brush)
                    cell.setFormat(shaded)
                content = row[column] if column < len(row) else ()
                join = Join.CELL if column else item.form.join if row_number == 0 else Join.LINE
                form = Form(kind=Kind.CELL, path=item.form.path, join=join)
                self._add_cell(cell.firstCursorPosition(), content, alignment, form, bold=is_head)

    def _add_cell(self, cursor: QTextCursor, content: Cell, alignment: str, form: Form, *, bold: bool) -> None:
        rtl = is_rtl("".join(run.text for run in content))
        block = QTextBlockFormat(self._look.cell(alignment, rtl=rtl))
        block.setProperty(FORM_PROPERTY, self._look.number(form))
        cursor.setBlockFormat(block)
        if not content:
            cursor.setBlockCharFormat(self._look.letters(Kind.CELL, Run(text="")))
        for run in content:
            shown = Run(text=run.text, style=run.style | _HEAD, address=run.address) if bold else run
            cursor.insertText(shown.text, self._look.letters(Kind.CELL, shown))
