import pytest
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

from ui.controls.elided_label import ElidedLabel
from ui.controls.plain_tip import plain_tip

HOSTILE = "<img src=x><b>x & co"


@pytest.mark.parametrize("text", ["", "qwen3-0.6b", "line\nline", "a > b"])
def test_what_qt_takes_for_plain_text_stays_as_it_is(text: str) -> None:
    assert plain_tip(text) == text
    assert not Qt.mightBeRichText(text)


@pytest.mark.parametrize("text", [HOSTILE, "&lt;b&gt;", f"first\n{HOSTILE}", "<!-- -->", "a < b"])
def test_all_else_is_read_letter_by_letter(text: str) -> None:
    tip = plain_tip(text)
    assert Qt.mightBeRichText(tip)
    document = QTextDocument()
    document.setHtml(tip)
    assert document.toPlainText() == text
    assert "<img" not in tip


def test_marks_that_turn_the_writing_around_are_seen_and_the_end_of_a_long_text_is_not() -> None:
    assert plain_tip("\u202eabc") == "\ufffdabc"
    assert len(plain_tip("x" * 5000)) < 1100


def test_an_elided_label_shows_the_whole_of_a_hostile_text_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(f"{HOSTILE} and so on")
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.grab()
    assert label.toolTip() == "<p>&lt;img src=x&gt;&lt;b&gt;x &amp; co and so on</p>"
    label.resize(1000, 20)
    label.grab()
    assert label.toolTip() == ""
