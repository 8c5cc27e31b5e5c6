"""In what writing a text is, and its words: what decides which measures mean anything for it."""

from __future__ import annotations

import re
from enum import StrEnum

_SAMPLE_CHARACTERS = 20_000

# A letter or digit, then also the signs that sit on letters (accents, vowel signs of Indian scripts, joiners), then the
# same after an apostrophe or hyphen. Possessive throughout: no text can make it look at a character twice.
_MARKS = (
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0981-\u0dff\u200c\u200d]"
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]++|{_MARKS})*+(?:['’\-](?:[^\W_]++|{_MARKS})++)*+")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-zªºÀ-ÖØ-öø-ɏɐ-ʯḀ-ỿＡ-Ｚａ-ｚﬀ-ﬆ]")
# Thai, Lao, Tibetan, Burmese, Khmer, kana, and the Chinese characters of all planes.
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)

# Words that English can't do without and that few other languages spell the same way.
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "is",
        "that",
        "it",
        "for",
        "with",
        "as",
        "are",
        "this",
        "be",
        "by",
        "you",
        "your",
        "from",
        "they",
        "their",
        "which",
        "can",
        "not",
        "if",
        "i've",
        "i'm",
        "it's",
        "don't",
        "i",
        "my",
        "what",
        "how",
        "when",
        "was",
        "were",
        "have",
        "has",
        "but",
        "or",
        "we",
        "more",
        "will",
        "would",
        "there",
        "these",
    ]
)
_WORDS_TO_JUDGE = 12
_ENGLISH_SHARE = 0.1


class Writing(StrEnum):
    """The kind of writing that most letters of a text belong to."""

    LATIN = "latin"
    SPACED = "spaced"
    """Other letters with spaces between words: Cyrillic, Greek, Arabic, Hindi, Korean …"""
    UNSPACED = "unspaced"
    """No spaces between words: Chinese, Japanese, Thai …"""
    NONE = "none"
    """No letters at all."""


def writing_of(text: str) -> Writing:
    """What the first 20,000 characters are written in, by the majority of their letters."""
    sample = text[:_SAMPLE_CHARACTERS]
    letters = len(_LETTER.findall(sample))
    if letters == 0:
        return Writing.NONE
    if 2 * len(_LATIN.findall(sample)) >= letters:
        return Writing.LATIN
    if 2 * len(_UNSPACED.findall(sample)) >= letters:
        return Writing.UNSPACED
    return Writing.SPACED


def words_of(text: str) -> tuple[str, ...]:
    """All words in lower case, with straight apostrophes; ``don't`` and ``well-known`` are one word each."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def looks_english(words: tuple[str, ...]) -> bool:
    """Whether words in Latin letters can be held for English; a text of a few words always can.

    At least a tenth of the words must be among some fifty that English sentences are held together by. Running
    English text has three to five times as many, other languages in Latin letters hardly any.
    """
    if len(words) < _WORDS_TO_JUDGE:
        return True
    known = sum(word in _ENGLISH for word in words)
    return known >= _ENGLISH_SHARE * len(words)
