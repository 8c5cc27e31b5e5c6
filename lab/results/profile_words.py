"""What results say of personalities: averages in their units, and the chart they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lab.amounts import percent
from lab.analysis import DEFINITIONS, Unit
from lab.language import counted, number, tr
from lab.results.chart import Chart, ChartRow, Mark
from lab.results.personality import SHOWN, Mean, Personality, Share
from lab.results.words import share_words
from lab.visible import visible


def personality_chart(shown: Sequence[Personality]) -> Chart:
    """Some contestants side by side, a row for each measure that tells something about any of them."""
    rows = [
        _shares_row(
            tr("Preferred"),
            tr("Wins and half of what was undecided, of all votes."),
            [each.preferred for each in shown],
        ),
        _shares_row(
            tr("Held to be correct"),
            tr("Of the answers that raters judged. What is preferred need not be right."),
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
                said=_in_unit(
                    " / ".join(
                        amount(means[series].value, definition.unit) if series in means else "–"
                        for series in range(len(shown))
                    ),
                    definition.unit,
                ),
                tip=definition.explanation,
                scale=(0.0, _top(list(means.values()), definition.unit)),
            )
        )
    return Chart(
        name=tr("Personality"),
        series=tuple(visible(each.name) for each in shown),
        rows=tuple(rows),
        scale=(0.0, 1.0),
        said_again=True,
    )


def personality_sentences(shown: Sequence[Personality], in_words: Callable[[str], str] = str) -> str:
    """Correct against preferred, and what raters said, of each.

    Args:
        shown: Whom it is about.
        in_words: Makes of a tag what people read.
    """
    lines = []
    for each in shown:
        said = [counted(each.answers, tr("{name}: {n} answer"), tr("{name}: {n} answers"), name=visible(each.name))]
        if each.preferred is not None:
            share, of = percent(each.preferred.share), each.preferred.of
            said.append(
                counted(
                    of, tr("preferred in {share} of {n} vote"), tr("preferred in {share} of {n} votes"), share=share
                )
            )
        if each.correct is not None:
            share, of = percent(each.correct.share), each.correct.of
            said.append(
                counted(of, tr("correct {share} of {n} judged"), tr("correct {share} of {n} judged"), share=share)
            )
        if each.described:
            most = list(each.described.items())[:3]
            words = ", ".join(f"{visible(in_words(reason))} ({number(times)}×)" for reason, times in most)
            said.append(tr("described as {words}", words=words))
        lines.append(", ".join(said) + ".")
    absent = [
        DEFINITIONS[name].label
        for name in SHOWN
        if name in DEFINITIONS and _says_nothing(each.means[name] for each in shown if name in each.means)
    ]
    if absent:
        lines.append(tr("Not found in any of these answers: {measures}.", measures=", ".join(absent)))
    return "\n".join(lines)


def amount(value: float, unit: Unit) -> str:
    """A value in its unit; of a yes or no, the share."""
    match unit:
        case Unit.YES_NO:
            return percent(value)
        case Unit.PERCENT:
            return tr("{n} %", n=number(value))
        case Unit.COUNT if value >= 10:
            return number(value)
    return number(value, 1)


def value_words(value: float, unit: Unit) -> str:
    """What one answer has."""
    if unit is Unit.YES_NO:
        return tr("yes") if value else tr("no")
    return _in_unit(amount(value, unit), unit)


def mean_words(mean: Mean, unit: Unit) -> str:
    """A mean with its interval and what it rests on."""
    if mean.low is None or mean.high is None:
        return tr("{value} (one answer)", value=amount(mean.value, unit))
    low, high = amount(mean.low, unit), amount(mean.high, unit)
    return tr("{value} ({low} to {high})", value=amount(mean.value, unit), low=low, high=high)


def _in_unit(amounts: str, unit: Unit) -> str:
    return tr("{amount} in 100 words", amount=amounts) if unit is Unit.PER_100_WORDS else amounts


def _shares_row(label: str, tip: str, shares: Sequence[Share | None]) -> ChartRow:
    return ChartRow(
        label=label,
        marks=tuple(
            Mark(
                series=series,
                value=share.share,
                low=share.low,
                high=share.high,
                words=share_words(share.share, share.of, share.low, share.high),
            )
            for series, share in enumerate(shares)
            if share is not None
        ),
        said=" / ".join(percent(share.share) if share else "–" for share in shares),
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
