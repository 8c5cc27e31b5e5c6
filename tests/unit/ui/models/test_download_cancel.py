"""Stopping a download asks first where much would be lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.models import download_cancel
from ui.models.download_cancel import CancelButton

MB = 1_000_000


class Page(QWidget):
    """The button, and another to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.button, self.other = CancelButton(self), QPushButton(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.button)
        layout.addWidget(self.other)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def button(page: Page) -> CancelButton:
    return page.button


def press(qtbot: QtBot, button: CancelButton) -> bool:
    meant: list[bool] = []
    button.confirmed.connect(lambda: meant.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return bool(meant)


def test_where_little_has_come_it_is_done_at_once(qtbot: QtBot, button: CancelButton) -> None:
    button.dress("Cancel", "tiny.gguf", "Stop it", lost_bytes=99 * MB)
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("Cancel", "Cancel: tiny.gguf", "Stop it")
    assert press(qtbot, button)


def test_where_much_has_come_the_second_press_counts(qtbot: QtBot, button: CancelButton) -> None:
    button.dress("Cancel", "big.gguf", "Stop it", lost_bytes=2_100 * MB)
    assert not press(qtbot, button)
    assert button.text() == "Throw away 2.1 GB?"
    assert "Press again" in button.accessibleName()
    button.dress("Cancel", "big.gguf", "Stop it", lost_bytes=2_150 * MB)  # it goes on meanwhile
    assert button.text() == "Throw away 2.1 GB?"
    assert press(qtbot, button)
    assert button.text() == "Cancel"


def test_the_question_goes_away_when_the_keyboard_does(qtbot: QtBot, page: Page, button: CancelButton) -> None:
    button.dress("Cancel", "big.gguf", "Stop it", lost_bytes=2_100 * MB)
    button.setFocus()
    press(qtbot, button)
    page.other.setFocus()
    assert button.text() == "Cancel"
    assert not press(qtbot, button)


def test_the_question_goes_away_by_itself_and_when_the_button_means_something_else(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_cancel, "_ASKED_FOR_MS", 30)
    button = CancelButton()
    qtbot.addWidget(button)
    button.show()
    button.dress("Cancel", "big.gguf", "Stop it", lost_bytes=2_100 * MB)
    press(qtbot, button)
    qtbot.waitUntil(lambda: button.text() == "Cancel")
    press(qtbot, button)
    button.dress("Remove", "big.gguf", "Stop it", lost_bytes=2_100 * MB)
    assert button.text() == "Remove"
    assert not press(qtbot, button)
