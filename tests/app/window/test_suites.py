"""A suite that is run in the window, from the first click to the votes, on scripts that play both models."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from lab.records import RunState, Side
from lab.settings import folders
from lab.storage import Store, runs
from tests.app.window.driving import Driver
from ui.suites.page import SuitesPage

pytestmark = pytest.mark.process
SMALL = """
id = "zzz-small"
title = "A small suite"
samples = {samples}
max_tokens = 40
[[items]]
id = "sun"
prompt = "Explain photosynthesis simply."
[[items]]
id = "hello"
prompt = "Hi there!"
turns = ["And who are you?"]
"""


@pytest.fixture
def page(driver: Driver, home: Path) -> SuitesPage:
    """The page of a demonstration whose user has one suite."""
    return opened(driver, samples=1)


def opened(driver: Driver, *, samples: int) -> SuitesPage:
    folder = folders().data / "suites"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "small.toml").write_text(SMALL.format(samples=samples))
    driver.open(demo=True)
    driver.wait_ready()
    return page_of(driver)


def page_of(driver: Driver) -> SuitesPage:
    driver.press("Suites", driver.desktop.window.rail)
    driver.wait(lambda: driver.desktop._suites.page is not None)
    page = driver.desktop._suites.page
    assert page is not None
    return page


def begin(driver: Driver, page: SuitesPage) -> None:
    driver.press("New run", page)
    driver.wait(lambda: page.new.picker.suite is not None)
    driver.key(Qt.Key.Key_End, page.new.picker.list)
    assert page.new.picker.suite is not None
    assert page.new.picker.suite.suite.id == "zzz-small"
    driver.press("Start the run", page)
    driver.wait(lambda: page.shows_run)


def state(page: SuitesPage) -> str:
    return page.run.panel._state.text()


def kept(driver: Driver) -> list[tuple[RunState, int]]:
    store: Store | None = driver.desktop._store
    assert store is not None
    return [(run.state, store.read(runs.counts, run.id).result()[0]) for run in store.read(runs.listed).result()]


def test_a_suite_is_run_and_its_pairs_are_there_to_vote_on(driver: Driver, page: SuitesPage) -> None:
    begin(driver, page)
    driver.wait(lambda: state(page) == "Finished.")
    assert kept(driver) == [(RunState.FINISHED, 6)]
    driver.press("Vote blind", page)
    driver.wait(lambda: page.run.voting is not None and page.run.voting.isVisible())
    driver.press("Run", page)
    driver.press("See what came out", page)
    outcome = page.run.outcome
    assert outcome is not None
    driver.wait(lambda: any("scripted base" in label.text() for label in outcome.findChildren(QLabel)))


def test_the_window_is_closed_in_the_middle_and_the_run_goes_on_afterwards(driver: Driver) -> None:
    page = opened(driver, samples=6)
    begin(driver, page)
    driver.wait(lambda: kept(driver)[0][1] >= 4)
    driver.close()
    assert psutil.Process().children(recursive=True) == []
    driver.open(demo=True)
    driver.wait_ready()
    page = page_of(driver)
    driver.wait(lambda: page.run.panel.resume.isVisible())
    assert state(page).startswith("Stopped at ")
    driver.press("Resume", page)
    driver.wait(lambda: state(page) == "Finished.")
    assert kept(driver) == [(RunState.FINISHED, 36)]


def test_the_run_waits_while_the_compare_page_answers(driver: Driver) -> None:
    page = opened(driver, samples=20)
    begin(driver, page)
    driver.wait(lambda: kept(driver)[0][1] >= 2)
    driver.press("Compare", driver.desktop.window.rail)
    driver.type("Explain photosynthesis simply.")
    performer = driver.desktop._suites.performer
    assert performer is not None
    driver.wait(lambda: performer.waits == "Waits while Compare answers.")
    driver.idle()
    driver.wait(lambda: not performer.waits)
    before = kept(driver)[0][1]
    driver.wait(lambda: kept(driver)[0][1] > before)
    assert all("ended by itself" in driver.pane(side).state() for side in Side)
