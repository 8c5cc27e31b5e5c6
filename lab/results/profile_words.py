"""What results say of personalities: averages in their units, and the chart they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lab.analysis import DEFINITIONS, Unit
from lab.results.chart import Chart, ChartRow, Mark
from lab.results.personality import SHOWN, Mean, Personality, Share
from lab.results.words import counted
from lab.visible import visible


def personality_chart(shown: Sequence[Personality]) -> Chart:
    """Some contestants side by side, a row for each measure that tells something about any of them."""
    rows = [
        _shares_row(
            "Preferred", "Wins and half of what was undecided, of all votes.", [each.preferred for each in shown]
        ),
        _shares_row(
            "Held to be correct",
            "Of the answers that raters judged. What is preferred need not be right.",
            [each.correct for each in shown],
        ),
    ]
    rows = [row for row in rows if row.marks]
    for name in SHOWN:
        means = {series: each.means[name] for series, each in enumerate(shown) if name in each.means}
        if not means or name not in DEFINITIONS or _says_nothing(means.values()):
            continue
        definition = DEFINITIONS[name]
        marks = tuple(
            Mark(series=series, value=mean.value, low=mean.low, high=mean.high, words=mean_words(mean, definition.unit))
            for series, mean in means.items()
        )
        rows.append(
            ChartRow(
                label=definition.label,
                marks=marks,
                said=" / ".join(
                    amount(means[series].value, definition.unit) if series in means else "–"
                    for series in range(len(shown))
                )
                + (" in 100 words" if definition.unit is Unit.PER_100_WORDS else ""),
                tip=definition.explanation,
                scale=(0.0, _top(list(means.values()), definition.unit)),
            )
        )
    return Chart(
        name="Personality",
        series=tuple(visible(each.name) for each in shown),
        rows=tuple(rows),
        scale=(0.0, 1.0),
        said_again=True,
    )


def personality_sentences(shown: Sequence[Personality]) -> str:
    """Correct against preferred, and what raters said, of each."""
    lines = []
    for each in shown:
        said = [f"{visible(each.name)}: {counted(each.answers, 'answer')}"]
        if each.preferred is not None:
            said.append(f"preferred in {each.preferred.share:.0%} of {counted(each.preferred.of, 'vote')}")
        if each.correct is not None:
            said.append(f"correct {each.correct.share:.0%} of {each.correct.of} judged")
        if each.described:
            most = list(each.described.items())[:3]
            said.append("described as " + ", ".join(f"{visible(reason)} ({times}×)" for reason, times in most))
        lines.append(", ".join(said) + ".")
    absent = [
        DEFINITIONS[name].label
        for name in SHOWN
        if name in DEFINITIONS and _says_nothing(each.means[name] for each in shown if name in each.means)
    ]
    if absent:
        lines.append(f"Not found in any of these answers: {', '.join(absent)}.")
    return "\n".join(lines)


def amount(value: float, unit: Unit) -> str:
    """A value in its unit; of a yes or no, the share."""
    match unit:
        case Unit.YES_NO:
            return f"{value:.0%}"
        case Unit.PERCENT:
            return f"{value:.0f} %"
        case Unit.COUNT if value >= 10:
            return f"{value:,.0f}"
    return f"{value:.1f}"


def value_words(value: float, unit: Unit) -> str:
    """What one answer has."""
    if unit is Unit.YES_NO:
        return "yes" if value else "no"
    return f"{amount(value, unit)} in 100 words" if unit is Unit.PER_100_WORDS else amount(value, unit)


def mean_words(mean: Mean, unit: Unit) -> str:
    """A mean with its interval and what it rests on."""
    if mean.low is None or mean.high is None:
        return f"{amount(mean.value, unit)} (one answer)"
    return f"{amount(mean.value, unit)} ({amount(mean.low, unit)} to {amount(mean.high, unit)})"


def _shares_row(label: str, tip: str, shares: Sequence[Share | None]) -> ChartRow:
    return ChartRow(
        label=label,
        marks=tuple(
            Mark(
                series=series,
                value=share.share,
                low=share.low,
                high=share.high,
                words=f"{share.share:.0%} of {share.of} ({share.low:.0%} to {share.high:.0%})",
            )
            for series, share in enumerate(shares)
            if share is not None
        ),
        said=" / ".join(f"{share.share:.0%}" if share else "–" for share in shares),
        tip=tip,
        leads_on=False,
        scale=(0.0, 1.0),
    )


def _says_nothing(means: Iterable[Mean]) -> bool:
    """Whether a measure is zero in all answers; a row for it would only fill the plot."""
    return all(mean.value == 0 for mean in means)


def _top(means: Sequence[Mean], unit: Unit) -> float:
    highest = max(mean.high if mean.high is not None else mean.value for mean in means)
    if unit in (Unit.YES_NO, Unit.PERCENT, Unit.SCORE):
        return {Unit.YES_NO: 1.0}.get(unit, 100.0)
    return max(highest * 1.1, 1.0)
