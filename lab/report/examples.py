"""Chooses a few comparisons to show whole: of each outcome some, rather those that somebody explained."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from lab.records import Comparison, KeptAnswer, Note, Vote, VoteChoice

_MOST = 4
"""Examples in a report."""
_MOST_READ_CHARACTERS = 2400
"""A pair of answers that is longer than this is no good example, if there is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One comparison with what was thought of it."""

    comparison: Comparison
    votes: Sequence[Vote]
    """Those that are asked about and count, oldest first."""
    notes: Sequence[Note]


_Outcome = tuple[bool, str]
"""Whether nobody won, and who won or what was said instead."""


class Choosing:
    """Looks at one comparison after the other, and remembers few."""

    def __init__(self) -> None:
        self._best: dict[_Outcome, list[tuple[tuple[bool, bool, bool, str, str], Example]]] = defaultdict(list)
        self._times: Counter[_Outcome] = Counter()

    def offer(self, comparison: Comparison, votes: Sequence[Vote], notes: Sequence[Note]) -> None:
        """Consider a comparison."""
        a, b = comparison.a, comparison.b
        if a is None or b is None or not (a.text or b.text):
            return
        outcome = _outcome(a, b, votes)
        self._times[outcome] += 1
        worth = (
            len(a.text) + len(b.text) <= _MOST_READ_CHARACTERS,
            bool(notes),
            any(vote.reasons_a or vote.reasons_b for vote in votes),
            comparison.created_utc,
            comparison.id,
        )
        best = self._best[outcome]
        best.append((worth, Example(comparison=comparison, votes=votes, notes=notes)))
        best.sort(key=lambda item: item[0], reverse=True)
        del best[_MOST:]

    def chosen(self) -> tuple[Example, ...]:
        """A few: the best of each outcome, then the second best; what was not voted on only if nothing was."""
        outcomes = sorted(
            (outcome for outcome in self._times if outcome != _OPEN),
            key=lambda outcome: (outcome[0], -self._times[outcome], outcome[1]),
        ) or list(self._times)
        rounds = zip_longest(*([example for _, example in self._best[outcome]] for outcome in outcomes))
        return tuple(example for taken in rounds for example in taken if example is not None)[:_MOST]


_OPEN: _Outcome = (True, "")


def _outcome(a: KeptAnswer, b: KeptAnswer, votes: Sequence[Vote]) -> _Outcome:
    for vote in votes:
        if vote.aspect or vote.choice is None:
            continue
        if vote.choice in (VoteChoice.A, VoteChoice.B):
            won = (a if vote.choice is VoteChoice.A else b).contestant
            return False, f"{won.model.name} {won.framing}"
        return True, vote.choice.value
    return _OPEN
