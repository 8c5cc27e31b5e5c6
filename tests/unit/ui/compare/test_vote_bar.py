from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lab.records import Side, VoteChoice
from ui.compare.opinion import Opinion
from ui.compare.rating_chips import AspectChip, CorrectChip
from ui.compare.vote_bar import VoteBar


@pytest.fixture
def bar(qtbot: QtBot) -> VoteBar:
    made = VoteBar()
    qtbot.addWidget(made)
    made.resize(900, 90)
    made.set_votable(True)
    made.show()
    return made


def votes_of(bar: VoteBar) -> list[Opinion]:
    said: list[Opinion] = []
    bar.voted.connect(said.append)
    return said


def button(bar: VoteBar, name: str) -> QPushButton:
    return next(each for each in bar.findChildren(QPushButton) if each.accessibleName() == name)


def button_with(bar: VoteBar, text: str) -> QPushButton:
    return next(each for each in bar.findChildren(QPushButton) if each.text() == text)


def rated_in(bar: VoteBar) -> list[tuple[str, VoteChoice | None]]:
    said: list[tuple[str, VoteChoice | None]] = []
    bar.rated.connect(lambda aspect, choice: said.append((aspect, choice)))
    return said


def chip(bar: VoteBar, aspect: str) -> AspectChip:
    return next(each for each in bar.findChildren(AspectChip) if each.accessibleName().startswith(aspect))


def press(qtbot: QtBot, widget: QPushButton) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("A is better", VoteChoice.A),
        ("Tie", VoteChoice.TIE),
        ("Both bad", VoteChoice.BOTH_BAD),
        ("B is better", VoteChoice.B),
    ],
)
def test_each_button_is_a_vote_of_its_own(bar: VoteBar, qtbot: QtBot, name: str, choice: VoteChoice) -> None:
    said = votes_of(bar)
    press(qtbot, button(bar, name))
    assert [each.choice for each in said] == [choice]
    assert button(bar, name).isChecked()


def test_a_vote_can_be_changed_and_taken_back(bar: VoteBar, qtbot: QtBot) -> None:
    said = votes_of(bar)
    for name in ("A is better", "Tie", "Tie"):
        press(qtbot, button(bar, name))
    assert [each.choice for each in said] == [VoteChoice.A, VoteChoice.TIE, None]
    assert not any(button(bar, name).isChecked() for name in ("A is better", "Tie", "Both bad", "B is better"))


def test_the_first_press_on_an_aspect_means_the_side_that_won(bar: VoteBar, qtbot: QtBot) -> None:
    said = rated_in(bar)
    press(qtbot, button(bar, "B is better"))
    for _ in range(5):
        press(qtbot, chip(bar, "clear"))
    choices = [VoteChoice.B, VoteChoice.A, VoteChoice.TIE, VoteChoice.BOTH_BAD, None]
    assert said == [("clear", choice) for choice in choices]


def test_an_aspect_says_in_words_what_was_chosen(bar: VoteBar, qtbot: QtBot) -> None:
    press(qtbot, chip(bar, "clear"))
    assert (chip(bar, "clear").text(), chip(bar, "clear").accessibleName()) == ("clear · A", "clear: A is better")


def test_an_aspect_needs_no_vote_on_the_whole(bar: VoteBar, qtbot: QtBot) -> None:
    said, rated = votes_of(bar), rated_in(bar)
    press(qtbot, chip(bar, "safe"))
    assert said == []
    assert rated == [("safe", VoteChoice.A)]
    press(qtbot, button(bar, "Tie"))
    assert rated == [("safe", VoteChoice.A)], "the vote says it no second time"
    assert bar.opinion().aspects == {"safe": VoteChoice.A}


def test_what_was_said_last_is_taken_back_step_by_step(bar: VoteBar, qtbot: QtBot) -> None:
    press(qtbot, button(bar, "A is better"))
    press(qtbot, chip(bar, "clear"))
    bar._panel.columns[Side.B].chips["chatty"].click()
    press(qtbot, next(each for each in bar.findChildren(CorrectChip) if each.isVisible()))
    told: list[object] = []
    bar.voted.connect(lambda opinion: told.append((opinion.choice, opinion.tags_b)))
    bar.rated.connect(lambda *what: told.append(what))
    bar.judged.connect(lambda *what: told.append(what))
    for _ in range(6):
        bar.undo()
    assert told == [(Side.A, None), (VoteChoice.A, ()), ("clear", None), (None, ())]
    assert bar.opinion() == Opinion()


def test_of_another_comparison_nothing_is_undone(bar: VoteBar, qtbot: QtBot) -> None:
    press(qtbot, button(bar, "A is better"))
    bar.show_opinion(Opinion(choice=VoteChoice.TIE))
    said = votes_of(bar)
    bar.undo()
    assert said == []
    assert bar.opinion().choice is VoteChoice.TIE


def test_correct_is_said_apart_from_better(bar: VoteBar, qtbot: QtBot) -> None:
    said = votes_of(bar)
    judged: list[tuple[Side, bool | None]] = []
    bar.judged.connect(lambda side, correct: judged.append((side, correct)))
    correct_b = next(each for each in bar.findChildren(CorrectChip) if each.text().startswith("B") and each.isVisible())
    for _ in range(3):
        press(qtbot, correct_b)
    assert judged == [(Side.B, True), (Side.B, False), (Side.B, None)]
    assert said == []


def test_the_note_goes_out_with_no_vote(bar: VoteBar, qtbot: QtBot) -> None:
    said = votes_of(bar)
    press(qtbot, button_with(bar, "+ note"))
    qtbot.keyClicks(note_field(bar), "hm")
    assert said == []
    press(qtbot, button(bar, "Tie"))
    assert said[-1].note == "hm"


def note_field(bar: VoteBar) -> QLineEdit:
    found = bar.findChild(QLineEdit)
    assert found is not None
    return found


def test_a_note_is_told_when_the_typing_rests(bar: VoteBar, qtbot: QtBot) -> None:
    press(qtbot, button_with(bar, "+ note"))
    note = note_field(bar)
    assert note.isVisible()
    with qtbot.waitSignal(bar.noted) as told:
        qtbot.keyClicks(note, "much too long")
    assert told.args == ["much too long"]


def test_a_note_that_is_being_typed_is_told_before_another_comparison_is_shown(bar: VoteBar, qtbot: QtBot) -> None:
    press(qtbot, button_with(bar, "+ note"))
    note = note_field(bar)
    told: list[str] = []
    bar.noted.connect(told.append)
    qtbot.keyClicks(note, "hm")
    bar.flush()
    bar.show_opinion(Opinion())
    assert told == ["hm"]
    assert note.text() == ""


def test_showing_an_opinion_says_nothing(bar: VoteBar) -> None:
    said = votes_of(bar)
    opinion = Opinion(
        choice=VoteChoice.TIE,
        aspects={"clear": VoteChoice.A, "an aspect of somebody else": VoteChoice.BOTH_BAD},
        tags_a=("clear",),
        tags_b=("a reason of somebody else",),
        correct_a=True,
        correct_b=False,
        note="n",
    )
    bar.show_opinion(opinion)
    assert said == []
    assert bar.opinion() == opinion


def test_nothing_can_be_said_where_there_is_nothing_to_vote_on(bar: VoteBar) -> None:
    said = votes_of(bar)
    bar.set_votable(False)
    bar.choose(VoteChoice.A)
    assert said == []
    assert not bar.isEnabled()
