"""Gets the models of both sides ready in the background: are the files still there, do both fit, then load."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError, NotEnoughMemory
from lab.generation.demo import SCRIPTED
from lab.generation.runner import Runner
from lab.generation.schedule import Decision
from lab.models.checksum import OnBytes
from lab.models.library import Library
from lab.models.memory_now import held_bytes
from lab.records import Model, Schedule, Side
from lab.session.fitting import decide_for
from lab.session.names_in_files import NamesInFiles, names_in_files
from ui.deliveries import Deliveries


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """What was found out about the files."""

    models: Mapping[Side, Model]
    troubles: Mapping[Side, LabError]
    decision: Decision | LabError | None
    names: NamesInFiles


class Loading(QObject):
    """Checks models on a thread of its own; asks for them one set at a time, and forgets what is out of date.

    Attributes:
        memory_advice: Says in a sentence what else of ours could give memory back; empty if nothing could.

    Signals:
        checked(Side, Model): A side's file is as it should be, or its facts were read anew.
        failed(Side, LabError): A side's file can't be used.
        decided(Decision): How the two will run.
        refused(LabError): The two can't run as the user wants.
        named(NamesInFiles): What the files call their models.
        done(): All that was found out has been told.
        added(Model): A file has come into the library.
        not_added(LabError): A file could not.
    """

    checked = Signal(object, object)
    failed = Signal(object, object)
    decided = Signal(object)
    refused = Signal(object)
    named = Signal(object)
    done = Signal()
    added = Signal(object)
    not_added = Signal(object)

    def __init__(self, library: Library, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._runner = library, runner
        self._deliveries = Deliveries(self)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="models")
        self._asked = 0
        self._closed = threading.Event()
        self.memory_advice: Callable[[], str] = lambda: ""

    def prepare(self, models: Mapping[Side, Model], wish: Schedule, context_tokens: int) -> None:
        """Look at the files of the sides; the signals tell what was found."""
        if self._closed.is_set():
            return
        self._asked += 1
        number = self._asked
        pids = [pid for side in Side if (pid := self._runner.worker_pid(side)) is not None]
        future = self._worker.submit(_check, self._library, dict(models), wish, context_tokens, pids, self._go_on)
        self._deliveries.when_done(future, lambda found: self._tell(number, found))

    def add(self, path: Path) -> None:
        """Put a model file into the library, which reads all of it once."""
        if self._closed.is_set():
            return
        future = self._worker.submit(self._library.add, path, on_progress=self._go_on)
        self._deliveries.when_done(future, self._tell_added, self.not_added.emit)

    def close_down(self) -> None:
        """End the thread, also in the middle of a file that it is reading; nobody waits for that."""
        self._closed.set()  # what still comes must not start a model for a window that is closed
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _go_on(self, _done_bytes: int, _total_bytes: int) -> None:
        """Said between two blocks of a file, on the thread."""
        if self._closed.is_set():
            raise CancelledError

    def _tell_added(self, model: Model) -> None:
        if not self._closed.is_set():
            self.added.emit(model)

    def _tell(self, number: int, found: _Checked) -> None:
        if number != self._asked or self._closed.is_set():
            return
        if isinstance(found.decision, NotEnoughMemory):
            hint = " ".join(filter(None, (found.decision.hint, self.memory_advice())))
            self.refused.emit(NotEnoughMemory(found.decision.message, hint))
        elif isinstance(found.decision, LabError):
            self.refused.emit(found.decision)
        elif found.decision is not None:
            self.decided.emit(found.decision)
        self.named.emit(found.names)
        for side, model in found.models.items():
            self.checked.emit(side, model)
        for side, trouble in found.troubles.items():
            self.failed.emit(side, trouble)
        self.done.emit()


def _check(
    library: Library,
    models: Mapping[Side, Model],
    wish: Schedule,
    context_tokens: int,
    pids: list[int],
    on_progress: OnBytes,
) -> _Checked:
    fresh: dict[Side, Model] = {}
    troubles: dict[Side, LabError] = {}
    for side, model in models.items():
        try:
            # By its path, so that a scripted model that is in no library is left as it is.
            fresh[side] = model if model.architecture == SCRIPTED else library.get(model.path, on_progress=on_progress)
        except LabError as error:
            troubles[side] = error
    decision: Decision | LabError | None = None
    real = {side: model for side, model in fresh.items() if model.architecture != SCRIPTED}
    if len(real) == len(Side):
        try:
            decision = decide_for(real, wish, context_tokens=context_tokens, held_bytes=held_bytes(pids))
        except LabError as error:
            decision = error
    elif len(fresh) == len(Side):
        decision = Decision(in_turn=wish is Schedule.IN_TURN, one_loaded_at_a_time=False, reason="")
    return _Checked(models=fresh, troubles=troubles, decision=decision, names=names_in_files(real.values()))
