"""Which votes are asked about, and how they are made into a ranking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Method(StrEnum):
    """How votes become ratings."""

    BRADLEY_TERRY = "bradley_terry"
    """Bradley-Terry; its intervals are worked out directly."""
    BOOTSTRAP = "bootstrap"
    """Bradley-Terry; its intervals come from random samples of the votes, which takes longer."""
    ELO = "elo"
    """One vote after the other moves the ratings. It has no intervals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """All of it must hold. Everybody's votes on answers as a whole, unless told otherwise."""

    blind: bool = False
    """Only votes that were blind."""
    rater: str | None = None
    """Only this rater's; None for everybody's."""
    tag: str | None = None
    """Only from sessions with this tag; None for all."""
    aspect: str = ""
    """What the votes are about; empty for the answer as a whole."""
    fold_to_models: bool = False
    """Take all contestants of a model file for one."""
    method: Method = Method.BRADLEY_TERRY
    """How the ranking is made; style control and what sways a rater have methods of their own."""
    suite: str | None = None
    """Only what this suite asked, by its id; None for all, whether a suite asked it or not."""
