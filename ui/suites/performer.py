"""Carries out one run at a time in the background, and gives way to whoever else answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from lab.errors import LabError, NotEnoughMemory
from lab.generation.thread_budget import machine_threads
from lab.language import tr
from lab.models.library import Library
from lab.preferences import PreferencesFile
from lab.runs.arranging import Arrangement, arrange
from lab.runs.performing import Performance
from lab.runs.plan import RunPlan
from lab.runs.players import with_models_at_hand
from lab.runs.progress import RunProgress
from lab.storage import Store, runs
from ui.deliveries import Deliveries
from ui.suites.words import Going

LOOK_EVERY_MS = 200
"""How often it is looked whether others answer."""
_MEMORY_COMES_BACK_S = 3.0

Elsewhere = Callable[[], str]
"""Says in a sentence who else answers now, so that the run waits; empty if nobody does."""
MakeRoom = Callable[[], bool]
"""Has others give back the memory of their models; tells whether there was any to give back."""


class _Job:
    """A run that is carried out; its methods may be called from any thread."""

    def __init__(self, plan: RunPlan, *, is_new: bool) -> None:
        self.plan, self.is_new = plan, is_new
        self.stopped = threading.Event()
        self._lock = threading.Lock()
        self._performance: Performance | None = None
        self._held = False

    def take(self, performance: Performance) -> None:
        """It is about to begin; what was wanted before holds for it."""
        with self._lock:
            self._performance = performance
            if self._held:
                performance.pause()
            if self.stopped.is_set():
                performance.stop()

    def hold(self, held: bool) -> None:
        """Rest, or go on."""
        with self._lock:
            if held != self._held and self._performance is not None:
                (self._performance.pause if held else self._performance.resume)()
            self._held = held

    def stop(self) -> None:
        """End soon."""
        with self._lock:
            self.stopped.set()
            if self._performance is not None:
                self._performance.stop()

    def go_on(self, _done_bytes: int = 0, _total_bytes: int = 0) -> None:
        """Said between two blocks of a file.

        Raises:
            CancelledError: It is to end.
        """
        if self.stopped.is_set():
            raise CancelledError


class Performer(QObject):
    """Carries out runs, one at a time, on a thread of its own.

    Args:
        store: Gives the history; None while there is none.
        library: The models.
        preferences: The user's wishes.
        elsewhere: Looks whether others answer.
        make_room: Asked on this thread if the memory does not suffice.
        parent: Owns it.

    Signals:
        begun(RunPlan, str): A run is kept and about to be asked; a sentence on how, empty if there is nothing to say.
        progressed(str, RunProgress): How far a run is, by its id.
        changed(): It was paused, waits, or goes on.
        ended(str): A run is finished or stopped; its id.
        failed(str, LabError): A run can't go on, or could not even begin.
    """

    begun = Signal(object, str)
    progressed = Signal(str, object)
    changed = Signal()
    ended = Signal(str)
    failed = Signal(str, object)

    def __init__(
        self,
        store: Callable[[], Store | None],
        library: Library,
        preferences: PreferencesFile,
        elsewhere: Elsewhere,
        make_room: MakeRoom,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._library, self._preferences = store, library, preferences
        self._elsewhere, self._make_room = elsewhere, make_room
        self._deliveries = Deliveries(self)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="runs")
        self._job: _Job | None = None
        self._paused = False
        self._waits = ""
        self._closed = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_elsewhere)

    @property
    def run_id(self) -> str:
        """The run that is carried out; empty if there is none."""
        return self._job.plan.run.id if self._job else ""

    @property
    def going(self) -> Going | None:
        """What the run does that is carried out; None if there is none."""
        if self._job is None:
            return None
        if self._job.stopped.is_set():
            return Going.STOPS
        if self._paused:
            return Going.PAUSED
        return Going.WAITS if self._waits else Going.RUNS

    @property
    def waits(self) -> str:
        """For whom it waits, as a sentence; empty if for nobody."""
        return self._waits

    def begin(self, plan: RunPlan, *, is_new: bool) -> None:
        """Carry a run out; the signals tell how it goes.

        Args:
            plan: Which.
            is_new: Whether it has to be kept first; it is not if it can't begin.

        Raises:
            LabError: Another run is going on, or the history can't be written.
        """
        if self._job is not None:
            raise LabError(
                tr("“{title}” is going on already.", title=self._job.plan.run.suite_title),
                tr("One run goes on at a time. Wait for it, or stop it first."),
            )
        store = self._store()
        if store is None or not (store.writable and store.lasting):
            raise LabError(
                tr("The history can't be written, so no answer could be kept."),
                tr("The message at the top of the window says why."),
            )
        if self._closed:
            return
        job = self._job = _Job(plan, is_new=is_new)
        self._paused, self._waits = False, ""
        self._look_elsewhere()
        self._look.start()
        future = self._worker.submit(self._carry_out, job, store)
        future.add_done_callback(lambda done: self._deliveries.call(partial(self._over, job, done)))

    def pause(self) -> None:
        """Rest until ``go_on``; answers that are under way rest, too."""
        self._set_paused(True)

    def go_on(self) -> None:
        """Rest no longer."""
        self._set_paused(False)

    def stop(self) -> None:
        """End the run soon; what is kept stays kept, and it can be gone on with later."""
        if self._job is not None:
            self._job.stop()
            self.changed.emit()

    def close_down(self) -> None:
        """Stop the run, and wait until its processes are ended and its last answer is kept."""
        self._closed = True
        self._look.stop()
        if self._job is not None:
            self._job.stop()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _set_paused(self, paused: bool) -> None:
        if self._job is not None and paused != self._paused:
            self._paused = paused
            self._hold()

    def _look_elsewhere(self) -> None:
        waits = self._elsewhere()
        if waits != self._waits:
            self._waits = waits
            self._hold()

    def _hold(self) -> None:
        if self._job is not None:
            self._job.hold(self._paused or bool(self._waits))
            self.changed.emit()

    def _over(self, job: _Job, done: Future[None]) -> None:
        if self._closed:
            return
        self._job = None
        self._look.stop()
        self._paused, self._waits = False, ""
        error = None if done.cancelled() else done.exception()
        if isinstance(error, LabError):
            self.failed.emit(job.plan.run.id, error)
        elif error is None or isinstance(error, CancelledError):
            self.ended.emit(job.plan.run.id)
        else:
            self.ended.emit(job.plan.run.id)
            raise error

    # On the thread.

    def _carry_out(self, job: _Job, store: Store) -> None:
        plan = with_models_at_hand(job.plan, self._library, partial(self._library.get, on_progress=job.go_on))
        arranged = self._arranged(job, plan)
        job.go_on()
        if job.is_new:
            plan = arranged.noted_in(plan)
            store.write(runs.create, plan.run).result()
        self._deliveries.call(partial(self.begun.emit, plan, arranged.reason))
        performance = Performance(
            store,
            plan,
            arranged.lanes,
            in_turn=arranged.in_turn,
            threads=self._preferences.value.threads or machine_threads(),
            tell=partial(self._tell, plan.run.id),
        )
        job.take(performance)
        performance.perform()

    def _arranged(self, job: _Job, plan: RunPlan) -> Arrangement:
        """How the run is carried out; where memory is short, others are asked for theirs first."""
        make = partial(arrange, plan, gpu_layers=self._preferences.value.gpu_layers)
        try:
            arranged = make()
        except NotEnoughMemory:
            if not self._have_room_made(job):
                raise
        else:
            if not (arranged.is_tight and self._have_room_made(job)):
                return arranged
        # A process that has been ended gives its memory back a moment later.
        until = time.monotonic() + _MEMORY_COMES_BACK_S
        while True:
            job.go_on()
            try:
                arranged = make()
            except NotEnoughMemory:
                if time.monotonic() >= until:
                    raise
            else:
                if not arranged.is_tight or time.monotonic() >= until:
                    return arranged
            job.stopped.wait(0.1)

    def _have_room_made(self, job: _Job) -> bool:
        answer: Future[bool] = Future()
        self._deliveries.call(lambda: answer.set_result(self._make_room()))
        while not job.stopped.is_set():
            try:
                return answer.result(timeout=0.05)
            except TimeoutError:
                continue
        raise CancelledError

    def _tell(self, run_id: str, progress: RunProgress) -> None:
        self._deliveries.call(partial(self.progressed.emit, run_id, progress))
