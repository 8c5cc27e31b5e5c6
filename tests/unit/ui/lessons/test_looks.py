"""What can be seen of the page: names for screen readers, places in the tab order, nothing from strangers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from lab.records import Side
from tests.unit.ui import strangers
from tests.unit.ui.lessons.stage import GUESS, LESSON, LOOK, READ, THINK, TRY, VOTE, Stage
from ui.lessons.style import style
from ui.lessons.text_block import TextBlock
from ui.theme.palette import DARK, LIGHT


@pytest.mark.parametrize("place", [READ, GUESS, TRY, VOTE, LOOK, THINK])
def test_every_button_of_a_step_has_a_name_a_tip_and_a_place_in_the_tab_order(stage: Stage, place: int) -> None:
    stage.go_to(place)
    stage.do()
    for button in stage.page.lesson.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.accessibleName() or button.text(), button.objectName()
            assert button.toolTip(), button.text()


def test_a_strangers_lesson_is_plain_text_everywhere(stage: Stage, home: Path) -> None:
    hostile = LESSON.replace("Small", strangers.HOSTILE).replace('"small"', '"hostile"')
    hostile = hostile.replace('shows = "How', f'shows = "{strangers.HOSTILE} How').replace("So", strangers.HOSTILE)
    (home / "data" / "lessons" / "hostile.md").write_text(hostile)
    stage.page.hide()
    stage.page.show()
    assert list(strangers.named(stage.page.list))
    stage.controller.open("hostile")
    stage.go_to(THINK)
    assert list(strangers.named(stage.page.lesson))


def test_the_text_of_a_lesson_loads_nothing(stage: Stage) -> None:
    block = TextBlock("![x](file:///etc/passwd) <b>bold</b> **strong**", name="x", parent=stage.page)
    assert bytes(block.loadResource(2, "file:///etc/passwd").data()) == b""
    assert "<b>bold</b>" in block.toPlainText()


def test_both_answers_are_equally_high(stage: Stage) -> None:
    stage.go_to(TRY)
    stage.ask()
    stage.say("short", "long " * 200)
    stage.say("short", "long " * 200)
    assert stage.step.pairs is not None
    heights = {card.view.height() for card in stage.step.pairs.cards.values()}
    assert len(heights) == 1


@pytest.mark.parametrize("height", [600, 860])
def test_one_votes_without_scrolling_however_long_the_answers_are(stage: Stage, qtbot: QtBot, height: int) -> None:
    stage.page.resize(824, 860)
    stage.go_to(TRY)
    stage.ask()
    for _ in range(2):
        stage.say("long " * 300, "short")
    stage.next.click()
    stage.page.resize(824, height)
    ballot, viewport = stage.step.ballot, stage.page.lesson._scroll.viewport()
    assert ballot is not None
    pairs = stage.step.pairs
    assert pairs is not None
    qtbot.waitUntil(lambda: min(card.view.height() for card in pairs.cards.values()) >= 150)
    qtbot.waitUntil(lambda: ballot.mapTo(viewport, ballot.rect().bottomLeft()).y() <= viewport.height())


def test_an_answer_is_shown_from_its_beginning_in_both_cards(stage: Stage) -> None:
    stage.go_to(TRY)
    stage.ask()
    for _ in range(2):
        stage.say("long " * 300, "short")
    assert stage.step.pairs is not None
    assert {card.view.verticalScrollBar().value() for card in stage.step.pairs.cards.values()} == {0}


@pytest.mark.parametrize("width", [820, 1280])
def test_nothing_is_wider_than_the_page(stage: Stage, qtbot: QtBot, width: int) -> None:
    stage.page.resize(width, 560)
    stage.go_to(LOOK)
    bar = stage.page.lesson._scroll.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    for label in stage.step.findChildren(QLabel):
        assert label.width() <= width


def test_other_colours_reach_the_answers(stage: Stage) -> None:
    stage.go_to(LOOK)
    stage.page.set_palette(DARK)
    assert stage.step.pairs is not None
    assert stage.step.pairs.cards[Side.A].view._palette is DARK


def test_the_rules_name_the_colours_of_each_palette() -> None:
    assert LIGHT.good_soft in style(LIGHT)
    assert DARK.good_soft in style(DARK)
