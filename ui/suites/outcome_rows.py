"""What the parts of an outcome show, as values that need no window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lab.language import tr
from lab.records import Side
from lab.runs.contrast import by_check, by_consistency
from lab.runs.summary import ItemSummary, RunSummary, Sample
from lab.suites.checks.registry import describe
from lab.suites.checks.result import Verdict
from lab.visible import visible
from ui.suites import outcome_words as words

_NAMED_CHARACTERS = 80
"""How much of a prompt names an answer that failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One check of one prompt."""

    asks_for: str
    verdicts: Mapping[Side, Mapping[Verdict, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """All checks of one prompt."""

    item_id: str
    comparison_id: str
    """Where its answers are; empty if there is none yet."""
    prompt: str
    lines: tuple[CheckLine, ...]
    samples: int
    """How often each prompt is asked."""
    tip: str
    """Why its checks failed."""

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        said = [self.prompt]
        for line in self.lines:
            of_sides = (
                f"{side.upper()}: {', '.join(verdicts_told(line.verdicts[side], self.samples)) or '–'}" for side in Side
            )
            said.append(f"{line.asks_for}. {'; '.join(of_sides)}.")
        return "\n".join(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The samples of one prompt."""

    item_id: str
    comparison_id: str
    prompt: str
    lengths: Mapping[Side, tuple[int, ...]]
    """In words, of each answer."""
    shared: Mapping[Side, str]
    """How many of their words two of them share."""
    agree: Mapping[Side, str]
    """How often their checks come out the same; both are empty for sides without repeated answers."""
    sentence: str
    """All of it, for a tooltip and for a screen reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An answer that failed."""

    side: Side
    prompt: str
    sample: int
    """From 1."""
    problem: str


def verdicts_told(verdicts: Mapping[Verdict, int], samples: int) -> list[str]:
    """Each verdict that there is, with its sign."""
    return [
        f"{words.SIGNS[verdict]} {words.verdict_words(verdict, count, samples)}"
        for verdict in Verdict
        if (count := verdicts.get(verdict, 0))
    ]


def repeated(summary: RunSummary) -> list[ItemSummary]:
    """The prompts that a side has answered twice, those first where the sides differ most."""
    return [item for item in by_consistency(summary.items) if _is_repeated(item)]


def longest(items: Iterable[ItemSummary]) -> int:
    """How long the longest answer is, in words; 0 without one."""
    return max((max(alike.lengths) for item in items for of in item.sides.values() if (alike := of.alike)), default=0)


def failures(summary: RunSummary) -> list[Failure]:
    """All answers that failed, in the order of the suite."""
    return [
        Failure(
            side=side,
            prompt=words.short_prompt(item.item.prompt, _NAMED_CHARACTERS),
            sample=sample.number + 1,
            problem=visible(sample.problem),
        )
        for item in summary.items
        for side in Side
        for sample in item.sides[side].samples
        if sample.problem
    ]


def check_row(item: ItemSummary, samples: int) -> CheckRow:
    """The row of a prompt that has checks.

    Args:
        item: What came of the prompt.
        samples: How often each prompt is asked.
    """
    lines = [
        CheckLine(asks_for=visible(describe(check)), verdicts=verdicts)
        for check, verdicts in zip(item.item.checks, by_check(item), strict=True)
    ]
    return CheckRow(
        item_id=item.item.id,
        comparison_id=_worth_a_look(item),
        prompt=words.short_prompt(item.item.prompt),
        lines=tuple(lines),
        samples=samples,
        tip="\n".join(_why(item)),
    )


def _why(item: ItemSummary) -> list[str]:
    """What the checks say that did not pass, each sentence once."""
    said: Counter[tuple[Side, str]] = Counter()
    for side in Side:
        for sample in item.sides[side].samples:
            for check in sample.checks:
                if check.result.verdict is not Verdict.PASSED:
                    said[side, f"{visible(check.asks_for)}: {visible(check.result.sentence)}"] += 1
    return [
        f"{side.upper()} · {sentence}" + (f" ({times}×)" if times > 1 else "")
        for (side, sentence), times in said.items()
    ]


def _worth_a_look(item: ItemSummary) -> str:
    """The first comparison whose two answers came out of the checks differently, else the first there is."""
    of_b = {sample.number: sample for sample in item.sides[Side.B].samples}
    both = [(a, of_b[a.number]) for a in item.sides[Side.A].samples if a.number in of_b]
    for a, b in both:
        if _verdicts(a) != _verdicts(b):
            return a.comparison_id
    first: Sequence[Sample] = [a for a, _ in both] or item.sides[Side.A].samples or item.sides[Side.B].samples
    return first[0].comparison_id if first else ""


def _verdicts(sample: Sample) -> list[Verdict]:
    return [each.result.verdict for each in sample.checks]


def _is_repeated(item: ItemSummary) -> bool:
    return any((alike := item.sides[side].alike) is not None and alike.answers > 1 for side in Side)


def panel(item: ItemSummary, names: Mapping[Side, str]) -> Panel:
    """The panel of a prompt.

    Args:
        item: What came of the prompt.
        names: What the sides are called.
    """
    prompt = words.short_prompt(item.item.prompt)
    said = [
        words.likeness_sentence(tr("{side}, {name}", side=side.upper(), name=visible(names[side])), item.sides[side])
        for side in Side
    ]
    return Panel(
        item_id=item.item.id,
        comparison_id=_worth_a_look(item),
        prompt=prompt,
        lengths={side: alike.lengths if (alike := item.sides[side].alike) else () for side in Side},
        shared={side: words.share_of(alike.overlap if (alike := item.sides[side].alike) else None) for side in Side},
        agree={side: words.share_of(item.sides[side].checks_agree) for side in Side},
        sentence="\n".join([prompt, *said]),
    )
