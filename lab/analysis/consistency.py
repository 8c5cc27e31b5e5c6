"""How alike several answers to one prompt are: their lengths, their words, and anything else that can agree.

A base model answers differently each time; one that was trained much agrees with itself. These measures show it without
saying which answer is right.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

from lab.analysis.writing import Writing, words_of, writing_of

_MOST_UNITS = 5000
"""Words of each answer that are looked at."""
_MOST_ANSWERS = 50
"""Answers that are compared, each with each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How far some numbers lie apart."""

    least: float
    middle: float
    """The median."""
    most: float
    relative: float | None
    """Standard deviation divided by mean: 0 if all are the same; None with fewer than two, or if all are 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """How alike answers to one prompt are."""

    answers: int
    lengths: tuple[int, ...]
    """How long each is, in words; in characters where words have no spaces between them."""
    words: Spread
    """How far their lengths lie apart."""
    overlap: float | None
    """How many words two of them share, on average over all pairs, 0 to 1; None with fewer than two answers."""
    different: int
    """How many there are that differ in more than spaces and capital letters."""


def consistency(texts: Sequence[str]) -> Consistency:
    """Compare answers to one prompt.

    Args:
        texts: At least one; any text will do.

    Raises:
        ValueError: There is none.
    """
    units = [_units(text) for text in texts]
    lengths = tuple(len(each) for each in units)
    return Consistency(
        answers=len(texts),
        lengths=lengths,
        words=spread(lengths),
        overlap=overlap(units),
        different=len({" ".join(text.lower().split()) for text in texts}),
    )


def spread(numbers: Sequence[float]) -> Spread:
    """How far numbers lie apart.

    Raises:
        ValueError: There is none.
    """
    mean = statistics.fmean(numbers) if numbers else 0.0
    relative = statistics.stdev(numbers) / mean if len(numbers) > 1 and mean else None
    return Spread(least=min(numbers), middle=statistics.median(numbers), most=max(numbers), relative=relative)


def overlap(answers: Sequence[Sequence[str]]) -> float | None:
    """The share of words that two answers have in common, each word counted as often as it stands there.

    It is the mean over all pairs of what both have, divided by what either has (Jaccard's index of bags; Ružička,
    1958). Two answers without any word are alike.

    Args:
        answers: The words of each.

    Returns:
        0 to 1; None with fewer than two answers.
    """
    bags = [Counter(answer[:_MOST_UNITS]) for answer in answers[:_MOST_ANSWERS]]
    pairs = [_shared(one, other) for one, other in combinations(bags, 2)]
    return statistics.fmean(pairs) if pairs else None


def agreement(said: Sequence[Hashable]) -> float | None:
    """The share of pairs that say the same, 0 to 1; None with fewer than two."""
    pairs = len(said) * (len(said) - 1)
    if not pairs:
        return None
    return sum(count * (count - 1) for count in Counter(said).values()) / pairs


def _shared(one: Counter[str], other: Counter[str]) -> float:
    both, either = (one & other).total(), (one | other).total()
    return both / either if either else 1.0


def _units(text: str) -> Sequence[str]:
    if writing_of(text) is Writing.UNSPACED:
        return [character for character in text if character.isalnum()]
    return words_of(text)
