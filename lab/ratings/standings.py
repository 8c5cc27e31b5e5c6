"""A ranking as it is shown: ratings with intervals, what they rest on, and what cannot be said yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np

from lab.language import counted, number, tr
from lab.ratings.logistic import CONFIDENCE, Fit, Matrix, Vector, normal_quantile
from lab.ratings.tally import BothBad, Tally

AVERAGE = 1000.0
"""The rating of a contestant of average strength."""
POINTS = 400 / log(10)
"""Rating points for each unit of log-odds: 400 points more means ten wins for each loss."""
FEW_VOTES = 5
"""With fewer votes than this a rank is shown only with a warning."""
NOTHING_TO_RANK = tr("There is nothing to rank yet: it takes votes on at least two contestants.")
_UNREACHABLE_VOTES = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One contestant's place."""

    contestant: str
    """Its id."""
    rank: int
    """1 + the number of contestants that are better for certain; so several can share a rank."""
    rating: float
    """Bradley-Terry strength as 1000 + 400·log10 of the odds against an average contestant of these battles."""
    low: float | None
    """Where the 95 % interval begins, in rating points; None if it fought nobody."""
    high: float | None
    wins: int
    losses: int
    ties: int
    both_bad: int
    counted: int
    """How many votes the rating rests on: all four kinds, unless both-bad is left out."""
    score: float | None
    """Wins and half of what was undecided, by all that counted, 0 to 1; None if it fought nobody."""

    @property
    def few_votes(self) -> bool:
        """True if its rank rests on too few votes to be shown without saying so."""
        return self.counted < FEW_VOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How far apart two contestants are, and whether that is certain."""

    better: str
    """Id of the one with the higher rating."""
    worse: str
    points: float
    """By how many rating points."""
    low: float
    """Where the 95 % interval of that begins; below 0 if the order may as well be the other way round."""
    high: float
    more_votes: int | None
    """About how many more votes on just these two would separate them, if the gap stays as it is; 0 if they are
    separate, None if it would take thousands or they never met."""
    met: bool = True
    """False if they never met, not even through others. Then no votes compare them, and their gap is the prior's."""

    @property
    def separate(self) -> bool:
        """True if the interval of the gap doesn't hold 0."""
        return self.met and self.low > 0

    def sentence(self, better: str, worse: str) -> str:
        """What can be said about the two, under the names given."""
        both = {"better": better, "worse": worse}
        if not self.met:
            return tr("No votes compare {better} and {worse}: they never met, not even through others.", **both)
        if self.separate:
            points = number(self.points)
            return tr("{better} is better than {worse} in these votes, by {points} points.", points=points, **both)
        if self.more_votes is None:
            return tr(
                "These votes can't separate {better} and {worse}. They are so close that it may take thousands.", **both
            )
        return counted(
            self.more_votes,
            tr(
                "These votes can't separate {better} and {worse} yet. If they stay as far apart, one more vote on them "
                "would."
            ),
            tr(
                "These votes can't separate {better} and {worse} yet. If they stay as far apart, about {n} more votes "
                "on them would."
            ),
            **both,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ratings:
    """A ranking with all that it rests on."""

    standings: tuple[Standing, ...]
    """Best first."""
    tally: Tally
    both_bad: BothBad
    strengths: Vector
    """By contestant of the tally: log-odds against the average one."""
    covariance: Matrix
    """Of the strengths' errors."""
    samples: int = 0
    """How many bootstrap samples the intervals come from; 0 if they were worked out directly."""

    def gap(self, one: str, other: str) -> Gap:
        """How far two contestants are apart.

        Raises:
            ValueError: One of them is in none of these battles.
        """
        i, j = self.tally.contestants.index(one), self.tally.contestants.index(other)
        if self.strengths[j] > self.strengths[i]:
            i, j = j, i
        apart = float(self.strengths[i] - self.strengths[j])
        error = float(_errors_of_gaps(self.covariance)[i, j])
        reach = normal_quantile() * error
        islands = self.tally.islands(self.both_bad)
        met = bool(islands[i] == islands[j])
        more_votes = 0 if apart > reach else _more_votes(apart, error, self._tied_share())
        return Gap(
            better=self.tally.contestants[i],
            worse=self.tally.contestants[j],
            points=apart * POINTS,
            low=(apart - reach) * POINTS,
            high=(apart + reach) * POINTS,
            more_votes=more_votes if met else None,
            met=met,
        )

    @property
    def neighbours(self) -> tuple[Gap, ...]:
        """The gap from each contestant to the next one down."""
        ids = [standing.contestant for standing in self.standings]
        return tuple(self.gap(upper, lower) for upper, lower in pairwise(ids))

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader must know before believing the ranking, as sentences; empty if nothing."""
        said: list[str] = []
        if len(self.standings) < 2:
            said.append(NOTHING_TO_RANK)
        few = sum(standing.few_votes for standing in self.standings)
        if few and len(self.standings) > 1:
            said.append(
                counted(
                    few,
                    tr("One contestant has fewer than {few} votes, so the rank says next to nothing."),
                    tr("{n} contestants have fewer than {few} votes, so the rank says next to nothing."),
                    few=FEW_VOTES,
                )
            )
        islands = len(set(self.tally.islands(self.both_bad).tolist()))
        if islands > 1:
            said.append(
                tr(
                    "There are {n} groups of contestants that never met, not even through others. Compare ranks only "
                    "within a group.",
                    n=number(islands),
                )
            )
        if self.tally.wins.sum() == 0 and len(self.standings) > 1:
            said.append(tr("Every vote is undecided, so all are level."))
        return tuple(said)

    def _tied_share(self) -> float:
        undecided = self.tally.undecided(self.both_bad).sum() / 2
        counted = self.tally.wins.sum() + undecided
        return float(undecided / counted) if counted else 0.0


def ratings_of(tally: Tally, both_bad: BothBad, fitted: Fit, *, samples: int = 0) -> Ratings:
    """A fit of contestants, put in order.

    Args:
        tally: What was counted.
        both_bad: How votes that both are bad were fitted.
        fitted: The fit; its first coefficients are the contestants', as in the tally.
        samples: The bootstrap samples behind its covariance, if any.
    """
    count = len(tally.contestants)
    # Votes tell differences only. So strengths are given against the average, and their errors with it.
    about_average = np.eye(count) - 1 / count if count else np.eye(0)
    strengths = about_average @ fitted.coefficients[:count]
    covariance = about_average @ fitted.covariance[:count, :count] @ about_average.T
    reach = normal_quantile() * np.sqrt(np.maximum(np.diag(covariance), 0))
    gaps = strengths[:, None] - strengths[None, :]
    islands = tally.islands(both_bad)
    compared = islands[:, None] == islands[None, :]
    certainly_better = compared & (gaps > normal_quantile() * _errors_of_gaps(covariance))
    undecided = tally.undecided(both_bad)
    standings: list[Standing] = []
    for i, contestant in enumerate(tally.contestants):
        wins, losses = int(tally.wins[i].sum()), int(tally.wins[:, i].sum())
        half = int(undecided[i].sum())
        counted = wins + losses + half
        rating = AVERAGE + float(strengths[i]) * POINTS
        standings.append(
            Standing(
                contestant=contestant,
                rank=1 + int(certainly_better[:, i].sum()),
                rating=rating,
                low=rating - float(reach[i]) * POINTS if counted else None,
                high=rating + float(reach[i]) * POINTS if counted else None,
                wins=wins,
                losses=losses,
                ties=int(tally.ties[i].sum()),
                both_bad=int(tally.both_bad[i].sum()),
                counted=counted,
                score=(wins + half / 2) / counted if counted else None,
            )
        )
    standings.sort(key=lambda standing: (-standing.rating, standing.contestant))
    return Ratings(
        standings=tuple(standings),
        tally=tally,
        both_bad=both_bad,
        strengths=strengths,
        covariance=covariance,
        samples=samples,
    )


def win_chances(ratings: Ratings, contestants: Sequence[str]) -> Matrix:
    """The chance, 0 to 1, that the one of the row beats the one of the column, by their ratings; ties count half."""
    places = [ratings.tally.contestants.index(contestant) for contestant in contestants]
    strengths = ratings.strengths[places]
    chances: Matrix = 1 / (1 + np.exp(strengths[None, :] - strengths[:, None]))
    return chances


def _errors_of_gaps(covariance: Matrix) -> Matrix:
    """Standard error of the difference of each two strengths."""
    variance = np.diag(covariance)
    errors: Matrix = np.sqrt(np.maximum(variance[:, None] + variance[None, :] - 2 * covariance, 0))
    return errors


def _more_votes(apart: float, error: float, tied_share: float) -> int | None:
    """How many direct votes bring the error of a gap down to where the gap stands out, rounded to two digits.

    What is known about the gap is one by its variance. A vote between two whose first wins with chance p adds
    (p·(1 - p))² by the variance of its outcome, which ties make smaller.
    """
    chance = 1 / (1 + np.exp(-apart))
    decided = chance * (1 - chance)
    known_by_vote = decided**2 / max(decided - tied_share / 4, decided / 10)
    wanted = (normal_quantile(CONFIDENCE) / apart) ** 2 if apart > 1e-6 else np.inf
    votes = (wanted - 1 / error**2) / known_by_vote
    if votes > _UNREACHABLE_VOTES:
        return None
    return max(1, int(float(f"{np.ceil(votes):.2g}")))
