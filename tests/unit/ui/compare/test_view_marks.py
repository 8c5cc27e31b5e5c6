"""Places in answers that stand out, and say why."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ui.compare.conversation_view import ConversationView, ShownTurn
from ui.theme.palette import DARK


def suns(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer("sun", text)]


@pytest.fixture
def view(qtbot: QtBot) -> ConversationView:
    made = ConversationView()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.set_markdown(True)
    made.marks.set_finder(suns, "It shines.")
    made.show()
    return made


def turn(answer: str, prompt: str = "Where is the sun?") -> list[ShownTurn]:
    return [ShownTurn(prompt=prompt, answer=answer)]


def test_what_is_found_in_an_answer_is_marked_and_nothing_of_the_prompt(view: ConversationView) -> None:
    view.set_turns(turn("The **sun** is up.\n\n- a sun\n\n`sun`\n\n| x |\n|---|\n| sun |"))
    assert view.marks.texts() == ["sun"] * 4


def test_places_are_right_behind_what_counts_twice(view: ConversationView) -> None:
    view.set_turns(turn("🌱🌱 sun 🌱 sun"))
    assert view.marks.texts() == ["sun", "sun"]


def test_they_stay_in_other_colours_and_go_when_nothing_is_looked_for(view: ConversationView) -> None:
    view.set_turns(turn("a sun"))
    view.set_palette(DARK)
    assert view.marks.texts() == ["sun"]
    view.marks.set_finder(None, "")
    view.set_turns(turn("another sun"))
    assert view.marks.texts() == []


def test_a_mark_says_why_when_the_pointer_rests_on_it(view: ConversationView, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, *_: said.append(text))
    view.set_turns(turn("the sun"))
    inside = view.document().find("sun", view.document().lastBlock().position())
    inside.setPosition(inside.selectionStart() + 1)
    middle = view.cursorRect(inside).center()
    event = QHelpEvent(QEvent.Type.ToolTip, middle, view.mapToGlobal(middle))
    QApplication.sendEvent(view.viewport(), event)
    assert said == ["It shines."]
    elsewhere = QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), view.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(view.viewport(), elsewhere)
    assert said[1:] in ([], [""])


def test_the_last_turn_can_be_shown_from_its_beginning(view: ConversationView) -> None:
    first = ShownTurn(prompt="First?", answer="word " * 400)
    view.set_turns([first, *turn("line\n\n" * 80, prompt="Second?")])
    view.go_to_last_turn()
    top = view.cursorForPosition(QPoint(40, 20)).block().text()
    assert "Second?" in top
    bar = view.verticalScrollBar()
    assert 0 < bar.value() < bar.maximum()
