"""Brings what is said in the vote bar to the history, and what the history knows into the vote bar."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lab.errors import LabError
from lab.language import tr
from lab.preferences import Preferences, PreferencesFile
from lab.records import Comparison, Side, VoteChoice
from lab.session.keeper import Keeper
from lab.session.pairing import other_side
from ui.compare.blindfold import Blindfold
from ui.compare.opinion import Opinion, across
from ui.compare.rater_button import ME
from ui.compare.said import Said, what_was_said
from ui.compare.vote_bar import VoteBar
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store
    from lab.storage.work import Work

_BETWEEN_NOTES = " · "

_LOOK_AGAIN_MS = 1000
"""What could not be kept goes out with the next thing, or when the user has it tried again."""

_About = tuple[str, str, Side]
"""A rater, a comparison, and its side that stands on the left."""


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
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_LOOK_AGAIN_MS)
        self._waiting.timeout.connect(self._look_whether_kept)
        bar.voted.connect(self._vote)
        bar.rated.connect(self._rate)
        bar.judged.connect(self._judge)
        bar.noted.connect(self._note)
        bar.rater_button.chosen.connect(self._choose_rater)
        bar.own_changed.connect(self._keep_own)
        bar.detail_wanted.connect(self._keep_detail)

    def attach(self, store: Store) -> None:
        """Show what this history knows."""
        self._store = store
        self._look_whether_kept()

    def follow(self, preferences: PreferencesFile) -> None:
        """Let the one vote who did last, on what was offered then, and remember what changes from now on."""
        self._preferences = preferences
        kept = preferences.value
        self._show_rater(kept)
        self._bar.offer(kept.aspects, kept.tags)
        self._bar.show_detail(kept.rate_in_detail)

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
            self._store.read(what_was_said, comparison.id, self.rater),
            lambda said: self._show_kept(key, said),
            self._report,
        )

    def _show(self, said: Said) -> None:
        self._known = said
        self._bar.show_opinion(said.opinion)
        self._bar.show_state("")
        if said.opinion != Opinion():
            self._look_whether_kept()

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
        """Keep the choice and what the answers are like in one row; either may be there without the other."""
        if self._comparison is None:
            return
        blind, known = self.blindfold.hidden, self._known
        took_ms = self._since_shown() if opinion.choice is not known.opinion.choice else known.took_ms
        meant = opinion.swapped() if self._is_repeat else opinion
        self._known = replace(
            known,
            blind_choice=opinion.choice if blind else known.blind_choice,
            choice=meant.choice,
            took_ms=took_ms,
        )
        self._cast(meant.choice, reasons_a=meant.tags_a, reasons_b=meant.tags_b, time_taken_ms=took_ms)
        self.said.emit()

    def _rate(self, aspect: str, choice: VoteChoice | None) -> None:
        if self._comparison is not None:
            meant = across(choice) if self._is_repeat else choice
            self._cast(meant, aspect=aspect, time_taken_ms=self._since_shown())

    def _cast(
        self,
        choice: VoteChoice | None,
        *,
        aspect: str = "",
        reasons_a: tuple[str, ...] = (),
        reasons_b: tuple[str, ...] = (),
        time_taken_ms: int | None,
    ) -> None:
        assert self._comparison is not None
        comparison_id = self._remember(self._comparison)
        blind, rater, shown_first = self.blindfold.hidden, self.rater, self.shown_first

        def cast(work: Work) -> None:
            from lab.storage import votes

            votes.cast(
                work,
                comparison_id,
                choice,
                rater=rater,
                aspect=aspect,
                reasons_a=reasons_a,
                reasons_b=reasons_b,
                shown_first=shown_first,
                blind=blind,
                time_taken_ms=time_taken_ms,
            )

        self._do(cast)

    def _since_shown(self) -> int | None:
        return None if self._shown_at is None else round((time.monotonic() - self._shown_at) * 1000)

    def _do(self, deed: Callable[[Work], None]) -> None:
        """Have it kept, and show that it is."""
        self._keeper.do(deed)
        self._bar.show_state(tr("Saving …", "a vote"))
        self._look_whether_kept()

    def _look_whether_kept(self) -> None:
        """Say so as soon as the disk has taken what was said; reads come after what was to be written before them."""
        if self._store is not None:
            self._deliveries.when_done(self._store.read(_nothing), self._show_kept_state, self._report)

    def _show_kept_state(self, _nothing: None) -> None:
        if self._bar.opinion() == Opinion() and not self._said_here:
            self._bar.show_state("")
        elif self._keeper.waits:
            self._bar.show_state(tr("Not saved yet", "a vote"))
            self._waiting.start()
        else:
            self._bar.show_state(tr("Saved", "a vote"))

    @property
    def _said_here(self) -> bool:
        now = self._comparison
        return now is not None and (self.rater, now.id, self.shown_first) in self._said

    def _judge(self, place: Side, correct: bool | None) -> None:
        if self._comparison is None:
            return
        side = other_side(place) if self._is_repeat else place
        comparison_id, rater = self._remember(self._comparison), self.rater

        def judge(work: Work) -> None:
            from lab.storage import votes

            votes.judge(work, comparison_id, side, correct, rater=rater)

        self._do(judge)

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

        self._do(write)

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

    def _keep_own(self, aspects: tuple[str, ...], tags: tuple[str, ...]) -> None:
        if self._preferences is not None:
            self._preferences.change(aspects=aspects, tags=tags)

    def _keep_detail(self, shown: bool) -> None:
        if self._preferences is not None:
            self._preferences.change(rate_in_detail=shown)

    def _show_rater(self, preferences: Preferences) -> None:
        self.rater = preferences.rater or ME
        self._bar.rater_button.show_raters(self.rater, preferences.raters)


def can_be_voted_on(comparison: Comparison) -> bool:
    """Both sides must have said something."""
    return all(answer is not None and answer.text for answer in (comparison.a, comparison.b))


def _nothing(_work: Work) -> None:
    """Asks for nothing but to be told when it is its turn."""
