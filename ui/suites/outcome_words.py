"""What came of a run, in words."""

from __future__ import annotations

import html
from collections.abc import Mapping

from lab.language import counted, number, tr
from lab.records import Side
from lab.runs.contrast import Aspect, Contrast, decided
from lab.runs.progress import RunProgress
from lab.runs.summary import ItemSide, RunSummary, SideSummary
from lab.suites.checks.result import Verdict
from lab.visible import visible
from ui.theme.palette import Palette

ASPECTS = {
    Aspect.STOPPED: tr("Stopped by itself"),
    Aspect.CHECKS: tr("Checks passed"),
    Aspect.LENGTH: tr("Length of an answer"),
    Aspect.OVERLAP: tr("Words shared by repeated answers"),
    Aspect.AGREEMENT: tr("Checks alike in repeated answers"),
}
"""What stands beside the bars."""
SIGNS = {Verdict.PASSED: "✓", Verdict.FAILED: "✗", Verdict.CANNOT_TELL: "?"}
"""Stands before each verdict, so that it is not told by colour alone."""

_PROMPT_CHARACTERS = 200
_SLIGHT = 0.1
"""Below this nothing is said to differ."""


def short_prompt(prompt: str, most: int = _PROMPT_CHARACTERS) -> str:
    """A prompt in one line, safe to show; of a long one the beginning."""
    line = " ".join(prompt[: most + 1].split())
    return visible(line if len(prompt) <= most else f"{line[:most].rstrip()} …")


def headline(found: tuple[Contrast, ...], summary: RunSummary, names: Mapping[Side, str], palette: Palette) -> str:
    """What is most different, as HTML with the names in the colours of their sides."""
    if not found:
        return html.escape(_nothing_to_compare(summary))
    if found[0].difference < _SLIGHT:
        return html.escape(tr("Both did about the same in everything that was counted."))
    coloured = {side: _coloured(side, names[side], palette) for side in Side}
    return _difference(found[0], summary, coloured)


def value_words(aspect: Aspect, of: SideSummary) -> str:
    """One side in one aspect, e.g. ``38 of 40``."""
    match aspect:
        case Aspect.STOPPED:
            return _some_of(of.stopped_by_itself, of.answers)
        case Aspect.CHECKS:
            passed = _checks_passed(of)
            left = of.verdicts.get(Verdict.CANNOT_TELL, 0)
            return tr("{passed}, {n} to judge", passed=passed, n=number(left)) if left else passed
        case Aspect.LENGTH if of.words:
            middle, least, most = (number(each) for each in (of.words.middle, of.words.least, of.words.most))
            return tr("{middle} words ({least} to {most})", middle=middle, least=least, most=most)
        case Aspect.OVERLAP if of.overlap is not None:
            return percent(of.overlap)
        case Aspect.AGREEMENT if of.checks_agree is not None:
            return percent(of.checks_agree)
    return "–"


def so_far(progress: RunProgress) -> str:
    """That there is more to come; empty if there isn't."""
    if progress.finished:
        return ""
    return tr(
        "So far: {done} of {planned} answers are there. All of this may still change.",
        done=number(progress.done),
        planned=number(progress.planned),
    )


def verdict_words(verdict: Verdict, count: int, samples: int) -> str:
    """How often a check came out so, e.g. ``3 passed``; without the number if each prompt is asked once."""
    if samples == 1:
        return {
            Verdict.PASSED: tr("passed"),
            Verdict.FAILED: tr("failed"),
            Verdict.CANNOT_TELL: tr("for you to judge"),
        }[verdict]
    match verdict:
        case Verdict.PASSED:
            return counted(count, tr("{n} passed", "one check"), tr("{n} passed", "several checks"))
        case Verdict.FAILED:
            return counted(count, tr("{n} failed", "one check"), tr("{n} failed", "several checks"))
        case Verdict.CANNOT_TELL:
            return tr("{n} to judge", n=count)


def likeness_sentence(name: str, of: ItemSide) -> str:
    """The same as a sentence, with the lengths."""
    if of.alike is None:
        return tr("{name}: no answer yet.", name=name)
    lengths = ", ".join(number(each) for each in of.alike.lengths)
    said = [tr("{name}: {lengths} words long.", name=name, lengths=lengths)]
    if of.alike.overlap is not None:
        said.append(
            tr(
                "{different} of {answers} differ, two share {share} of their words on average.",
                different=of.alike.different,
                answers=of.alike.answers,
                share=percent(of.alike.overlap),
            )
        )
    if of.checks_agree is not None:
        said.append(tr("Checks come out the same in {share} of pairs.", share=percent(of.checks_agree)))
    return " ".join(said)


def share_of(share: float | None) -> str:
    """A share, 0 to 1, for people; a dash for none."""
    return "–" if share is None else percent(share)


def percent(share: float) -> str:
    """A share, 0 to 1, for people."""
    return tr("{n} %", n=number(share * 100))


def _nothing_to_compare(summary: RunSummary) -> str:
    if any(side.answers for side in summary.sides.values()):
        return tr("Only one side has answers yet.")
    return tr("No answer came through. Why not stands below.")


def _checks_passed(of: SideSummary) -> str:
    return _some_of(of.verdicts.get(Verdict.PASSED, 0), decided(of.verdicts))


def _some_of(count: int, of: int) -> str:
    return tr("{count} of {total}", count=number(count), total=number(of))


def _coloured(side: Side, name: str, palette: Palette) -> str:
    return f'<span style="color: {palette.side(side)}">{side.upper()}&nbsp;·&nbsp;{html.escape(visible(name))}</span>'


def _difference(most: Contrast, summary: RunSummary, names: Mapping[Side, str]) -> str:
    ahead, behind = sorted(Side, key=lambda side: -most.values[side])
    first, second = summary.sides[ahead], summary.sides[behind]
    match most.aspect:
        case Aspect.STOPPED:
            return tr(
                "{ahead} stopped by itself in {times} answers, {behind} in {others}.",
                ahead=names[ahead],
                behind=names[behind],
                times=value_words(most.aspect, first),
                others=value_words(most.aspect, second),
            )
        case Aspect.CHECKS:
            return tr(
                "{ahead} passed {times} checks, {behind} {others}.",
                ahead=names[ahead],
                behind=names[behind],
                times=_checks_passed(first),
                others=_checks_passed(second),
            )
        case Aspect.LENGTH:
            return tr(
                "A typical answer of {ahead} has {words} words, one of {behind} {others}.",
                ahead=names[ahead],
                behind=names[behind],
                words=number(most.values[ahead]),
                others=number(most.values[behind]),
            )
        case Aspect.OVERLAP:
            return tr(
                "Two answers of {ahead} to one prompt share {share} of their words, two of {behind} {other}.",
                ahead=names[ahead],
                behind=names[behind],
                share=percent(most.values[ahead]),
                other=percent(most.values[behind]),
            )
        case Aspect.AGREEMENT:
            return tr(
                "Asked again, {ahead} comes out of a check the same in {share} of cases, {behind} in {other}.",
                ahead=names[ahead],
                behind=names[behind],
                share=percent(most.values[ahead]),
                other=percent(most.values[behind]),
            )
