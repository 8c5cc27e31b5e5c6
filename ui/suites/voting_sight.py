"""Whether a rater may see who is who in a pair."""

from __future__ import annotations

from collections.abc import Set
from enum import Enum, auto

from ui.compare.said import Said


class Standing(Enum):
    """How a rater stands to a pair."""

    USUAL = auto()
    LOCKED = auto()
    """It has a blind vote, and the names are shown."""
    SEEN = auto()
    """The rater votes blind, but has seen the names of this one."""


class VotingSight:
    """What a rater wants to see of a run, and what they have seen already.

    Attributes:
        blind: The rater wants names to be hidden.
        through: The rater was shown the end with nothing left, and may see everything.
    """

    def __init__(self) -> None:
        self.blind = True
        self.through = False
        self._seen: dict[str, set[str]] = {}
        """By rater the pairs whose names were shown since the window opened; votes on them are not blind."""

    @property
    def hides(self) -> bool:
        """Names are hidden, but for what was seen already."""
        return self.blind and not self.through

    def seen(self, rater: str) -> Set[str]:
        """The ids of the comparisons whose names a rater has seen."""
        return self._seen.setdefault(rater, set())

    def look(self, rater: str, comparison_id: str, said: Said) -> bool:
        """A pair comes in sight; what is not hidden now has been seen from now on.

        Args:
            rater: Who looks.
            comparison_id: Of the pair.
            said: What the rater has said about it.

        Returns:
            True if the names must be hidden.
        """
        seen = self._seen.setdefault(rater, set())
        voted_open = said.opinion.choice is not None and not said.voted_blind
        hidden = self.hides and not voted_open and comparison_id not in seen
        if not hidden:
            seen.add(comparison_id)
        return hidden

    def standing(self, *, hidden: bool, locked: bool) -> Standing:
        """How the rater stands to the pair that came in sight.

        Args:
            hidden: Its names are hidden.
            locked: It has a blind vote, and the names are shown.
        """
        if locked:
            return Standing.LOCKED
        return Standing.SEEN if self.hides and not hidden else Standing.USUAL
