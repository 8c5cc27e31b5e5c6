"""What stands where on the compare page, and how wide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from lab.preferences import PreferencesFile
from ui.compare.page import ComparePage
from ui.compare.side_panel import INSPECTOR_WIDTH, LEAST_INSPECTOR_WIDTH, MOST_INSPECTOR_WIDTH
from ui.theme.palette import LIGHT

MakePage = Callable[[int], ComparePage]


@pytest.fixture
def make_page(qtbot: QtBot, tmp_path: Path) -> Iterator[MakePage]:
    """Shows a page so many pixels wide; all of them share what is remembered."""
    pages: list[ComparePage] = []

    def make(width: int) -> ComparePage:
        page = ComparePage(LIGHT, PreferencesFile(tmp_path / "preferences.json"))
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(width, 800)
        page.restore(width)
        page.show()
        qtbot.waitExposed(page)
        return page

    yield make
    for page in pages:
        page.inspector.close_down()


def drag_inspector(qtbot: QtBot, page: ComparePage, wider: int) -> None:
    handle = page._whole.handle(1)
    middle = handle.rect().center()
    there = middle - QPoint(wider, 0)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, there)
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=there)


def test_the_inspector_begins_with_its_own_width_and_the_panes_have_the_rest(make_page: MakePage) -> None:
    page = make_page(1300)
    assert page.side_panel.isVisible()
    assert page.side_panel.width() == INSPECTOR_WIDTH
    page.resize(1600, 800)
    assert page.side_panel.width() == INSPECTOR_WIDTH


def test_the_width_of_the_inspector_is_remembered(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page(1300)
    drag_inspector(qtbot, page, 100)
    width = page.side_panel.width()
    assert INSPECTOR_WIDTH + 80 < width < INSPECTOR_WIDTH + 120
    page.flush()
    assert make_page(1300).side_panel.width() == width


def test_the_settings_have_their_own_width_and_leave_the_inspector_its(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page(1300)
    drag_inspector(qtbot, page, 100)
    width = page.side_panel.width()
    page.header.settings_wanted.emit(True)
    settings_width = page.side_panel.width()
    drag_inspector(qtbot, page, 100)
    assert page.side_panel.width() == settings_width
    page.header.inspector_wanted.emit(True)
    assert page.side_panel.width() == width


def test_the_inspector_keeps_within_its_bounds(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page(1600)
    drag_inspector(qtbot, page, 1000)
    assert page.side_panel.width() == MOST_INSPECTOR_WIDTH
    drag_inspector(qtbot, page, -1000)
    assert page.side_panel.width() == LEAST_INSPECTOR_WIDTH


def test_on_a_narrow_page_the_inspector_lies_over_the_panes_and_leaves_half_of_them(
    qtbot: QtBot, make_page: MakePage
) -> None:
    page = make_page(1600)
    drag_inspector(qtbot, page, 1000)
    page.resize(824, 600)
    assert not page.side_panel.isVisible()
    page.header.inspector_wanted.emit(True)
    assert page.side_panel.isVisible()
    assert page.side_panel.geometry().left() == 412
    page.resize(1600, 800)
    assert page.side_panel.isVisible()
    assert page.side_panel.width() == MOST_INSPECTOR_WIDTH


def test_the_inspector_is_there_when_the_panes_came_before_the_page_was_first_seen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    page = ComparePage(LIGHT, PreferencesFile(tmp_path / "preferences.json"))
    for each in (QWidget(), page):
        pages.addWidget(each)
    pages.resize(1300, 800)
    page.restore(1300)
    pages.show()
    qtbot.waitExposed(pages)
    page.show_instead_of_panes(QWidget())
    page.show_panes()
    pages.setCurrentWidget(page)
    assert page.side_panel.isVisible()
    page.inspector.close_down()
