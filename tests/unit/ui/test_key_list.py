from __future__ import annotations

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.segmented import Segmented
from ui.key_list import KEYS, KeyList
from ui.lessons.page import LessonsPage
from ui.models.page import ModelsPage
from ui.theme.palette import LIGHT
from ui.theme.style import style_sheet


def test_the_list_shows_every_key_and_goes_into_a_small_window(qtbot: QtBot) -> None:
    shown = KeyList()
    qtbot.addWidget(shown)
    shown.setStyleSheet(style_sheet(LIGHT))
    shown.show()
    switch = shown.findChild(Segmented)
    assert switch is not None
    read: list[str] = []
    for button in switch.findChildren(QPushButton):
        button.click()
        read += [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]
    for group, keys in KEYS:
        assert group in read
        for key, what in keys:
            assert key in read
            assert what in read
    assert shown.width() <= 900
    assert shown.height() <= 600


def test_the_keys_of_the_models_page_are_in_it(qtbot: QtBot) -> None:
    page = ModelsPage()
    qtbot.addWidget(page)
    bound = _bound(page)
    assert "F5" in bound
    assert [key for key in bound if key not in _named("Models")] == []


def test_the_keys_of_the_lessons_page_are_in_it(qtbot: QtBot) -> None:
    page = LessonsPage(LIGHT)
    qtbot.addWidget(page)
    bound = _bound(page)
    assert "Alt+Right" in bound
    assert "6" in bound
    told = {*"12345", "Ctrl+Return"}  # by "1 to 6", and by the other key of that name
    assert [key for key in bound if key not in _named("Lessons") and key not in told] == []


def _bound(page: QWidget) -> list[str]:
    return [shortcut.key().toString() for shortcut in page.findChildren(QShortcut)]


def _named(wanted: str) -> str:
    return " ".join(key for group, keys in KEYS if group == wanted for key, _what in keys)
