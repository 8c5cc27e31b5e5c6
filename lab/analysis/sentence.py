"""Where sentences end in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lab.analysis.writing import words_of

# A run of end marks, closing quotes, then space or the end. It only begins where a run begins, so that a million dots
# are looked at once and not a million times. Chinese and Japanese end marks need no space.
_END = re.compile(r"(?<![.!?…])([.!?…]++)[\"'”’)\]]*+(?:(\s++)|$)|[。！？]++")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\Z")
_ABBREVIATIONS = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "vs", "fig", "approx", "cf", "etc", "ca", "vol", "eq", "gen"]
)
_LONGEST_ABBREVIATION = 8

_UNWRAPPED_LINE_CHARACTERS = 60
"""A shorter line was probably not broken for lack of room, so its end means something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence or what stands for one: a list item, a line of verse."""

    words: tuple[str, ...]
    """In lower case."""
    asks: bool
    """Whether it ends in a question mark."""


def sentences_of(paragraph: str) -> Iterator[Sentence]:
    """Split a paragraph.

    A sentence ends at an end mark before a space, unless that is the dot of an abbreviation, of an initial or before a
    small letter. It also ends with a short line if the next line begins with a capital letter or a digit.
    """
    for passage in _passages(paragraph):
        start = 0
        for match in _END.finditer(passage):
            if match[1] == "." and _goes_on(passage, match.start(), match.end()):
                continue
            yield from _sentence(passage[start : match.end()])
            start = match.end()
        yield from _sentence(passage[start:])


def _passages(paragraph: str) -> Iterator[str]:
    lines: list[str] = []
    for line in paragraph.split("\n"):
        first = line.lstrip()[:1]
        if lines and len(lines[-1]) < _UNWRAPPED_LINE_CHARACTERS and (first.isupper() or first.isdigit()):
            yield "\n".join(lines)
            lines = []
        lines.append(line)
    yield "\n".join(lines)


def _goes_on(passage: str, dot: int, after: int) -> bool:
    if passage[after : after + 1].islower():
        return True
    word = _LAST_WORD.search(passage[max(0, dot - _LONGEST_ABBREVIATION) : dot])
    return word is not None and ((len(word[1]) == 1 and word[1] not in "Ia") or word[1].lower() in _ABBREVIATIONS)


def _sentence(text: str) -> Iterator[Sentence]:
    if _LETTER_OR_DIGIT.search(text):
        yield Sentence(words=words_of(text), asks="?" in text[-8:] or "？" in text[-2:])
