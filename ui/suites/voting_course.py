"""Leads a rater through the pairs of a run: between the page, the history, and what may be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lab.errors import LabError
from lab.preferences import Preferences, PreferencesFile
from lab.recording.shelf import KeptRecording
from lab.records import Comparison, KeptRun, Side, Vote
from lab.session.keeper import Keeper
from lab.session.names_in_files import NamesInFiles
from lab.session.pairing import other_side
from ui.compare.blindfold import Sight
from ui.compare.opinion import Opinion, across
from ui.compare.opinions import Opinions
from ui.compare.said import Said
from ui.suites import voting_notices as notices
from ui.suites.voting_asking import VotingAsking
from ui.suites.voting_hidden import HiddenRuns, rater_of
from ui.suites.voting_sight import VotingSight

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store
    from lab.voting.ballot_order import Ballot
    from lab.voting.summary import VotingSummary
    from lab.voting.voting import Found, Voting
    from ui.suites.voting import VotingView

_LOOK_AGAIN_MS = 3000
"""The run may be another program's, so nobody says that there is more."""


class VotingCourse(QObject):
    """Drives the page.

    Args:
        view: The page; owns this.
        keeper: Keeps the votes.
        store: Gives the history; None while there is none.
        preferences: The user's wishes.
        hidden: Knows in which runs it is hidden who is who.

    Attributes:
        run: What is voted on; None before a run was chosen.
        voting: Where the rater stands; None until it was read.
        opinions: Keeps what is said in the vote bar.
        recording: What the run came out of, so that after each vote the recorded one is shown; None for none.

    Signals:
        trouble(LabError): The history can't be read.
    """

    trouble = Signal(object)

    def __init__(
        self,
        view: VotingView,
        keeper: Keeper,
        store: Callable[[], Store | None],
        preferences: PreferencesFile,
        hidden: HiddenRuns,
    ) -> None:
        super().__init__(view)
        self.run: KeptRun | None = None
        self.voting: Voting | None = None
        self._view, self._hidden_runs = view, hidden
        self._preferences = preferences
        self._found: Found | None = None
        self._named = False
        """The files of the models have been asked what they call themselves."""
        self._sight = VotingSight()
        self.recording: KeptRecording | None = None
        self._failed = False
        """The pairs could not be read; whoever votes has it tried again."""
        self._at_end = False
        """What came out is shown, or about to be."""
        self._wanted = ""
        """The comparison to go to as soon as the run is read; empty for where the rater was."""
        self._locked = False
        """The pair that is shown has a blind vote, and the names are shown; what is said now leaves that as it is."""
        self._shown: Ballot | None = None
        """What is in sight."""
        self._beside = notices.Beside()
        """What is said beside that."""
        self._waits = False
        """The next pair is being read. Until it is in sight no key may do anything to the one before."""
        self._watching = QTimer(self)
        self._watching.setInterval(_LOOK_AGAIN_MS)
        self._watching.timeout.connect(self._look_for_more)
        self.opinions = Opinions(view.vote_bar, keeper, self.trouble.emit, self)
        self.opinions.follow(preferences)
        self._asking = VotingAsking(store, self.opinions, self)
        view.vote_bar.voted.connect(self._voted)
        view.head.back_asked.connect(lambda: self._go(lambda voting: voting.back()))
        view.head.skip_asked.connect(lambda: self._go(lambda voting: voting.next()))
        view.head.next_asked.connect(lambda: self._go(lambda voting: voting.next()))
        view.head.end_asked.connect(self._end)
        view.head.blind_wanted.connect(self._set_blind)
        view.end.rest_asked.connect(self._vote_on_the_rest)
        view.end.back_asked.connect(lambda: self._go(lambda voting: voting.back()))
        self._unsubscribe = preferences.subscribe(self._follow)

    @property
    def rater(self) -> str:
        """Who votes."""
        return rater_of(self._preferences.value)

    def show_run(self, run: KeptRun) -> None:
        """Begin with a run, or go on with it; what is in sight of it stays there."""
        self._view.flush()
        if self.run is None or run.id != self.run.id:
            self._named = False
            self._forget()
        blind = not self._hidden_runs.opened.is_open(run.id, self.rater)
        self.run, self._wanted = run, ""
        if self.voting is not None and blind is self._sight.blind:
            self._look_for_more()
            return
        self._sight.blind = blind
        self._read()

    def go_to(self, comparison_id: str) -> None:
        """Show a certain pair, now or as soon as the run is read."""
        self._wanted = comparison_id
        self._read()

    def press(self) -> None:
        """Do what the button of a notice says: try again, or see what came out up to here."""
        if self.voting is None:
            self._read()
        else:
            self._end()

    def set_watching(self, watching: bool) -> None:
        """Look for new pairs from now on, or don't."""
        self._watching.stop()
        if watching:
            self._watching.start()
            self._look_for_more()

    def close_down(self) -> None:
        """End what is under way."""
        self._unsubscribe()
        self._watching.stop()
        self._asking.close_down()

    # What the history knows.

    def _read(self) -> None:
        run, self._failed = self.run, False
        if run is None:
            return
        if self._asking.store is None:
            self._view.show_notice(*notices.NO_HISTORY)
            return
        if self.voting is None:
            self._view.show_notice(*notices.READING)
        self._asking.run(run.id, self.rater, self._take, self._fail, blind=self._sight.blind)
        if not self._named:
            self._asking.names(run, lambda names: self._name(run, names))

    def _fail(self, error: LabError) -> None:
        self._forget()
        self._failed = True
        self._view.show_notice(*notices.failed(error))

    def _forget(self) -> None:
        """Nothing is known of where the rater stands; what is on its way belongs to somebody else, or another run."""
        self.voting = self._found = None
        self._waits = self._at_end = False
        self._asking.show_nothing()
        self.opinions.show(None)

    def _take(self, found: Found) -> None:
        self._found = found
        self.voting = found.voting.without_repeats_of(self._sight.seen(self.rater))
        self._sight.through = not self._is_left
        if self._wanted:
            self.voting, self._wanted = self.voting.to(self._wanted), ""
        self._show()

    def _name(self, run: KeptRun, names: NamesInFiles) -> None:
        """Nothing is shown before this is known: an answer might say its model's name."""
        if self.run is not None and run.id == self.run.id:
            self._named = True
            self.opinions.blindfold.take_names(names)
            self._show()

    def _look_for_more(self) -> None:
        found = self._found
        if found is not None:
            self._asking.news(found, lambda news: self._take_news(found, news))
        elif self._asking.store is not None and not self._failed:
            self._read()

    def _take_news(self, before: Found, news: Found | None) -> None:
        if news is None or before is not self._found or self.voting is None:
            return
        self._found = news
        if news.votable == before.votable and news.running == before.running:
            return
        was_shown, self._sight.through = self.voting.current, False
        self.voting = self.voting.with_pairs(news.votable)
        if self._at_end:
            self._show_end()
        elif was_shown is None:
            self._show()
        else:
            self._show_where()

    # What the rater wants.

    def _go(self, way: Callable[[Voting], Voting]) -> None:
        if self.voting is not None and not self._waits:
            self._view.flush()
            self.voting = way(self.voting)
            self._show()

    def _voted(self, opinion: Opinion) -> None:
        if self.voting is None or self._shown is None or self.run is None or self._locked:
            return
        choice = across(opinion.choice) if self.opinions.shown_first is Side.B else opinion.choice
        self.voting = self.voting.voted(self._shown, choice)
        if self.opinions.blindfold.hidden and choice is not None:
            self._hidden_runs.set_hidden(self.run, self._is_left)
        self._show_where()

    @property
    def _is_left(self) -> bool:
        """There are pairs to vote on, now or soon."""
        assert self._found is not None
        assert self.voting is not None
        return self._found.running or self.voting.to_first_left().current is not None

    def _set_blind(self, blind: bool) -> None:
        if self.run is None or self.voting is None:
            return
        self._view.flush()
        self._sight.blind = blind
        self._hidden_runs.set_open(self.run, self.rater, not blind)
        self._wanted = self.voting.current.comparison_id if self.voting.current else ""
        self._read()

    def _end(self) -> None:
        if self.run is not None:
            self._view.flush()
            self._hidden_runs.set_open(self.run, self.rater, True)
            self._sight.blind = self._waits = False
            self._show_end()

    def _vote_on_the_rest(self) -> None:
        self._set_blind(True)
        self._wanted = ""

    def _follow(self, preferences: Preferences) -> None:
        if self.opinions.rater != rater_of(preferences):
            self._forget()
            self.opinions.follow(self._preferences)
            if self.run is not None:
                self.show_run(self.run)

    # What is shown.

    def _show(self) -> None:
        voting, found = self.voting, self._found
        if voting is None or found is None or not self._named:
            return
        self._waits = self._at_end = False
        ballot = voting.current
        if ballot is not None:
            self._waits = True
            self._view.wait_for_pair()
            self._asking.pair(
                ballot.comparison_id, self.rater, lambda found: self._show_pair(ballot, *found), self._fail
            )
        elif found.running:
            self._view.show_notice(*(notices.MORE_TO_COME if voting.ballots else notices.FIRST_TO_COME))
        elif not voting.ballots:
            self._view.show_notice(*notices.NO_PAIR)
        else:
            self._show_end()

    def _show_pair(self, ballot: Ballot, way: Sequence[Comparison], said: Said, counting: Sequence[Vote]) -> None:
        assert self.run is not None
        assert self._found is not None
        comparison, blindfold = way[-1], self.opinions.blindfold
        hidden = self._sight.look(self.rater, comparison.id, said)
        blindfold.put_on((self.run.a.model, self.run.b.model))
        if not hidden:
            blindfold.sight = Sight.REVEALED if said.voted_blind else Sight.OPEN
        self._waits = False
        self._shown, self._locked = ballot, said.voted_blind and not hidden
        left = ballot.left if hidden else Side.A
        for place, pane in self._view.panes.items():
            side = left if place is Side.A else other_side(left)
            pane.show_side(way, side, mask=blindfold.answer, hidden=hidden)
            pane.view.marks.set_finder(*blindfold.marks())
        standing = self._sight.standing(hidden=hidden, locked=self._locked)
        self._beside = notices.Beside(
            sentence=notices.about(comparison, standing, writable=self._asking.writable),
            votes=notices.swapped(counting) if left is Side.B else counting,
        )
        self._show_opinion(ballot, comparison, said, left)
        self._show_where()
        self._view.head.show_item(*notices.item_words(self._found.plan, comparison))
        self._view.show_pair()
        if self.voting is not None and (following := self.voting.next().current) is not None:
            self._asking.pair_ahead(following.comparison_id, self.rater)

    def _show_opinion(self, ballot: Ballot, comparison: Comparison, said: Said, left: Side) -> None:
        bar, voted = self._view.vote_bar, self.voting is not None and ballot in self.voting.votes
        bar.flush()
        self.opinions.shown_first = left
        is_new = not voted and (ballot.again or said == Said())
        self.opinions.show(comparison, just_answered=is_new)
        if left is Side.B and not is_new and bar.opinion() == Opinion():  # it was said before this window was opened
            assert self.voting is not None
            again = Opinion(choice=across(self.voting.votes.get(ballot)))
            bar.show_opinion(again if ballot.again else said.opinion.swapped())
        # An answer without a word is an answer, too: here one can vote on it.
        bar.set_votable(self._asking.writable)

    def _show_where(self) -> None:
        voting = self.voting
        if voting is None or voting.current is None:
            return
        self._view.head.show_where(
            voting.number, voting.count, voting.done, can_go_back=voting.can_go_back, voted=voting.vote is not None
        )
        self._view.head.show_blind(self._sight.hides, enabled=not self._sight.through)
        self._view.head.say(self._beside.told(self.recording if voting.vote else None))

    def _show_end(self) -> None:
        found, voting = self._found, self.voting
        if found is None or voting is None:
            return
        self._sight.through, self._at_end = not self._is_left, True
        if not self._view.shows_end:
            self._view.show_notice(*notices.COUNTING)

        def take(summary: VotingSummary) -> None:
            self._view.end.show_summary(found.plan, summary, left=voting.left, running=found.running)
            if not self._view.shows_end:
                self._view.show_end()

        self._asking.summary(found.plan, self.rater, take, self._fail)
