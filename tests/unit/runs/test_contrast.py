"""What is most different between two sides, and which prompts show it best."""

from collections import Counter
from collections.abc import Sequence

import pytest

from lab.analysis.consistency import consistency, spread
from lab.records import FinishReason, Side
from lab.runs.contrast import (
    Aspect,
    by_check,
    by_consistency,
    checks_differ,
    consistency_gap,
    contrasts,
    verdicts_differ,
)
from lab.runs.reading import read_summary
from lab.runs.summary import ItemSide, ItemSummary, RunSummary, SideSummary
from lab.storage import Store
from lab.suites.checks.result import Verdict
from lab.suites.suite import Item
from tests.unit.runs.asking import Puppet, performance, planned


def side(
    *lengths: int, stopped: int = 0, passed: int = 0, failed: int = 0, open_: int = 0, overlap: float | None = None
) -> SideSummary:
    verdicts = Counter({Verdict.PASSED: passed, Verdict.FAILED: failed, Verdict.CANNOT_TELL: open_})
    return SideSummary(
        answers=len(lengths),
        failed=0,
        verdicts=verdicts,
        words=spread(lengths) if lengths else None,
        ends={FinishReason.END_OF_ANSWER: stopped, FinishReason.LENGTH_LIMIT: len(lengths) - stopped},
        overlap=overlap,
        checks_agree=None,
    )


def summary(a: SideSummary, b: SideSummary) -> RunSummary:
    return RunSummary(sides={Side.A: a, Side.B: b}, items=(), pairs=0, first_pair="")


def item(name: str, a: Sequence[str], b: Sequence[str]) -> ItemSummary:
    def of(texts: Sequence[str]) -> ItemSide:
        return ItemSide(samples=(), verdicts={}, alike=consistency(texts) if texts else None, checks_agree=None)

    return ItemSummary(item=Item(id=name, prompt=name), sides={Side.A: of(a), Side.B: of(b)})


def test_the_greatest_difference_stands_first() -> None:
    first, second, third = contrasts(
        summary(side(10, 10, stopped=2, passed=3, failed=1), side(10, 12, stopped=0, passed=1, failed=3))
    )
    assert (first.aspect, first.values, first.difference) == (Aspect.STOPPED, {Side.A: 1.0, Side.B: 0.0}, 1.0)
    assert (second.aspect, second.difference) == (Aspect.CHECKS, 0.5)
    assert (third.aspect, third.difference) == (Aspect.LENGTH, pytest.approx(1 - 10 / 11))


def test_checks_for_a_person_to_judge_count_neither_for_nor_against() -> None:
    found = contrasts(summary(side(5, passed=1, failed=1, open_=8), side(5, passed=1, failed=1)))
    checks = next(each for each in found if each.aspect is Aspect.CHECKS)
    assert (checks.values[Side.A], checks.difference) == (0.5, 0.0)


def test_what_only_one_side_has_is_not_compared() -> None:
    assert contrasts(summary(side(5, overlap=0.5), side())) == ()
    assert Aspect.OVERLAP not in [each.aspect for each in contrasts(summary(side(5, overlap=0.5), side(5)))]


def test_prompts_come_first_where_one_side_repeats_itself_and_the_other_does_not() -> None:
    alike = item("alike", ["one two"] * 2, ["one two"] * 2)
    unlike = item("unlike", ["one two"] * 2, ["red green", "blue"])
    once = item("once", ["one"], ["two", "two"])
    assert [each.item.id for each in by_consistency([once, alike, unlike])] == ["unlike", "alike", "once"]
    assert (consistency_gap(unlike), consistency_gap(alike), consistency_gap(once)) == (1.0, 0.0, -1.0)


def test_the_spread_of_lengths_is_a_difference_too() -> None:
    # All share nothing; only how far apart the lengths are tells the sides apart.
    found = consistency_gap(item("lengths", ["a b", "c d"], ["e", "f g h"]))
    assert found == pytest.approx(2**0.5 / 2)


def test_checks_are_compared_one_by_one_and_not_as_a_sum(store: Store) -> None:
    checks = [{"kind": "contains", "any": ["red"]}, {"kind": "contains", "any": ["blue"]}]
    plan = planned(store, {"id": "colour", "prompt": "Which?", "checks": checks}, times=2)
    performance(store, plan, Puppet(lambda row, prompt: "red"), Puppet(lambda row, prompt: "blue")).perform()
    (colour,) = read_summary(store, plan).items
    assert colour.sides[Side.A].verdicts == colour.sides[Side.B].verdicts
    red, blue = by_check(colour)
    assert red == {Side.A: {Verdict.PASSED: 2}, Side.B: {Verdict.FAILED: 2}}
    assert blue == {Side.A: {Verdict.FAILED: 2}, Side.B: {Verdict.PASSED: 2}}
    assert checks_differ(colour)


def test_shares_differ_and_not_numbers_and_nothing_differs_from_what_is_not_there() -> None:
    once, twice = {Verdict.PASSED: 1}, {Verdict.PASSED: 2}
    assert not verdicts_differ({Side.A: once, Side.B: twice})
    assert not verdicts_differ({Side.A: once, Side.B: {}})
    assert verdicts_differ({Side.A: once, Side.B: {Verdict.CANNOT_TELL: 1}})
