"""Reads what came of a run for the view that shows it, on a thread of its own."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, QTimer

from lab.errors import LabError
from lab.language import tr
from lab.records import Side
from lab.results.personality import Personality
from lab.results.progress import GaveUp
from lab.runs.plan import RunPlan
from lab.runs.progress import RunProgress
from lab.runs.reading import read_progress, read_summary
from lab.runs.summary import RunSummary
from lab.storage import Store
from ui.deliveries import Deliveries
from ui.suites.outcome import OutcomeView
from ui.suites.outcome_reading import read_profiles

AGAIN_MS = 5_000
"""How often it is read anew while the run goes on."""


class OutcomeFeed(QObject):
    """Keeps the view up to date while it can be seen.

    Args:
        view: What is fed.
        store: Gives the history; None while there is none.
        parent: Owns it.
    """

    def __init__(self, view: OutcomeView, store: Callable[[], Store | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._store = view, store
        self._deliveries = Deliveries(self)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="outcome")
        self._stopped = threading.Event()
        """Of what is being read now; each reading has its own."""
        self._plan: RunPlan | None = None
        self._reads = False
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._look)
        plots = self._worker.submit(importlib.import_module, "ui.results.interval_plot")
        self._deliveries.when_done(plots, lambda _module: self._view.allow_plots())

    def show(self, plan: RunPlan, *, goes_on: bool) -> None:
        """Show what came of a run; while it goes on, again and again."""
        if self._plan is None or self._plan.run.id != plan.run.id:
            self._view.clear()
            self._view.say_of_profiles("")
        self._plan = plan
        self._stopped.set()
        self._stopped = threading.Event()
        self._reads = False
        self._read(goes_on)
        self._again.start() if goes_on else self._again.stop()

    def rest(self) -> None:
        """It can't be seen any more."""
        self._again.stop()
        self._stopped.set()
        self._reads = False

    def close_down(self) -> None:
        """End the thread."""
        self.rest()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _look(self) -> None:
        if not self._reads:
            self._read(True)

    def _read(self, goes_on: bool) -> None:
        plan, store, stopped = self._plan, self._store(), self._stopped
        if plan is None or store is None:
            return
        self._reads = True
        future = self._worker.submit(_summary, store, plan)
        self._deliveries.when_done(
            future, partial(self._take, plan, goes_on, stopped), lambda error: self._give_up(stopped, error)
        )

    def _take(
        self, plan: RunPlan, goes_on: bool, stopped: threading.Event, found: tuple[RunSummary, RunProgress]
    ) -> None:
        if stopped.is_set():
            return
        self._reads = False
        self._view.show_outcome(plan, *found)
        if goes_on:
            self._view.say_of_profiles(tr("They are measured when the run is over."))
            return
        store = self._store()
        if store is None or not found[0].pairs:
            return
        self._view.say_of_profiles(tr("Measuring …"))
        future = self._worker.submit(_profiles, store, plan, stopped)
        self._deliveries.when_done(
            future,
            lambda profiles: None if stopped.is_set() else self._view.show_profiles(profiles),
            lambda error: None if stopped.is_set() else self._view.say_of_profiles(error.message),
        )

    def _give_up(self, stopped: threading.Event, error: LabError) -> None:
        if not stopped.is_set():
            self._reads = False
            self._view.complained.emit(error)


def _summary(store: Store, plan: RunPlan) -> tuple[RunSummary, RunProgress]:
    return read_summary(store, plan), read_progress(store, plan)


def _profiles(store: Store, plan: RunPlan, stopped: threading.Event) -> dict[Side, Personality]:
    try:
        return read_profiles(store, plan, stopped=stopped.is_set)
    except GaveUp as end:
        raise CancelledError from end
