from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.compare.blind_strip import BlindStrip, StripDeed


@pytest.fixture
def strip(qtbot: QtBot) -> BlindStrip:
    made = BlindStrip()
    qtbot.addWidget(made)
    made.resize(700, 40)
    return made


def shown_buttons(strip: BlindStrip) -> list[str]:
    return [each.accessibleName() for each in strip.findChildren(QPushButton) if each.isVisibleTo(strip)]


def test_it_is_hidden_while_there_is_nothing_to_say(strip: BlindStrip) -> None:
    assert strip.isHidden()
    strip.say("Voted blind.")
    assert not strip.isHidden()
    assert strip.text() == "Voted blind."
    strip.say("")
    assert strip.isHidden()


def test_only_the_buttons_that_belong_to_the_sentence_are_there(strip: BlindStrip, qtbot: QtBot) -> None:
    asked: list[StripDeed] = []
    strip.asked.connect(asked.append)
    strip.say("What now?", (StripDeed.REVEAL, StripDeed.NEW))
    assert shown_buttons(strip) == ["Reveal", "New"]
    qtbot.mouseClick(strip._buttons[StripDeed.NEW], Qt.MouseButton.LeftButton)
    strip.press(StripDeed.REVEAL)
    strip.press(StripDeed.GOT_IT)
    assert asked == [StripDeed.NEW, StripDeed.REVEAL]


def test_a_reveal_that_is_not_possible_yet_can_not_be_pressed(strip: BlindStrip) -> None:
    asked: list[StripDeed] = []
    strip.asked.connect(asked.append)
    strip.say("Which one is better?", (StripDeed.REVEAL,), reveal_enabled=False)
    strip.press(StripDeed.REVEAL)
    assert asked == []


def test_work_is_counted_in_seconds_until_something_else_is_said(
    strip: BlindStrip, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("ui.compare.blind_strip.time.monotonic", lambda: now[0])
    strip.say_working("Both are at work.")
    assert shown_buttons(strip) == ["Stop"]
    now[0] = 112.2
    strip.say_working("Both are at work.")  # said again in between, it counts on
    with qtbot.waitSignal(strip._ticking.timeout, timeout=5000):
        pass
    assert strip.text() == "Both are at work.   12 s"
    strip.say("Done.")
    assert not strip._ticking.isActive()
    assert strip.text() == "Done."


def test_every_button_names_its_key_or_what_it_does(strip: BlindStrip) -> None:
    tips = {deed: strip._buttons[deed].toolTip() for deed in StripDeed}
    assert "(R," in tips[StripDeed.REVEAL]
    assert "(Esc)" in tips[StripDeed.STOP]
    assert "(Ctrl+N)" in tips[StripDeed.NEW]
    assert all(tips.values())


def test_one_can_only_go_on_where_that_is_offered_and_allowed(strip: BlindStrip) -> None:
    asked: list[StripDeed] = []
    strip.asked.connect(asked.append)
    strip.press(StripDeed.NEXT)
    strip.say("Which?", (StripDeed.NEXT, StripDeed.END), next_enabled=False)
    assert strip.offers(StripDeed.NEXT)
    assert not strip.offers(StripDeed.REVEAL)
    strip.press(StripDeed.NEXT)
    assert asked == []
    strip.say("Voted.", (StripDeed.NEXT, StripDeed.END))
    strip.press(StripDeed.NEXT)
    strip.press(StripDeed.END)
    assert asked == [StripDeed.NEXT, StripDeed.END]
    assert strip.accessibleDescription() == "Voted."
