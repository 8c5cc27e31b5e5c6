import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.segmented import Segmented
from ui.controls.style import style
from ui.controls.switch import Switch
from ui.controls.undo_notice import UndoNotice
from ui.theme.palette import DARK, LIGHT


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def shown(qtbot: QtBot, window: QWidget, *controls: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for control in controls:
        layout.addWidget(control)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def role_of(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def test_space_and_a_click_on_its_words_turn_a_switch(qtbot: QtBot, window: QWidget) -> None:
    switch = Switch("Same for both")
    shown(qtbot, window, switch)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 4, switch.height() // 2))
    assert not switch.isChecked()


def test_a_switch_is_a_check_box_to_a_screen_reader(qtbot: QtBot, window: QWidget) -> None:
    switch = Switch("Same for both")
    shown(qtbot, window, switch)
    assert role_of(switch) is QAccessible.Role.CheckBox


def test_a_switch_looks_different_on_off_and_with_the_keyboard_on_it(qtbot: QtBot, window: QWidget) -> None:
    switch, other = Switch("x"), Switch("y")
    shown(qtbot, window, switch, other)
    other.setFocus()
    off = switch.grab().toImage()
    switch.setChecked(True)
    on = switch.grab().toImage()
    switch.setFocus()
    focused = switch.grab().toImage()
    assert off != on
    assert on != focused


def test_a_switch_follows_a_change_of_colours(qtbot: QtBot, window: QWidget) -> None:
    switch = Switch("x")
    shown(qtbot, window, switch)
    for palette in (LIGHT, DARK):
        window.setStyleSheet(style(palette))
        assert switch.property("on_colour").name() == palette.a


def test_one_of_the_joined_buttons_is_pressed(qtbot: QtBot, window: QWidget) -> None:
    choice = Segmented([("a", "One"), ("b", "Two"), ("c", "Three")], name="Number")
    shown(qtbot, window, choice)
    assert choice.value() == "a"
    with qtbot.waitSignal(choice.chosen) as said:
        qtbot.mouseClick(choice.button("b"), Qt.MouseButton.LeftButton)
    assert said.args == ["b"]
    assert [choice.button(value).isChecked() for value in "abc"] == [False, True, False]
    with qtbot.assertNotEmitted(choice.chosen):
        qtbot.mouseClick(choice.button("b"), Qt.MouseButton.LeftButton)
        choice.set_value("c")
    assert choice.value() == "c"
    with pytest.raises(KeyError):
        choice.set_value("d")


def test_arrow_keys_press_another_and_tab_leaves(qtbot: QtBot, window: QWidget) -> None:
    choice = Segmented([("a", "One"), ("b", "Two"), ("c", "Three")], name="Number")
    after = Switch("after")
    shown(qtbot, window, choice, after)
    choice.setFocus()
    qtbot.keyClick(choice.button("a"), Qt.Key.Key_Right)
    assert choice.value() == "b"
    assert choice.button("b").hasFocus()
    qtbot.keyClick(choice.button("b"), Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert choice.button("b").hasFocus()


def test_the_joined_buttons_are_radio_buttons_to_a_screen_reader(qtbot: QtBot, window: QWidget) -> None:
    choice = Segmented([("a", "One"), ("b", "Two")], name="Number")
    shown(qtbot, window, choice)
    assert role_of(choice.button("a")) is QAccessible.Role.RadioButton
    assert choice.button("b").accessibleName() == "Number: Two"


def test_what_was_done_can_be_undone_once(qtbot: QtBot, window: QWidget) -> None:
    notice = UndoNotice()
    shown(qtbot, window, notice)
    assert notice.isHidden()
    undone: list[str] = []
    notice.offer("First.", lambda: undone.append("first"))
    notice.offer("Second.", lambda: undone.append("second"))
    assert notice.text() == "Second."
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    notice.button.click()
    assert undone == ["second"]
    assert notice.isHidden()


def test_a_notice_leaves_by_itself_but_not_from_under_the_keyboard(qtbot: QtBot, window: QWidget) -> None:
    notice, other = UndoNotice(shown_ms=20), Switch("other")
    shown(qtbot, window, notice, other)
    notice.offer("Gone.", lambda: None)
    notice.button.setFocus()
    QApplication.processEvents()
    with qtbot.waitSignal(notice._timer.timeout):  # it has thought of leaving
        pass
    assert notice.text() == "Gone."
    other.setFocus()
    qtbot.waitUntil(notice.isHidden)
    assert notice.text() == ""


@pytest.mark.parametrize("pressed", [0, 1])
def test_each_choice_has_room_for_its_words_in_bold(qtbot: QtBot, window: QWidget, pressed: int) -> None:
    window.setStyleSheet(style(LIGHT))
    words = ("Question-réponse", "Comparaison")
    choice = Segmented([(each, each) for each in words], name="What")
    choice.set_value(words[pressed])
    shown(qtbot, window, choice)
    for each in words:
        button = choice.button(each)
        bold = QFont(button.font())
        bold.setWeight(QFont.Weight.DemiBold)
        padding = 2 * (13 + 1)
        assert button.width() >= QFontMetrics(bold).horizontalAdvance(each) + padding


def test_a_choice_is_read_out_with_what_is_being_chosen(qtbot: QtBot) -> None:
    choice = Segmented([("a", "Light"), ("b", "Dark")], name="Colours")
    qtbot.addWidget(choice)
    assert choice.button("b").accessibleName() == "Colours: Dark"
