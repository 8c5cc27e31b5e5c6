"""The answers of a run in a step, and what the learner thinks of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from lab.language import tr
from lab.lessons.lesson import Ballot, Matter, Reveal, Run
from lab.recording.words import judgements_told, votes_told
from lab.records import Side, VoteChoice
from ui.compare.blindfold import Blindfold
from ui.compare.opinions import can_be_voted_on
from ui.lessons.ballots import Ballots, Said
from ui.lessons.pair_view import Mask, Pair
from ui.lessons.step_view import StepView
from ui.lessons.taking import Taking
from ui.lessons.told import closed_words, is_complete, recorded_of, told_of, voting_of


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
        self._voted_last: int | None = None
        ballots.known.connect(self._show_what_is_known)

    def begin(self, taking: Taking, step: StepView) -> None:
        """Take care of the step that is shown now."""
        self._taking, self._step, self._voted_last = taking, step, None
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
        for rater in (taking.rater, *self._recorded_raters):
            self._ballots.read(rater, ids)
        pairs = [self._pair(each) for each in ids]
        self._step.show_pairs(pairs, hidden=taking.hidden, mask=_mask(pairs, hidden=taking.hidden))
        if isinstance(taking.act, Ballot):
            self._show_said()
        if isinstance(taking.act, Reveal):
            lines = told_of(taking.lesson, taking.progress, pairs, self._all_said(taking.rater))
            self._step.show_told([*lines, *self._recorded_lines(pairs)])
            self._step.show_after()

    @property
    def misses_votes(self) -> bool:
        """True while a vote is asked for that can still be given."""
        taking = self._taking
        if taking is None or not isinstance(taking.act, Ballot) or taking.closed:
            return False
        return self._next_unsaid(-1) is not None

    def _show_what_is_known(self) -> None:
        if self._taking is not None and isinstance(self._taking.act, Run | Ballot | Reveal):
            self.changed.emit()

    def _pair(self, comparison_id: str) -> Pair:
        comparison = self._ballots.comparison(comparison_id)
        prompt = comparison.prompt if comparison else ""
        return Pair(prompt=prompt, comparison=comparison, gone=self._ballots.is_gone(comparison_id))

    def _all_said(self, rater: str) -> list[Said]:
        assert self._taking is not None
        return [self._ballots.said(rater, each) for each in self._taking.comparisons]

    @property
    def _recorded_raters(self) -> list[str]:
        """Who else has voted, in the recording whose answers these are."""
        taking = self._taking
        if taking is None or taking.recorded is None:
            return []
        return [rater for rater in taking.recorded.raters if rater != taking.rater]

    def _recorded_lines(self, pairs: Sequence[Pair]) -> list[str]:
        taking = self._taking
        assert taking is not None
        if taking.recorded is None or taking.run is None:
            return []
        said = {rater: self._all_said(rater) for rater in self._recorded_raters}
        return recorded_of(taking.recorded, pairs, taking.progress.asking(taking.run).sides, said)

    def _recorded_words(self) -> str:
        """What was said in the recording of the pair that is shown; before one has voted on it, of the one before."""
        assert self._taking is not None
        assert self._step is not None
        assert self._step.pairs is not None
        ids, place, before = self._taking.comparisons, self._step.pairs.place, self._voted_last
        words = self._recorded_about(ids[place]) if place < len(ids) else ""
        if words or before is None or not (about_before := self._recorded_about(ids[before])):
            return words
        return tr("Prompt {n}: {what}", n=before + 1, what=about_before)

    def _recorded_about(self, comparison_id: str) -> str:
        """What was said of a pair in the recording; shown only to those who have said what they think."""
        taking = self._taking
        assert taking is not None
        assert isinstance(taking.act, Ballot)
        mine = self._ballots.said(taking.rater, comparison_id)
        if taking.recorded is None or not (taking.closed or is_complete(taking.act.about, mine)):
            return ""
        said = {rater: self._ballots.said(rater, comparison_id) for rater in self._recorded_raters}
        if taking.act.about is Matter.BETTER:
            return votes_told(taking.recorded, {rater: each.choice for rater, each in said.items()})
        return judgements_told(taking.recorded, {rater: each.correct for rater, each in said.items()})

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
        words = closed_words() if closed else voting_of(act.about, self._all_said(self._taking.rater))
        self._step.show_said(said, words, can_vote=shown is not None and not closed)
        self._step.show_recorded(self._recorded_words())
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
            self._voted_last = here
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
    blindfold.put_on({answer.contestant.model for answer in answers})
    return blindfold.answer
