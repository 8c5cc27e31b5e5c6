"""How easy an answer is to read."""

from __future__ import annotations

from functools import lru_cache

from lab.analysis.document import NO_WORDS, NOT_ENGLISH, NOT_LATIN, Document
from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.syllables import syllables
from lab.language import tr

_LEAST_WORDS = 20

READING_EASE = Definition(
    name="reading_ease",
    label=tr("Reading ease"),
    unit=Unit.SCORE,
    explanation=tr(
        "Flesch's score from word and sentence length: 90 reads like a children's book, 60 like a newspaper, "
        "30 like a contract."
    ),
    wording=Wording(
        only=tr("is easier to read"),
        more=tr("is easier to read"),
        alike=tr("Both are about equally easy to read."),
        neither=tr("Both are very hard to read."),
        ratio_says_something=False,
    ),
    fills_bar=100.0,
)

DEFINITIONS = (READING_EASE,)

_WHY_NOT = {
    NOT_LATIN: tr("The formula is for English; this text is in other letters."),
    NOT_ENGLISH: tr("The formula is for English; this text does not look English."),
    NO_WORDS: NO_WORDS,
}
"""What stops the word lists stops the formula, too."""

_counted = lru_cache(maxsize=4096)(syllables)


def reading_ease(document: Document) -> tuple[Measure, ...]:
    """Flesch's reading ease of the running text, held between 0 and 100; English only, from 20 words on.

    206.835 - 1.015 * words / sentences - 84.6 * syllables / words.
    Source: Flesch, A New Readability Yardstick, Journal of Applied Psychology 32, 1948.
    """
    if document.not_for_word_lists:
        return (READING_EASE.without(_WHY_NOT[document.not_for_word_lists]),)
    words = document.prose_words
    if words < _LEAST_WORDS:
        return (READING_EASE.without(tr("There are fewer than {n} words of running text.", n=_LEAST_WORDS)),)
    spoken = sum(_counted(word) for sentence in document.sentences for word in sentence.words)
    score = 206.835 - 1.015 * words / len(document.sentences) - 84.6 * spoken / words
    return (READING_EASE.of(min(max(score, 0.0), 100.0), document.outline.note),)
