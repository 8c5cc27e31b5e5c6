"""Looks for the model files on this computer on a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from lab.errors import LabError
from lab.models.discovery import Discovery
from lab.models.found import FoundFile, ScanProgress
from lab.models.places import Place
from ui.deliveries import Deliveries

_BETWEEN_NEWS_S = 0.2
"""The window is told no oftener; each piece of news redraws the table."""

Places = Callable[[], Iterable[Place]]
"""Where to look; asked on the thread, because it reads other programs' settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a search has found so far."""

    files: tuple[FoundFile, ...]
    notes: tuple[str, ...] = ()
    """What could not be looked through."""
    complete: bool = False
    """True for the last news of a search."""


class Scan(QObject):
    """One search at a time; a second one that is asked for meanwhile takes the place of the first.

    Args:
        places: Where to look.
        cache_path: Where to keep what was read; None keeps nothing.
        parent: Owns it.

    Signals:
        progressed(ScanProgress): How far it has come.
        found(Findings): More is known; the last time it is complete.
        failed(LabError): It could not be done.
        ended(): It is over: complete, stopped or failed.
    """

    progressed = Signal(object)
    found = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, places: Places, cache_path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places, self._cache_path = places, cache_path
        self._deliveries = Deliveries(self)
        self._thread: ThreadPoolExecutor | None = None
        self._stop = threading.Event()
        self._running = False
        self._closed = False

    @property
    def running(self) -> bool:
        """Whether it is looking now."""
        return self._running

    def begin(self) -> None:
        """Look through all places; what is still looked for is given up."""
        if self._closed:
            return
        self._stop.set()
        self._stop = threading.Event()
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="scan")
        self._running = True
        stop = self._stop
        future = self._thread.submit(self._look, stop)
        self._deliveries.when_done(future, partial(self._finish, stop), partial(self._give_up, stop))

    def stop(self) -> None:
        """End it; what was found stays."""
        if self._running:
            self._stop.set()
            self._running = False
            self.ended.emit()

    def close_down(self) -> None:
        """End it for good; the thread ends with the file that it is reading."""
        self._closed = True
        self._running = False
        self._stop.set()
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)

    def _look(self, stop: threading.Event) -> Findings:
        """Runs on the thread."""
        told = 0.0

        def due() -> bool:
            nonlocal told
            now = time.monotonic()
            if now - told < _BETWEEN_NEWS_S:
                return False
            told = now
            return True

        def report(progress: ScanProgress) -> None:
            if not progress.reading or due():
                self._deliveries.call(partial(self._tell, stop, self.progressed, progress))

        discovery = Discovery(self._places(), cache_path=self._cache_path, on_progress=report, stopped=stop.is_set)
        files: list[FoundFile] = []
        shown = time.monotonic()
        for file in discovery.run():
            files.append(file)
            if time.monotonic() - shown >= _BETWEEN_NEWS_S:
                shown = time.monotonic()
                self._deliveries.call(partial(self._tell, stop, self.found, Findings(files=tuple(files))))
        return Findings(files=tuple(files), notes=tuple(discovery.notes), complete=True)

    def _tell(self, stop: threading.Event, signal: SignalInstance, value: object) -> None:
        if stop is self._stop and self._running:
            signal.emit(value)

    def _finish(self, stop: threading.Event, findings: Findings) -> None:
        if stop is not self._stop or not self._running:
            return
        self._running = False
        self.found.emit(findings)
        self.ended.emit()

    def _give_up(self, stop: threading.Event, error: LabError) -> None:
        if stop is not self._stop or not self._running:
            return
        self._running = False
        self.failed.emit(error)
        self.ended.emit()
