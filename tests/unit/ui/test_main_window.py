"""The window without models: its pages, and what happens when one takes the place of another."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.theme.icons import Icon
from ui.theme.palette import LIGHT


class Page(QWidget):
    """A page that counts how often it was shown."""

    def __init__(self, *, has_button: bool = True) -> None:
        super().__init__()
        self.times_shown = 0
        self.button = QPushButton("Press")
        QVBoxLayout(self).addWidget(self.button)
        self.button.setVisible(has_button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.times_shown += 1


@pytest.fixture
def pages() -> dict[str, Page]:
    return {"first": Page(), "last": Page(has_button=False)}


@pytest.fixture
def window(qtbot: QtBot, pages: dict[str, Page]) -> MainWindow:
    """A window with a page that has still to come between two others."""
    made = MainWindow(LIGHT)
    qtbot.addWidget(made)
    made.add_page("first", "First", Icon.COMPARE, pages["first"])
    made.add_page("late", "Late", Icon.MODELS, QLabel("Opening …"))
    made.add_page("last", "Last", Icon.SETTINGS, pages["last"])
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def test_a_page_that_comes_late_takes_over_the_keyboard(window: MainWindow, pages: dict[str, Page]) -> None:
    pages["first"].button.setFocus()
    window.show_page("late")
    late = Page()
    window.replace_page("late", late)
    assert window.page() == "late"
    assert late.button.hasFocus()


def test_a_page_that_comes_while_another_is_seen_does_not_come_to_the_front(
    window: MainWindow, pages: dict[str, Page]
) -> None:
    pages["first"].button.setFocus()
    late = Page()
    window.replace_page("late", late)
    assert window.page() == "first"
    assert pages["first"].button.hasFocus()
    window.show_page("late")
    assert late.isVisible()


def test_no_other_page_is_shown_while_one_takes_the_place_of_another(
    window: MainWindow, pages: dict[str, Page]
) -> None:
    window.show_page("late")
    window.replace_page("late", Page())
    assert pages["last"].times_shown == 0
    assert pages["first"].times_shown == 1
