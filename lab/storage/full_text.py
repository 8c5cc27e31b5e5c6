"""What the full-text table is given, and what it is asked, in the language of SQLite's FTS5.

Its tokenizer takes every run of letters and digits for a word. Scripts that put no spaces between words would make one
word of a whole sentence, of which only the beginning could be found; so their letters are set apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lab.storage import codec

MOST_CHARACTERS = 1000
"""More of what was typed is not searched for."""

MOST_WORDS = 24
"""Nor are more words; whoever pastes a page means the page that begins so."""

_BREAK = "\x1f"
"""Stands between the letters that are set apart. To the tokenizer it is a gap, to the eye it is nothing."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
_SEAM = re.compile(rf"(?<=[{_UNSPACED}])(?=\w)|(?<=\w)(?=[{_UNSPACED}])")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))


def indexed(text: str) -> str:
    """A text as the full-text table keeps it."""
    return text if text.isascii() else _SEAM.sub(_BREAK, text)


def readable(text: str) -> str:
    """A piece out of the full-text table as it was written."""
    return text.replace(_BREAK, "")


def is_blank(text: str) -> bool:
    """True if nothing has been typed yet, or only the quotation mark that a phrase will begin with."""
    return not text.translate(_QUOTES).replace('"', "").strip()


def expression(text: str) -> str:
    """What FTS5 is asked for what a person typed: all words, each as the beginning of a word; quoted ones as a phrase.

    A phrase whose closing quotation mark is still to come is taken as far as it goes. A single letter has to be a word
    of its own: too many words begin with it.

    Returns:
        An expression that is valid whatever was typed; empty if there is no letter and no digit in it.
    """
    text = indexed(codec.storable(text[:MOST_CHARACTERS]).translate(_QUOTES).replace("\0", " "))
    return " ".join(_terms(text))


def _terms(text: str) -> Iterator[str]:
    left = MOST_WORDS
    parts = text.split('"')
    for number, part in enumerate(parts):
        quoted = number % 2 == 1
        whole = quoted and number < len(parts) - 1
        for word in [part] if quoted else part.split():
            last = _last_word(word)
            if last and left > 0:
                left -= 1
                yield f'"{word}"' + ("*" if len(last) > 1 and not whole else "")


def _last_word(text: str) -> str:
    """The last run of what the tokenizer takes for letters."""
    end = len(text)
    while end and not _is_of_a_word(text[end - 1]):
        end -= 1
    start = end
    while start and _is_of_a_word(text[start - 1]):
        start -= 1
    return text[start:end]


def _is_of_a_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"
