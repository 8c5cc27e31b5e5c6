"""What is looked at of a run besides its progress: the votes on its pairs, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from lab.preferences import PreferencesFile
from lab.records import RunState
from lab.runs.plan import RunPlan
from lab.session.keeper import Keeper
from lab.storage import Store
from ui.suites.outcome import OutcomeView
from ui.suites.outcome_feed import OutcomeFeed
from ui.suites.run_view import OUTCOME, RUN, VOTE, RunView
from ui.suites.voting import VotingView
from ui.suites.voting_hidden import HiddenRuns, rater_of


class Looking(QObject):
    """Makes the two views when they are first looked at, and tells them of the run.

    Args:
        run: Shows all of the run.
        store: Gives the history; None while there is none.
        keeper: Keeps votes.
        preferences: Says who votes.
        hidden: Knows of which runs it is hidden who is who.
        parent: Owns it.

    Signals:
        rater_chosen(str): Somebody else votes from now on.
        trouble(LabError): Something went wrong.
    """

    rater_chosen = Signal(str)
    trouble = Signal(object)

    def __init__(
        self,
        run: RunView,
        store: Callable[[], Store | None],
        keeper: Keeper,
        preferences: PreferencesFile,
        hidden: HiddenRuns,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run, self._store, self._keeper = run, store, keeper
        self._preferences, self._hidden = preferences, hidden
        self._feed: OutcomeFeed | None = None
        self._plan: RunPlan | None = None
        self._goes_on = False
        run.looked_at.connect(self._look)
        hidden.changed.connect(self._show_hidden)

    def show_run(self, plan: RunPlan, *, goes_on: bool) -> None:
        """Look at a run, or at what has changed of it.

        Args:
            plan: Which.
            goes_on: Whether more answers come.
        """
        state = RunState.RUNNING if goes_on else RunState.STOPPED
        self._plan, self._goes_on = replace(plan, run=replace(plan.run, state=state)), goes_on
        self._look(self._run.looks_at)

    def close_down(self) -> None:
        """End all threads."""
        if self._feed is not None:
            self._feed.close_down()
        if self._run.voting is not None:
            self._run.voting.close_down()

    def _look(self, which: str) -> None:
        if self._feed is not None and which != OUTCOME:
            self._feed.rest()
        if which != VOTE and self._run.voting is not None:
            self._run.voting.flush()
        if self._plan is None:
            return
        if which == VOTE:
            view = self._run.voting or self._make_voting()
            view.show_run(self._plan.run)
        if which == OUTCOME:
            if self._feed is None:
                self._feed = self._make_outcome()
            self._show_hidden()
            self._feed.show(self._plan, goes_on=self._goes_on)

    def _make_voting(self) -> VotingView:
        run = self._run
        view = VotingView(run.colours, self._keeper, self._store, self._preferences, self._hidden, run)
        view.outcome_asked.connect(lambda: run.look_at(OUTCOME))
        view.closed.connect(lambda: run.look_at(RUN))
        view.rater_chosen.connect(self.rater_chosen)
        view.trouble.connect(self.trouble)
        run.put_voting(view)
        return view

    def _make_outcome(self) -> OutcomeFeed:
        view = OutcomeView(self._run.colours, self._run)
        view.item_asked.connect(self._vote_on)
        view.reveal_asked.connect(self._reveal)
        view.complained.connect(self.trouble)
        self._run.put_outcome(view)
        return OutcomeFeed(view, self._store, self)

    def _vote_on(self, comparison_id: str) -> None:
        self._run.look_at(VOTE)
        if self._run.voting is not None:
            self._run.voting.go_to(comparison_id)

    def _reveal(self) -> None:
        """What is voted afterwards is not blind, so it is remembered."""
        if self._plan is not None:
            self._hidden.set_open(self._plan.run, rater_of(self._preferences.value), True)
            self._show_hidden()

    def _show_hidden(self) -> None:
        if self._plan is not None and self._run.outcome is not None:
            self._run.outcome.set_hidden(self._hidden.is_hidden(self._plan.run.session_id))
