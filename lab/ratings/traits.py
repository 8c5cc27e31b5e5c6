"""What can be told of two answers by measuring them, and how much they differ in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite, nan

import numpy as np

from lab.ratings.battles import Battle
from lab.ratings.logistic import Vector
from lab.records import Side

AnswerTraits = Mapping[str, Mapping[str, float | None]]
"""Measures by answer id and name. The names are those of an answer's profile (``characters``, ``headings``,
``list_items``, ``bold``, ``hedging``, ``politeness``, ``reading_ease``), and ``tokens_per_second`` of its response.
None or nothing where an answer can't be measured so."""


class Trait(StrEnum):
    """What may sway a rater."""

    LENGTH = "length"
    LEFT = "left"
    """Standing on the left: no property of the answer at all."""
    STRUCTURE = "structure"
    """Headings, list items and bold passages together."""
    HEADINGS = "headings"
    LISTS = "lists"
    BOLD = "bold"
    HEDGING = "hedging"
    POLITENESS = "politeness"
    READING_EASE = "reading_ease"
    SPEED = "speed"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recipe:
    measures: tuple[str, ...]
    """Their values are added."""
    relative: bool
    """Differ by a share of the sum: 20 and 40 words are far apart, 500 and 520 are not."""


_RECIPES = {
    Trait.LENGTH: _Recipe(measures=("characters",), relative=True),
    Trait.STRUCTURE: _Recipe(measures=("headings", "list_items", "bold"), relative=True),
    Trait.HEADINGS: _Recipe(measures=("headings",), relative=True),
    Trait.LISTS: _Recipe(measures=("list_items",), relative=True),
    Trait.BOLD: _Recipe(measures=("bold",), relative=True),
    Trait.HEDGING: _Recipe(measures=("hedging",), relative=False),
    Trait.POLITENESS: _Recipe(measures=("politeness",), relative=False),
    Trait.READING_EASE: _Recipe(measures=("reading_ease",), relative=False),
    Trait.SPEED: _Recipe(measures=("tokens_per_second",), relative=True),
}


def differences(battles: Sequence[Battle], traits: AnswerTraits, trait: Trait) -> Vector:
    """How much more of a trait A has than B, by battle; not a number where either can't be measured.

    Length, counts and speed: (A - B) / (A + B), from -1 to 1. Shares and scores: A - B. The left side: 1 or -1.
    """
    return np.array([_difference(battle, traits, trait) for battle in battles], dtype=np.float64)


def _difference(battle: Battle, traits: AnswerTraits, trait: Trait) -> float:
    if trait is Trait.LEFT:
        return 1.0 if battle.shown_first is Side.A else -1.0
    recipe = _RECIPES[trait]
    a, b = _amount(traits.get(battle.answer_a, {}), recipe), _amount(traits.get(battle.answer_b, {}), recipe)
    if not recipe.relative or not isfinite(a + b):
        return a - b
    return (a - b) / (a + b) if a + b else 0.0


def _amount(measured: Mapping[str, float | None], recipe: _Recipe) -> float:
    amount = 0.0
    for name in recipe.measures:
        value = measured.get(name)
        amount += nan if value is None else value
    return amount
