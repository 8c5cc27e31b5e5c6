"""Readers take an answer in as it comes and give out what to draw: what is finished, and how the rest looks so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from ui.compare.view_fence import Listing
from ui.compare.view_items import Form, Item, Join, Kind, Line, Run
from ui.compare.view_lexer import Lexer
from ui.compare.view_lines import code_lines
from ui.compare.view_markdown import items_of
from ui.compare.view_pieces import Part, Pieces
from ui.compare.view_seams import Seam
from ui.compare.view_text import Cleaner, is_rtl, place_to_cut

BLOCK_CHARACTERS = 4000
"""The most letters in one block of the document. It is laid out anew, as a whole, with every letter that is added."""
BLOCK_CHARACTERS_BEYOND_ASCII = 2000
"""Letters that the font lacks and Qt has to look for elsewhere cost many times as much."""


class Reader(Protocol):
    """Reads one answer."""

    def feed(self, text: str) -> None:
        """Some more of the answer, as the model wrote it."""

    def take(self, *, final: bool = False) -> list[Item]:
        """What is finished now, each item only once; with ``final``, all that is left."""

    def rest(self) -> list[Item]:
        """What is not finished yet, as it looks so far."""


class RawReader:
    """Reads an answer letter by letter: a line is a line."""

    def __init__(self) -> None:
        self._cleaner = Cleaner()
        self._tail = ""
        self._form = Form(kind=Kind.RAW)

    def feed(self, text: str) -> None:
        """Some more of the answer, as the model wrote it."""
        self._tail += self._cleaner.take(text)

    def take(self, *, final: bool = False) -> list[Item]:
        """What is finished now."""
        if final:
            self._tail += self._cleaner.end()
        items: list[Item] = []
        place = 0
        while True:
            end = self._tail.find("\n", place)
            line = self._tail[place : end if end >= 0 else len(self._tail)]
            limit = _limit(line)
            if len(line) > limit:
                cut = place_to_cut(line, limit)
                items.append(self._line(line[:cut]))
                self._form = replace(items[-1].form, join=Join.CUT)
                place += cut
            elif end >= 0:
                items.append(self._line(line))
                self._form = Form(kind=Kind.RAW, join=Join.LINE)
                place = end + 1
            else:
                break
        self._tail = self._tail[place:]
        if final and self._tail:
            items.append(self._line(self._tail))
        return items

    def rest(self) -> list[Item]:
        """What is not finished yet, as it looks so far."""
        return [self._line(self._tail)]

    def _line(self, text: str) -> Line:
        form = self._form if self._form.join is Join.CUT else replace(self._form, rtl=is_rtl(text))
        return Line(form=form, runs=(Run(text=text),) if text else ())


class MarkdownReader:
    """Reads an answer as Markdown."""

    def __init__(self) -> None:
        self._cleaner = Cleaner()
        self._pieces = Pieces()
        self._state = _State()

    def feed(self, text: str) -> None:
        """Some more of the answer, as the model wrote it."""
        self._pieces.feed(self._cleaner.take(text))

    def take(self, *, final: bool = False) -> list[Item]:
        """What is finished now."""
        if final:
            self._pieces.feed(self._cleaner.end())
        return self._items(self._pieces.take(final=final), self._state, keep=True)

    def rest(self) -> list[Item]:
        """What is not finished yet, as it looks so far."""
        return self._items(self._pieces.rest(), replace(self._state), keep=False)

    def _items(self, parts: list[Part], state: _State, *, keep: bool) -> list[Item]:
        items: list[Item] = []
        for part in parts:
            if isinstance(part, Listing):
                state.lexer = Lexer(part.language) if part.opens else state.lexer
                new: list[Item] = list(code_lines(part, state.lexer, keep_state=keep))
            else:
                new = items_of(part, after_list=state.in_list)
                if new and part.begins in (Seam.TEXT, Seam.LINE):
                    new[0] = state.going_on(new[0])
            for item in new:
                state.pass_by(item)
            items += new
        return items


@dataclass(slots=True)
class _State:
    """What the next piece must know of those before it."""

    lexer: Lexer = field(default_factory=lambda: Lexer(""))
    """Of the block of code that is being read."""
    last: Line | None = None
    """The line at the end, if there is one."""
    in_list: bool = False
    characters: int = 0
    """In the block at the end."""

    def pass_by(self, item: Item) -> None:
        """An item has been drawn."""
        self.in_list = "l" in item.form.path
        self.last = item if isinstance(item, Line) else None
        if isinstance(item, Line):
            length = sum(len(run.text) for run in item.runs)
            self.characters = length + (self.characters if item.form.join is Join.SAME else 0)

    def going_on(self, item: Item) -> Item:
        """An item that goes on with the paragraph at the end: in the same block, if there is still room in it."""
        last = self.last
        if last is None or not isinstance(item, Line) or item.form.kind is not Kind.TEXT:
            return item
        if last.form.kind is not Kind.TEXT or last.form.path != item.form.path:
            return item
        form = replace(item.form, rtl=last.form.rtl)
        text = "".join(run.text for run in item.runs)
        if form.join is Join.CUT and self.characters + len(text) <= _limit(text):
            form = replace(form, join=Join.SAME)
        return replace(item, form=form)


def _limit(text: str) -> int:
    return BLOCK_CHARACTERS if text[:BLOCK_CHARACTERS_BEYOND_ASCII].isascii() else BLOCK_CHARACTERS_BEYOND_ASCII
