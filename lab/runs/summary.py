"""What came of a run: checks, lengths, how answers ended, and how alike the samples of one prompt are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lab.analysis.consistency import Consistency, Spread, agreement, consistency, spread
from lab.analysis.writing import words_of
from lab.records import AnswerState, Comparison, FinishReason, KeptAnswer, Side
from lab.runs.plan import RunPlan
from lab.suites.checks.registry import describe, run_check
from lab.suites.checks.result import Answer, CheckResult, Verdict
from lab.suites.suite import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One check of one answer."""

    asks_for: str
    """What the check looks for, in a few words."""
    result: CheckResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One side's last answer to an item."""

    number: int
    """Which sample, from 0."""
    comparison_id: str
    """Where it can be looked at and voted on."""
    problem: str
    """Why there is no answer, as a sentence; empty if there is one."""
    finish_reason: FinishReason | None
    length: int | None
    """In words, as ``Consistency.lengths`` has it; None without an answer."""
    checks: tuple[Checked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSide:
    """What one side made of one item."""

    samples: tuple[Sample, ...]
    verdicts: Mapping[Verdict, int]
    """How its checks came out, over all samples."""
    alike: Consistency | None
    """How alike its samples are; None without an answer."""
    checks_agree: float | None
    """The share of pairs of samples whose check came out the same, 0 to 1, over all checks; None with fewer than two
    samples or without checks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSummary:
    """What came of one item."""

    item: Item
    sides: Mapping[Side, ItemSide]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSummary:
    """One side over all items."""

    answers: int
    """Without those that failed."""
    failed: int
    verdicts: Mapping[Verdict, int]
    words: Spread | None
    """How long its answers are, in words; None without one."""
    ends: Mapping[FinishReason, int]
    """How its answers ended."""
    overlap: float | None
    """How many words two samples of one prompt share, on average over the items, 0 to 1; None without repeated ones."""
    checks_agree: float | None
    """How often the checks of two samples of one prompt came out the same, 0 to 1, on average over the items."""

    @property
    def stopped_by_itself(self) -> int:
        """Answers that the model ended by its own sign."""
        return self.ends.get(FinishReason.END_OF_ANSWER, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What came of a run."""

    sides: Mapping[Side, SideSummary]
    items: tuple[ItemSummary, ...]
    """In the order of the suite; those without an answer are there too."""
    pairs: int
    """Prompts that both sides have answered: what can be voted on."""
    first_pair: str
    """The id of the first comparison that can be voted on; empty if there is none."""


def summarise(plan: RunPlan, comparisons: Iterable[Comparison]) -> RunSummary:
    """Sum up what a run has up to now.

    Args:
        plan: What was asked.
        comparisons: All of the run's, in any order.
    """
    by_id = {each.id: each for each in comparisons}
    last: dict[tuple[str, Side], list[tuple[int, Comparison, KeptAnswer]]] = defaultdict(list)
    first_pair = ""
    for row in plan.rows():
        reached = [each for at in range(len(row.prompts)) if (each := by_id.get(plan.comparison_id(row, at)))]
        first_pair = first_pair or next((each.id for each in reached if _is_pair(each)), "")
        answered = [(each, answer) for each in reached if (answer := _of(each, row.side)) is not None]
        # What came before a prompt that is still to come says nothing about the last answer.
        if answered and (len(answered) == len(row.prompts) or answered[-1][1].state is AnswerState.FAILED):
            last[row.item.id, row.side].append((row.sample, *answered[-1]))
    items = tuple(
        ItemSummary(item=item, sides={side: _item_side(item, last[item.id, side]) for side in Side})
        for item in plan.suite.items
    )
    return RunSummary(
        sides={side: _side(side, by_id.values(), [item.sides[side] for item in items]) for side in Side},
        items=items,
        pairs=sum(map(_is_pair, by_id.values())),
        first_pair=first_pair,
    )


def check_answer(item: Item, answer: KeptAnswer) -> tuple[Checked, ...]:
    """Carry out an item's checks on its last answer."""
    asked = Answer(text=answer.text, finish_reason=answer.response.finish_reason if answer.response else None)
    return tuple(Checked(asks_for=describe(check), result=run_check(check, asked)) for check in item.checks)


def _item_side(item: Item, found: Sequence[tuple[int, Comparison, KeptAnswer]]) -> ItemSide:
    texts = [answer.text for _, _, answer in found if answer.state is not AnswerState.FAILED]
    alike = consistency(texts) if texts else None
    lengths = iter(alike.lengths if alike else ())
    samples = tuple(
        Sample(
            number=number,
            comparison_id=comparison.id,
            problem=answer.problem,
            finish_reason=answer.response.finish_reason if answer.response else None,
            length=None if answer.state is AnswerState.FAILED else next(lengths),
            checks=() if answer.state is AnswerState.FAILED else check_answer(item, answer),
        )
        for number, comparison, answer in found
    )
    checked = [sample.checks for sample in samples if sample.checks]
    agree = [agreement([each.result.verdict for each in column]) for column in zip(*checked, strict=True)]
    return ItemSide(
        samples=samples,
        verdicts=Counter(each.result.verdict for sample in samples for each in sample.checks),
        alike=alike,
        checks_agree=_mean(agree),
    )


def _side(side: Side, comparisons: Iterable[Comparison], items: Sequence[ItemSide]) -> SideSummary:
    answers = [answer for each in comparisons if (answer := _of(each, side)) is not None]
    whole = [answer for answer in answers if answer.state is not AnswerState.FAILED]
    return SideSummary(
        answers=len(whole),
        failed=len(answers) - len(whole),
        verdicts=sum((Counter(item.verdicts) for item in items), Counter()),
        words=spread([len(words_of(answer.text)) for answer in whole]) if whole else None,
        ends=Counter(answer.response.finish_reason for answer in whole if answer.response),
        overlap=_mean([item.alike.overlap for item in items if item.alike]),
        checks_agree=_mean([item.checks_agree for item in items]),
    )


def _of(comparison: Comparison, side: Side) -> KeptAnswer | None:
    return comparison.a if side is Side.A else comparison.b


def _is_pair(comparison: Comparison) -> bool:
    return all((answer := _of(comparison, side)) and answer.state is not AnswerState.FAILED for side in Side)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
