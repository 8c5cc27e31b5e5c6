"""How long an answer is, in four ways."""

from __future__ import annotations

from collections.abc import Sequence

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.writing import Writing

_NO_SPACES = "This writing puts no spaces between words, so they can't be counted."


def _longer(unit: str) -> Wording:
    return Wording(
        only="says something",
        more="is longer",
        alike=f"Both are about equally long in {unit}.",
        neither="Both are empty.",
        lesser="long",
    )


CHARACTERS = Definition(
    name="characters",
    label="Length in characters",
    unit=Unit.COUNT,
    explanation="Letters, signs, spaces and line ends: the length that can be counted in every language.",
    wording=_longer("characters"),
)
WORDS = Definition(
    name="words",
    label="Length in words",
    unit=Unit.COUNT,
    explanation="How much the model wrote. People often prefer longer answers even when they say no more.",
    wording=_longer("words"),
)
SENTENCES = Definition(
    name="sentences",
    label="Length in sentences",
    unit=Unit.COUNT,
    explanation="Sentences and list items in the running text, without headings, tables and code.",
    wording=_longer("sentences"),
)
TOKENS = Definition(
    name="tokens",
    label="Length in tokens",
    unit=Unit.COUNT,
    explanation="The pieces that the model drew one by one. Two models may split the same words differently.",
    wording=_longer("tokens"),
)

DEFINITIONS = (CHARACTERS, WORDS, SENTENCES, TOKENS)


def length(document: Document, token_ids: Sequence[int] | None) -> tuple[Measure, ...]:
    """Characters, words, sentences and tokens.

    Characters are Unicode code points; line ends count. Words and sentences are None in writing without spaces.

    Args:
        document: The answer.
        token_ids: Its tokens without the one that ended it; None if they are not known.
    """
    unspaced = document.writing is Writing.UNSPACED
    return (
        CHARACTERS.of(len(document.text)),
        WORDS.without(_NO_SPACES) if unspaced else WORDS.of(len(document.words)),
        SENTENCES.without(_NO_SPACES) if unspaced else SENTENCES.of(len(document.sentences), document.outline.note),
        TOKENS.without("The tokens of this answer are not known.") if token_ids is None else TOKENS.of(len(token_ids)),
    )
