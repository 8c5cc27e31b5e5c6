"""What a blind session is made of is asked in a dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from lab.session.blind_prompts import Source, suggested
from ui.compare.blind_dialog import OWN, USUAL_PROMPTS, BlindDialog


@pytest.fixture
def dialog(home: Path, qtbot: QtBot) -> Iterator[BlindDialog]:
    over = QWidget()
    qtbot.addWidget(over)
    made = BlindDialog(over)
    made.open()
    qtbot.waitUntil(lambda: made.source.findText("Suite: First meeting") > 0)
    yield made
    over.close()


def chosen(dialog: BlindDialog, qtbot: QtBot) -> tuple[tuple[str, ...], bool]:
    with qtbot.waitSignal(dialog.chosen) as asked:
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    return asked.args[0], asked.args[1]


def test_it_begins_with_the_prompts_that_ship(dialog: BlindDialog, qtbot: QtBot) -> None:
    assert dialog.count.number() == USUAL_PROMPTS
    assert "13 pairs" in dialog.explains.text()
    prompts, may_reveal = chosen(dialog, qtbot)
    assert len(prompts) == USUAL_PROMPTS
    assert set(prompts) <= set(suggested()[0].prompts)
    assert not may_reveal


def test_a_suite_gives_its_prompts_whole_and_says_what_is_left_out(dialog: BlindDialog, qtbot: QtBot) -> None:
    dialog.offer((Source(name="mine", prompts=("one\ntwo", "three"), left_out=4),))
    dialog.choose("Suite: mine")
    assert dialog.prompts.isReadOnly()
    assert dialog.prompts.toPlainText() == "one ⏎ two\nthree"
    assert dialog.of.text() == "of 2; 4 more can't be asked on their own"
    assert chosen(dialog, qtbot)[0] == ("one\ntwo", "three")


def test_own_lines_are_taken_and_stay_while_one_looks_elsewhere(dialog: BlindDialog, qtbot: QtBot) -> None:
    dialog.choose(OWN)
    assert not dialog.begin.isEnabled()
    assert "needs a prompt" in dialog.explains.text()
    dialog.prompts.setFocus()
    qtbot.keyClicks(dialog.prompts, "one")
    qtbot.keyClick(dialog.prompts, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.prompts, "two")
    dialog.source.setCurrentIndex(0)
    assert dialog.count.number() == USUAL_PROMPTS
    dialog.choose(OWN)
    dialog.reveal.setChecked(True)
    assert chosen(dialog, qtbot) == (("one", "two"), True)


def test_fewer_can_be_asked_and_then_they_are_drawn(dialog: BlindDialog, qtbot: QtBot) -> None:
    dialog.count.setValue(3)
    assert dialog.of.text().endswith("drawn by chance")
    assert "twice" not in dialog.explains.text()
    assert len(chosen(dialog, qtbot)[0]) == 3


def test_what_a_suite_has_too_few_of_is_not_asked_for(dialog: BlindDialog) -> None:
    dialog.offer((Source(name="small", prompts=("one",)),))
    dialog.choose("Suite: small")
    assert dialog.count.number() == 1
    dialog.source.setCurrentIndex(0)
    assert dialog.count.number() == USUAL_PROMPTS


def test_it_goes_into_a_small_window_and_every_word_into_it(dialog: BlindDialog) -> None:
    assert dialog.width() <= 640
    assert dialog.height() <= 560
    for label in dialog.findChildren(QLabel):
        assert label.heightForWidth(label.width()) <= label.height()
