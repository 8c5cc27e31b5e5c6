"""Small things that everybody expects of a window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from lab.records import Side
from tests.app.window.driving import Driver
from ui.key_list import KeyList

pytestmark = pytest.mark.process


@pytest.fixture
def ready(driver: Driver, tmp_path: Path) -> Driver:
    driver.open_scripted(tmp_path, "It goes on and on.", "It answers.")
    return driver


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_a_key_opens_the_list_of_keys_once(ready: Driver, key: Qt.Key) -> None:
    window = ready.desktop.window
    window.activateWindow()
    ready.wait(lambda: QApplication.activeWindow() is window)
    ready.desktop._page.header._new.setFocus()
    ready.key(key)
    (opened,) = window.findChildren(KeyList)
    words = " ".join(label.text() for label in opened.findChildren(QLabel))
    assert "Ctrl+Enter" in words
    assert "A is better" in words
    window.show_keys()
    assert len(window.findChildren(KeyList)) == 1
    opened.close()
    ready.wait(lambda: not window.findChildren(KeyList))


def test_a_question_mark_that_is_typed_is_a_question_mark(ready: Driver) -> None:
    ready.field().selectAll()
    ready._qtbot.keyClicks(ready.field(), "why?")
    assert ready.field().toPlainText() == "why?"
    assert ready.desktop.window.findChildren(KeyList) == []


def test_ctrl_enter_sends_from_anywhere_on_the_page(ready: Driver) -> None:
    window = ready.desktop.window
    window.activateWindow()
    ready.wait(lambda: QApplication.activeWindow() is window)
    ready.desktop._page.composer.set_text("the sun")
    other = ready.desktop._page.header._new
    other.setFocus()
    with ready._qtbot.waitSignal(ready.desktop.compare.answered, timeout=30_000):
        ready._qtbot.keyClick(other, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_title_names_the_conversation(ready: Driver) -> None:
    assert ready.desktop.window.windowTitle() == "Counterpoint"
    ready.desktop._page.composer.set_text("the sun\nand the moon")
    ready.desktop._page.composer.press()
    ready.idle()
    assert ready.desktop.window.windowTitle() == "the sun and the moon — Counterpoint"
    ready.press("New")
    assert ready.desktop.window.windowTitle() == "Counterpoint"


def test_a_long_name_is_cut_in_the_middle_and_the_tooltip_has_all_of_it(ready: Driver) -> None:
    pane = ready.pane(Side.A)
    model = ready.desktop._pairing.model(Side.A)
    assert model is not None
    name = "somebody-who-made-it-" + "and-on-" * 20 + "Q4_K_M"
    pane.show_model(replace(model, name=name), ready.desktop._pairing.framing(Side.A))
    button = pane.head._name
    ready.wait(lambda: "…" in button.text() and button.text().startswith("somebody"))
    assert button.text().startswith("somebody")
    assert button.text().endswith("Q4_K_M ▾")
    assert name in button.toolTip()
    assert pane.width() < ready.desktop.window.width() / 2


def test_the_badge_says_why_a_model_is_taken_for_base_or_chat(ready: Driver) -> None:
    badge = ready.pane(Side.A).head._badge
    assert badge.toolTip() == "Taken for a base model:\n• It is a script that plays this part."


def test_the_buttons_of_the_rail_name_their_keys(ready: Driver) -> None:
    pages = ("Compare", "Lessons", "Suites", "History", "Results", "Models", "Settings")
    for place, name in enumerate(pages, start=1):
        assert ready.button(name, ready.desktop.window.rail).toolTip() == f"{name} (Ctrl+{place})"


def test_messages_wait_behind_each_other(ready: Driver) -> None:
    from lab.errors import LabError

    banner = ready.desktop.window.banner
    banner.say(LabError("The disk is full."), can_retry=True)
    banner.say(LabError("Side A has no model."))
    banner.say(LabError("Side A has no model."))
    assert banner.text() == "Side A has no model."
    ready.press("Close this message")
    assert ready.banner() == "The disk is full."
    assert ready.button("Try again").isVisible()
    banner.resolve()
    assert ready.banner() == ""
