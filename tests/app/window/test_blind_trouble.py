"""When something goes wrong in a blind comparison: that is said, and not of whom."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lab.errors import LabError, NotEnoughMemory
from lab.records import Side
from tests.app.window.driving import Driver
from tests.app.window.seeing import everything_in
from ui.compare import blind_mode

pytestmark = pytest.mark.process
A, B = Side.A, Side.B


@pytest.fixture
def dark(driver: Driver, tiny_base: Path, tiny_chat: Path) -> Driver:
    driver.prepare(tiny_base, tiny_chat, max_tokens=900)
    driver.preferences().change(blind=True)
    driver.open_ready()
    return driver


def name_of(driver: Driver, side: Side) -> str:
    model = driver.desktop._pairing.model(side)
    assert model is not None
    return model.name


def said_by(driver: Driver, side: Side) -> bool:
    collector = driver.desktop.compare.session._collectors.get(side)
    return collector is not None and bool(collector.text)


def told(driver: Driver, *names: str) -> list[str]:
    return [each for each in everything_in(driver.desktop.window) if any(name in each for name in names)]


def test_one_side_crashes_and_that_is_said_when_the_other_is_done(dark: Driver) -> None:
    dark.desktop.compare.blind.coin = lambda: False  # the base model on A talks on until it is cut off
    dark.press("New", dark.desktop._page.header)
    dark.wait_ready()
    dark.type("the sun")
    dark.wait(lambda: said_by(dark, A))
    os.kill(dark.worker(A).pid, signal.SIGKILL)
    dark.idle()
    assert dark.pane(A).trouble() == "Side A failed."
    assert dark.pane(B).trouble() == ""
    assert told(dark, name_of(dark, A), name_of(dark, B), "SIGKILL", "memory ran out") == []
    dark.key(Qt.Key.Key_3, dark.page)
    dark.key(Qt.Key.Key_R, dark.page)
    assert "SIGKILL" in dark.pane(A).trouble()
    assert dark.pane(A).head._name.name() == name_of(dark, A)


def test_a_crashed_side_can_be_started_again_in_the_dark(dark: Driver) -> None:
    dark.type("the sun")
    dark.wait(lambda: said_by(dark, A) or said_by(dark, B))
    for side in Side:
        os.kill(dark.worker(side).pid, signal.SIGKILL)
    dark.idle()
    assert {dark.pane(side).trouble() for side in Side} == {"Side A failed.", "Side B failed."}
    for side in Side:
        dark.press("Start again", dark.pane(side))
    dark.wait(lambda: all(dark.pane(side).load_state == "ready" for side in Side))
    assert {dark.pane(side).trouble() for side in Side} == {""}
    dark.ask("the water")
    assert dark.desktop._page.blind_strip.text() == blind_mode.ANSWERED


def test_a_side_that_says_nothing_leaves_nothing_to_vote_on_and_may_be_revealed(driver: Driver, tmp_path: Path) -> None:
    driver.preferences().change(blind=True)
    driver.open_scripted(tmp_path, "", "an answer")
    driver.ask("the sun")
    assert driver.desktop._page.blind_strip.text() == blind_mode.NO_VOTE
    driver.key(Qt.Key.Key_R, driver.page)
    assert not driver.desktop.compare.display.blindfold.hidden


def test_what_is_said_about_the_whole_window_names_nobody(dark: Driver) -> None:
    name = name_of(dark, A)
    dark.desktop.compare.players.trouble.emit(LabError(f"The file of {name} is not the one it was.", f"Ask {name}."))
    assert dark.banner()
    assert told(dark, name) == []
    dark.desktop._loading.refused.emit(NotEnoughMemory(f"A ({name}) needs about 9,000 MB of memory.", "Close some."))
    assert "don't fit into memory" in dark.banner()
    assert told(dark, name, "9,000") == []


def test_a_model_that_has_crashed_often_is_left_out_without_its_name(dark: Driver) -> None:
    for _ in range(2):
        dark.type("the sun")
        dark.wait(lambda: bool(dark.desktop.compare.session._collectors))
        os.kill(dark.worker(A).pid, signal.SIGKILL)
        dark.idle()
    left_out = dark.ask("the water")
    assert left_out.a is None
    assert dark.pane(A).trouble() == "Side A failed."
    assert told(dark, name_of(dark, A), name_of(dark, B)) == []


def test_only_one_script_is_named_as_none(driver: Driver, tmp_path: Path) -> None:
    driver.preferences().change(blind=True)
    driver.open_scripted(tmp_path, "one", "two")
    driver.desktop.compare.display.scripted = frozenset({B})
    driver.desktop.compare.display.show_facts()
    assert "One side is a script." in everything_in(driver.desktop.window)


def test_why_a_model_failed_is_shown_as_soon_as_an_empty_conversation_is_not_blind(dark: Driver) -> None:
    dark.desktop.compare.blind.coin = lambda: False
    dark.press("New", dark.desktop._page.header)
    dark.wait_ready()
    dark.pane(A).say_trouble(LabError("The file is gone.", "Put it back."), can_start_again=True)
    assert told(dark, "The file is gone.", "Put it back.") == []
    dark._qtbot.mouseClick(dark.desktop._page.header._blind, Qt.MouseButton.LeftButton)
    assert dark.pane(A).trouble() == "The file is gone."
    assert told(dark, "Put it back.") != []
