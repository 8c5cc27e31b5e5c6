"""Where Markdown is cut that is too long to be drawn anew with every word, and what the next piece must know then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile

from markdown_it.token import Token

from ui.compare.view_parser import blocks
from ui.compare.view_text import place_to_cut

_WINDOW_CHARACTERS = 1500
"""The most that is read at a time. Some hostile texts cost the square of it: this many `![` take 10 ms."""
_WINDOW_LINES = 80
_TABLE_CELLS = 96
"""A longer table is cut; the layout of a table is worked out anew with every row."""
_LEAST_TABLE_ROWS = 4
WORD_JOINER = "\u2060"
"""Stands at the beginning of a line that goes on, so that the parser takes it for text whatever follows."""
_MARKER = re.compile(r"([ \t]*(?:[-+*]|\d{1,9}[.)]))([ \t]*)")
_LATER_PERHAPS_A_MARK = re.compile(r"[ \t>]*(?:[-=*+#|`~_:>]+|\d{1,2}[.)]?)[ \t]*")


class Seam(Enum):
    """What a cut goes through."""

    CLEAN = auto()
    """Nothing: a block ends here."""
    TEXT = auto()
    """A line of text."""
    LINE = auto()
    """A paragraph, between two of its lines."""
    CODE = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A cut inside a block."""

    place: int
    """In the text that is cut."""
    seam: Seam
    before: str
    """What the parser must see before the rest."""
    widths: tuple[int, ...] = ()
    """Of the columns of a table, in percent."""


def window_of(tail: str) -> tuple[str, bool]:
    """The beginning of a text that is read at a time, and whether the text goes on behind it."""
    window = tail[:_WINDOW_CHARACTERS]
    end = -1
    for _ in range(_WINDOW_LINES):
        end = window.find("\n", end + 1)
        if end < 0:
            return window, len(tail) > len(window)
    return window[: end + 1], len(tail) > end + 1


def most_rows(columns: int) -> int:
    """How many rows a table may have before it is cut."""
    return max(_LEAST_TABLE_ROWS, _TABLE_CELLS // max(1, columns))


def offsets_of_lines(source: str) -> list[int]:
    """Where each line begins."""
    offsets = [0] if source else []
    offsets += [match.end() for match in re.finditer("\n", source) if match.end() < len(source)]
    return offsets


def held_back(tail: str) -> str:
    """A text without its last line if that may become the mark of a heading, a list, a table … with the next letter.

    "Like this:" and then "-" would be a heading for a moment, until "- first" makes it a list.
    """
    begin = tail.rfind("\n") + 1
    return tail[:begin] if _LATER_PERHAPS_A_MARK.fullmatch(tail, begin) else tail


def table_cut(tokens: list[Token], source: str, first: int, last: int) -> Cut | None:
    """Where to cut a long table that the text begins with; None if it does not, or is not long.

    Args:
        tokens: Of the source.
        source: What the parser was given.
        first: The line where the text itself begins, behind what is there for the parser only.
        last: The last line that may be cut at.
    """
    if not tokens or tokens[0].type != "table_open":
        return None
    table = list(takewhile(lambda token: token.type != "table_close", tokens))
    most = most_rows(sum(token.type == "th_open" for token in table))
    rows = [token.map[0] for token in table if token.type == "tr_open" and token.map and token.map[0] >= first]
    line = rows[most] if len(rows) > most else 0
    if not first < line <= last:
        return None
    lines = source.split("\n")
    offsets = offsets_of_lines(source)
    return _cut_at_line(line, _Place(token=tokens[0]), lines, offsets[line] - offsets[first])


def cut_inside(window: str, before: str) -> Cut:
    """Where to cut a block that fills the whole window. Only the window counts, so more text behind changes nothing.

    Args:
        window: The beginning of the text.
        before: What the parser is given before it.
    """
    source = before + window
    lines = source.split("\n")
    offsets = offsets_of_lines(source)
    first = before.count("\n")
    places = _places(blocks(source))
    inner = [place for place in places if place.line > first and not place.in_quotation]
    if inner:
        # Before the last block inside, such as the item of a list in an item.
        prefix, _ = _prefix(inner[-1].around, lines)
        before_rest = prefix + "\n\n" if prefix else ""
        return Cut(place=offsets[inner[-1].line] - len(before), seam=Seam.CLEAN, before=before_rest)
    place = places[-1] if places else _NOWHERE
    line = _line_to_cut_at(place, first, whole_lines=len(lines) - 1)
    if line is None:
        return _cut_text(window, before, lines, place)
    return _cut_at_line(line, place, lines, offsets[line] - len(before))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a block begins."""

    token: Token
    around: tuple[Token, ...] = ()
    """The containers that it is in, outermost first."""

    @property
    def line(self) -> int:
        return self.token.map[0] if self.token.map else 0

    @property
    def in_quotation(self) -> bool:
        return any(token.type == "blockquote_open" for token in self.around)


_NOWHERE = _Place(token=Token("", "", 0))
_CONTAINERS = ("list_item", "blockquote")


def _places(tokens: list[Token]) -> list[_Place]:
    """Where the blocks begin, containers too, in the order of the text."""
    places: list[_Place] = []
    around: list[Token] = []
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting >= 0 and token.map and (name in _CONTAINERS or name in _LEAVES):
            places.append(_Place(token=token, around=tuple(around)))
        if name in _CONTAINERS and token.nesting == 1:
            around.append(token)
        elif name in _CONTAINERS and token.nesting == -1:
            around.pop()
    return places


_LEAVES = ("paragraph", "heading", "fence", "code_block", "table", "hr")


def _prefix(around: tuple[Token, ...], lines: list[str]) -> tuple[str, dict[int, int]]:
    """Lines that put the parser into some items of lists; and how many columns their markers take, by line.

    The prefix ends at the beginning of the innermost item. It is empty if a quotation is among the containers.
    """
    columns: dict[int, int] = {}
    for token in around:
        line = token.map[0] if token.map else 0
        marker = _MARKER.match(lines[line], columns.get(line, 0)) if token.type == "list_item_open" else None
        if marker is None:
            return "", {}
        # Behind more than four spaces there is code, and the text begins after the first of them.
        too_far = len(marker[2]) > 4 or marker.end() == len(lines[line])
        columns[line] = marker.end(1) + 1 if too_far else marker.end()
    prefix = "\n\n".join(lines[line][:column].ljust(column) + WORD_JOINER for line, column in columns.items())
    return prefix, columns


def _line_to_cut_at(place: _Place, first: int, whole_lines: int) -> int | None:
    """The line to cut at; None if there is none."""
    if place.token.type == "fence":
        line = whole_lines - 2  # so that what is left is not the closing fence alone
        return line if line > max(first, place.line) else None
    line = whole_lines - 1
    if place.token.type == "table_open":
        return line if line > max(first, place.line + 1) else None
    if place.token.type == "code_block" or place.in_quotation:
        return line if line > max(first, place.line) else None
    return None


def _cut_at_line(line: int, place: _Place, lines: list[str], offset: int) -> Cut:
    prefix, columns = _prefix(place.around, lines)
    before = prefix + "\n\n" if prefix else ""
    head = lines[place.line]
    column = columns.get(place.line, 0)
    head = " " * column + head[column:]
    if place.token.type == "fence":
        return Cut(place=offset, seam=Seam.CODE, before=f"{before}{head}\n")
    if place.token.type == "table_open":
        below = lines[place.line + 1]
        rows = lines[place.line : line]
        return Cut(place=offset, seam=Seam.TABLE, before=f"{before}{head}\n{below}\n", widths=_widths(rows))
    return Cut(place=offset, seam=Seam.LINE if place.in_quotation else Seam.CLEAN, before=before)


def _cut_text(window: str, before: str, lines: list[str], place: _Place) -> Cut:
    """Cut inside a paragraph: between two of its lines if it has any, else between two words."""
    prefix, _ = _prefix(place.around, lines)
    if place.around and all(token.type == "blockquote_open" for token in place.around):
        prefix = "> " * len(place.around) + WORD_JOINER
    prefix = prefix or WORD_JOINER
    if place.token.type == "paragraph_open" and place.token.map:
        offsets = offsets_of_lines(before + window)
        ends = [offsets[line] - len(before) for line in range(place.line + 1, place.token.map[1])]
        ends = [end for end in ends if end > len(window) // 2]
        # Not the last one: what follows might make a heading of the lines before.
        if len(ends) > 1:
            return Cut(place=ends[-2], seam=Seam.LINE, before=prefix)
    return Cut(place=place_to_cut(window, len(window) - 1), seam=Seam.TEXT, before=prefix)


def _widths(rows: list[str]) -> tuple[int, ...]:
    """How wide the columns of a table should be, in percent: as their texts, but none very narrow."""
    cells = [row.strip().strip("|").split("|") for row in rows]
    longest = [
        max((len(row[column].strip()) for row in cells if column < len(row)), default=0)
        for column in range(len(cells[0]))
    ]
    weights = [min(max(length, 4), 40) for length in longest]
    return tuple(round(100 * weight / sum(weights)) for weight in weights)
