"""Reads model files through once, in the background, so that the library knows them; and what the library is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.models.library import Library
from lab.models.naming import typeable_name
from lab.records import Kind, Model
from ui.deliveries import Deliveries
from ui.models.rows import ModelRow

T = TypeVar("T")

_BETWEEN_NEWS_S = 0.1


class _StoppedError(Exception):
    """The user does not want the file to be read to its end."""


class Adding(QObject):
    """What changes the library, one thing after the other.

    Args:
        library: Where it goes.
        parent: Owns it.

    Signals:
        began(str): The model of that name is being read through.
        progressed(str, object, object): Its name, the bytes done and the bytes in all.
        ended(): It has been read, or not.
        failed(LabError): Something could not be done.
    """

    began = Signal(str)
    progressed = Signal(str, object, object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._deliveries = Deliveries(self)
        self._thread: ThreadPoolExecutor | None = None
        self._stop = threading.Event()
        self._closed = False

    def with_model(self, row: ModelRow, then: Callable[[Model], object]) -> None:
        """Go on with the library's model of a row; if it is not in there, its file is read through and put in first."""
        if row.model is not None:
            then(row.model)
            return
        add = partial(self._library.add, row.path, name=typeable_name(row.file.name), source=row.file.source)
        self._read_through(row.name, add, then)

    def add(self, file: Path, then: Callable[[Model], object]) -> None:
        """Put a file into the library that may be anywhere; what can't be a model fails."""
        self._read_through(file.name, partial(self._library.add, file), then)

    def _read_through(self, name: str, add: Callable[..., Model], then: Callable[[Model], object]) -> None:
        if self._closed:
            return
        self.began.emit(name)

        def over(model: Model | None) -> None:
            self.ended.emit()
            if model is not None:
                then(model)

        self._do(partial(self._add, name, add, self._stop), over, self._failed_and_ended)

    def set_kind(self, row: ModelRow, kind: Kind | None, then: Callable[[], object]) -> None:
        """Say what a model is.

        Args:
            row: The model.
            kind: Base or chat; None for what its file says.
            then: Called when the library has it.
        """

        def set_kind(model: Model) -> None:
            self.do(partial(self._library.set_kind, model.name, kind), lambda _model: then())

        if kind is not None:
            self.with_model(row, set_kind)
        elif row.model is not None and row.model.verdict.overruled:
            set_kind(row.model)

    def do(self, deed: Callable[[], T], then: Callable[[T], object]) -> None:
        """Do something with the library that takes a moment."""
        self._do(deed, then, self.failed.emit)

    def stop(self) -> None:
        """Read no further, neither this file nor those that wait."""
        self._stop.set()
        self._stop = threading.Event()

    def close_down(self) -> None:
        """End the thread, also in the midst of a file."""
        self._closed = True
        self._stop.set()
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)

    def _do(self, deed: Callable[[], T], then: Callable[[T], object], otherwise: Callable[[LabError], object]) -> None:
        if self._closed:
            return
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="adding")

        def over(result: T) -> None:
            if not self._closed:
                then(result)

        def give_up(error: LabError) -> None:
            if not self._closed:
                otherwise(error)

        self._deliveries.when_done(self._thread.submit(deed), over, give_up)

    def _failed_and_ended(self, error: LabError) -> None:
        self.ended.emit()
        self.failed.emit(error)

    def _add(self, name: str, add: Callable[..., Model], stop: threading.Event) -> Model | None:
        """Runs on the thread."""
        try:
            return add(on_progress=self._follow(name, stop))
        except _StoppedError:
            return None

    def _follow(self, name: str, stop: threading.Event) -> Callable[[int, int], None]:
        told = 0.0

        def follow(done: int, total: int) -> None:
            nonlocal told
            if stop.is_set():
                raise _StoppedError
            now = time.monotonic()
            if now - told >= _BETWEEN_NEWS_S:
                told = now
                self._deliveries.call(partial(self.progressed.emit, name, done, total))

        return follow
