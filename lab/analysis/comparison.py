"""How two answers differ, measure by measure: the rows of the inspector."""

from __future__ import annotations

from dataclasses import dataclass

from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.profile import DEFINITIONS, Profile
from lab.language import number, tr

# Below a seventh more nobody would notice, and the same model with another seed differs by more.
_ALIKE_RATIO = 1.15
_ALIKE_POINTS = 5.0
_FRACTIONS = (
    (0.52, 0.48, tr("{side} is half as {long}.")),
    (0.35, 0.315, tr("{side} is a third as {long}.")),
    (0.26, 0.24, tr("{side} is a quarter as {long}.")),
)


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
        if wording.lesser:
            return tr("{side} is empty.", side=less), True
        return tr("{side} {does}, {other} does not.", side=more, does=wording.only, other=less), True
    return _unequal(wording, more, less, least / most), True


def _unequal(wording: Wording, more: str, less: str, fraction: float) -> str:
    """A sentence for a difference that both sides have something of; the fraction is the lesser by the larger value."""
    if not wording.lesser:
        return _more(more, wording.more, 1 / fraction if wording.ratio_says_something else 1)
    for most, least, sentence in _FRACTIONS:
        if least <= fraction <= most:
            return sentence.format(side=less, long=wording.lesser)
    return tr("{side} is {times} times as {long}.", side=more, times=_times(1 / fraction), long=wording.lesser)


def _more(side: str, does: str, ratio: float) -> str:
    if ratio < 1.5:
        return tr("{side} {does}.", side=side, does=does)
    if 1.8 <= ratio <= 2.2:
        return tr("{side} {does}, about twice as much.", side=side, does=does)
    return tr("{side} {does}, about {times} times as much.", side=side, does=does, times=_times(ratio))


def _times(ratio: float) -> str:
    return number(ratio, 1 if ratio < 10 and not round(ratio, 1).is_integer() else 0)


def _no_comparison(a: Measure, b: Measure) -> str:
    if a.value is None and b.value is None:
        if a.reason == b.reason:
            return tr("Not measured. {reason}", reason=a.reason)
        return tr("Not measured. A: {reason_a} B: {reason_b}", reason_a=a.reason, reason_b=b.reason)
    side, reason = ("A", a.reason) if a.value is None else ("B", b.reason)
    return tr("Not measured for {side}. {reason}", side=side, reason=reason)
