"""Brings what is said in the vote bar to the history, and what the history knows into the vote bar."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.preferences import Preferences, PreferencesFile
from lab.records import Comparison, Side, Vote, VoteChoice
from lab.session.keeper import Keeper
from lab.session.pairing import other_side
from ui.compare.blindfold import Blindfold
from ui.compare.rater_button import ME
from ui.compare.vote_bar import Opinion, VoteBar
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store
    from lab.storage.work import Work

_BETWEEN_NOTES = " · "

_About = tuple[str, str, Side]
"""A rater, a comparison, and its side that stands on the left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one rater has said about one comparison."""

    opinion: Opinion = Opinion()  # noqa: RUF009  (frozen)
    voted_blind: bool = False
    """There is a vote that was given while nobody could know who is who; what comes after the reveal leaves it."""
    voted_open: bool = False
    """The newest vote was given when it could be known."""
    choice: VoteChoice | None = None
    """What was chosen since the comparison is shown, as a side of it, wherever that stands."""


class Opinions(QObject):
    """Keeps the votes of whoever votes at this computer.

    Args:
        bar: Where the votes are given.
        keeper: Keeps them, after what they are about.
        report: Told what could not be read.
        parent: Owns it.

    Attributes:
        blindfold: Whether votes are blind.
        rater: Who votes.
        shown_first: The side that stands on the left. With B there the rater is asked once more: nothing of what was
            said before is shown, and what is said now leaves that as it is.

    Signals:
        said(): A vote was given, or is known now, about the comparison that is shown.
    """

    said = Signal()

    def __init__(
        self, bar: VoteBar, keeper: Keeper, report: Callable[[LabError], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.blindfold = Blindfold()
        self.rater = ME
        self.shown_first = Side.A
        self._bar, self._keeper, self._report = bar, keeper, report
        self._store: Store | None = None
        self._preferences: PreferencesFile | None = None
        self._deliveries = Deliveries(self)
        self._comparison: Comparison | None = None
        self._shown_at: float | None = None
        self._said: dict[_About, Said] = {}
        """What was said since the window opened; newer than what the disk has taken."""
        self._known: Said = Said()
        """About the comparison that is shown, by the rater of now."""
        bar.voted.connect(self._vote)
        bar.judged.connect(self._judge)
        bar.noted.connect(self._note)
        bar.rater_button.chosen.connect(self._choose_rater)

    def attach(self, store: Store) -> None:
        """Show what this history knows."""
        self._store = store

    def follow(self, preferences: PreferencesFile) -> None:
        """Let the one vote who did last, and remember who does from now on."""
        self._preferences = preferences
        self._show_rater(preferences.value)

    def known(self) -> Said:
        """What is known about the comparison that is shown."""
        return self._known

    def show(self, comparison: Comparison | None, *, just_answered: bool = False) -> None:
        """Show what was said about a comparison; nothing for None, or while it is being answered.

        Args:
            comparison: Which.
            just_answered: Both answers have come this moment, so the time until the vote says something.
        """
        self._bar.flush()
        self._comparison = comparison
        self._shown_at = time.monotonic() if just_answered else None
        self._show(Said())
        self._bar.set_votable(comparison is not None and can_be_voted_on(comparison))
        if comparison is None or just_answered:
            return
        key = (self.rater, comparison.id, self.shown_first)
        if key in self._said:
            self._show(self._said[key])
            return
        if self._store is None or self._is_repeat:
            return
        self._deliveries.when_done(
            self._store.read(_what_was_said, comparison.id, self.rater),
            lambda said: self._show_kept(key, said),
            self._report,
        )

    def _show(self, said: Said) -> None:
        self._known = said
        self._bar.show_opinion(said.opinion)

    def _show_kept(self, key: _About, said: Said) -> None:
        # Whoever was quicker than the disk has said something newer.
        now = self._comparison
        if now is not None and (self.rater, now.id, self.shown_first) == key and self._bar.opinion() == Opinion():
            self._show(said)
            self.said.emit()

    @property
    def _is_repeat(self) -> bool:
        return self.shown_first is Side.B

    def _vote(self, opinion: Opinion) -> None:
        if self._comparison is None:
            return
        blind, rater, shown_first = self.blindfold.hidden, self.rater, self.shown_first
        meant = _swapped(opinion) if self._is_repeat else opinion
        if blind:
            self._known = Said(voted_blind=meant.choice is not None, choice=meant.choice)
        else:
            self._known = replace(self._known, voted_open=True, choice=meant.choice)
        comparison_id = self._remember(self._comparison)
        took_ms = None if self._shown_at is None else round((time.monotonic() - self._shown_at) * 1000)

        def cast(work: Work) -> None:
            from lab.storage import votes

            votes.cast(
                work,
                comparison_id,
                meant.choice,
                rater=rater,
                reasons_a=meant.reasons_a,
                reasons_b=meant.reasons_b,
                shown_first=shown_first,
                blind=blind,
                time_taken_ms=took_ms,
            )

        self._keeper.do(cast)
        self.said.emit()

    def _judge(self, place: Side, correct: bool | None) -> None:
        if self._comparison is None:
            return
        side = other_side(place) if self._is_repeat else place
        comparison_id, rater = self._remember(self._comparison), self.rater

        def judge(work: Work) -> None:
            from lab.storage import votes

            votes.judge(work, comparison_id, side, correct, rater=rater)

        self._keeper.do(judge)

    def _note(self, text: str) -> None:
        if self._comparison is None:
            return
        comparison_id, rater = self._remember(self._comparison), self.rater
        if self._is_repeat:  # there is one note a rater, and what was noted the first time stays
            before = self._said.get((rater, comparison_id, Side.A), Said()).opinion.note
            text = _BETWEEN_NOTES.join(filter(None, (before, text)))

        def write(work: Work) -> None:
            from lab.storage import votes

            votes.write_note(work, comparison_id, text, rater=rater)

        self._keeper.do(write)

    def _remember(self, comparison: Comparison) -> str:
        self._known = replace(self._known, opinion=self._bar.opinion())
        self._said[self.rater, comparison.id, self.shown_first] = self._known
        return comparison.id

    def _choose_rater(self, name: str) -> None:
        if self._preferences is None:
            return
        known = self._preferences.value.raters
        raters = known if name == ME or name in known else (*known, name)
        self._bar.flush()
        self._preferences.change(rater="" if name == ME else name, raters=raters)
        self._show_rater(self._preferences.value)
        self.show(self._comparison)
        self.said.emit()

    def _show_rater(self, preferences: Preferences) -> None:
        self.rater = preferences.rater or ME
        self._bar.rater_button.show_raters(self.rater, preferences.raters)


def can_be_voted_on(comparison: Comparison) -> bool:
    """Both sides must have said something."""
    return all(answer is not None and answer.text for answer in (comparison.a, comparison.b))


def _swapped(opinion: Opinion) -> Opinion:
    """The same opinion with A and B the other way round."""
    across = {VoteChoice.A: VoteChoice.B, VoteChoice.B: VoteChoice.A}
    return Opinion(
        choice=across.get(opinion.choice, opinion.choice) if opinion.choice else None,
        reasons_a=opinion.reasons_b,
        reasons_b=opinion.reasons_a,
        correct_a=opinion.correct_b,
        correct_b=opinion.correct_a,
        note=opinion.note,
    )


def _what_was_said(work: Work, comparison_id: str, rater: str) -> Said:
    from lab.storage import votes

    cast = [each for each in votes.history(work, comparison_id) if each.rater == rater and not each.aspect]
    first = next((each.shown_first for each in cast if each.blind), Side.A)
    cast = [each for each in cast if not each.blind or each.shown_first is first]  # the others are repeats
    blind = [each for each in cast if each.blind]
    vote: Vote | None = cast[-1] if cast and cast[-1].choice is not None else None
    correct = {each.side: each.correct for each in votes.judgements(work, comparison_id) if each.rater == rater}
    opinion = Opinion(
        choice=vote.choice if vote else None,
        reasons_a=vote.reasons_a if vote else (),
        reasons_b=vote.reasons_b if vote else (),
        correct_a=correct.get(Side.A),
        correct_b=correct.get(Side.B),
        note=next((each.text for each in votes.notes(work, comparison_id) if each.rater == rater), ""),
    )
    return Said(
        opinion=opinion,
        voted_blind=bool(blind) and blind[-1].choice is not None,
        voted_open=bool(cast) and not cast[-1].blind,
    )
