"""A block of code between fences while it is being written: handed out in chunks of some dozen lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.token import Token

from ui.compare.view_text import place_to_cut

LINE_CHARACTERS = 2000
"""A longer line of code goes on in a new block."""
_SOON_LINES = 20
"""From here on a chunk ends at an empty line, where it disturbs the highlighting least."""
_MOST_LINES = 40
_MOST_CHARACTERS = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Some lines of code."""

    text: str
    language: str
    opens: bool
    """It is the beginning of its block."""
    closes: bool
    """It is the end of its block."""
    goes_on: bool = False
    """It begins in the middle of a line."""


@dataclass(slots=True, kw_only=True)
class Fence:
    """The block of code that is being written."""

    language: str
    closing: re.Pattern[str]
    """A line that ends it."""
    indent: int
    """Spaces before the fence; as many are taken off every line."""
    opens: bool = True
    goes_on: bool = False

    @classmethod
    def opened_by(cls, line: str, token: Token) -> Fence:
        """The fence that a line opens.

        Args:
            line: As it was written.
            token: What the parser made of it.
        """
        mark = re.escape(token.markup[:1])
        return cls(
            language=language_of(token.info),
            closing=re.compile(rf" {{0,3}}{mark}{{{len(token.markup)},}}[ \t]*"),
            indent=len(line) - len(line.lstrip(" ")),
        )

    def take(self, tail: str, *, final: bool) -> tuple[Listing | None, int]:
        """The next chunk, and how many characters of the tail it took; None if it is not finished.

        Args:
            tail: What has come and was not taken yet.
            final: No more text will come.
        """
        lines: list[str] = []
        place = characters = 0
        while place < len(tail):
            end = tail.find("\n", place)
            whole = end >= 0
            line = tail[place : end if whole else len(tail)]
            if self.closing.fullmatch(line) and (whole or final):
                return self._listing("".join(lines), closes=True), end + 1 if whole else len(tail)
            # A chunk ends only when another line of code follows; so the last one is never empty.
            if (whole or final) and _is_full(lines, characters):
                return self._listing("".join(lines)), place
            if len(line) > LINE_CHARACTERS:
                if lines:
                    return self._listing("".join(lines)), place
                used = place_to_cut(line, LINE_CHARACTERS)
                return self._listing(line[:used], goes_on_after=True), place + used
            if not whole:
                break
            lines.append(line + "\n")
            characters += len(line) + 1
            place = end + 1
        return None, 0

    def rest(self, tail: str) -> Listing:
        """What is not finished yet, as it would look if it ended here."""
        return self._listing(tail, closes=True, peek=True)

    def held_back(self, tail: str) -> str:
        """A text without its last line if that looks like the beginning of the closing fence."""
        begin = tail.rfind("\n") + 1
        last = tail[begin:].strip()
        return tail[:begin] if last and self.closing.fullmatch(last + last[0] * 40) else tail

    def _listing(self, text: str, *, closes: bool = False, goes_on_after: bool = False, peek: bool = False) -> Listing:
        listing = Listing(
            text=self._without_indent(text),
            language=self.language,
            opens=self.opens,
            closes=closes,
            goes_on=self.goes_on,
        )
        if not peek:
            self.opens = False
            self.goes_on = goes_on_after
        return listing

    def _without_indent(self, text: str) -> str:
        return re.sub(rf"^ {{1,{self.indent}}}", "", text, flags=re.MULTILINE) if self.indent else text


def language_of(info: str) -> str:
    """The language that a fence names: the first word behind it."""
    words = info.split(maxsplit=1)
    return words[0][:40] if words else ""


def chunks_of(code: str) -> list[str]:
    """The chunks of a whole block of code, as a fence would hand them out."""
    chunks: list[str] = []
    lines: list[str] = []
    characters = 0
    for line in code.splitlines(keepends=True):
        if _is_full(lines, characters):
            chunks.append("".join(lines))
            lines, characters = [], 0
        lines.append(line)
        characters += len(line)
    return [*chunks, "".join(lines)]


def _is_full(lines: list[str], characters: int) -> bool:
    if not lines:
        return False
    soon = len(lines) >= _SOON_LINES and not lines[-1].strip()
    return soon or len(lines) >= _MOST_LINES or characters >= _MOST_CHARACTERS
