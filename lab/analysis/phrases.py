"""Words and phrases of a list, found in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure

Words = Sequence[str]


def _as_they_are(words: Words) -> Words:
    return words


class Phrases:
    """A list of English words and phrases.

    Looking them up takes a few steps a word of the text, however long the list is. Where two phrases begin alike the
    longer one counts, and no word counts twice.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = {tuple(phrase.split()) for phrase in phrases}
        lengths: dict[str, set[int]] = {}
        for phrase in self._phrases:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def count(self, words: Words) -> int:
        """How often they occur in the words of one sentence; a phrase never reaches over its end."""
        found = place = 0
        while place < len(words):
            length = self._length_at(words, place)
            found += length > 0
            place += max(length, 1)
        return found

    def _length_at(self, words: Words, place: int) -> int:
        for length in self._lengths.get(words[place], ()):
            if tuple(words[place : place + length]) in self._phrases:
                return length
        return 0

    def per_100_words(
        self, definition: Definition, document: Document, seen_as: Callable[[Words], Words] = _as_they_are
    ) -> Measure:
        """The measure "how many of these in a hundred words of running text".

        Args:
            definition: Of the measure.
            document: The answer.
            seen_as: What the words of a sentence are taken for, e.g. without those that mean something else there.
        """
        if document.not_for_word_lists:
            return definition.without(document.not_for_word_lists)
        found = sum(self.count(seen_as(sentence.words)) for sentence in document.sentences)
        return definition.of(100 * found / document.prose_words, document.outline.note)
