from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lab.preferences import SendKey
from lab.suggestions import suggestions
from ui.compare.composer import Composer, Target
from ui.compare.prompt_edit import MOST_CHARACTERS, MOST_ROWS, PromptEdit
from ui.theme.palette import LIGHT


@pytest.fixture
def composer(qtbot: QtBot) -> Composer:
    made = Composer(LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 120)
    made.show()
    return made


def field(composer: Composer) -> PromptEdit:
    found = composer.findChild(PromptEdit)
    assert found is not None
    return found


def sent(composer: Composer) -> list[str]:
    prompts: list[str] = []
    composer.submitted.connect(prompts.append)
    return prompts


def test_enter_sends_and_shift_enter_begins_a_new_line(composer: Composer, qtbot: QtBot) -> None:
    prompts = sent(composer)
    qtbot.keyClicks(field(composer), "one")
    qtbot.keyClick(field(composer), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field(composer), "two")
    qtbot.keyClick(field(composer), Qt.Key.Key_Return)
    assert prompts == ["one\ntwo"]


def test_with_ctrl_enter_as_the_key_enter_begins_a_new_line(composer: Composer, qtbot: QtBot) -> None:
    prompts = sent(composer)
    composer.set_send_key(SendKey.CTRL_ENTER)
    qtbot.keyClicks(field(composer), "one")
    qtbot.keyClick(field(composer), Qt.Key.Key_Return)
    assert prompts == []
    qtbot.keyClick(field(composer), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert prompts == ["one\n"]


def test_an_empty_prompt_can_not_be_sent(composer: Composer, qtbot: QtBot) -> None:
    prompts = sent(composer)
    qtbot.keyClicks(field(composer), "  ")
    qtbot.keyClick(field(composer), Qt.Key.Key_Return)
    assert prompts == []
    assert not main_button(composer).isEnabled()


def main_button(composer: Composer) -> QPushButton:
    return next(button for button in composer.findChildren(QPushButton) if button.property("role") == "main")


def test_up_leafs_through_what_was_sent_and_down_comes_back_to_what_was_being_typed(
    composer: Composer, qtbot: QtBot
) -> None:
    for prompt in ("one", "two"):
        composer.accept(prompt)
    composer.set_text("not sent yet")
    for expected in ("two", "one", "one"):
        qtbot.keyClick(field(composer), Qt.Key.Key_Up)
        assert composer.text() == expected
    for expected in ("two", "not sent yet", "not sent yet"):
        qtbot.keyClick(field(composer), Qt.Key.Key_Down)
        assert composer.text() == expected


def test_the_box_grows_with_its_text_up_to_some_rows(composer: Composer) -> None:
    heights = []
    for rows in (1, 3, MOST_ROWS, MOST_ROWS * 3):
        composer.set_text("\n".join("x" * rows))
        heights.append(field(composer).sizeHint().height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_a_paste_that_is_too_long_is_refused_with_both_numbers(composer: Composer) -> None:
    data = QMimeData()
    data.setText("x" * 1_000_000)
    field(composer).insertFromMimeData(data)
    assert composer.text() == ""
    shown = " ".join(label.text() for label in composer.findChildren(type(composer._notice)))
    assert "1,000,000 characters" in shown
    assert f"{MOST_CHARACTERS:,}" in shown


def test_what_is_pasted_comes_as_plain_text(composer: Composer) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    field(composer).insertFromMimeData(data)
    assert composer.text() == "bold"


def test_while_the_models_answer_the_button_stops_them(composer: Composer, qtbot: QtBot) -> None:
    composer.set_busy(True)
    with qtbot.waitSignal(composer.stopped):
        qtbot.mouseClick(main_button(composer), Qt.MouseButton.LeftButton)
    assert main_button(composer).text() == "Stop"


def test_the_target_is_named_on_the_button(composer: Composer) -> None:
    assert composer.target is Target.BOTH
    only_b = next(action for action in composer._to.menu().actions() if action.text() == "Only B")
    only_b.trigger()
    assert composer.target is Target.B
    assert main_button(composer).text() == "Send to B"


def test_every_suggestion_is_offered_with_what_to_look_for(composer: Composer) -> None:
    menus = [action.menu() for action in composer._prompts.menu().actions() if action.menu() is not None]
    offered = [action.text() for menu in menus for action in menu.actions()]
    for group in suggestions():
        assert group.look_for in offered
    wanted = suggestions()[0].prompts[0]
    next(action for menu in menus for action in menu.actions() if action.text() == wanted).trigger()
    assert composer.text() == wanted


def test_a_blind_session_can_be_asked_for_in_the_menu_of_the_prompts(composer: Composer, qtbot: QtBot) -> None:
    action = next(each for each in composer._prompts.menu().actions() if each.text() == "Blind session …")
    with qtbot.waitSignal(composer.session_asked):
        action.trigger()


def test_what_was_there_comes_back_with_undo_after_a_suggestion(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(composer), "mine")
    composer.set_text("a suggestion")
    field(composer).undo()
    assert composer.text() == "mine"


def test_tab_leaves_the_field(composer: Composer, qtbot: QtBot) -> None:
    composer.focus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field(composer))
    qtbot.keyClick(field(composer), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not field(composer)
