"""How far votes can be trusted: agreement with oneself, and between raters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lab.amounts import percent
from lab.language import counted, number, tr
from lab.ratings.battles import Battle, Battles
from lab.ratings.logistic import share_interval
from lab.records import Side, VoteChoice

LEAST_REPEATS = 5
"""With fewer repeated votes nothing is said about agreement with oneself."""
LEAST_UNITS = 10
"""With fewer answers that several raters judged, alpha gets no interval and no words."""

_SAMPLES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAgreement:
    """How often a rater, asked again about the same two answers, said the same."""

    repeats: int
    """How often the rater was asked again."""
    same: int
    """How often the same answer was picked again, or the same tie or both-bad said."""
    same_place: int
    """How often the other answer was picked instead: the one that now stood where the first one had stood."""
    low: float
    """Where the 95 % interval of the share that agrees begins, 0 to 1."""
    high: float

    @property
    def share(self) -> float | None:
        """The share that agrees, 0 to 1; None without repeats."""
        return self.same / self.repeats if self.repeats else None

    @property
    def sentence(self) -> str:
        """What the repeats say, and no more."""
        if self.repeats < LEAST_REPEATS:
            return _too_few_repeats(self.repeats)
        said = tr(
            "Asked again with the sides swapped, the same was said {same} of {n} times ({share}, between {low} and "
            "{high}).",
            same=number(self.same),
            n=number(self.repeats),
            share=percent(self.same / self.repeats),
            low=percent(self.low),
            high=percent(self.high),
        )
        if self.same_place > 1:
            times = number(self.same_place)
            said += " " + tr("{n} times the same side was picked instead of the same answer.", n=times)
        return said


@dataclass(frozen=True, slots=True, kw_only=True)
class RaterAgreement:
    """How far several raters agree on the same comparisons."""

    alpha: float | None
    """Krippendorff's alpha for named categories: 1 is full agreement, 0 is what chance gives, below 0 is worse. None if
    no comparison was judged twice, or all votes are the same, so that there is no chance to compare with."""
    low: float | None
    """Where its 95 % interval begins; None with too few comparisons."""
    high: float | None
    raters: int
    """How many took part in comparisons that others judged as well."""
    units: int
    """How many comparisons two or more judged."""

    @property
    def sentence(self) -> str:
        """What the votes say, and no more."""
        if self.units == 0:
            return tr("No comparison was judged by two raters yet.")
        if self.alpha is None:
            return tr("All votes on the {n} comparisons that several judged are the same.", n=number(self.units))
        if self.low is None or self.high is None:
            return counted(
                self.units,
                tr("{n} comparison was judged by several raters; it takes {least} to say how far they agree."),
                tr("{n} comparisons were judged by several raters; it takes {least} to say how far they agree."),
                least=LEAST_UNITS,
            )
        if self.low <= 0:
            said = tr("the raters may agree no more than chance would have it")
        elif self.low >= 0.8:
            said = tr("the raters agree well")
        elif self.high < 0.667:
            said = tr("the raters agree more than chance would have it, but too little to speak as one")
        else:
            said = tr("the raters agree more than chance would have it")
        return tr(
            "Krippendorff's alpha is {alpha}, between {low} and {high}: {said}.",
            alpha=number(self.alpha, 2),
            low=number(self.low, 2),
            high=number(self.high, 2),
            said=said,
        )


def with_oneself(battles: Battles, rater: str, *, aspect: str | None = None) -> SelfAgreement:
    """Compare what a rater said again with what was said the first time.

    Args:
        battles: With their repeats.
        rater: Whose.
        aspect: On this aspect only, empty for the answer as a whole; None for all, each compared with itself.
    """
    first: dict[tuple[str, frozenset[str]], Battle] = {}
    same = same_place = repeats = 0
    for battle in battles.only(rater=rater, aspect=aspect, repeats=True).battles:
        before = first.setdefault((battle.aspect, frozenset((battle.answer_a, battle.answer_b))), battle)
        if before is battle:
            continue
        repeats += 1
        if _picked(before) == _picked(battle):
            same += 1
        elif _place(before) is not None and _place(before) == _place(battle):
            same_place += 1
    low, high = share_interval(same, repeats)
    return SelfAgreement(repeats=repeats, same=same, same_place=same_place, low=low, high=high)


def between_raters(battles: Battles, *, aspect: str = "", seed: int = 0) -> RaterAgreement:
    """How far raters agree, over all comparisons that at least two of them judged.

    A, B, tie and both bad are four categories, none nearer to another. The interval comes from a bootstrap of the
    comparisons.
    Source: Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.

    Args:
        battles: Of several raters. Repeats are not counted.
        aspect: Votes on this aspect; empty for the answer as a whole.
        seed: Of the bootstrap.
    """
    votes: dict[str, dict[str, VoteChoice]] = {}
    for battle in battles.only(aspect=aspect).battles:
        votes.setdefault(battle.comparison_id, {})[battle.rater] = battle.choice
    shared = {unit: by_rater for unit, by_rater in votes.items() if len(by_rater) > 1}
    alike = sorted(Counter(tuple(_counts(by_rater.values())) for by_rater in shared.values()).items())
    counts = np.array([each for each, _ in alike], dtype=np.float64).reshape(-1, len(VoteChoice))
    times = np.array([often for _, often in alike], dtype=np.float64)
    alpha = float(_alphas(counts, times[None, :])[0])
    low = high = None
    if len(shared) >= LEAST_UNITS and np.isfinite(alpha):
        drawn = np.random.default_rng(seed).multinomial(len(shared), times / len(shared), _SAMPLES)
        alphas = _alphas(counts, drawn.astype(np.float64))
        low, high = (float(bound) for bound in np.nanquantile(alphas, [0.025, 0.975]))
    return RaterAgreement(
        alpha=alpha if np.isfinite(alpha) else None,
        low=low,
        high=high,
        raters=len({rater for by_rater in shared.values() for rater in by_rater}),
        units=len(shared),
    )


def _counts(choices: Iterable[VoteChoice]) -> list[int]:
    said = list(choices)
    return [said.count(choice) for choice in VoteChoice]


def _alphas(counts: NDArray[np.float64], times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Alpha of each sample of units; not a number where all votes are the same or there are none.

    Args:
        counts: Units by categories: how many raters said so. Units with the same counts can stand here as one.
        times: Samples by units: how often the unit is in the sample.
    """
    judged = counts.sum(axis=1)
    agreeing = times @ ((counts * (counts - 1)).sum(axis=1) / (judged - 1))
    said = times @ counts
    total = said.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = 1 - agreeing / total
        expected = 1 - (said * (said - 1)).sum(axis=1) / (total * (total - 1))
        alphas: NDArray[np.float64] = np.where(expected > 0, 1 - observed / expected, np.nan)
    return alphas


def _picked(battle: Battle) -> str:
    """The answer that was picked, or what was said instead."""
    if battle.choice is VoteChoice.A:
        return battle.answer_a
    return battle.answer_b if battle.choice is VoteChoice.B else battle.choice.value


def _place(battle: Battle) -> bool | None:
    """True if the answer on the left was picked, False if the one on the right, None if neither."""
    if battle.choice not in (VoteChoice.A, VoteChoice.B):
        return None
    return (battle.choice is VoteChoice.A) is (battle.shown_first is Side.A)


def _too_few_repeats(count: int) -> str:
    if not count:
        return tr("Nothing was asked again so far; it takes {least} to say how steady votes are.", least=LEAST_REPEATS)
    return counted(
        count,
        tr("One pair was asked again so far; it takes {least} to say how steady votes are."),
        tr("{n} pairs were asked again so far; it takes {least} to say how steady votes are."),
        least=LEAST_REPEATS,
    )
