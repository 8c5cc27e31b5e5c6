"""All measures of one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lab.analysis import (
    address,
    ending,
    hedging,
    length,
    politeness,
    reading_ease,
    refusal,
    repetition,
    structure,
)  # fmt: skip
from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure
from lab.records import FinishReason, Response

DEFINITIONS: dict[str, Definition] = {
    definition.name: definition
    for family in (length, ending, repetition, structure, hedging, address, politeness, reading_ease, refusal)
    for definition in family.DEFINITIONS
}
"""Every measure there is, by name, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one answer is like."""

    measures: tuple[Measure, ...]
    """One for each definition, in the same order."""

    def __getitem__(self, name: str) -> Measure:
        """The measure of that name.

        Raises:
            KeyError: There is none.
        """
        for measure in self.measures:
            if measure.name == name:
                return measure
        raise KeyError(name)


def profile(text: str, token_ids: Sequence[int] | None = None, finish_reason: FinishReason | None = None) -> Profile:
    """Measure an answer.

    Meant for the end of an answer, not for each token: an ordinary one takes some 10 ms, one of a megabyte a few
    tenths of a second. Takes any text whatever and never raises.

    Args:
        text: The answer as the model wrote it.
        token_ids: Its tokens without the one that ended it; None if they are not known.
        finish_reason: Why it ended; None if that is not known.
    """
    document = Document.read(text)
    return Profile(
        measures=(
            *length.length(document, token_ids),
            *ending.ending(finish_reason),
            *repetition.repetition(document),
            *structure.structure(document),
            *hedging.hedging(document),
            *address.address(document),
            *politeness.politeness(document),
            *reading_ease.reading_ease(document),
            *refusal.refusal(document),
        )
    )


def profile_of(response: Response) -> Profile:
    """Measure a kept response."""
    return profile(response.text, response.token_ids, response.finish_reason)
