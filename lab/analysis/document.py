"""An answer made ready for measuring: read once, used by all measures."""

from __future__ import annotations

from dataclasses import dataclass

from lab.analysis.outline import Outline, outline_of
from lab.analysis.sentence import Sentence, sentences_of
from lab.analysis.writing import Writing, looks_english, words_of, writing_of
from lab.language import tr

NOT_LATIN = tr("The word lists are English; this text is in other letters.")
NOT_ENGLISH = tr("The word lists are English; this text does not look English.")
NO_WORDS = tr("There are no words to look at.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the measures look at."""

    text: str
    """As the model wrote it; may hold anything, even NULs and lone surrogates."""
    words: tuple[str, ...]
    """All words of the whole text, in lower case."""
    writing: Writing
    outline: Outline
    sentences: tuple[Sentence, ...]
    """Of the running text; of a very long answer only its beginning, as ``outline.note`` says."""
    prose_words: int
    """How many words the sentences have together."""
    not_for_word_lists: str
    """Why measures with English word lists can't be taken, as a sentence; empty if they can."""

    @classmethod
    def read(cls, text: str) -> Document:
        """Make a document of an answer. Any text will do; the time grows at most with its length."""
        outline = outline_of(text)
        sentences = tuple(sentence for paragraph in outline.paragraphs for sentence in sentences_of(paragraph))
        writing = writing_of(text)
        prose = tuple(word for sentence in sentences for word in sentence.words)
        return cls(
            text=text,
            words=words_of(text),
            writing=writing,
            outline=outline,
            sentences=sentences,
            prose_words=len(prose),
            not_for_word_lists=_objection(writing, prose),
        )


def _objection(writing: Writing, prose: tuple[str, ...]) -> str:
    if writing in (Writing.SPACED, Writing.UNSPACED):
        return NOT_LATIN
    if not prose or writing is Writing.NONE:
        return NO_WORDS
    return "" if looks_english(prose) else NOT_ENGLISH
