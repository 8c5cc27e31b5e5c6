"""What learners think of the answers: kept in the history like any other vote, and read from there again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.records import Comparison, Side, VoteChoice
from lab.session.keeper import Keeper
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store
    from lab.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one rater has said about one comparison."""

    choice: VoteChoice | None = None
    correct: dict[Side, bool | None] = field(default_factory=dict)


class Ballots(QObject):
    """Remembers comparisons and what was said of them, and keeps both in the history.

    Args:
        keeper: Keeps votes, after what they are about.
        store: Gives the history; None while there is none.
        parent: Owns it.

    Signals:
        known(): More is known now of what was asked for.
        trouble(LabError): The history can't be read.
    """

    known = Signal()
    trouble = Signal(object)

    def __init__(self, keeper: Keeper, store: Callable[[], Store | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper, self._store = keeper, store
        self._deliveries = Deliveries(self)
        self._comparisons: dict[str, Comparison] = {}
        self._gone: set[str] = set()
        self._said: dict[tuple[str, str], Said] = {}
        self._shown_at: dict[str, float] = {}
        self._new: set[str] = set()

    def take(self, comparison: Comparison, *, is_new: bool = True) -> None:
        """Remember a comparison that is seen from now on.

        Args:
            comparison: Which.
            is_new: It has just been answered, so nobody has said anything about it.
        """
        self._comparisons[comparison.id] = comparison
        self._shown_at[comparison.id] = time.monotonic()
        if is_new:
            self._new.add(comparison.id)

    def read_anew(self) -> None:
        """Forget what was found in the history, or not found there: more has come into it."""
        self._gone.clear()
        self._said.clear()
        self._new.clear()

    def comparison(self, comparison_id: str) -> Comparison | None:
        """A comparison, once it was taken or read."""
        return self._comparisons.get(comparison_id)

    def is_gone(self, comparison_id: str) -> bool:
        """True if it is not in the history any more."""
        return comparison_id in self._gone

    def said(self, rater: str, comparison_id: str) -> Said:
        """What a rater has said about a comparison, as far as it is known."""
        return self._said.get((rater, comparison_id), Said())

    def read(self, rater: str, comparison_ids: Sequence[str]) -> None:
        """Read from the history what is not known yet; ``known`` tells that it is."""
        store = self._store()
        wanted = [each for each in comparison_ids if each not in self._comparisons and each not in self._gone]
        votes = [each for each in comparison_ids if (rater, each) not in self._said and each not in self._new]
        if store is None or not (wanted or votes):
            return

        def take(found: tuple[list[Comparison], dict[str, Said]]) -> None:
            comparisons, said = found
            self._comparisons |= {each.id: each for each in comparisons if each.trashed_utc is None}
            self._gone |= {each for each in wanted if each not in self._comparisons}
            for comparison_id, value in said.items():
                self._said.setdefault((rater, comparison_id), value)  # whoever was quicker has said something newer
            self.known.emit()

        self._deliveries.when_done(store.read(_found, wanted, votes, rater), take, self.trouble.emit)

    def vote(self, rater: str, comparison_id: str, choice: VoteChoice | None, *, blind: bool) -> None:
        """Say which answer is better; None takes it back."""
        shown_at = self._shown_at.get(comparison_id)
        took_ms = None if shown_at is None else round((time.monotonic() - shown_at) * 1000)
        self._said[rater, comparison_id] = replace(self.said(rater, comparison_id), choice=choice)

        def cast(work: Work) -> None:
            from lab.storage import votes

            votes.cast(work, comparison_id, choice, rater=rater, blind=blind, time_taken_ms=took_ms)

        self._keeper.do(cast)

    def judge(self, rater: str, comparison_id: str, side: Side, correct: bool | None) -> None:
        """Say whether a side's answer is correct; None takes it back."""
        before = self.said(rater, comparison_id)
        self._said[rater, comparison_id] = replace(before, correct={**before.correct, side: correct})

        def judge(work: Work) -> None:
            from lab.storage import votes

            votes.judge(work, comparison_id, side, correct, rater=rater)

        self._keeper.do(judge)


def _found(
    work: Work, comparison_ids: Sequence[str], votes_on: Sequence[str], rater: str
) -> tuple[list[Comparison], dict[str, Said]]:
    from lab.storage import comparisons, votes

    found = comparisons.by_ids(work, comparison_ids) if comparison_ids else []
    said: dict[str, Said] = {}
    try:
        for comparison_id in votes_on:
            counts = [vote for vote in votes.current(work, comparison_id) if vote.rater == rater and not vote.aspect]
            judged = [each for each in votes.judgements(work, comparison_id) if each.rater == rater]
            said[comparison_id] = Said(
                choice=counts[-1].choice if counts else None, correct={each.side: each.correct for each in judged}
            )
    except LabError:  # a comparison is gone, and so are its votes
        return found, said
    return found, said
