"""The window without models: the offer, the demonstration, and the way back from it."""

from __future__ import annotations

import threading
import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from lab.models import starter
from lab.models.library import Library
from lab.models.package_index import OnDone
from lab.models.starter_table import StarterModel, Wheel
from lab.records import Side
from lab.settings import folders
from tests.app.window.driving import Driver
from tests.unit.models.test_starter import Shelf as Packages
from tests.unit.models.test_starter import shelf, table, weights
from ui import first_models
from ui.first_start.errand import Shelf
from ui.first_start.panel import FirstStartPanel, State

__all__ = ["shelf", "table", "weights"]
pytestmark = pytest.mark.process


def offered(driver: Driver) -> FirstStartPanel:
    """The offer, when it is made."""
    driver.open()
    driver.wait(lambda: driver.desktop._first_start is not None)
    panel = driver.desktop._first_start
    assert panel is not None
    driver.wait(lambda: panel.state is State.OFFERING)
    return panel


@pytest.fixture
def small(
    table: tuple[StarterModel, ...], shelf: Packages, monkeypatch: pytest.MonkeyPatch
) -> tuple[tuple[StarterModel, ...], Packages]:
    """The window offers tiny models instead of the starter pair."""
    source = Shelf(table=table, fetch_one_wheel=shelf)
    monkeypatch.setattr(first_models, "FirstStartPanel", partial(FirstStartPanel, shelf=source))
    return table, shelf


def test_the_demonstration_says_that_no_model_is_running_and_leads_back_to_the_offer(
    driver: Driver, small: object
) -> None:
    offered(driver)
    driver.press("See a demonstration first")
    driver.wait_ready()
    header = driver.desktop._page.header
    assert header._scripted.isVisible()
    assert header._scripted.text() == "No model is running: the answers are scripted."
    comparison = driver.ask("Explain photosynthesis simply.")
    assert comparison.b is not None
    assert comparison.b.engine == "scripted (no model)"
    assert driver.preferences().value.model_a == ""
    driver.press("Get models")
    assert driver.button("See a demonstration first").isVisible()
    assert not header._scripted.isVisible()


def test_models_that_come_during_the_demonstration_end_it(driver: Driver, small: object) -> None:
    panel = offered(driver)
    driver.press("See a demonstration first")
    driver.wait_ready()
    panel.main.click()
    driver.wait(lambda: not driver.desktop._page.header._scripted.isVisible())
    driver.wait(lambda: driver.pane(Side.A).head._name.name() == "packed-base")
    driver.wait_ready()
    comparison = driver.ask("the sun")
    assert comparison.a is not None
    assert comparison.a.contestant.model.name == "packed-base"


def test_one_file_of_ones_own_is_not_enough_and_that_is_said(driver: Driver, small: object, tiny_base: Path) -> None:
    offered(driver)
    driver.desktop._loading.add(tiny_base)
    driver.wait(lambda: "was added. To compare, add one more" in driver.banner())


def test_a_pair_that_was_fetched_elsewhere_is_there_at_the_next_start(
    driver: Driver, small: tuple[tuple[StarterModel, ...], Packages]
) -> None:
    offered(driver)
    driver.close()
    starter.fetch(table=small[0], fetch_one_wheel=small[1])
    driver.open_ready()
    assert driver.desktop._first_start is None


def test_the_window_may_be_closed_while_models_are_fetched(
    driver: Driver, table: tuple[StarterModel, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = threading.Event()
    never = threading.Event()

    def slow(wheel: Wheel, _folder: Path, on_done: OnDone) -> Path:
        while True:  # as pip is watched: it goes on until somebody stops it
            reached.set()
            on_done(wheel.size_bytes // 2)
            never.wait(0.02)

    source = Shelf(table=table, fetch_one_wheel=slow)
    monkeypatch.setattr(first_models, "FirstStartPanel", partial(FirstStartPanel, shelf=source))
    panel = offered(driver)
    panel.main.click()
    driver.wait(reached.is_set)
    began = time.monotonic()
    driver.close()
    assert time.monotonic() - began < 5
    del driver.desktop
    assert Library(folders().data / "library.json").models() == []
    assert not list(folders().models.rglob("*.gguf"))


def test_the_offer_is_reached_by_keyboard(driver: Driver, small: object) -> None:
    panel = offered(driver)
    names = [each.text() for each in panel.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
    assert names
    assert all(each.focusPolicy().value for each in panel.findChildren(QPushButton) if each.isVisible())
