"""Text made ready for a text document: safe, with a direction, and cut where it is too long to be laid out at once."""

from __future__ import annotations

import re
import unicodedata

from lab.visible import visible

# Qt takes U+FDD0 and U+FDD1 for the borders of a frame and U+FFFC for a picture; lone surrogates are no text at all.
_NOT_TEXT = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_SEPARATORS = re.compile("[\u2028\u2029]")
_STRONG_WITHIN = 400
_MOST_STEPS_BACK = 64
_NEVER_FIRST = frozenset("\u200c\u200d\u2060\ufe0e\ufe0f\u20e3" + "".join(map(chr, range(0x1F3FB, 0x1F400))))


def safe(text: str) -> str:
    """Text that shows what could steer its reader and holds nothing that a text document takes for structure."""
    return _NOT_TEXT.sub("\ufffd", _SEPARATORS.sub("\n", visible(text)))


def safe_in_line(text: str) -> str:
    """The same for text that must stay in one line, such as what ``&#10;`` stands for."""
    return safe(text).replace("\n", " ")


class Cleaner:
    """Makes text safe that comes in pieces; a line break of two characters may be torn apart."""

    def __init__(self) -> None:
        self._held = ""

    def take(self, text: str) -> str:
        """Some more text, safe."""
        text = self._held + text
        self._held = "\r" if text.endswith("\r") else ""
        return safe(text.removesuffix("\r").replace("\r\n", "\n")) if self._held else safe(text.replace("\r\n", "\n"))

    def end(self) -> str:
        """What was held back."""
        held, self._held = self._held, ""
        return safe(held)


def is_rtl(text: str) -> bool:
    """Whether a paragraph is written from right to left: its first letter with a direction says so (UAX 9, rule P2)."""
    for character in text[:_STRONG_WITHIN]:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return False


def place_to_cut(text: str, limit: int) -> int:
    """Where to cut a long text: behind the last space in the second half, else between two whole characters.

    Only the first ``limit`` + 1 characters count, so more text behind them changes nothing.

    Args:
        text: Longer than the limit.
        limit: The most characters before the cut.
    """
    space = max(text.rfind(" ", limit // 2, limit), text.rfind("\t", limit // 2, limit))
    if space >= 0:
        place = space + 1
        # What comes next must not begin with a space, since Markdown would drop it.
        while place < len(text) and place < limit and text[place].isspace():
            place += 1
        if not text[place].isspace():
            return place
    place = limit
    while limit - place < _MOST_STEPS_BACK and place > 1 and (_clings(text[place]) or text[place - 1] == "\u200d"):
        place -= 1
    return place


def _clings(character: str) -> bool:
    """Whether a character belongs to the one before it."""
    return (
        character in _NEVER_FIRST
        or unicodedata.category(character).startswith("M")
        or "\U0001f1e6" <= character <= "\U0001f1ff"
    )
