"""Which function carries out which kind of check: the one place where a new kind is put in."""

from __future__ import annotations

from typing import assert_never

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
            return "stops by itself"
        case kinds.Sentences():
            return _range(check.least, check.most, "sentence")
        case kinds.Words():
            return _range(check.least, check.most, "word")
        case kinds.ListOf():
            return f"a list of {check.count:,}"
        case kinds.Format():
            return _SHAPES[check.shape]
        case kinds.Contains():
            parts = [f"has {_or(check.any)}"] if check.any else []
            return ", ".join([*parts, *(f"has {each}" for each in check.all)])
        case kinds.Lacks():
            return f"does not have {_or(check.texts)}"
        case kinds.Equals():
            return f"the answer is {_or(check.answers)}"
        case kinds.Matches():
            return f"matches {check.pattern}"
        case kinds.Refuses():
            return "declines"
        case kinds.Complies():
            return "does not decline"
        case _:
            assert_never(check)


_SHAPES = {
    kinds.Shape.JSON: "JSON and nothing else",
    kinds.Shape.ONE_WORD: "one word",
    kinds.Shape.NUMBER: "a number and nothing else",
    kinds.Shape.YES_NO: "yes or no and nothing else",
    kinds.Shape.TABLE: "has a table",
    kinds.Shape.CODE: "has a block of code",
    kinds.Shape.UPPER_CASE: "capital letters only",
    kinds.Shape.LOWER_CASE: "small letters only",
}


def _range(least: int, most: int, noun: str) -> str:
    return f"{size.span(least, most)} {noun}{'' if most == 1 else 's'}"


def _or(pieces: tuple[str, ...]) -> str:
    return " or ".join(pieces)
