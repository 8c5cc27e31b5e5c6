from __future__ import annotations

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from lab.storage import votes
from ui.compare.rater_button import ME, MOST_NAME_CHARACTERS, RaterButton


@pytest.fixture
def button(qtbot: QtBot) -> RaterButton:
    made = RaterButton()
    qtbot.addWidget(made)
    return made


def offered(button: RaterButton) -> list[str]:
    return [action.text() for action in button.menu().actions() if not action.isSeparator()]


def test_the_one_rater_is_called_as_in_the_history() -> None:
    assert ME == votes.ME


def test_the_raters_of_this_computer_are_offered_each_once(button: RaterButton) -> None:
    button.show_raters("Ada", ("Ada", "Bo & Co"))
    assert offered(button) == ["me", "Ada", "Bo && Co", "Another name …"]
    assert [action.text() for action in button.menu().actions() if action.isChecked()] == ["Ada"]
    assert button.accessibleName() == "Voting as Ada"


def test_a_long_name_is_cut_on_the_button_and_whole_for_those_who_listen(button: RaterButton) -> None:
    button.show_raters("Alexandrina Victoria", ())
    assert button.text() == "Voting as Alexandrina… ▾"
    assert button.accessibleName() == "Voting as Alexandrina Victoria"


def test_choosing_one_says_who(button: RaterButton, qtbot: QtBot) -> None:
    button.show_raters(ME, ("Ada",))
    ada = next(action for action in button.menu().actions() if action.text() == "Ada")
    with qtbot.waitSignal(button.chosen) as chosen:
        ada.trigger()
    assert chosen.args == ["Ada"]


@pytest.mark.parametrize(
    ("typed", "accepted", "said"),
    [
        ("  Grace   Hopper\n", True, ["Grace Hopper"]),
        ("", True, []),
        ("Grace", False, []),
        ("x" * 99, True, ["x" * MOST_NAME_CHARACTERS]),
    ],
)
def test_another_name_is_tidied(
    button: RaterButton, monkeypatch: pytest.MonkeyPatch, typed: str, accepted: bool, said: list[str]
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (typed, accepted))
    chosen: list[str] = []
    button.chosen.connect(chosen.append)
    button.ask()
    assert chosen == said
