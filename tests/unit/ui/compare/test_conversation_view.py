from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.unit.ui.compare.markdown_samples import EVERYTHING
from ui.compare import conversation_view
from ui.compare.conversation_view import ConversationView, ShownTurn
from ui.compare.view_links import hint
from ui.compare.view_turns import SHOWN_CHARACTERS
from ui.theme.palette import DARK, LIGHT

Make = Callable[..., ConversationView]
LINES = "".join(f"line {number}\n" for number in range(200))


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def view(*, markdown: bool = True) -> ConversationView:
        made = ConversationView()
        qtbot.addWidget(made)
        made.setFont(QFont("sans-serif", 10))
        made.set_markdown(markdown)
        made.resize(420, 300)
        made.show()
        qtbot.waitExposed(made)
        return made

    return view


def drawn(view: ConversationView) -> str:
    """All that is drawn, as it would be copied."""
    before, place = view.textCursor(), view.verticalScrollBar().value()
    QGuiApplication.clipboard().clear()
    view.selectAll()
    view.copy()
    view.setTextCursor(before)
    view.verticalScrollBar().setValue(place)
    return QGuiApplication.clipboard().text()


def wait_for(qtbot: QtBot, view: ConversationView, text: str) -> None:
    qtbot.waitUntil(lambda: text in view.toPlainText())


def is_at_end(view: ConversationView) -> bool:
    return view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def button(view: ConversationView, name: str) -> QToolButton:
    found = view.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def wheel(view: ConversationView, delta: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    middle = QPointF(100, 100)
    event = QWheelEvent(
        middle,
        QPointF(view.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_turn_is_quoted_streamed_and_finished(make: Make, qtbot: QtBot) -> None:
    view = make()
    view.begin("Why?")
    assert drawn(view) == "> Why?"
    view.append_text("Because **of")
    wait_for(qtbot, view, "Because **of")
    view.append_text("** it.")
    view.finish("stopped by you")
    assert drawn(view) == "> Why?\n\nBecause of it.\n\nstopped by you"
    assert view.text() == "Because **of** it."


def test_a_second_turn_follows_the_first(make: Make) -> None:
    view = make()
    view.set_turns([ShownTurn(prompt="one", answer="first")])
    view.begin("two")
    view.append_text("second")
    view.finish()
    assert drawn(view) == "> one\n\nfirst\n\n> two\n\nsecond"
    assert view.text() == "second"


def test_a_turn_that_was_never_finished_is_finished_by_the_next(make: Make) -> None:
    view = make()
    view.begin("one")
    view.append_text("half")
    view.begin("two")
    assert drawn(view).startswith("> one\n\nhalf\n\n> two")


def test_text_without_a_turn_is_not_taken(make: Make) -> None:
    view = make()
    view.append_text("lost")
    view.finish()
    assert drawn(view) == ""
    assert view.text() == ""


def test_switching_between_raw_text_and_markdown_loses_nothing(make: Make, qtbot: QtBot) -> None:
    view = make(markdown=False)
    view.set_turns([ShownTurn(prompt="one", answer="# Head")])
    view.begin("two")
    view.append_text("**bold**")
    view.set_markdown(True)
    assert drawn(view) == "> one\n\nHead\n\n> two\n\nbold"
    view.append_text(" more")
    view.finish()
    view.set_markdown(False)
    assert drawn(view) == "> one\n\n# Head\n\n> two\n\n**bold** more"


def test_other_colours_draw_everything_anew(make: Make, qtbot: QtBot) -> None:
    view = make()
    view.set_turns([ShownTurn(prompt="one", answer=EVERYTHING)])
    qtbot.waitUntil(lambda: not view.is_setting)
    before = drawn(view)
    view.set_palette(DARK)
    qtbot.waitUntil(lambda: not view.is_setting)
    assert drawn(view) == before
    assert DARK.ink in view.toHtml()
    assert LIGHT.ink not in view.toHtml()


@pytest.mark.parametrize("markdown", [True, False])
def test_a_view_draws_everything_without_a_complaint(make: Make, qtbot: QtBot, markdown: bool) -> None:
    view = make(markdown=markdown)
    view.set_turns([ShownTurn(prompt="مرحبا", answer=EVERYTHING + "😀\n\x1b[31m\u202e\n", note="length limit")])
    view.begin("and?")
    for place in range(0, view.verticalScrollBar().maximum(), 100):
        view.verticalScrollBar().setValue(place)
        assert not view.grab().isNull()


def test_nothing_is_ever_loaded(make: Make) -> None:
    view = make()
    view.set_turns([ShownTurn(prompt="<img src=a.png>", answer="![x](file:///etc/hostname) <img src='file:///x'>")])
    assert "<img" not in view.toHtml()
    for address in ("file:///etc/hostname", "https://a.example/x.png", "a.png"):
        assert view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address)) == QByteArray()


def test_the_view_follows_the_end(make: Make, qtbot: QtBot) -> None:
    view = make(markdown=False)
    view.begin("Why?")
    for _ in range(3):
        view.append_text(LINES)
        qtbot.waitUntil(lambda: not view.is_setting)
        assert is_at_end(view)


def test_whoever_scrolls_up_stays_there_and_finds_the_way_back(make: Make, qtbot: QtBot) -> None:
    view = make(markdown=False)
    view.begin("Why?")
    view.append_text(LINES)
    wait_for(qtbot, view, "line 199")
    wheel(view, 240)
    place = view.verticalScrollBar().value()
    assert not is_at_end(view)
    view.append_text("something new\n")
    wait_for(qtbot, view, "something new")
    assert view.verticalScrollBar().value() == place
    assert button(view, "newText").isVisible()
    button(view, "newText").click()
    assert is_at_end(view)
    assert not button(view, "newText").isVisible()
    view.append_text(LINES)
    view.finish()
    qtbot.waitUntil(lambda: not view.is_setting)
    assert is_at_end(view)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Home])
def test_keys_scroll_and_the_end_key_follows_again(make: Make, qtbot: QtBot, key: Qt.Key) -> None:
    view = make(markdown=False)
    view.begin("Why?")
    view.append_text(LINES)
    wait_for(qtbot, view, "line 199")
    qtbot.keyClick(view, key)
    place = view.verticalScrollBar().value()
    view.append_text("new\n")
    wait_for(qtbot, view, "new")
    assert view.verticalScrollBar().value() == place < view.verticalScrollBar().maximum()
    qtbot.keyClick(view, Qt.Key.Key_End)
    view.append_text("newer\n")
    wait_for(qtbot, view, "newer")
    assert is_at_end(view)


def test_a_selection_stays_while_text_arrives_and_while_what_it_holds_is_set_again(make: Make, qtbot: QtBot) -> None:
    view = make()
    view.begin("Why?")
    view.append_text("one two **thr")
    wait_for(qtbot, view, "one two **thr")
    cursor = view.textCursor()
    begin = view.toPlainText().index("one")
    cursor.setPosition(begin)
    cursor.setPosition(begin + len("one two"), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.append_text("ee** four\n\nfive\n\nsix")
    wait_for(qtbot, view, "six")
    assert view.textCursor().selectedText() == "one two"
    view.copy()
    assert QGuiApplication.clipboard().text() == "one two"


def test_a_selection_up_to_the_end_does_not_grow(make: Make, qtbot: QtBot) -> None:
    view = make(markdown=False)
    view.begin("Why?")
    view.append_text("one")
    wait_for(qtbot, view, "one")
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view.append_text(" two")
    wait_for(qtbot, view, "two")
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "> Why?\n\none"


def test_copying_gives_plain_text_alone(make: Make) -> None:
    view = make()
    view.set_turns([ShownTurn(prompt="one", answer="- **a**\n- b")])
    assert drawn(view) == "> one\n\n• a\n• b"
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]


def test_each_block_of_code_in_sight_has_a_copy_button(make: Make, qtbot: QtBot) -> None:
    view = make()
    view.set_turns([ShownTurn(prompt="x", answer="```python\nx = 1\n\ny = 2\n```\n\nand\n\n```\nplain\n```\n")])
    first, second = (one for one in view.findChildren(QToolButton, "copyCode") if one.isVisible())
    assert (first.accessibleName(), second.accessibleName()) == ("Copy python code", "Copy code")
    with qtbot.waitSignal(view.copied) as copied:
        first.click()
    assert copied.args == ["x = 1\n\ny = 2"]
    assert QGuiApplication.clipboard().text() == "x = 1\n\ny = 2"
    assert first.text() == "Copied"
    qtbot.waitUntil(lambda: first.text() == "Copy")


def test_the_copy_button_of_long_code_stays_in_sight(make: Make, qtbot: QtBot) -> None:
    view = make()
    code = "".join(f"x = {number}\n" for number in range(100))
    view.set_turns([ShownTurn(prompt="x", answer=f"```python\n{code}```\n")])
    assert is_at_end(view)
    (copy,) = (one for one in view.findChildren(QToolButton, "copyCode") if one.isVisible())
    assert view.viewport().geometry().contains(copy.geometry())
    copy.click()
    assert QGuiApplication.clipboard().text() == code.removesuffix("\n")


def test_a_click_on_a_link_copies_its_address_and_opens_nothing(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    view = make()
    view.set_turns([ShownTurn(prompt="x", answer="[the page](https://a.example/b)")])
    place = view.toPlainText().index("the page") + 3
    cursor = view.textCursor()
    cursor.setPosition(place)
    point = view.cursorRect(cursor).center()
    assert view.anchorAt(point) == "https://a.example/b"
    with qtbot.waitSignal(view.copied) as copied:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert copied.args == ["https://a.example/b"]
    assert opened == []
    assert "the page" in view.toPlainText()


def test_the_hint_of_a_link_is_text_too() -> None:
    assert "<img" not in hint("https://a.example/<img src='file:///x'>")
    assert hint("") == ""


def test_of_a_long_conversation_the_end_is_shown_and_the_rest_on_request(make: Make, qtbot: QtBot) -> None:
    view = make(markdown=False)
    answer = "word " * (SHOWN_CHARACTERS // 20)
    view.set_turns([ShownTurn(prompt=f"prompt {number}", answer=answer) for number in range(8)])
    qtbot.waitUntil(lambda: not view.is_setting)
    assert drawn(view).startswith("↑ Show 4 earlier turns\n\n> prompt 4")
    assert is_at_end(view)
    view.anchorClicked.emit(QUrl("counterpoint:earlier"))
    qtbot.waitUntil(lambda: not view.is_setting)
    assert drawn(view).startswith("> prompt 0")
    assert view.verticalScrollBar().value() == 0


def test_a_conversation_that_has_grown_too_long_loses_its_beginning(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversation_view, "MOST_CHARACTERS", 3000)
    view = make()
    for number in range(12):
        view.begin(f"prompt {number}")
        view.append_text("word " * 80)
        view.finish()
    assert view.document().characterCount() < 3600
    assert drawn(view).startswith("↑ Show ")
    assert drawn(view).count("> prompt 11") == 1


@pytest.mark.parametrize(("key", "steps"), [(Qt.Key.Key_Plus, 1), (Qt.Key.Key_Equal, 1), (Qt.Key.Key_Minus, -1)])
def test_keys_change_the_size_of_the_text(make: Make, qtbot: QtBot, key: Qt.Key, steps: int) -> None:
    view = make()
    view.set_turns([ShownTurn(prompt="x", answer="text")])
    normal = view.document().defaultFont().pixelSize()
    with qtbot.waitSignal(view.zoom_changed) as changed:
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert changed.args == [steps]
    assert (view.document().defaultFont().pixelSize() - normal) * steps > 0
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.document().defaultFont().pixelSize() == normal


def test_ctrl_and_the_wheel_change_the_size_of_the_text(make: Make) -> None:
    view = make()
    normal = view.document().defaultFont().pixelSize()
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.document().defaultFont().pixelSize() > normal


def test_a_very_long_answer_is_drawn_in_slices_and_all_of_it_arrives(make: Make, qtbot: QtBot) -> None:
    view = make(markdown=False)
    view.begin("x")
    text = "x" * 200_000
    view.append_text(text)
    view.finish("done")
    assert view.is_setting
    qtbot.waitUntil(lambda: not view.is_setting, timeout=20_000)
    assert drawn(view) == f"> x\n\n{text}\n\ndone"
    assert is_at_end(view)


def test_the_same_conversation_again_changes_nothing(make: Make) -> None:
    view = make(markdown=False)
    turns = [ShownTurn(prompt="x", answer=LINES)]
    view.set_turns(turns)
    view.verticalScrollBar().setValue(10)
    view.set_turns(list(turns))
    assert view.verticalScrollBar().value() == 10


def test_arabic_stands_at_the_right(make: Make) -> None:
    view = make()
    view.set_turns([ShownTurn(prompt="x", answer="مرحبا بالعالم\n\nleft")])
    left = view.document().lastBlock()
    right = left.previous()
    assert right.textDirection() is Qt.LayoutDirection.RightToLeft
    line = right.layout().lineAt(0)
    assert line.naturalTextRect().left() > view.viewport().width() / 2
    assert left.layout().lineAt(0).naturalTextRect().left() == 0


def test_every_button_can_be_reached_and_has_a_name(make: Make, qtbot: QtBot) -> None:
    view = make()
    view.set_turns([ShownTurn(prompt="x", answer="```\ncode\n```\n")])
    for one in view.findChildren(QToolButton):
        assert one.accessibleName()
        assert one.toolTip()
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_an_answer_can_not_make_the_window_read_a_file(make: Make, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"what nobody may see")
    found = make().document().resource(QTextDocument.ResourceType.ImageResource, QUrl.fromLocalFile(str(secret)))
    assert not found
