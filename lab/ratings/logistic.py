"""The one fit behind ratings, style control and what sways a rater: a logistic regression with a weak prior."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array
from scipy.special import betaincinv, expit

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

CONFIDENCE = 0.95
"""How often an interval holds the true value, unless something else is said."""

PRIOR_VOTES = 1.0
"""The weight of the prior: every coefficient begins with one imagined vote, half for it and half against it."""

_MODEL_VOTES = 10.0


def normal_quantile(confidence: float = CONFIDENCE) -> float:
    """How many standard errors an interval reaches to each side: 1.96 for 95 %."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def share_interval(times: float, of: float, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The interval of a share, 0 to 1, by Jeffreys' prior: the same half a vote for and half against as elsewhere.

    Source: Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16, 2001.
    """
    tail = (1 - confidence) / 2
    low = 0.0 if times <= 0 else float(betaincinv(times + 0.5, of - times + 0.5, tail))
    high = 1.0 if times >= of else float(betaincinv(times + 0.5, of - times + 0.5, 1 - tail))
    return low, high


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Votes for a fit; equal ones may stand together in one row."""

    design: csr_array
    """Rows by coefficients: what speaks for the first side, minus what speaks for the second. Sparse, since a row knows
    two contestants only."""
    wins: Vector
    """By row: votes for the first side."""
    losses: Vector
    """By row: votes for the second side."""
    ties: Vector
    """By row: votes for neither. Each counts as half a win and half a loss."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """Coefficients and how sure they are."""

    coefficients: Vector
    """In log-odds, natural logarithm."""
    covariance: Matrix
    """Of their errors, coefficients by coefficients."""


def fit(
    rows: Rows, *, prior_wins: Vector | None = None, prior_losses: Vector | None = None, start: Vector | None = None
) -> Fit:
    """The coefficients under which the votes and the prior are the most probable.

    The prior is a vote for and a vote against each coefficient, of half a vote's weight each. It is the same as a
    half-drawn battle against an imagined contestant of strength 0, so that one who always wins has a finite strength.

    The covariance is the sandwich estimate: it takes from the votes how far they scatter, so that ties, which scatter
    less than wins and losses, make intervals narrower. A handful of votes can't tell that, and ten ties would look like
    certainty; so the scatter that the model expects is mixed in, with the weight of ``_MODEL_VOTES`` votes. Simulated
    with 5 to 2,000 votes on 2 to 20 contestants, with and without ties, its 95 % intervals held 95 to 98 % of the true
    strengths from 12 votes on, and more with fewer.
    Source: White, Maximum Likelihood Estimation of Misspecified Models, Econometrica 50, 1982.

    Args:
        rows: The votes.
        prior_wins: By coefficient, the weight of the prior's vote for it; half a ``PRIOR_VOTES`` if None.
        prior_losses: And of the one against it.
        start: Where to begin looking; near the solution saves time.
    """
    design, crossed = rows.design, rows.design.T.tocsr()
    count = design.shape[1]
    if not count:
        return Fit(coefficients=np.zeros(0), covariance=np.zeros((0, 0)))
    half = np.full(count, PRIOR_VOTES / 2)
    for_ = half if prior_wins is None else prior_wins
    against = half if prior_losses is None else prior_losses
    won, lost = rows.wins + rows.ties / 2, rows.losses + rows.ties / 2
    voted = won + lost

    def loss(at: Vector) -> tuple[float, Vector]:
        log_odds = design @ at
        value = won @ np.logaddexp(0, -log_odds) + lost @ np.logaddexp(0, log_odds)
        value += for_ @ np.logaddexp(0, -at) + against @ np.logaddexp(0, at)
        slope = crossed @ (voted * expit(log_odds) - won) + (for_ + against) * expit(at) - for_
        return float(value), slope

    def curvature(at: Vector) -> Matrix:
        chance, prior_chance = expit(design @ at), expit(at)
        curved = _squared(design, voted * chance * (1 - chance))
        curved[np.diag_indices(count)] += (for_ + against) * prior_chance * (1 - prior_chance)
        return curved

    begin = np.zeros(count) if start is None else start
    best: Vector = minimize(loss, begin, jac=True, hess=curvature, method="trust-exact", options={"gtol": 1e-6}).x
    return Fit(coefficients=best, covariance=_covariance(rows, best, for_, against, curvature(best)))


def _covariance(rows: Rows, best: Vector, prior_wins: Vector, prior_losses: Vector, curved: Matrix) -> Matrix:
    chance, prior_chance = expit(rows.design @ best), expit(best)
    scatter = rows.wins * (1 - chance) ** 2 + rows.losses * chance**2 + rows.ties * (0.5 - chance) ** 2
    seen = _squared(rows.design, scatter)
    seen[np.diag_indices(len(best))] += prior_wins * (1 - prior_chance) ** 2 + prior_losses * prior_chance**2
    votes = rows.wins.sum() + rows.losses.sum() + rows.ties.sum()
    share = votes / (votes + _MODEL_VOTES)
    bread = np.linalg.inv(curved)
    covariance: Matrix = bread @ (share * seen + (1 - share) * curved) @ bread
    return covariance


def _squared(design: csr_array, weights: Vector) -> Matrix:
    """The sum over the rows of weight times row times row, coefficients by coefficients."""
    by_value = np.repeat(weights, np.diff(design.indptr))
    weighed = csr_array((design.data * by_value, design.indices, design.indptr), shape=design.shape)
    squared: Matrix = (design.T @ weighed).toarray()
    return squared
