import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lab.errors import LabError
from ui.controls import message_bar
from ui.controls.message_bar import MessageBar
from ui.controls.notice import Notice
from ui.controls.style import style
from ui.theme.palette import DARK, LIGHT


def texts(notice: Notice) -> list[str]:
    return [label.text() for label in notice.findChildren(QLabel) if not label.isHidden()]


def test_a_notice_shows_only_what_it_has_to_say(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    button = notice.findChild(QPushButton)
    assert texts(notice) == []
    assert button.isHidden()
    notice.say("Nothing was found.", "Try fewer words.", "Clear", "Empty the field")
    assert texts(notice) == ["Nothing was found.", "Try fewer words."]
    assert (button.text(), button.toolTip(), button.accessibleName()) == ("Clear", "Empty the field", "Clear")
    with qtbot.waitSignal(notice.pressed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    notice.say("Searching …")
    assert texts(notice) == ["Searching …"]
    assert button.isHidden()


def test_a_message_is_shown_and_goes_away_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_bar, "_SHOWN_MS", 1)
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.say("It was moved to the trash.")
    assert not bar.isHidden()
    assert bar.text() == "It was moved to the trash."
    assert bar.property("state") == "said"
    qtbot.waitUntil(bar.isHidden)
    assert bar.text() == ""


def test_an_error_is_shown_with_its_hint(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.complain(LabError("The disk is full.", "Make room."))
    assert bar.text() == "The disk is full. Make room."
    assert bar.property("state") == "failed"
    bar.clear()
    assert bar.isHidden()


def test_what_they_say_is_never_read_as_html(qtbot: QtBot) -> None:
    bar, notice = MessageBar(), Notice()
    for widget in (bar, notice):
        qtbot.addWidget(widget)
        labels = widget.findChildren(QLabel)
        assert labels
        assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_failure_has_colours_of_its_own() -> None:
    for palette in (LIGHT, DARK):
        rules = style(palette)
        assert f'QFrame#messageBar[state="failed"] {{ background: {palette.danger_soft};' in rules
