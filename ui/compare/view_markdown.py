"""Turns a piece of Markdown into lines and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from lab.language import tr
from ui.compare.view_fence import Listing, chunks_of, language_of
from ui.compare.view_items import Cell, Form, Item, Join, Kind, Line, Run, Style, Table
from ui.compare.view_lexer import Lexer
from ui.compare.view_lines import code_lines
from ui.compare.view_parser import parse
from ui.compare.view_pieces import Piece
from ui.compare.view_seams import WORD_JOINER, Seam
from ui.compare.view_text import is_rtl, safe_in_line

LINE_BREAK = "\u2028"
"""A line break inside a block of a document, in cells of tables only: Qt takes long for many of them in one block."""
_BREAK_TAG = re.compile(r"<br ?/?>", re.IGNORECASE)
"""The one tag that is done and not shown: models write it into the cells of tables, where nothing else breaks lines."""
_MOST_COLUMNS = 16
_MOST_CELLS = 400
_MOST_BARE_CELLS = 60
"""A table with more takes too long to lay out and can't be read anyway; it is shown as it was written."""
_LONGEST_ADDRESS = 200
_BULLETS = "•◦▪"
_HEADINGS = {"h1": Kind.HEADING_1, "h2": Kind.HEADING_2}
_STYLES = {"strong": Style.BOLD, "em": Style.ITALIC, "s": Style.STRIKE}
_BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}


def items_of(piece: Piece, *, after_list: bool = False) -> list[Item]:
    """What to draw for a piece.

    Args:
        piece: The piece.
        after_list: The item before it is in a list, which this piece may go on with.
    """
    walk = _Walk(piece=piece, in_list=after_list)
    for index, token in enumerate(walk.tokens):
        walk.take(index, token)
    return _with_seams(walk.items, piece)


@dataclass(slots=True)
class _Walk:
    """Goes through the tokens of a piece."""

    piece: Piece
    in_list: bool
    """The last line was in a list."""
    items: list[Item] = field(default_factory=list)
    path: str = ""
    marker: str = ""
    """Of the list's item whose first line has not come yet."""
    kind: Kind = Kind.TEXT
    tokens: list[Token] = field(init=False)
    first: int = field(init=False)
    """The line where the piece itself begins."""
    skips_until: int = 0
    """Tokens before this one have been taken already."""

    def __post_init__(self) -> None:
        self.tokens = parse(self.piece.before + self.piece.source)
        self.first = self.piece.before.count("\n")

    def take(self, index: int, token: Token) -> None:
        """Take the next token."""
        if index < self.skips_until:
            return
        name = token.type
        if name == "inline":
            self._line(index, token)
        elif name == "list_item_open":
            self.path += "l"
            self.marker = f"{token.info}{token.markup}" if token.info else _bullet(self.path)
        elif name == "list_item_close":
            if self.marker and self._is_ours(token, self.tokens[index - 1]):
                self._add(())
            self.marker, self.path = "", self.path[:-1]
        elif name == "blockquote_open":
            self.path += "q"
        elif name == "blockquote_close":
            self.path = self.path[:-1]
        elif name == "heading_open":
            self.kind = _HEADINGS.get(token.tag, Kind.HEADING_3)
        elif name == "heading_close":
            self.kind = Kind.TEXT
        elif name in ("fence", "code_block"):
            self._code(token)
        elif name == "hr" and self._is_ours(token):
            self.items.append(Line(form=self._form(Kind.RULE)))
        elif name == "table_open":
            self._table(index, token)

    def _is_ours(self, *tokens: Token) -> bool:
        """Whether something belongs to the piece, not to what is before it for the parser only."""
        return any(token.map is not None and token.map[1] > self.first for token in tokens)

    def _line(self, index: int, token: Token) -> None:
        if token.map and token.map[0] < self.first:
            self.marker = ""
            return
        continues = not self.items and self.piece.begins in (Seam.TEXT, Seam.LINE)
        runs = runs_of(token.children or [])
        if continues and runs and runs[0].text.startswith(WORD_JOINER):
            self.marker = ""
            text = runs[0].text.removeprefix(WORD_JOINER).lstrip(" \t")
            runs = (replace(runs[0], text=text), *runs[1:]) if text else runs[1:]
        self._add(runs)

    def _add(self, runs: tuple[Run, ...]) -> None:
        """Add a paragraph or a heading: a line for each of its lines."""
        *others, last = _lines(runs)
        for line in others:
            self._add_line(line, goes_on=True)
        self._add_line(last, goes_on=False)

    def _add_line(self, runs: tuple[Run, ...], *, goes_on: bool) -> None:
        rtl = is_rtl("".join(run.text for run in runs))
        form = self._form(self.kind, hangs=bool(self.marker), rtl=rtl)
        follows = bool(self.items) and self.items[-1].form.goes_on
        if follows or goes_on:
            form = replace(form, join=Join.LINE if follows else form.join, goes_on=goes_on)
        if self.marker:
            if runs and (box := _BOXES.get(runs[0].text[:4])):
                runs = (replace(runs[0], text=box + runs[0].text[4:]), *runs[1:])
            runs = (Run(text=f"{self.marker}\t", style=Style.MARKER), *runs)
        self.marker = ""
        self.items.append(Line(form=form, runs=runs))

    def _form(self, kind: Kind, *, hangs: bool = False, rtl: bool = False) -> Form:
        join = Join.LINE if hangs and self.in_list else Join.GAP
        self.in_list = "l" in self.path
        return Form(kind=kind, path=self.path, join=join, hangs=hangs, rtl=rtl)

    def _code(self, token: Token) -> None:
        if not self._is_ours(token):
            return
        goes_on = self.piece.begins is Seam.CODE and not self.items
        if self.marker:
            self._add(())
        language = language_of(token.info) if token.type == "fence" else ""
        lexer = Lexer(language)
        chunks = chunks_of(token.content)
        if goes_on and not token.content:
            return
        cut = self.piece.ends is Seam.CODE
        for number, chunk in enumerate(chunks):
            listing = Listing(
                text=chunk,
                language=language,
                opens=number == 0 and not goes_on,
                closes=number == len(chunks) - 1 and not cut,
            )
            self.items += code_lines(listing, lexer, self.path)
        self.in_list = "l" in self.path

    def _table(self, index: int, token: Token) -> None:
        end = next(i for i in range(index, len(self.tokens)) if self.tokens[i].type == "table_close")
        self.skips_until = end
        if self.marker:
            self._add(())
        inner = self.tokens[index:end]
        alignments = tuple(
            str(each.attrs.get("style", "")).removeprefix("text-align:") for each in inner if each.type == "th_open"
        )
        rows: list[list[Cell]] = []
        cells = [each for each in inner if each.type == "inline" and self._is_row(each)]
        bare = sum(not each.content for each in cells)
        if len(alignments) > _MOST_COLUMNS or len(cells) > _MOST_CELLS or bare > max(_MOST_BARE_CELLS, len(cells) // 2):
            self._as_written(token)
            return
        ours = True
        for each in inner:
            if each.type == "tr_open":
                ours = self._is_row(each)
                rows += [[]] if ours else []
            elif each.type == "inline" and ours:
                rows[-1].append(runs_of(each.children or []))
        if rows:
            form = replace(self._form(Kind.CELL), join=Join.LINE if self.piece.begins is Seam.TABLE else Join.GAP)
            self.items.append(
                Table(
                    form=form,
                    rows=tuple(map(tuple, rows)),
                    has_head=self._is_row(token),
                    alignments=alignments,
                    widths=self.piece.widths if Seam.TABLE in (self.piece.begins, self.piece.ends) else (),
                )
            )

    def _is_row(self, token: Token) -> bool:
        return token.map is not None and token.map[0] >= self.first

    def _as_written(self, token: Token) -> None:
        begin, end = token.map or (0, 0)
        lines = (self.piece.before + self.piece.source).split("\n")[max(begin, self.first) : end]
        listing = Listing(text="\n".join(lines), language="", opens=True, closes=True)
        self.items += code_lines(listing, Lexer(""), self.path)


def _bullet(path: str) -> str:
    return _BULLETS[(path.count("l") - 1) % len(_BULLETS)]


def _with_seams(items: list[Item], piece: Piece) -> list[Item]:
    """Say how the first line goes on from the piece before; keep the space at which the last one was cut."""
    if items and piece.begins in (Seam.TEXT, Seam.LINE):
        join = Join.CUT if piece.begins is Seam.TEXT else Join.LINE
        items[0] = replace(items[0], form=replace(items[0].form, join=join))
    last = items[-1] if items else None
    if isinstance(last, Line) and piece.ends in (Seam.TEXT, Seam.LINE):
        has_space = piece.ends is Seam.TEXT and piece.source[-1:].isspace()
        runs = (*last.runs, Run(text=" ")) if has_space else last.runs
        items[-1] = Line(form=replace(last.form, goes_on=True), runs=runs)
    return items


def _lines(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """The lines of a paragraph."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split(LINE_BREAK)
        lines[-1] += [replace(run, text=first)] if first else []
        for text in more:
            lines.append([replace(run, text=text)] if text else [])
    return [tuple(line) for line in lines]


def runs_of(children: Sequence[Token]) -> tuple[Run, ...]:
    """The runs of a line of text."""
    runs: list[Run] = []
    style = Style.PLAIN
    addresses: list[str] = []
    for token in children:
        address = addresses[-1] if addresses else ""
        if token.type in ("softbreak", "hardbreak"):
            # Models break lines where they mean it, in poems and in addresses.
            _add_run(runs, Run(text=LINE_BREAK, style=style, address=address))
        elif token.type == "code_inline":
            _add_run(runs, Run(text=safe_in_line(token.content), style=style | Style.CODE, address=address))
        elif token.type == "formula":
            text = LINE_BREAK.join(map(safe_in_line, token.content.split("\n")))
            _add_run(runs, Run(text=text, style=style | Style.MATH, address=address))
        elif token.type == "image":
            _picture(runs, token, style)
        elif token.type == "link_open":
            addresses.append(safe_in_line(str(token.attrs.get("href", ""))))
        elif token.type == "link_close":
            addresses.pop()
        elif token.tag in _STYLES:
            style = style | _STYLES[token.tag] if token.nesting == 1 else style & ~_STYLES[token.tag]
        elif token.content:
            text = _BREAK_TAG.sub(LINE_BREAK, safe_in_line(token.content))
            _add_run(runs, Run(text=text, style=style, address=address))
    return tuple(runs)


def _add_run(runs: list[Run], run: Run) -> None:
    if runs and runs[-1].style == run.style and runs[-1].address == run.address:
        runs[-1] = replace(runs[-1], text=runs[-1].text + run.text)
    elif run.text:
        runs.append(run)


def _picture(runs: list[Run], token: Token, style: Style) -> None:
    """A picture is never loaded: its description stands in brackets, and behind it where it would come from."""
    address = safe_in_line(str(token.attrs.get("src", "")))
    shown = address if len(address) <= _LONGEST_ADDRESS else address[:_LONGEST_ADDRESS] + "…"
    _add_run(runs, Run(text=tr("[picture: {description}]", description=safe_in_line(token.content)), style=style))
    _add_run(runs, Run(text=f" {shown}", style=style | Style.QUIET))
