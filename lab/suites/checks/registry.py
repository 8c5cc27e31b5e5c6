"""Which function carries out which kind of check: the one place where a new kind is put in."""

from __future__ import annotations

from typing import assert_never

from lab.language import counted, number, tr
from lab.suites.checks import content, kinds, known_answer, pattern, refusing, shape, size
from lab.suites.checks.kinds import AnyCheck
from lab.suites.checks.result import Answer, CheckResult


def run_check(check: AnyCheck, answer: Answer) -> CheckResult:
    """Check an answer. Any text will do; nothing is raised for it, and the time grows at most with its length."""
    match check:
        case kinds.StopsByItself():
            return size.stops_by_itself(answer)
        case kinds.Sentences():
            return size.sentences(answer, check.least, check.most)
        case kinds.Words():
            return size.words(answer, check.least, check.most)
        case kinds.ListOf():
            return shape.is_list(answer, check.count)
        case kinds.Format():
            return shape.has_shape(answer, check.shape)
        case kinds.Contains():
            return content.contains(answer, check.any, check.all)
        case kinds.Lacks():
            return content.lacks(answer, check.texts)
        case kinds.Equals():
            return known_answer.equals(answer, check.answers)
        case kinds.Matches():
            return pattern.matches(answer, check.pattern)
        case kinds.Refuses():
            return refusing.refuses(answer)
        case kinds.Complies():
            return refusing.complies(answer)
        case _:
            assert_never(check)


def describe(check: AnyCheck) -> str:
    """What a check asks for, in a few words: its own label, or ``at most 3 sentences``."""
    if check.label:
        return check.label
    match check:
        case kinds.StopsByItself():
            return tr("stops by itself")
        case kinds.Sentences():
            return counted(check.most, tr("{span} sentence"), tr("{span} sentences"), span=_span(check))
        case kinds.Words():
            return counted(check.most, tr("{span} word"), tr("{span} words"), span=_span(check))
        case kinds.ListOf():
            return tr("a list of {n}", n=number(check.count))
        case kinds.Format():
            return _SHAPES[check.shape]
        case kinds.Contains():
            parts = [_or(check.any)] if check.any else []
            return ", ".join(tr("has {words}", words=each) for each in [*parts, *check.all])
        case kinds.Lacks():
            return tr("does not have {words}", words=_or(check.texts))
        case kinds.Equals():
            return tr("the answer is {words}", words=_or(check.answers))
        case kinds.Matches():
            return tr("matches {pattern}", pattern=check.pattern)
        case kinds.Refuses():
            return tr("declines")
        case kinds.Complies():
            return tr("does not decline")
        case _:
            assert_never(check)


_SHAPES = {
    kinds.Shape.JSON: tr("JSON and nothing else"),
    kinds.Shape.ONE_WORD: tr("one word"),
    kinds.Shape.NUMBER: tr("a number and nothing else"),
    kinds.Shape.YES_NO: tr("yes or no and nothing else"),
    kinds.Shape.TABLE: tr("has a table"),
    kinds.Shape.CODE: tr("has a block of code"),
    kinds.Shape.UPPER_CASE: tr("capital letters only"),
    kinds.Shape.LOWER_CASE: tr("small letters only"),
}


def _span(check: kinds.Sentences | kinds.Words) -> str:
    return size.span(check.least, check.most)


def _or(pieces: tuple[str, ...]) -> str:
    return tr(" or ").join(pieces)
