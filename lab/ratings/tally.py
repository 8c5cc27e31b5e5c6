"""Battles counted: who beat whom how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from lab.ratings.battles import Battle
from lab.ratings.logistic import Rows
from lab.records import VoteChoice

Counts = NDArray[np.int64]


class BothBad(StrEnum):
    """What a rating makes of a vote that both answers are bad."""

    AS_TIE = "as_tie"
    """Neither was better, so it counts like a tie."""
    LEFT_OUT = "left_out"
    """It counts for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """The win matrix and its fellows. Each is contestants by contestants, in the order of ``contestants``."""

    contestants: tuple[str, ...]
    """Ids, in alphabetical order."""
    wins: Counts
    """How often the one of the row beat the one of the column."""
    ties: Counts
    """Symmetric: each tie stands in both places."""
    both_bad: Counts
    """Symmetric like the ties."""
    against_itself: int
    """Battles in which both sides were the same contestant; they say nothing about strength and are counted nowhere
    else."""

    def undecided(self, both_bad: BothBad) -> Counts:
        """Ties, with or without votes that both are bad."""
        return self.ties + self.both_bad if both_bad is BothBad.AS_TIE else self.ties

    def islands(self, both_bad: BothBad) -> NDArray[np.int32]:
        """The number, from 0, of each contestant's group; one group is the usual case.

        Two of different groups never met, not even through others, so no vote compares them.
        """
        if not self.contestants:
            return np.zeros(0, dtype=np.int32)
        met = self.wins + self.undecided(both_bad)
        numbers: NDArray[np.int32] = connected_components(csr_array(met > 0), directed=False)[1]
        return numbers

    def rows(self, both_bad: BothBad) -> Rows:
        """The battles for a fit, a row for each pair that met."""
        undecided = self.undecided(both_bad)
        first, second = np.nonzero(np.triu(self.wins + self.wins.T + undecided, k=1))
        return Rows(
            design=matches(first, second, len(self.contestants)),
            wins=self.wins[first, second].astype(float),
            losses=self.wins[second, first].astype(float),
            ties=undecided[first, second].astype(float),
        )


def matches(first: NDArray[np.intp], second: NDArray[np.intp], contestants: int) -> csr_array:
    """A design for a fit: in each row 1 for the first contestant and -1 for the second.

    Args:
        first: By row, the first contestant's number.
        second: By row, the second one's.
        contestants: How many there are.
    """
    rows = len(first)
    signs = np.tile([1.0, -1.0], rows)
    return csr_array(
        (signs, np.column_stack((first, second)).ravel(), np.arange(0, 2 * rows + 1, 2)), shape=(rows, contestants)
    )


def tally(battles: Sequence[Battle]) -> Tally:
    """Count battles; what they are about is the caller's choice, see ``Battles.only``."""
    contestants = tuple(sorted({battle.a for battle in battles} | {battle.b for battle in battles}))
    place = {contestant: number for number, contestant in enumerate(contestants)}
    a = np.array([place[battle.a] for battle in battles], dtype=np.intp)
    b = np.array([place[battle.b] for battle in battles], dtype=np.intp)
    choices = np.array([battle.choice.value for battle in battles], dtype=object)
    between_two = a != b

    def counted(choice: VoteChoice) -> Counts:
        chosen = between_two & (choices == choice.value)
        size = len(contestants)
        flat = np.bincount(a[chosen] * size + b[chosen], minlength=size * size)
        return flat.reshape(size, size).astype(np.int64)

    ties, both_bad = counted(VoteChoice.TIE), counted(VoteChoice.BOTH_BAD)
    return Tally(
        contestants=contestants,
        wins=counted(VoteChoice.A) + counted(VoteChoice.B).T,
        ties=ties + ties.T,
        both_bad=both_bad + both_bad.T,
        against_itself=len(battles) - int(between_two.sum()),
    )
