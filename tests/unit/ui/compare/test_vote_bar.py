from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lab.records import Side, VoteChoice
from ui.compare.reason_chip import CorrectChip, ReasonChip
from ui.compare.vote_bar import Opinion, VoteBar


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


def chip(bar: VoteBar, reason: str) -> ReasonChip:
    return next(each for each in bar.findChildren(ReasonChip) if each.accessibleName().startswith(reason))


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


def test_a_reason_speaks_first_for_the_side_that_won(bar: VoteBar, qtbot: QtBot) -> None:
    said = votes_of(bar)
    press(qtbot, button(bar, "B is better"))
    press(qtbot, chip(bar, "clear"))
    assert said[-1].reasons_b == ("clear",)
    assert chip(bar, "clear").text() == "clear · B"
    press(qtbot, chip(bar, "clear"))
    assert (said[-1].reasons_a, said[-1].reasons_b) == (("clear",), ())
    press(qtbot, chip(bar, "clear"))
    assert (said[-1].reasons_a, said[-1].reasons_b) == ((), ())


def test_reasons_that_are_chosen_before_the_vote_go_out_with_it(bar: VoteBar, qtbot: QtBot) -> None:
    said = votes_of(bar)
    press(qtbot, chip(bar, "safe"))
    assert said == []
    press(qtbot, button(bar, "A is better"))
    assert said[-1].reasons_a == ("safe",)


def test_correct_is_said_apart_from_better(bar: VoteBar, qtbot: QtBot) -> None:
    said = votes_of(bar)
    judged: list[tuple[Side, bool | None]] = []
    bar.judged.connect(lambda side, correct: judged.append((side, correct)))
    correct_b = next(each for each in bar.findChildren(CorrectChip) if each.text().startswith("B"))
    for _ in range(3):
        press(qtbot, correct_b)
    assert judged == [(Side.B, True), (Side.B, False), (Side.B, None)]
    assert said == []


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
        reasons_a=("clear",),
        reasons_b=("a reason of somebody else",),
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
