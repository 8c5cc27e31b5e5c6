"""Ratings with the style of the answers taken into account: LMArena's method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array, hstack
from scipy.special import expit

from lab.ratings.battles import Battle, Battles
from lab.ratings.logistic import CONFIDENCE, Fit, Matrix, Rows, fit, normal_quantile
from lab.ratings.standings import Ratings, Standing, ratings_of
from lab.ratings.strength import rate
from lab.ratings.tally import BothBad, Tally, matches, tally
from lab.ratings.traits import AnswerTraits, Trait, differences
from lab.records import VoteChoice

STYLE = (Trait.LENGTH, Trait.HEADINGS, Trait.LISTS, Trait.BOLD)
"""What LMArena controls for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """How far a trait goes with being picked, who wrote the answer and the other traits being equal."""

    trait: Trait
    coefficient: float
    """Log-odds for one step more of it, natural logarithm; above 0 if more of it goes with being picked."""
    low: float
    """Where the coefficient's interval begins."""
    high: float
    step: float
    """One step: the typical (root mean square) difference of two answers here, as ``traits.differences`` has it."""
    votes: int
    """In how many votes the two answers differed in it."""

    @property
    def certain(self) -> bool:
        """True if the interval doesn't hold 0."""
        return self.low > 0 or self.high < 0

    @property
    def picked_share(self) -> float:
        """How often, 0 to 1, an answer with one step more of it is picked over an otherwise equal one."""
        return float(expit(self.coefficient))

    @property
    def picked_interval(self) -> tuple[float, float]:
        """The interval of ``picked_share``."""
        return float(expit(self.low)), float(expit(self.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One contestant without and with style control."""

    contestant: str
    """Its id."""
    without: Standing
    controlled: Standing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StyleControl:
    """Both rankings of the same battles, and what style did."""

    effects: tuple[Effect, ...]
    """Of the traits in which any two answers differed."""
    without: Ratings
    controlled: Ratings
    unmeasured: int
    """How many votes were left out of both because an answer's style is not known."""

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """Each contestant's two standings side by side, best without control first."""
        controlled = {standing.contestant: standing for standing in self.controlled.standings}
        return tuple(
            Shift(contestant=standing.contestant, without=standing, controlled=controlled[standing.contestant])
            for standing in self.without.standings
        )


def control_style(
    battles: Battles,
    traits: AnswerTraits,
    *,
    style: Sequence[Trait] = STYLE,
    both_bad: BothBad = BothBad.AS_TIE,
) -> StyleControl:
    """Rate contestants with and without the style of their answers taken into account.

    The votes are fitted on who played and on the differences in style together. Differences are divided by their root
    mean square, not centred first, so that it doesn't matter which side is called A.
    Source: Li, Angelopoulos and Chiang, Does Style Matter?, LMSYS blog, August 2024.

    Args:
        battles: Of one aspect. Repeats are not counted.
        traits: The measures of the answers.
        style: What to control for.
        both_bad: What a vote that both are bad counts as.
    """
    counted = [battle for battle in battles.battles if not battle.repeat]
    columns = [differences(counted, traits, trait) for trait in style]
    measured = np.isfinite(np.column_stack(columns)).all(axis=1) if columns else np.ones(len(counted), dtype=bool)
    fitted_battles = [counted[number] for number in np.flatnonzero(measured).tolist()]
    table = np.column_stack([column[measured] for column in columns]) if columns else np.zeros((len(counted), 0))
    counts, fitted, effects = fit_effects(fitted_battles, style, table, both_bad=both_bad)
    return StyleControl(
        effects=effects,
        without=rate(replace(battles, battles=tuple(fitted_battles)), both_bad=both_bad),
        controlled=ratings_of(counts, both_bad, fitted),
        unmeasured=len(counted) - len(fitted_battles),
    )


def fit_effects(
    battles: Sequence[Battle],
    traits: Sequence[Trait],
    table: Matrix,
    *,
    both_bad: BothBad,
    confidence: float = CONFIDENCE,
) -> tuple[Tally, Fit, tuple[Effect, ...]]:
    """Fit votes on who played and on differences of the answers together.

    Args:
        battles: The votes.
        traits: What the columns of the table are.
        table: Battles by traits: how much more A has of it, all finite.
        both_bad: What a vote that both are bad counts as.
        confidence: Of the effects' intervals.

    Returns:
        The battles counted, the fit with the contestants' coefficients first, and the effects of the traits in which
        any two answers differed.
    """
    counts = tally(battles)
    steps = np.sqrt(np.mean(table**2, axis=0)) if len(battles) else np.zeros(len(traits))
    differing = np.flatnonzero(steps > 0)
    place = {contestant: number for number, contestant in enumerate(counts.contestants)}
    first = np.array([place[battle.a] for battle in battles], dtype=np.intp)
    second = np.array([place[battle.b] for battle in battles], dtype=np.intp)
    choices = np.array([battle.choice.value for battle in battles], dtype=object)
    ties = choices == VoteChoice.TIE.value
    if both_bad is BothBad.AS_TIE:
        ties |= choices == VoteChoice.BOTH_BAD.value
    played = matches(first, second, len(counts.contestants))
    rows = Rows(
        design=csr_array(hstack((played, csr_array(table[:, differing] / steps[differing])), format="csr")),
        wins=(choices == VoteChoice.A.value).astype(float),
        losses=(choices == VoteChoice.B.value).astype(float),
        ties=ties.astype(float),
    )
    fitted = fit(rows)
    reach = normal_quantile(confidence) * np.sqrt(np.diag(fitted.covariance))
    effects = []
    for number, column in enumerate(differing.tolist(), start=len(counts.contestants)):
        coefficient = float(fitted.coefficients[number])
        effects.append(
            Effect(
                trait=traits[column],
                coefficient=coefficient,
                low=coefficient - float(reach[number]),
                high=coefficient + float(reach[number]),
                step=float(steps[column]),
                votes=int(np.count_nonzero(table[:, column])),
            )
        )
    return counts, fitted, tuple(effects)
