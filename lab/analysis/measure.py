"""What a measure is: a value with its unit, a sentence that explains it, and the words to compare two of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a measure counts in."""

    COUNT = "count"
    """How many there are."""
    PERCENT = "percent"
    """A share, 0 to 100."""
    PER_100_WORDS = "per_100_words"
    """How many in a hundred words, 0 to 100."""
    SCORE = "score"
    """A point on a scale, 0 to 100."""
    RATIO = "ratio"
    """One size divided by another, above 0."""
    YES_NO = "yes_no"
    """1 for yes, 0 for no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How two values of one measure are compared in words; none of it says which is better."""

    only: str
    """What an answer does whose value is above zero: "hedges"."""
    more: str
    """What the answer with the larger value does: "hedges more"."""
    alike: str
    """A sentence for two values that are about equal."""
    neither: str
    """A sentence for two values of about zero."""
    negligible: float = 0.0
    """The largest value that counts as none."""
    lesser: str = ""
    """If set, the smaller value is spoken of instead, as in "is half as long": the word, "long"."""
    ratio_says_something: bool = True
    """False if twice the value doesn't mean twice as much, as on a scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What stays the same for one measure, whatever the answer."""

    name: str
    """Stable, for files and statistics: ``hedging``."""
    label: str
    """For people; takes no side: "Hedging", never "Too much hedging"."""
    unit: Unit
    explanation: str
    """One plain sentence for a learner: what is counted and what it may tell."""
    wording: Wording
    fills_bar: float = 1.0
    """A bar is full at this value, or at the larger of two values if that is more."""

    def of(self, value: float, note: str = "") -> Measure:
        """This measure with a value; the note says what a reader should know about just this value."""
        return self._measure(value=float(value), note=note)

    def without(self, reason: str) -> Measure:
        """This measure where it has no value, with the reason as a sentence."""
        return self._measure(value=None, reason=reason)

    def _measure(self, *, value: float | None, reason: str = "", note: str = "") -> Measure:
        return Measure(
            name=self.name,
            label=self.label,
            unit=self.unit,
            explanation=self.explanation,
            value=value,
            reason=reason,
            note=note,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure of one answer."""

    name: str
    """Stable, for files and statistics."""
    label: str
    """For people; takes no side."""
    unit: Unit
    explanation: str
    """One plain sentence for a learner."""
    value: float | None
    """In the unit, always finite; None if this answer can't be measured so."""
    reason: str = ""
    """Why there is no value, as a sentence; empty if there is one."""
    note: str = ""
    """What to know about this value, e.g. that only the beginning was read; may be empty."""
