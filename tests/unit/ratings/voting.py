"""Votes for the tests: written out by hand, or cast by simulated raters whose mind is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from lab.ratings.battles import Battle, Battles
from lab.ratings.standings import Standing
from lab.records import Side, VoteChoice

BY_LETTER = {"a": VoteChoice.A, "b": VoteChoice.B, "=": VoteChoice.TIE, "-": VoteChoice.BOTH_BAD}


def battle(a: str, b: str, choice: VoteChoice, number: int = 0, **fields: Any) -> Battle:
    """A vote number so and so on a comparison of its own."""
    given = {
        "answer_a": f"{number}-a",
        "answer_b": f"{number}-b",
        "rater": "me",
        "shown_first": Side.A,
        "cast_utc": f"2026-11-24T{number:09d}",
        "vote_id": f"vote {number}",
        "comparison_id": f"comparison {number}",
    }
    return Battle(a=a, b=b, choice=choice, **{**given, **fields})


def voted(**choices: str) -> Battles:
    """Votes on pairs: ``ann_bob="aab="`` has Ann win twice and lose once against Bob, and one tie."""
    battles: list[Battle] = []
    for pair, letters in choices.items():
        a, b = pair.split("_")
        for letter in letters:
            battles.append(battle(a, b, BY_LETTER[letter], len(battles)))
    return together(battles)


def together(battles: Sequence[Battle]) -> Battles:
    return Battles(battles=tuple(battles), contestants={})


def interval(standing: Standing) -> tuple[float, float]:
    assert standing.low is not None
    assert standing.high is not None
    return standing.low, standing.high


def name_of(number: int) -> str:
    return f"c{number:02d}"


def simulated(
    strengths: Sequence[float],
    votes: int,
    draw: np.random.Generator,
    *,
    ties: float = 0.0,
    sway: Sequence[float] | None = None,
) -> Battles:
    """Votes on random pairs as Davidson's model has them: Bradley-Terry, with more ties between equals.

    Args:
        strengths: Of the contestants, in log-odds.
        votes: How many.
        draw: Where chance comes from.
        ties: 0 for none, 1 for one vote in three between equals.
        sway: By vote, log-odds in favour of A that have nothing to do with strength.
    """
    first = draw.integers(len(strengths), size=votes)
    second = (first + draw.integers(1, len(strengths), size=votes)) % len(strengths)
    gap = np.asarray(strengths)[first] - np.asarray(strengths)[second] + (0.0 if sway is None else np.asarray(sway))
    for_a, for_b = np.exp(gap / 2), np.exp(-gap / 2)
    chance = draw.random(votes) * (for_a + for_b + ties)
    choices = np.where(chance < for_a, "a", np.where(chance < for_a + for_b, "b", "="))
    return together(
        [
            battle(name_of(a), name_of(b), BY_LETTER[choice], number)
            for number, (a, b, choice) in enumerate(zip(first, second, choices, strict=True))
        ]
    )
