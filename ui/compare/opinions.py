"""Brings what is said in the vote bar to the history, and what the history knows into the vote bar."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lab.errors import LabError
from lab.records import Comparison, Side, VoteChoice
from lab.session.keeper import Keeper
from ui.compare.vote_bar import Opinion, VoteBar
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store
    from lab.storage.work import Work


class Opinions(QObject):
    """Keeps the votes of one rater.

    Args:
        bar: Where the votes are given.
        keeper: Keeps them, after what they are about.
        report: Told what could not be read.
        parent: Owns it.
    """

    def __init__(
        self, bar: VoteBar, keeper: Keeper, report: Callable[[LabError], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bar, self._keeper, self._report = bar, keeper, report
        self._store: Store | None = None
        self._deliveries = Deliveries(self)
        self._comparison: Comparison | None = None
        self._shown_at: float | None = None
        self._said: dict[str, Opinion] = {}
        """What was said since the window opened, by comparison; newer than what the disk has taken."""
        bar.voted.connect(self._vote)
        bar.judged.connect(self._judge)
        bar.noted.connect(self._note)

    def attach(self, store: Store) -> None:
        """Show what this history knows."""
        self._store = store

    def show(self, comparison: Comparison | None, *, just_answered: bool = False) -> None:
        """Show what was said about a comparison; nothing for None, or while it is being answered.

        Args:
            comparison: Which.
            just_answered: Both answers have come this moment, so the time until the vote says something.
        """
        self._bar.flush()
        self._comparison = comparison
        self._shown_at = time.monotonic() if just_answered else None
        self._bar.show_opinion(Opinion())
        self._bar.set_votable(comparison is not None and _can_be_voted_on(comparison))
        if comparison is None or just_answered:
            return
        if comparison.id in self._said:
            self._bar.show_opinion(self._said[comparison.id])
            return
        if self._store is None:
            return
        self._deliveries.when_done(
            self._store.read(_opinion, comparison.id),
            lambda opinion: self._show_kept(comparison.id, opinion),
            self._report,
        )

    def _show_kept(self, comparison_id: str, opinion: Opinion) -> None:
        # Whoever was quicker than the disk has said something newer.
        if self._comparison is not None and self._comparison.id == comparison_id and self._bar.opinion() == Opinion():
            self._bar.show_opinion(opinion)

    def _vote(self, opinion: Opinion) -> None:
        if self._comparison is None:
            return
        comparison_id = self._remember(self._comparison)
        took_ms = None if self._shown_at is None else round((time.monotonic() - self._shown_at) * 1000)

        def cast(work: Work) -> None:
            from lab.storage import votes

            votes.cast(
                work,
                comparison_id,
                opinion.choice,
                reasons_a=opinion.reasons_a,
                reasons_b=opinion.reasons_b,
                time_taken_ms=took_ms,
            )

        self._keeper.do(cast)

    def _judge(self, side: Side, correct: bool | None) -> None:
        if self._comparison is None:
            return
        comparison_id = self._remember(self._comparison)

        def judge(work: Work) -> None:
            from lab.storage import votes

            votes.judge(work, comparison_id, side, correct)

        self._keeper.do(judge)

    def _note(self, text: str) -> None:
        if self._comparison is None:
            return
        comparison_id = self._remember(self._comparison)

        def write(work: Work) -> None:
            from lab.storage import votes

            votes.write_note(work, comparison_id, text)

        self._keeper.do(write)

    def _remember(self, comparison: Comparison) -> str:
        self._said[comparison.id] = self._bar.opinion()
        return comparison.id


def _can_be_voted_on(comparison: Comparison) -> bool:
    """Both sides must have said something."""
    return all(answer is not None and answer.text for answer in (comparison.a, comparison.b))


def _opinion(work: Work, comparison_id: str) -> Opinion:
    from lab.storage import votes

    vote = next(
        (each for each in votes.current(work, comparison_id) if each.rater == votes.ME and not each.aspect), None
    )
    correct = {each.side: each.correct for each in votes.judgements(work, comparison_id) if each.rater == votes.ME}
    note = next((each.text for each in votes.notes(work, comparison_id) if each.rater == votes.ME), "")
    choice: VoteChoice | None = vote.choice if vote else None
    return Opinion(
        choice=choice,
        reasons_a=vote.reasons_a if vote else (),
        reasons_b=vote.reasons_b if vote else (),
        correct_a=correct.get(Side.A),
        correct_b=correct.get(Side.B),
        note=note,
    )
