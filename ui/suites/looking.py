"""What is looked at of a run besides its progress: where it comes from, the votes on it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from lab.preferences import PreferencesFile
from lab.records import RunState
from lab.runs.plan import RunPlan
from lab.session.keeper import Keeper
from lab.storage import Store
from ui.deliveries import Deliveries
from ui.recording.words import told_of
from ui.suites.origin import Origin
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
        find_origin: Finds out where the answers of a run come from; called on a thread.
        parent: Owns it.

    Attributes:
        goes_on: Whether more answers of the run come, as was said last.

    Signals:
        origin_shown(): It is known and shown now where the run comes from.
        rater_chosen(str): Somebody else votes from now on.
        trouble(LabError): Something went wrong.
    """

    origin_shown = Signal()
    rater_chosen = Signal(str)
    trouble = Signal(object)

    def __init__(
        self,
        run: RunView,
        store: Callable[[], Store | None],
        keeper: Keeper,
        preferences: PreferencesFile,
        hidden: HiddenRuns,
        find_origin: Callable[[RunPlan], Origin],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run, self._store, self._keeper = run, store, keeper
        self._preferences, self._hidden = preferences, hidden
        self._find_origin, self._origin = find_origin, Origin()
        self._deliveries = Deliveries(self)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="origin of runs")
        self._feed: OutcomeFeed | None = None
        self._plan: RunPlan | None = None
        self.goes_on = False
        run.looked_at.connect(self._look)
        hidden.changed.connect(self._show_hidden)

    def show_run(self, plan: RunPlan, *, goes_on: bool) -> None:
        """Look at a run, or at what has changed of it.

        Args:
            plan: Which.
            goes_on: Whether more answers come.
        """
        if self._plan is None or self._plan.run.id != plan.run.id:
            self._origin = Origin()
        state = RunState.RUNNING if goes_on else RunState.STOPPED
        self._plan, self.goes_on = replace(plan, run=replace(plan.run, state=state)), goes_on
        found = self._worker.submit(self._find_origin, plan)
        self._deliveries.when_done(found, lambda origin: self._take_origin(plan.run.id, origin))
        self._show_hidden()
        self._look(self._run.looks_at)

    def close_down(self) -> None:
        """End all threads."""
        self._worker.shutdown(wait=True, cancel_futures=True)
        if self._feed is not None:
            self._feed.close_down()
        if self._run.voting is not None:
            self._run.voting.close_down()

    def _take_origin(self, run_id: str, origin: Origin) -> None:
        if self._plan is None or self._plan.run.id != run_id:
            return
        self._origin = origin
        recording = origin.recording
        self._run.panel.show_origin(told_of(recording) if recording else "", origin.missing)
        if self._run.voting is not None:
            self._run.voting.show_recording(recording)
        self.origin_shown.emit()

    def _look(self, which: str) -> None:
        if self._feed is not None and which != OUTCOME:
            self._feed.rest()
        if which != VOTE and self._run.voting is not None:
            self._run.voting.flush()
        if self._plan is None:
            return
        if which == VOTE:
            view = self._run.voting or self._make_voting()
            view.show_recording(self._origin.recording)
            view.show_run(self._plan.run)
        if which == OUTCOME:
            if self._feed is None:
                self._feed = self._make_outcome()
            self._show_hidden()
            self._feed.show(self._plan, goes_on=self.goes_on)

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
        if self._plan is None:
            return
        hidden = self._hidden.is_hidden(self._plan.run.session_id)
        self._run.panel.set_hidden(hidden)
        if self._run.outcome is not None:
            self._run.outcome.set_hidden(hidden)
