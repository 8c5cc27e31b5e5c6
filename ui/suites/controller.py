"""What happens on the suites page: between the user, the runs, the history and what is shown."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from lab.errors import LabError
from lab.records import RunState
from lab.runs.beginning import Wanted, begun
from lab.runs.plan import RunPlan
from lab.runs.progress import RunProgress
from lab.runs.reading import nothing_yet, read_progress
from lab.storage import Store
from lab.storage.work import Area, Change
from ui.deliveries import Deliveries
from ui.suites.looking import Looking
from ui.suites.new_run import Players
from ui.suites.page import SuitesPage
from ui.suites.performer import Performer
from ui.suites.run_deeds import RunDeeds
from ui.suites.run_lines import RunLine, listed
from ui.suites.shelf_deeds import ShelfDeeds
from ui.suites.words import told

_RELOAD_AFTER_MS = 300
_LOOK_AGAIN_MS = 3000
"""Of a run that another program is at nobody tells how far it is."""


class SuitesController(QObject):
    """Drives the page.

    Args:
        page: What is shown.
        performer: Carries runs out.
        store: Gives the history; None while there is none.
        players: Gives who can play.
        looking: Shows the votes and what came out; it is this object's from now on.
        folder: Where the user's own suites are.
        parent: Owns it.

    Attributes:
        shelf: Drives the list of suites.

    Signals:
        record_asked(str, bool): A run should be saved as a recording; with votes if True.
    """

    record_asked = Signal(str, bool)

    def __init__(
        self,
        page: SuitesPage,
        performer: Performer,
        store: Callable[[], Store | None],
        players: Callable[[], Players],
        looking: Looking,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._performer, self._store, self._players = page, performer, store, players
        self._looking = looking
        self._deliveries = Deliveries(self)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="progress of runs")
        self._plan: RunPlan | None = None
        self._progress: RunProgress | None = None
        self._how = ("", "")
        """Of a run, by its id: how it is carried out, or why it ended."""
        self._wanted = ""
        """The run to look at as soon as the list has it."""
        self._starting = ""
        """The run that the form has begun and that is not kept yet, by its id."""
        self._was_shown = self._closed = False
        self._reload_soon, self._look_again = QTimer(self), QTimer(self)
        for timer, wait_ms in ((self._reload_soon, _RELOAD_AFTER_MS), (self._look_again, _LOOK_AGAIN_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait_ms)
            timer.timeout.connect(self.reload)
        self._deeds = RunDeeds(page.message, page.undo, store, self)
        self.shelf = ShelfDeeds(page.new.picker, page.message, page.undo, folder, page, self)
        self._connect()

    def _connect(self) -> None:
        page, panel, performer = self._page, self._page.run.panel, self._performer
        page.shown.connect(self._shown)
        page.new_asked.connect(self.show_new)
        page.runs.chosen.connect(self.open)
        page.runs.delete_asked.connect(self._delete)
        page.new.left.connect(self._leave_new)
        page.new.start_asked.connect(self._begin)
        panel.pause_asked.connect(lambda pause: performer.pause() if pause else performer.go_on())
        panel.stop_asked.connect(performer.stop)
        panel.resume_asked.connect(self._resume)
        panel.again_asked.connect(self._ask_failed_again)
        panel.delete_asked.connect(self._delete)
        panel.record_asked.connect(self._record)
        performer.begun.connect(self._begun)
        performer.progressed.connect(self._progressed)
        performer.changed.connect(self._show_state)
        performer.ended.connect(lambda run_id: self._over(run_id, ""))
        performer.failed.connect(self._failed)
        self._looking.trouble.connect(page.message.complain)
        self._looking.origin_shown.connect(self._show_state)

    def attach(self, store: Store) -> None:
        """The history was opened, perhaps anew."""
        store.subscribe(lambda change: self._deliveries.call(partial(self._changed, change)))
        self.reload()

    def reload(self) -> None:
        """Read the runs anew."""
        if (store := self._store()) is not None and not self._closed:
            self._deliveries.when_done(store.read(listed), self._show_lines, self._page.message.complain)

    def open_new(self, run_id: str) -> None:
        """Look at a run that has just come into the history."""
        self._wanted = run_id
        self.reload()

    def open(self, run_id: str) -> None:
        """Look at a run."""
        line = self._page.runs.rows.line_of(run_id)
        if line is None:
            return
        try:
            plan = RunPlan.of(line.run)
        except LabError as error:
            self._plan = None
            self._page.show_none(error)
            return
        self._show(plan)
        if run_id != self._performer.run_id:
            self._read_progress()

    def show_new(self) -> None:
        """Show the form of a new run."""
        self._page.new.set_starting(False)
        self._page.new.begin(self._players())
        self._page.runs.select("")
        self._page.show_new()
        self.shelf.read()

    def close_down(self) -> None:
        """Stop the run, and end all threads."""
        self._closed = True
        self._reload_soon.stop()
        self._look_again.stop()
        self._performer.close_down()
        self.shelf.close_down()
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._looking.close_down()

    # The list.

    def _shown(self) -> None:
        if self._page.shows_new:
            self._page.new.show_players(self._players())
        self.reload()

    def _show_lines(self, lines: list[RunLine]) -> None:
        if self._closed:
            return
        self._page.runs.show_lines(lines)
        self._page.show_any(bool(lines))
        if self._progress is not None and self._plan is not None and self._plan.run.id == self._performer.run_id:
            self._page.runs.rows.set_progress(self._plan.run.id, self._progress)
        first, self._was_shown = not self._was_shown, True
        if self._page.isVisible() and any(self._runs_elsewhere(line) for line in lines):
            self._look_again.start()
        if self._page.runs.rows.line_of(self._wanted) is not None:
            wanted, self._wanted = self._wanted, ""
            self._page.runs.select(wanted)
            self.open(wanted)
        elif self._page.shows_run:
            assert self._plan is not None
            run_id = self._plan.run.id
            if run_id == self._performer.run_id:
                return
            if self._page.runs.rows.line_of(run_id) is None:
                self._leave_run()
            else:
                self._read_progress()
                goes_on = self._goes_on(run_id)
                if goes_on != self._looking.goes_on:
                    self._looking.show_run(self._plan, goes_on=goes_on)
        elif not self._page.shows_new and (first or self._page.runs.selected() is None):
            self._offer(lines) if lines else self._page.show_none()

    def _runs_elsewhere(self, line: RunLine) -> bool:
        return line.run.state is RunState.RUNNING and line.run.id != self._performer.run_id

    def _goes_on(self, run_id: str) -> bool:
        line = self._page.runs.rows.line_of(run_id)
        return run_id == self._performer.run_id or (line is not None and self._runs_elsewhere(line))

    def _offer(self, lines: list[RunLine]) -> None:
        """Open a run that was stopped, by a crash perhaps, to go on with it; else the latest."""
        stopped = (line for line in lines if line.run.state is RunState.STOPPED)
        line = next(stopped, lines[0])
        self._page.runs.select(line.run.id)
        self.open(line.run.id)

    def _leave_run(self) -> None:
        self._plan = None
        latest = self._page.runs.rows.line(0)
        self._page.runs.select(latest.run.id if latest else "")
        if latest is not None:
            self.open(latest.run.id)
        else:
            self._page.show_none()

    def _changed(self, change: Change) -> None:
        own = frozenset({self._performer.run_id})
        if change.areas & {Area.RUNS, Area.SESSIONS} and not (Area.SESSIONS not in change.areas and own <= change.ids):
            self._reload_soon.start()

    def _record(self, with_votes: bool) -> None:
        if self._plan is not None:
            self.record_asked.emit(self._plan.run.id, with_votes)

    def _delete(self) -> None:
        if (line := self._page.runs.selected()) is not None:
            self._deeds.delete(line.run, goes_on=line.run.id == self._performer.run_id)

    # A new run.

    def _leave_new(self) -> None:
        if self._starting:
            self._performer.stop()
        if self._plan is not None and self._page.runs.rows.line_of(self._plan.run.id) is not None:
            self._page.runs.select(self._plan.run.id)
            self._page.show_run()
        else:
            self._leave_run()

    def _begin(self, wanted: Wanted) -> None:
        try:
            plan = begun(wanted)
            self._performer.begin(plan, is_new=True)
        except LabError as error:
            self._page.new.complain(error)
        else:
            self._starting = plan.run.id

    def _begun(self, plan: RunPlan, reason: str) -> None:
        self._how = (plan.run.id, reason)
        starting, self._starting = self._starting, ""
        if self._page.shows_new and plan.run.id == starting:
            self._page.new.set_starting(False)
            self._page.runs.select(plan.run.id)
            self._show(plan)
        elif self._plan is not None and self._plan.run.id == plan.run.id:  # it goes on; what is seen stays
            self._plan = plan
            self._looking.show_run(plan, goes_on=True)
            self._show_state()
        self.reload()

    # The run that is looked at.

    def _show(self, plan: RunPlan) -> None:
        is_other = self._plan is None or self._plan.run.id != plan.run.id
        self._plan = plan
        if is_other or self._progress is None:
            self._progress = nothing_yet(plan)
        self._page.run.show_run(plan)
        self._looking.show_run(plan, goes_on=self._goes_on(plan.run.id))
        self._page.run.panel.show_progress(self._progress)
        self._page.show_run()
        self._show_state()

    def _read_progress(self) -> None:
        plan, store = self._plan, self._store()
        if plan is None or store is None:
            return
        self._deliveries.when_done(
            self._worker.submit(read_progress, store, plan),
            partial(self._take_progress, plan.run.id),
            self._page.message.complain,
        )

    def _take_progress(self, run_id: str, progress: RunProgress) -> None:
        if run_id != self._performer.run_id:
            self._show_progress(run_id, progress)

    def _progressed(self, run_id: str, progress: RunProgress) -> None:
        self._page.runs.rows.set_progress(run_id, progress)
        self._show_progress(run_id, progress)

    def _show_progress(self, run_id: str, progress: RunProgress) -> None:
        if self._plan is not None and self._plan.run.id == run_id:
            self._progress = progress
            self._page.run.panel.show_progress(progress)
            self._show_state()

    def _show_state(self) -> None:
        performer = self._performer
        self._page.runs.rows.set_going(performer.run_id, performer.going)
        if self._plan is None or self._progress is None:
            return
        here = self._plan.run.id == performer.run_id
        line = self._page.runs.rows.line_of(self._plan.run.id)
        state = line.run.state if line else self._plan.run.state
        self._page.run.panel.show_state(performer.going if here else None, state, waits=performer.waits)
        run_id, sentence = self._how
        self._page.run.panel.say(sentence if run_id == self._plan.run.id else "")

    def _resume(self) -> None:
        if self._plan is None:
            return
        said = ""
        try:
            self._performer.begin(self._plan, is_new=False)
        except LabError as error:
            said = told(error)
        self._how = (self._plan.run.id, said)
        self._show_state()

    def _ask_failed_again(self) -> None:
        plan = self._plan
        if plan is None or self._performer.run_id:  # then it is said that one run goes on at a time
            self._resume()
        else:
            self._deeds.forget_failed(plan, lambda: self._resume() if self._plan is plan else None)

    def _failed(self, run_id: str, error: LabError) -> None:
        if run_id == self._starting:
            (self._page.new if self._page.shows_new else self._page.message).complain(error)
        self._over(run_id, told(error))

    def _over(self, run_id: str, sentence: str) -> None:
        self._how, self._starting = (run_id, sentence), ""
        self._page.runs.rows.set_ended(run_id)
        self._page.new.set_starting(False)
        self._show_state()
        self.reload()
        if self._plan is not None and self._plan.run.id == run_id:
            self._read_progress()
            self._looking.show_run(self._plan, goes_on=False)
