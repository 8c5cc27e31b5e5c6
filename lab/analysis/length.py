"""How long an answer is, in four ways."""

from __future__ import annotations

from collections.abc import Sequence

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.writing import Writing
from lab.language import tr

_NO_SPACES = tr("This writing puts no spaces between words, so they can't be counted.")


def _longer(unit: str) -> Wording:
    return Wording(
        only=tr("says something"),
        more=tr("is longer"),
        alike=tr("Both are about equally long in {unit}.", unit=unit),
        neither=tr("Both are empty."),
        lesser=tr("long", "an answer"),
    )


CHARACTERS = Definition(
    name="characters",
    label=tr("Length in characters"),
    unit=Unit.COUNT,
    explanation=tr("Letters, signs, spaces and line ends: the length that can be counted in every language."),
    wording=_longer(tr("characters")),
)
WORDS = Definition(
    name="words",
    label=tr("Length in words"),
    unit=Unit.COUNT,
    explanation=tr("How much the model wrote. People often prefer longer answers even when they say no more."),
    wording=_longer(tr("words")),
)
SENTENCES = Definition(
    name="sentences",
    label=tr("Length in sentences"),
    unit=Unit.COUNT,
    explanation=tr("Sentences and list items in the running text, without headings, tables and code."),
    wording=_longer(tr("sentences")),
)
TOKENS = Definition(
    name="tokens",
    label=tr("Length in tokens"),
    unit=Unit.COUNT,
    explanation=tr("The pieces that the model drew one by one. Two models may split the same words differently."),
    wording=_longer(tr("tokens")),
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
        TOKENS.without(tr("The tokens of this answer are not known."))
        if token_ids is None
        else TOKENS.of(len(token_ids)),
    )
