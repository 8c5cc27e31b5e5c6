"""Rating in detail: aspects and tags, by mouse and by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from lab.preferences import ASPECTS, TAGS
from lab.records import Side, VoteChoice
from ui.compare.aspect_row import AspectRow
from ui.compare.opinion import Opinion
from ui.compare.vote_bar import VoteBar


@pytest.fixture
def bar(qtbot: QtBot) -> VoteBar:
    made = VoteBar()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.set_height_of_page(900)
    made.set_votable(True)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def row(bar: VoteBar, aspect: str) -> AspectRow:
    return bar._panel.rows[aspect]


def key(qtbot: QtBot, *keys: Qt.Key) -> None:
    for each in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, each)


def focused_name() -> str:
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused else ""


def texts(bar: VoteBar) -> list[str]:
    return [each.text() for each in bar.findChildren(QPushButton) if each.isVisible()]


def test_details_come_when_they_are_asked_for_and_take_the_place_of_the_glance(bar: VoteBar) -> None:
    told: list[bool] = []
    bar.detail_wanted.connect(told.append)
    assert "chatty" not in texts(bar)
    bar.toggle_detail()
    assert texts(bar).count("chatty") == 2
    assert not bar._why.isVisible()
    bar.toggle_detail()
    assert "chatty" not in texts(bar)
    assert bar.hasFocus(), "the keyboard is not lost with what it was in"
    assert told == [True, False]


def test_all_aspects_are_rated_by_digits_alone(bar: VoteBar, qtbot: QtBot) -> None:
    said: list[tuple[str, VoteChoice]] = []
    bar.rated.connect(lambda aspect, choice: said.append((aspect, choice)))
    bar.toggle_detail()
    digits = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_4, Qt.Key.Key_2, Qt.Key.Key_1]
    key(qtbot, *digits)
    a, tie, bad, b = VoteChoice.A, VoteChoice.TIE, VoteChoice.BOTH_BAD, VoteChoice.B
    assert said == list(zip(ASPECTS, [a, tie, bad, b, b, tie, a], strict=True))
    assert bar.opinion().choice is None


def test_digits_mean_the_aspect_only_while_the_keyboard_is_there(bar: VoteBar, qtbot: QtBot) -> None:
    QShortcut(QKeySequence("1"), bar).activated.connect(lambda: bar.choose(VoteChoice.A))
    bar.toggle_detail()
    key(qtbot, Qt.Key.Key_1)
    assert (bar.opinion().choice, dict(bar.opinion().aspects)) == (None, {"helpful": VoteChoice.A})
    bar.focus()
    qtbot.mouseClick(row(bar, "tone").buttons[VoteChoice.TIE], Qt.MouseButton.LeftButton)
    assert bar.hasFocus(), "a click leaves the keyboard where it is"
    key(qtbot, Qt.Key.Key_1)
    assert bar.opinion().choice is VoteChoice.A


def test_arrows_move_and_vote_for_nothing(bar: VoteBar, qtbot: QtBot) -> None:
    bar.toggle_detail()
    key(qtbot, Qt.Key.Key_1, Qt.Key.Key_Up)
    said = bar.opinion()
    key(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert focused_name() == "helpful: both bad"
    key(qtbot, Qt.Key.Key_Left, Qt.Key.Key_Down)
    assert focused_name() == "follows the instruction: A is better"
    assert bar.opinion() == said
    key(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert bar.opinion().aspects["follows the instruction"] is VoteChoice.TIE


def test_the_same_choice_again_takes_it_back(bar: VoteBar, qtbot: QtBot) -> None:
    bar.toggle_detail()
    button = row(bar, "clear").buttons[VoteChoice.BOTH_BAD]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not any(each.isChecked() for each in row(bar, "clear").buttons.values())
    assert bar.opinion() == Opinion()


def test_tab_stops_once_at_each_aspect_then_at_the_words_for_a_and_for_b(bar: VoteBar, qtbot: QtBot) -> None:
    bar.toggle_detail()
    stops = []
    for _ in range(len(ASPECTS) + 1 + 2 * (len(TAGS) + 2)):
        stops.append(focused_name() or "+ aspect")
        key(qtbot, Qt.Key.Key_Tab)
    sides = [[f"{side} correct?", *(f"{side}: {tag}" for tag in TAGS), f"{side}: + tag"] for side in "AB"]
    assert stops == [*(f"{aspect}: A is better" for aspect in ASPECTS), "+ aspect", *sides[0], *sides[1]]


def test_a_tag_is_said_of_one_side_and_needs_no_vote(bar: VoteBar) -> None:
    said: list[Opinion] = []
    bar.voted.connect(said.append)
    bar._panel.columns[Side.A].chips["cautious"].click()
    bar._panel.columns[Side.B].chips["cautious"].click()
    bar._panel.columns[Side.A].chips["cautious"].click()
    assert [(each.choice, each.tags_a, each.tags_b) for each in said] == [
        (None, ("cautious",), ()),
        (None, ("cautious",), ("cautious",)),
        (None, (), ("cautious",)),
    ]


def test_an_own_aspect_comes_and_goes(bar: VoteBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    own: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    bar.own_changed.connect(lambda aspects, tags: own.append((aspects, tags)))
    bar.toggle_detail()
    monkeypatch.setattr("ui.compare.vote_bar.QInputDialog.getText", lambda *_: ("  Funny & <b>  short ", True))
    bar._panel._add.click()
    assert own == [(("Funny & <b> short",), ())]
    row(bar, "Funny & <b> short").focus()
    key(qtbot, Qt.Key.Key_4)
    assert bar.opinion().aspects == {"Funny & <b> short": VoteChoice.B}
    row(bar, "Funny & <b> short").focus()
    key(qtbot, Qt.Key.Key_Delete)
    assert own[-1] == ((), ())
    assert "Funny & <b> short" not in bar._panel.rows
    assert bar.opinion() == Opinion(), "what was said on it goes with it"
    assert focused_name() == "helpful: A is better"
    bar.undo()
    assert bar.opinion().aspects == {"Funny & <b> short": VoteChoice.B}
    assert "Funny & <b> short" in bar._panel.rows, "what is said stays in sight"


def test_an_own_tag_is_said_at_once_and_is_offered_on_both_sides(
    bar: VoteBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar.toggle_detail()
    monkeypatch.setattr("ui.compare.vote_bar.QInputDialog.getText", lambda *_: ("dry", True))
    bar._panel.columns[Side.B]._add.click()
    assert (bar.opinion().tags_a, bar.opinion().tags_b) == ((), ("dry",))
    assert "dry" in bar._panel.columns[Side.A].chips
    chip = bar._panel.columns[Side.A].chips["dry"]
    chip.setFocus()
    key(qtbot, Qt.Key.Key_Delete)
    assert "dry" not in bar._panel.columns[Side.B].chips
    assert bar.opinion().tags_b == ()


@pytest.mark.parametrize("typed", ["Clear", " clear ", "", "   "])
def test_what_is_offered_already_is_not_taken_in_again(
    bar: VoteBar, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    own: list[object] = []
    bar.own_changed.connect(lambda *what: own.append(what))
    monkeypatch.setattr("ui.compare.vote_bar.QInputDialog.getText", lambda *_: (typed, True))
    bar.toggle_detail()
    bar._panel._add.click()
    assert own == []
    assert tuple(bar._panel.rows) == ASPECTS


def test_a_shipped_tag_that_is_typed_is_just_said(bar: VoteBar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.compare.vote_bar.QInputDialog.getText", lambda *_: ("CHATTY", True))
    bar.toggle_detail()
    bar._panel.columns[Side.A]._add.click()
    assert bar.opinion().tags_a == ("chatty",)
    assert tuple(bar._panel.columns[Side.A].chips) == TAGS


@pytest.mark.parametrize(("own", "menus"), [(True, ["Take “dry” off the list"]), (False, [])])
def test_only_an_own_word_offers_to_be_taken_off_the_list(
    bar: VoteBar, qtbot: QtBot, own: bool, menus: list[str]
) -> None:
    bar.offer((), ("dry",) if own else ())
    bar.toggle_detail()
    chip = bar._panel.columns[Side.A].chips["dry" if own else "chatty"]
    where = chip.rect().center()
    shown: list[str] = []
    removed: list[None] = []
    chip.removal_asked.connect(lambda: removed.append(None))

    def use_menu() -> None:
        for menu in chip.findChildren(QMenu):
            shown.extend(action.text() for action in menu.actions())
            menu.actions()[0].trigger()
            menu.close()

    QTimer.singleShot(0, use_menu)
    QApplication.sendEvent(chip, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, chip.mapToGlobal(where)))
    qtbot.waitUntil(lambda: shown == menus)
    assert len(removed) == len(menus)


def test_it_is_as_high_as_it_needs_and_scrolls_where_the_page_spares_less(bar: VoteBar, qtbot: QtBot) -> None:
    bar.toggle_detail()
    qtbot.waitUntil(lambda: bar._panel.height() > 120)
    assert bar._panel.verticalScrollBar().maximum() == 0
    bar.set_height_of_page(500)
    assert bar._panel.height() == 120
    qtbot.waitUntil(lambda: bar._panel.verticalScrollBar().maximum() > 0)


def test_nothing_is_toggled_by_key_where_there_is_nothing_to_vote_on(bar: VoteBar) -> None:
    bar.set_votable(False)
    bar.toggle_detail()
    assert not bar._panel.isVisible()


def test_a_long_own_aspect_leaves_the_columns_as_they_are(bar: VoteBar, qtbot: QtBot) -> None:
    bar.toggle_detail()
    qtbot.waitUntil(lambda: row(bar, "helpful").width() > 100)
    before = row(bar, "helpful").width()
    bar.offer(("<b>an aspect</b> of forty characters or so", "wit"), ())
    long = row(bar, "<b>an aspect</b> of forty characters or so")
    qtbot.waitUntil(lambda: long.width() > 100)
    assert row(bar, "helpful").width() == long.width()
    assert abs(long.width() - before) <= 4
    assert "&lt;b&gt;" in long.toolTip(), "what the user wrote is not read as markup"
