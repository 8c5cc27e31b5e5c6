"""Do intervals hold what they promise? On simulated votes, the true strengths are known."""

from __future__ import annotations

import numpy as np
import pytest

from lab.ratings.strength import rate
from lab.ratings.style_control import control_style
from lab.ratings.traits import Trait
from tests.unit.ratings.voting import interval, name_of, simulated

SIMULATIONS = 300


@pytest.mark.parametrize(
    ("contestants", "votes", "spread"),
    [(3, 60, 0.7), (6, 60, 1.5), (6, 200, 1.0), (10, 500, 1.5)],
    ids=lambda value: str(value),
)
def test_intervals_hold_the_true_strength_95_times_of_a_hundred(contestants: int, votes: int, spread: float) -> None:
    draw = np.random.default_rng(1)
    true = np.linspace(-spread, spread, contestants)
    points = {name_of(number): 1000 + strength * 400 / np.log(10) for number, strength in enumerate(true)}
    held = judged = 0
    for _ in range(SIMULATIONS):
        for standing in rate(simulated(true, votes, draw)).standings:
            low, high = interval(standing)
            held += low <= points[standing.contestant] <= high
            judged += 1
    assert judged == SIMULATIONS * contestants
    assert 0.93 <= held / judged <= 0.97


def test_ties_do_not_make_intervals_wrong() -> None:
    """With ties as half wins, the strength meant is the one that infinitely many votes would give."""
    draw = np.random.default_rng(2)
    true = [-1.0, -0.4, 0.2, 1.2]
    endless = {each.contestant: each.rating for each in rate(simulated(true, 60_000, draw, ties=1.0)).standings}
    held = judged = 0
    for _ in range(SIMULATIONS):
        for standing in rate(simulated(true, 120, draw, ties=1.0)).standings:
            low, high = interval(standing)
            held += low <= endless[standing.contestant] <= high
            judged += 1
    assert 0.93 <= held / judged <= 0.97


def test_two_equals_are_rarely_called_unequal() -> None:
    draw = np.random.default_rng(3)
    wrong = sum(rate(simulated([0, 0], 20, draw)).neighbours[0].separate for _ in range(SIMULATIONS))
    assert wrong <= 0.07 * SIMULATIONS


def test_intervals_of_what_style_does_hold_it_95_times_of_a_hundred() -> None:
    draw = np.random.default_rng(4)
    votes, pull, held = 200, 0.5, 0
    for _ in range(SIMULATIONS):
        sizes = draw.lognormal(5, 0.6, size=(votes, 2))
        longer = (sizes[:, 0] - sizes[:, 1]) / sizes.sum(axis=1)
        step = np.sqrt(np.mean(longer**2))
        battles = simulated([-0.5, 0, 0.5], votes, draw, sway=pull * longer / step)
        traits = {
            f"{number}-{side}": {"characters": sizes[number, place]}
            for number in range(votes)
            for place, side in enumerate("ab")
        }
        (effect,) = control_style(battles, traits, style=[Trait.LENGTH]).effects
        held += effect.low <= pull <= effect.high
    assert 0.93 <= held / SIMULATIONS <= 0.97
