"""Small multiples: one scale, dots that can be told apart, and the same in words."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from lab.records import Side
from ui.suites.outcome_panels import SamplePanels, nice_top, spread_out
from ui.suites.outcome_rows import Panel
from ui.theme.palette import DARK, LIGHT


def panel(name: str, a: tuple[int, ...] = (10, 50), b: tuple[int, ...] = (90, 95)) -> Panel:
    shares = dict.fromkeys(Side, "50 %")
    return Panel(
        item_id=name,
        comparison_id=f"comparison of {name}",
        prompt=name,
        lengths={Side.A: a, Side.B: b},
        shared=shares,
        agree=shares,
        sentence=f"{name}: all of it",
    )


@pytest.fixture
def drawing(qtbot: QtBot) -> SamplePanels:
    made = SamplePanels(LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 10)
    made.show_panels([panel(name) for name in "abcde"], 95)
    made.show()
    return made


@pytest.mark.parametrize(("longest", "top"), [(0, 10), (10, 10), (11, 12), (95, 100), (101, 120), (361, 400)])
def test_the_scale_ends_at_a_round_number_that_holds_the_longest(longest: int, top: float) -> None:
    assert nice_top(longest) == top


def test_dots_that_would_cover_each_other_are_moved_and_others_are_not() -> None:
    found = spread_out([50, 10, 51, 52])
    assert [x for x, _ in found] == [10, 50, 51, 52]
    assert found[0][1] == found[1][1] == 0
    assert len({lane for _, lane in found[1:]}) == 3


def test_it_has_as_many_panels_beside_each_other_as_have_room(drawing: SamplePanels) -> None:
    assert drawing.place(1).top() == drawing.place(0).top()
    assert drawing.place(2).top() > drawing.place(1).bottom()
    assert drawing.height() == drawing.place(4).bottom() + 1
    drawing.resize(340, drawing.height())
    assert drawing.place(1).top() > drawing.place(0).bottom()
    assert drawing.height() == drawing.place(4).bottom() + 1


def test_arrow_keys_go_through_the_panels_and_enter_asks_for_one(drawing: SamplePanels, qtbot: QtBot) -> None:
    asked, reached = QSignalSpy(drawing.asked), QSignalSpy(drawing.reached)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(drawing, key)
    assert reached.at(1)[0] == drawing.place(3)
    assert [asked.at(0)[0], asked.count()] == ["comparison of d", 1]
    for _ in range(3):
        qtbot.keyClick(drawing, Qt.Key.Key_Down)  # there is nothing below
    qtbot.keyClick(drawing, Qt.Key.Key_Enter)
    assert asked.at(1)[0] == "comparison of d"


def test_a_click_asks_for_its_panel_and_beside_the_panels_for_none(drawing: SamplePanels, qtbot: QtBot) -> None:
    asked = QSignalSpy(drawing.asked)
    qtbot.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=drawing.place(5).center())
    assert asked.count() == 0
    qtbot.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=drawing.place(2).center())
    assert asked.at(0)[0] == "comparison of c"


def test_it_says_in_words_what_it_shows(drawing: SamplePanels) -> None:
    assert drawing.accessibleName()
    assert drawing.accessibleDescription().splitlines() == [f"{name}: all of it" for name in "abcde"]


def test_a_panel_tells_its_numbers_under_the_pointer(drawing: SamplePanels, qtbot: QtBot) -> None:
    where = drawing.place(1).center()
    QApplication.sendEvent(drawing, QHelpEvent(QEvent.Type.ToolTip, where, drawing.mapToGlobal(where)))
    qtbot.waitUntil(lambda: QToolTip.text() == "b: all of it")
    QToolTip.hideText()


def test_both_sides_are_painted_in_their_colours_light_and_dark(drawing: SamplePanels) -> None:
    for palette in (LIGHT, DARK):
        drawing.set_palette(palette)
        picture = drawing.grab(drawing.place(0)).toImage()
        there = {
            picture.pixelColor(QPoint(x, y)).name() for x in range(picture.width()) for y in range(picture.height())
        }
        assert {palette.a, palette.b} <= there


def test_fewer_panels_than_before_leave_none_current_that_is_gone(drawing: SamplePanels, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(drawing, key)
    drawing.show_panels([panel("only")], 95)
    with qtbot.waitSignal(drawing.asked) as asked:
        qtbot.keyClick(drawing, Qt.Key.Key_Return)
    assert asked.args == ["comparison of only"]
