"""The sentences about what is most different."""

import pytest

from lab.analysis.consistency import consistency, spread
from lab.records import FinishReason, Side
from lab.runs.contrast import contrasts
from lab.runs.summary import ItemSide, RunSummary, SideSummary
from lab.suites.checks.result import Verdict
from ui.suites import outcome_words as words
from ui.theme.palette import LIGHT


def side(
    *lengths: int, stopped: int = 0, passed: int = 0, overlap: float | None = None, agree: float | None = None
) -> SideSummary:
    return SideSummary(
        answers=len(lengths),
        failed=0,
        verdicts={Verdict.PASSED: passed, Verdict.FAILED: 4 - passed, Verdict.CANNOT_TELL: 2},
        words=spread(lengths) if lengths else None,
        ends={FinishReason.END_OF_ANSWER: stopped},
        overlap=overlap,
        checks_agree=agree,
    )


A = '<span style="color: #0b6bb8">A&nbsp;·&nbsp;Ann</span>'
B = '<span style="color: #a84c06">B&nbsp;·&nbsp;Bob</span>'


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        (side(5, 5, stopped=0), side(5, 5, stopped=2), f"{B} stopped by itself in 2 of 2 answers, {A} in 0 of 2."),
        (side(5, passed=4), side(5, passed=1), f"{A} passed 4 of 4 checks, {B} 1 of 4."),
        (side(5), side(1200), f"A typical answer of {B} has 1,200 words, one of {A} 5."),
        (
            side(5, overlap=0.875),
            side(5, overlap=0.2),
            f"Two answers of {A} to one prompt share 88 % of their words, two of {B} 20 %.",
        ),
        (
            side(5, agree=0.5),
            side(5, agree=1.0),
            f"Asked again, {B} comes out of a check the same in 100 % of cases, {A} in 50 %.",
        ),
    ],
)
def test_whoever_has_more_is_named_first(a: SideSummary, b: SideSummary, sentence: str) -> None:
    summary = RunSummary(sides={Side.A: a, Side.B: b}, items=(), pairs=1, first_pair="")
    assert words.headline(contrasts(summary), summary, {Side.A: "Ann", Side.B: "Bob"}, LIGHT) == sentence


def test_checks_for_a_person_are_told_beside_those_that_came_out() -> None:
    summary = RunSummary(sides={each: side(5, passed=3) for each in Side}, items=(), pairs=1, first_pair="")
    told = {each.aspect: words.value_words(each.aspect, summary.sides[Side.A]) for each in contrasts(summary)}
    assert told["checks"] == "3 of 4, 2 to judge"
    assert told["length"] == "5 words (5 to 5)"


def test_a_long_prompt_is_cut_and_stands_in_one_line_that_cannot_steer() -> None:
    assert words.short_prompt("one\n two") == "one two"
    assert words.short_prompt("abc def", 4) == "abc …"
    assert words.short_prompt("a\u202eb") == "a\ufffdb"


def test_lengths_are_told_before_there_is_anything_to_compare() -> None:
    once = ItemSide(samples=(), verdicts={}, alike=consistency(["one two"]), checks_agree=None)
    assert words.likeness_sentence("A", once) == "A: 2 words long."
    none = ItemSide(samples=(), verdicts={}, alike=None, checks_agree=None)
    assert words.likeness_sentence("A", none) == "A: no answer yet."
