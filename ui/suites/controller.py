"""What happens on the suites page: between the user, the runs, the history and what is shown."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from lab.errors import LabError
from lab.language import tr
from lab.records import RunState
from lab.runs.beginning import Wanted, begun
from lab.runs.plan import RunPlan
from lab.runs.progress import RunProgress
from lab.runs.reading import nothing_yet, read_progress
from lab.storage import Store, failed_answers, trash
from lab.storage.work import Area, Change
from lab.visible import visible
from ui.deliveries import Deliveries
from ui.suites.looking import Looking
from ui.suites.new_run import Players
from ui.suites.page import SuitesPage
from ui.suites.performer import Performer
from ui.suites.run_lines import RunLine, listed
from ui.suites.shelf_deeds import ShelfDeeds
from ui.suites.words import Going

_RELOAD_AFTER_MS = 300


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
        self._was_shown = self._closed = False
        self._reload_soon = QTimer(self)
        self._reload_soon.setSingleShot(True)
        self._reload_soon.setInterval(_RELOAD_AFTER_MS)
        self._reload_soon.timeout.connect(self.reload)
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
        line = next((line for line in self._page.runs.rows.lines if line.run.id == run_id), None)
        store = self._store()
        if line is None or store is None:
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
        self._page.new.show_players(self._players())
        self._page.runs.select("")
        self._page.show_new()
        self.shelf.read()

    def close_down(self) -> None:
        """Stop the run, and end all threads."""
        self._closed = True
        self._reload_soon.stop()
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
        if self._wanted and self._page.runs.rows.row_of(self._wanted) >= 0:
            wanted, self._wanted = self._wanted, ""
            self._page.runs.select(wanted)
            self.open(wanted)
        elif self._page.shows_run:
            assert self._plan is not None
            run_id = self._plan.run.id
            if self._page.runs.rows.row_of(run_id) < 0 and run_id != self._performer.run_id:
                self._leave_run(lines)
            elif run_id != self._performer.run_id:
                self._read_progress()
        elif first and not self._page.shows_new:
            self._offer(lines) if lines else self._page.show_none()

    def _offer(self, lines: list[RunLine]) -> None:
        """Open a run that was stopped, by a crash perhaps, to go on with it; else the latest."""
        stopped = (line for line in lines if line.run.state is RunState.STOPPED)
        line = next(stopped, lines[0])
        self._page.runs.select(line.run.id)
        self.open(line.run.id)

    def _leave_run(self, lines: list[RunLine]) -> None:
        self._plan = None
        if lines:
            self._page.runs.select(lines[0].run.id)
            self.open(lines[0].run.id)
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
        line, store = self._page.runs.selected(), self._store()
        if line is None or store is None:
            return
        if line.run.id == self._performer.run_id:
            self._page.message.complain(LabError(tr("This run is going on."), tr("Stop it first.")))
            return
        session_id, title = line.run.session_id, visible(line.run.suite_title)

        def offer(_: object) -> None:
            said = tr("The run of “{title}” is in the trash.", title=title)
            self._page.undo.offer(said, lambda: store.write(trash.restore_session, session_id))

        self._deliveries.when_done(store.write(trash.put_session, session_id), offer, self._page.message.complain)

    # A new run.

    def _leave_new(self) -> None:
        if self._performer.run_id and self._page.runs.rows.row_of(self._performer.run_id) < 0:
            self._performer.stop()  # it is only about to begin
        lines = list(self._page.runs.rows.lines)
        if self._plan is not None and self._page.runs.rows.row_of(self._plan.run.id) >= 0:
            self._page.runs.select(self._plan.run.id)
            self._page.show_run()
        else:
            self._leave_run(lines)

    def _begin(self, wanted: Wanted) -> None:
        try:
            self._performer.begin(begun(wanted), is_new=True)
        except LabError as error:
            self._page.new.complain(error)

    def _begun(self, plan: RunPlan, reason: str) -> None:
        self._how = (plan.run.id, reason)
        if self._page.shows_new or (self._plan is not None and self._plan.run.id == plan.run.id):
            self._page.new.set_starting(False)
            self._page.runs.select(plan.run.id)
            self._show(plan)
        self.reload()

    # The run that is looked at.

    def _show(self, plan: RunPlan) -> None:
        is_other = self._plan is None or self._plan.run.id != plan.run.id
        self._plan = plan
        if is_other or self._progress is None:
            self._progress = nothing_yet(plan)
        self._page.run.show_run(plan)
        self._looking.show_run(plan, goes_on=plan.run.id == self._performer.run_id)
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
        if self._plan is not None and self._plan.run.id == run_id and run_id != self._performer.run_id:
            self._progress = progress
            self._page.run.panel.show_progress(progress)
            self._show_state()

    def _progressed(self, run_id: str, progress: RunProgress) -> None:
        self._page.runs.rows.set_progress(run_id, progress)
        if self._plan is not None and self._plan.run.id == run_id:
            self._progress = progress
            self._page.run.panel.show_progress(progress)
            self._show_state()

    def _show_state(self) -> None:
        performer = self._performer
        going = None
        if performer.run_id:
            going = Going.STOPS if performer.stopping else Going.PAUSED if performer.paused else Going.RUNS
            going = Going.WAITS if going is Going.RUNS and performer.waits else going
        self._page.runs.rows.set_going(performer.run_id, going)
        if self._plan is None or self._progress is None:
            return
        here = self._plan.run.id == performer.run_id
        line = self._page.runs.rows.line(self._page.runs.rows.row_of(self._plan.run.id))
        state = line.run.state if line else self._plan.run.state
        if state is RunState.RUNNING and not here and self._how[0] == self._plan.run.id:
            state = RunState.STOPPED  # by us, just now; the list has not been read since
        self._page.run.panel.show_state(going if here else None, state, waits=performer.waits)
        run_id, sentence = self._how
        self._page.run.panel.say(sentence if run_id == self._plan.run.id else "")

    def _resume(self) -> None:
        if self._plan is None:
            return
        try:
            self._performer.begin(self._plan, is_new=False)
        except LabError as error:
            self._how = (self._plan.run.id, f"{error.message} {error.hint}".strip())
        else:
            self._how = (self._plan.run.id, "")
        self._show_state()

    def _ask_failed_again(self) -> None:
        plan, store = self._plan, self._store()
        if plan is None or store is None:
            return
        if self._performer.run_id:  # which says that one run goes on at a time
            self._resume()
            return
        self._deliveries.when_done(
            store.write(failed_answers.forget, plan.run.id),
            lambda _number: self._resume() if self._plan is plan else None,
            self._page.message.complain,
        )

    def _failed(self, run_id: str, error: LabError) -> None:
        if self._page.shows_new and self._page.runs.rows.row_of(run_id) < 0:
            self._page.new.complain(error)
        self._over(run_id, f"{error.message} {error.hint}".strip())

    def _over(self, run_id: str, sentence: str) -> None:
        self._how = (run_id, sentence)
        self._page.new.set_starting(False)
        self._show_state()
        self.reload()
        if self._plan is not None and self._plan.run.id == run_id:
            self._read_progress()
            self._looking.show_run(self._plan, goes_on=False)
