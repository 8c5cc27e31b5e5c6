"""Words and phrases of a list, found in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure


class Phrases:
    """A list of English words and phrases.

    Looking them up takes one step a word of the text, however long the list is. Where two phrases begin alike the
    longer one counts, and no word counts twice.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first_word: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            self._by_first_word.setdefault(words[0], []).append(words)
        for rivals in self._by_first_word.values():
            rivals.sort(key=len, reverse=True)

    def count(self, words: Sequence[str]) -> int:
        """How often they occur in the words of one sentence; a phrase never reaches over its end."""
        found = place = 0
        while place < len(words):
            length = self._length_at(words, place)
            found += length > 0
            place += max(length, 1)
        return found

    def _length_at(self, words: Sequence[str], place: int) -> int:
        for phrase in self._by_first_word.get(words[place], ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def per_100_words(self, definition: Definition, document: Document) -> Measure:
        """The measure "how many of these in a hundred words of running text"."""
        if document.not_for_word_lists:
            return definition.without(document.not_for_word_lists)
        found = sum(self.count(sentence.words) for sentence in document.sentences)
        return definition.of(100 * found / document.prose_words, document.outline.note)
