"""Cuts Markdown that is still being written into pieces that are finished and can be drawn for good.

Where a piece ends depends on the text alone, never on how it came in. So an answer that was streamed ends up exactly
like one that was there from the beginning. A piece is a paragraph, a heading, one item of a list …; what gets too long
is cut inside, and the next piece then knows what it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from markdown_it.token import Token

from ui.compare.view_fence import Fence, Listing
from ui.compare.view_parser import blocks
from ui.compare.view_seams import Cut, Seam, cut_inside, held_back, most_rows, offsets_of_lines, table_cut, window_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some whole blocks of Markdown, or a part of a very long one."""

    source: str
    before: str = ""
    """Stands before the source for the parser only, so that it knows what the source is in; it is not drawn."""
    begins: Seam = Seam.CLEAN
    ends: Seam = Seam.CLEAN
    widths: tuple[int, ...] = ()
    """Of the columns of a table that was cut, in percent."""


Part = Piece | Listing


class _Step(Enum):
    """What came of looking for the end of a piece."""

    WAIT = auto()
    GO_ON = auto()


class Pieces:
    """Takes an answer in, gives its pieces out."""

    def __init__(self) -> None:
        self._tail = ""
        self._before = ""
        self._begins = Seam.CLEAN
        self._widths: tuple[int, ...] = ()
        self._fence: Fence | None = None
        self._looked_at = 0

    def feed(self, text: str) -> None:
        """Some more of the answer, safe to show."""
        self._tail += text

    def take(self, *, final: bool = False) -> list[Part]:
        """The pieces that are finished now, each only once.

        Args:
            final: No more text will come, so that what is left is finished too.
        """
        parts: list[Part] = []
        while (self._code(parts, final) if self._fence else self._text(parts, final)) is _Step.GO_ON:
            pass
        if final:
            parts += [self._fence.rest(self._tail)] if self._fence else self._unfinished(self._tail)
            self._tail, self._fence = "", None
        return parts

    def rest(self) -> list[Part]:
        """What is not finished yet, as it looks so far."""
        if self._fence:
            return [self._fence.rest(self._fence.held_back(self._tail))]
        return self._unfinished(held_back(self._tail))

    def _unfinished(self, source: str) -> list[Part]:
        return [self._piece(source)] if source.strip() else []

    def _piece(self, source: str, ends: Seam = Seam.CLEAN) -> Piece:
        return Piece(source=source, before=self._before, begins=self._begins, ends=ends, widths=self._widths)

    def _code(self, parts: list[Part], final: bool) -> _Step:
        assert self._fence
        listing, used = self._fence.take(self._tail, final=final)
        if listing is None:
            return _Step.WAIT
        parts.append(listing)
        self._go_on_behind(used)
        if listing.closes:
            self._fence = None
        return _Step.GO_ON

    def _text(self, parts: list[Part], final: bool) -> _Step:
        window, too_long = window_of(self._tail)
        whole_lines = len(window) if final and not too_long else window.rfind("\n") + 1
        if whole_lines == self._looked_at and not too_long and not final:
            return _Step.WAIT
        self._looked_at = whole_lines
        source = self._before + window[:whole_lines]
        tokens = blocks(source)
        offsets = offsets_of_lines(source)
        first = self._before.count("\n")
        # The line behind must be there too: it may say that this one is the head of a table.
        last = len(offsets) - (1 if final and not too_long else 2)
        if self._enter_fence(tokens, first):
            return _Step.GO_ON
        if cut := table_cut(tokens, source, first, last):
            self._cut(parts, cut)
            return _Step.GO_ON
        places = [offsets[line] for line in _starts(tokens, first) if first < line <= last]
        if places:
            self._cut_clean(parts, [place - len(self._before) for place in places])
            return _Step.GO_ON
        if too_long:
            self._cut(parts, cut_inside(window, self._before))
            return _Step.GO_ON
        return _Step.WAIT

    def _enter_fence(self, tokens: list[Token], first: int) -> bool:
        """If the tail begins with the first line of a block of code: leave that line behind."""
        start = next((token for token in tokens if token.level == 0 and token.map and token.map[0] >= first), None)
        if start is None or start.type != "fence" or start.map is None or start.map[0] != first:
            return False
        line, line_break, _ = self._tail.partition("\n")
        if not line_break:
            return False
        self._fence = Fence.opened_by(line, start)
        self._go_on_behind(len(line) + 1)
        return True

    def _cut_clean(self, parts: list[Part], places: list[int]) -> None:
        """Cut where blocks begin."""
        begin = 0
        for place in places:
            source = self._tail[begin:place]
            if source.strip():
                parts.append(self._piece(source))
            self._before, self._begins, self._widths = "", Seam.CLEAN, ()
            begin = place
        self._go_on_behind(begin)

    def _cut(self, parts: list[Part], cut: Cut) -> None:
        """Cut inside a block."""
        self._widths = self._widths or cut.widths
        parts.append(self._piece(self._tail[: cut.place], cut.seam))
        self._go_on_behind(cut.place, before=cut.before, begins=cut.seam, widths=self._widths)

    def _go_on_behind(
        self, place: int, *, before: str = "", begins: Seam = Seam.CLEAN, widths: tuple[int, ...] = ()
    ) -> None:
        self._tail = self._tail[place:]
        self._before, self._begins, self._widths = before, begins, widths
        self._looked_at = 0


def _starts(tokens: list[Token], first: int) -> list[int]:
    """The lines where a block begins, or an item of a list that is in no other.

    Nothing behind the beginning of a long table counts: that is cut first, as it was while it was being written.
    """
    starts: list[int] = []
    rows = columns = 0
    for token in tokens:
        if token.type == "th_open" and token.level == 3:
            columns += 1
        if token.type == "tr_open" and token.level == 2 and token.map and token.map[0] >= first:
            rows += 1
            if rows > most_rows(columns) and rows > 1:
                break
        is_item = token.level == 1 and token.type == "list_item_open"
        if token.map and token.nesting >= 0 and (token.level == 0 or is_item):
            starts.append(token.map[0])
            rows = columns = 0
    return starts
