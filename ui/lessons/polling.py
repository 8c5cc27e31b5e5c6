"""The answers of a run in a step, and what the learner thinks of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from lab.lessons.lesson import Ballot, Reveal, Run
from lab.records import Side, VoteChoice
from ui.compare.blindfold import Blindfold
from ui.compare.opinions import can_be_voted_on
from ui.lessons.ballots import Ballots, Said
from ui.lessons.pair_view import Mask, Pair
from ui.lessons.step_view import StepView
from ui.lessons.taking import Taking
from ui.lessons.told import closed_words, is_complete, told_of, voting_of


class Polling(QObject):
    """Shows answers, and keeps votes.

    Args:
        ballots: Knows the answers and the votes.
        parent: Owns it.

    Signals:
        changed(): More was said, or is known.
        completed(): All was said that is asked for.
    """

    changed = Signal()
    completed = Signal()

    def __init__(self, ballots: Ballots, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ballots = ballots
        self._taking: Taking | None = None
        self._step: StepView | None = None
        ballots.known.connect(self._show_what_is_known)

    def begin(self, taking: Taking, step: StepView) -> None:
        """Take care of the step that is shown now."""
        self._taking, self._step = taking, step
        if step.ballot is not None and step.pairs is not None:
            step.ballot.voted.connect(self._vote)
            step.ballot.judged.connect(self._judge)
            step.pairs.turned.connect(lambda _place: self._show_said())
        if isinstance(taking.act, Run | Ballot | Reveal):
            self.show()

    def end(self) -> None:
        """No step is shown any more."""
        self._taking = self._step = None

    def show(self) -> None:
        """Show the answers as far as they are known, and what was said about them."""
        if self._taking is None or self._step is None:
            return
        taking, ids = self._taking, self._taking.comparisons
        self._ballots.read(taking.rater, ids)
        pairs = [self._pair(each) for each in ids]
        self._step.show_pairs(pairs, hidden=taking.hidden, mask=_mask(pairs, hidden=taking.hidden))
        if isinstance(taking.act, Ballot):
            self._show_said()
        if isinstance(taking.act, Reveal):
            self._step.show_told(told_of(taking.lesson, taking.progress, pairs, self._all_said()))
            self._step.show_after()

    @property
    def misses_votes(self) -> bool:
        """True while a vote is asked for that can still be given."""
        taking = self._taking
        if taking is None or not isinstance(taking.act, Ballot) or taking.closed:
            return False
        return self._next_unsaid(-1) is not None

    def sessions(self) -> set[str]:
        """The ids of the conversations that the answers of the step are from, as far as they are known."""
        ids = self._taking.comparisons if self._taking is not None else ()
        return {each.session_id for each in map(self._ballots.comparison, ids) if each is not None}

    def _show_what_is_known(self) -> None:
        if self._taking is not None and isinstance(self._taking.act, Run | Ballot | Reveal):
            self.changed.emit()

    def _pair(self, comparison_id: str) -> Pair:
        comparison = self._ballots.comparison(comparison_id)
        prompt = comparison.prompt if comparison else ""
        return Pair(prompt=prompt, comparison=comparison, gone=self._ballots.is_gone(comparison_id))

    def _all_said(self) -> list[Said]:
        assert self._taking is not None
        return [self._ballots.said(self._taking.rater, each) for each in self._taking.comparisons]

    def _shown_id(self) -> str | None:
        """The comparison on which one votes now; None if there is none."""
        if self._taking is None or self._step is None or self._step.pairs is None:
            return None
        ids, place = self._taking.comparisons, self._step.pairs.place
        return ids[place] if place < len(ids) and self._can_be_voted_on(ids[place]) else None

    def _can_be_voted_on(self, comparison_id: str) -> bool:
        comparison = self._ballots.comparison(comparison_id)
        return comparison is not None and can_be_voted_on(comparison)

    def _show_said(self) -> None:
        assert self._taking is not None
        assert self._step is not None
        act = self._taking.act
        assert isinstance(act, Ballot)
        shown, closed = self._shown_id(), self._taking.closed
        said = self._ballots.said(self._taking.rater, shown or "")
        words = closed_words() if closed else voting_of(act.about, self._all_said())
        self._step.show_said(said, words, can_vote=shown is not None and not closed)
        if closed or self._next_unsaid(-1) is None:
            self._step.show_after()

    def _vote(self, choice: VoteChoice | None) -> None:
        shown = self._shown_id()
        if shown is not None and self._taking is not None:
            self._ballots.vote(self._taking.rater, shown, choice, blind=self._taking.hidden)
            self._go_on()

    def _judge(self, side: Side, correct: bool | None) -> None:
        shown = self._shown_id()
        if shown is not None and self._taking is not None:
            self._ballots.judge(self._taking.rater, shown, side, correct)
            self._go_on()

    def _go_on(self) -> None:
        """After all was said about a pair, show the next one that is left; after the last, the way on."""
        assert self._step is not None
        assert self._step.pairs is not None
        here = self._step.pairs.place
        following = self._next_unsaid(here)
        if following is not None and not self._is_unsaid(here):
            self._step.pairs.go_to(following)
        self._show_said()
        self.changed.emit()
        if following is None:
            self.completed.emit()

    def _next_unsaid(self, here: int) -> int | None:
        """The next pair behind a place, or else from the beginning, about which not all was said."""
        assert self._taking is not None
        number = len(self._taking.comparisons)
        order: Sequence[int] = [*range(here + 1, number), *range(min(here + 1, number))]
        return next((each for each in order if self._is_unsaid(each)), None)

    def _is_unsaid(self, place: int) -> bool:
        assert self._taking is not None
        act, comparison_id = self._taking.act, self._taking.comparisons[place]
        assert isinstance(act, Ballot)
        if self._ballots.is_gone(comparison_id):
            return False
        is_known = self._ballots.comparison(comparison_id) is not None
        if is_known and not self._can_be_voted_on(comparison_id):
            return False
        return not is_complete(act.about, self._ballots.said(self._taking.rater, comparison_id))


def _mask(pairs: Sequence[Pair], *, hidden: bool) -> Mask:
    if not hidden:
        return str
    blindfold = Blindfold()
    answers = [each for pair in pairs if pair.comparison for each in (pair.comparison.a, pair.comparison.b) if each]
    blindfold.put_on({answer.contestant.model.path: answer.contestant.model for answer in answers}.values())
    return blindfold.answer
