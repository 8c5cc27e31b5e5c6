"""How likely one contestant is to beat another, beside how often it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lab.ratings.standings import win_chances
from lab.results.ranking import Ranking

_TENFOLD = 400
"""Rating points that make the odds ten times as good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """One contestant against another."""

    share: float | None
    """The chance to win, 0 to 1, by their Bradley-Terry ratings, ties counting half; None if no votes compare them,
    not even through others."""
    low: float | None
    """Where its 95 % interval begins."""
    high: float | None
    won: int
    """How often it did win."""
    lost: int
    ties: int
    both_bad: int

    @property
    def met(self) -> int:
        """How many votes are on just these two."""
        return self.won + self.lost + self.ties + self.both_bad


def chances(ranking: Ranking, contestants: Sequence[str]) -> list[list[Chance | None]]:
    """Each against each: the one of the row against the one of the column.

    Args:
        ranking: Their ranking.
        contestants: Ids, in the order of rows and columns.

    Returns:
        Rows of chances; None where a contestant would meet itself.
    """
    ratings, tally = ranking.ratings, ranking.ratings.tally
    shares = win_chances(ratings, contestants)
    place = {contestant: number for number, contestant in enumerate(tally.contestants)}
    found: list[list[Chance | None]] = [[None] * len(contestants) for _ in contestants]
    for row, one in enumerate(contestants):
        for column in range(row):
            other = contestants[column]
            gap = ratings.gap(one, other)
            # A gap is told from its better one's side.
            points = (gap.low, gap.high) if gap.better == one else (-gap.high, -gap.low)
            i, j = place[one], place[other]
            chance = Chance(
                share=float(shares[row, column]) if gap.met else None,
                low=_chance(points[0]) if gap.met else None,
                high=_chance(points[1]) if gap.met else None,
                won=int(tally.wins[i, j]),
                lost=int(tally.wins[j, i]),
                ties=int(tally.ties[i, j]),
                both_bad=int(tally.both_bad[i, j]),
            )
            found[row][column] = chance
            found[column][row] = _turned(chance)
    return found


def _chance(points: float) -> float:
    return 1 / (1 + 10 ** (-points / _TENFOLD))


def _turned(chance: Chance) -> Chance:
    """The same from the other one's side."""
    return Chance(
        share=None if chance.share is None else 1 - chance.share,
        low=None if chance.high is None else 1 - chance.high,
        high=None if chance.low is None else 1 - chance.low,
        won=chance.lost,
        lost=chance.won,
        ties=chance.ties,
        both_bad=chance.both_bad,
    )
