"""What came out of a blind session, where the panes were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lab.session.blind_session import Summary
from ui.compare.blind_card import BlindCard
from ui.controls.elided_label import ElidedLabel


@pytest.fixture
def card(qtbot: QtBot) -> BlindCard:
    made = BlindCard()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def read(card: BlindCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_it_says_who_was_preferred_and_how_steady_the_votes_are(card: BlindCard) -> None:
    card.show_summary(Summary(pairs=12, repeats=1, same=1), [("<b>one</b>", 7), ("two", 3), ("Tie", 2)])
    said = read(card)
    assert "You voted on 12 pairs." in said
    assert any("you said the same again" in each for each in said)
    at = said.index("<b>one</b>")
    assert said[at : at + 6] == ["<b>one</b>", "7", "two", "3", "Tie", "2"]


def test_of_a_session_without_votes_it_tells_no_more(card: BlindCard) -> None:
    card.show_summary(Summary(pairs=3, repeats=0, same=0), [("one", 3)])
    card.show_summary(Summary(pairs=0, repeats=0, same=0), [("one", 0)])
    assert read(card) == ["The blind session is over", "You have not voted."]


def test_its_buttons_are_pressed_with_enter(card: BlindCard, qtbot: QtBot) -> None:
    card.show_summary(Summary(pairs=1, repeats=0, same=0), [])
    card.activateWindow()
    card.focus()
    for signal in (card.results_asked, card.closed):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        with qtbot.waitSignal(signal):
            qtbot.keyClick(focused, Qt.Key.Key_Return)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)


def test_no_line_of_it_is_cut(card: BlindCard, qtbot: QtBot) -> None:
    agreement = Summary(pairs=30, repeats=3, same=2)
    card.show_summary(agreement, [("gemma, question and answer", 20), ("g" * 200, 9), ("Tie", 1), ("Both bad", 0)])
    QApplication.processEvents()
    for label in card.findChildren(QLabel):
        assert label.height() >= (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
    assert len(card.findChildren(ElidedLabel)) == 4
    assert card._card.width() == 480
