"""How two answers differ, measure by measure: the rows of the inspector."""

from __future__ import annotations

from dataclasses import dataclass

from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.profile import DEFINITIONS, Profile

# Below a seventh more nobody would notice, and the same model with another seed differs by more.
_ALIKE_RATIO = 1.15
_ALIKE_POINTS = 5.0
_FRACTIONS = ((0.52, 0.48, "half"), (0.35, 0.315, "a third"), (0.26, 0.24, "a quarter"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure of both answers."""

    name: str
    """Of the measure; stable."""
    label: str
    """For people; takes no side."""
    unit: Unit
    explanation: str
    """One plain sentence for a learner."""
    a: Measure
    b: Measure
    bar_a: float
    """Length of A's bar, 0 to 1; 0 for none or no value."""
    bar_b: float
    """Length of B's bar, on the same scale."""
    sentence: str
    """How the two differ here, e.g. "B is half as long."."""
    differs: bool
    """False if they are about alike or can't be compared; so a view can show the differences first."""


def compare(a: Profile, b: Profile) -> tuple[Row, ...]:
    """The differences of two answers, a row for each measure, in a fixed order."""
    return tuple(_row(definition, a[name], b[name]) for name, definition in DEFINITIONS.items())


def _row(definition: Definition, a: Measure, b: Measure) -> Row:
    full = max(definition.fills_bar, a.value or 0.0, b.value or 0.0)
    sentence, differs = _sentence(definition, a, b)
    return Row(
        name=definition.name,
        label=definition.label,
        unit=definition.unit,
        explanation=definition.explanation,
        a=a,
        b=b,
        bar_a=(a.value or 0.0) / full,
        bar_b=(b.value or 0.0) / full,
        sentence=sentence,
        differs=differs,
    )


def _sentence(definition: Definition, a: Measure, b: Measure) -> tuple[str, bool]:
    if a.value is None or b.value is None:
        return _no_comparison(a, b), False
    wording = definition.wording
    (more, most), (less, least) = (("A", a.value), ("B", b.value))
    if least > most:
        (more, most), (less, least) = (less, least), (more, most)
    if most <= wording.negligible:
        return wording.neither, False
    alike = most - least < _ALIKE_POINTS if definition.unit is Unit.SCORE else most <= _ALIKE_RATIO * least
    if alike:
        return wording.alike, False
    if least <= wording.negligible and wording.ratio_says_something:
        return (f"{less} is empty." if wording.lesser else f"{more} {wording.only}, {less} does not."), True
    return _unequal(wording, more, less, least / most), True


def _unequal(wording: Wording, more: str, less: str, fraction: float) -> str:
    """A sentence for a difference that both sides have something of; the fraction is the lesser by the larger value."""
    if not wording.lesser:
        times = _times(1 / fraction) if wording.ratio_says_something else ""
        return f"{more} {wording.more}{times}."
    for most, least, words in _FRACTIONS:
        if least <= fraction <= most:
            return f"{less} is {words} as {wording.lesser}."
    return f"{more} is {_number(1 / fraction)} times as {wording.lesser}."


def _times(ratio: float) -> str:
    if ratio < 1.5:
        return ""
    return ", about twice as much" if 1.8 <= ratio <= 2.2 else f", about {_number(ratio)} times as much"


def _number(ratio: float) -> str:
    return f"{ratio:.1f}".removesuffix(".0") if ratio < 10 else f"{ratio:,.0f}"


def _no_comparison(a: Measure, b: Measure) -> str:
    if a.value is None and b.value is None:
        if a.reason == b.reason:
            return f"Not measured. {a.reason}"
        return f"Not measured. A: {a.reason} B: {b.reason}"
    side, reason = ("A", a.reason) if a.value is None else ("B", b.reason)
    return f"Not measured for {side}. {reason}"
