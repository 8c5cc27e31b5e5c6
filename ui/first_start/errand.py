"""Looks for the starter models and fetches them, in a thread of its own that can be stopped."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lab.models import starter
from lab.models.library import Library
from lab.models.package_index import FetchWheel, fetch_wheel
from lab.models.starter import StarterPlan, StarterProgress
from lab.models.starter_table import StarterModel
from lab.records import Model
from lab.settings import folders
from ui.first_start.meter import Meter, Reading

_PATIENCE_S = 3.0
"""How long a thread gets to end. It looks at every piece that comes, and at pip five times a second; only a line that
has gone dead can hold it for longer, and then it ends by itself, or with the program."""

_LOOK_EVERY_S = 0.1
_FETCHING = threading.Lock()
"""Held by whoever fetches. The first start and the models page offer the same pair, and write to the same files."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where models may come from; everything by default. Tests name their own."""

    table: tuple[StarterModel, ...] | None = None
    endpoint: str | None = None
    fetch_one_wheel: FetchWheel = fetch_wheel


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What looking has shown."""

    plan: StarterPlan
    free_bytes: int | None
    """On the disk that models go to; None if it does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Both models are there."""

    models: list[Model]
    """The base model, then the chat model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """The user wanted no more of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsUnseen:
    """The model that would come now has terms that the user has not seen, so nothing of it was fetched."""

    model: StarterModel
    """It comes in the place of one from the Hub that could not be had."""


Outcome = Fetched | Stopped | TermsUnseen


class _EndedEarlyError(Exception):
    """Carries out of the download why it ended."""

    def __init__(self, outcome: Stopped | TermsUnseen) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class Errand:
    """At most one thing under way at a time, and in the whole program at most one that fetches.

    Args:
        library: Where the models go.
        shelf: Where they come from.
    """

    def __init__(self, library: Library, shelf: Shelf) -> None:
        self._library = library
        self._shelf = shelf
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._meter = Meter(())
        self._meter_lock = threading.Lock()

    def look(self) -> Future[Found]:
        """See what is missing, where it would come from, and how much room there is."""

        def run(_stop: threading.Event) -> Found:
            shelf = self._shelf
            plan = starter.plan(library=self._library, table=shelf.table, endpoint=shelf.endpoint)
            return Found(plan=plan, free_bytes=_free_bytes(folders().models))

        return self._begin(run)

    def fetch(self, models: Sequence[StarterModel]) -> Future[Outcome]:
        """Fetch what is missing.

        What is raised in a report ends the download where it is, and whoever writes the file removes what there is of
        it: under a model's own name there is never half a file. While another errand fetches, it waits for its turn;
        what that one has brought is not fetched again.

        Args:
            models: What is expected to come. The user has seen the terms of these and accepted them.

        Returns:
            How it ended; it fails with a LabError.
        """
        shelf, meter = self._shelf, Meter(models)
        self._meter = meter

        def run(stop: threading.Event) -> Outcome:
            def before(model: StarterModel) -> None:
                if stop.is_set():
                    raise _EndedEarlyError(Stopped())
                if model.terms and model not in models:
                    raise _EndedEarlyError(TermsUnseen(model=model))
                with self._meter_lock:
                    meter.begin(model)

            def report(progress: StarterProgress) -> None:
                if stop.is_set():
                    raise _EndedEarlyError(Stopped())
                with self._meter_lock:
                    meter.take(progress, time.monotonic())

            if not _is_our_turn(stop):
                return Stopped()
            try:
                pair = starter.fetch(
                    report,
                    before_download=before,
                    library=self._library,
                    table=shelf.table,
                    endpoint=shelf.endpoint,
                    fetch_one_wheel=shelf.fetch_one_wheel,
                )
            except _EndedEarlyError as end:
                return end.outcome
            finally:
                _FETCHING.release()
            return Fetched(models=pair)

        return self._begin(run)

    def reading(self) -> Reading:
        """How far the download is now."""
        with self._meter_lock:
            return self._meter.reading(time.monotonic())

    def stop(self) -> None:
        """Ask what is under way to end; its future tells when it has."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and wait until the thread has ended."""
        self.stop()
        if self._thread is not None:
            self._thread.join(_PATIENCE_S)

    def _begin(self, run: Callable[[threading.Event], T]) -> Future[T]:
        self._stop.set()  # whatever is still under way is no longer wanted
        stop = self._stop = threading.Event()
        before, future = self._thread, Future[T]()

        def work() -> None:
            if before is not None:
                before.join()  # two downloads of one file would spoil each other
            try:
                result = run(stop)
            except BaseException as error:
                # It belongs to whoever waits, bugs too.
                future.set_exception(error)
            else:
                future.set_result(result)

        # A daemon, so that a dead line can't keep the program from ending.
        self._thread = threading.Thread(target=work, name="starter models", daemon=True)
        self._thread.start()
        return future


def _is_our_turn(stop: threading.Event) -> bool:
    """Wait until nobody else fetches, and hold the lock; False if the user wanted no more of it before that."""
    while not stop.is_set():
        if _FETCHING.acquire(timeout=_LOOK_EVERY_S):
            return True
    return False


def _free_bytes(folder: Path) -> int | None:
    existing = next((place for place in (folder, *folder.parents) if place.exists()), None)
    try:
        return shutil.disk_usage(existing).free if existing else None
    except OSError:
        return None
