from __future__ import annotations

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.key_list import KEYS, KeyList
from ui.models.page import ModelsPage
from ui.theme.palette import LIGHT
from ui.theme.style import style_sheet


def test_the_list_shows_every_key_and_goes_into_a_small_window(qtbot: QtBot) -> None:
    shown = KeyList()
    qtbot.addWidget(shown)
    shown.setStyleSheet(style_sheet(LIGHT))
    shown.show()
    read = [label.text() for label in shown.findChildren(QLabel)]
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
    named = " ".join(key for group, keys in KEYS if group == "Models" for key, _what in keys)
    bound = [shortcut.key().toString() for shortcut in page.findChildren(QShortcut)]
    assert "F5" in bound
    assert [key for key in bound if key not in named] == []
