"""What the models were given, as the inspector shows it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lab.records import Side
from ui.compare.inspector.inspector import MOST_SHOWN_AT_AN_END, Inspector
from ui.theme.palette import LIGHT


def test_of_a_very_long_text_both_ends_are_shown(qtbot: QtBot) -> None:
    inspector = Inspector(LIGHT)
    qtbot.addWidget(inspector)

    inspector.show_given({Side.A: "<s>" + "x" * 3 * MOST_SHOWN_AT_AN_END + "</s>"})

    shown = inspector._given.toPlainText()
    assert shown.startswith("A\n<s>x")
    assert shown.endswith("x</s>")
    assert "20,007 characters are not shown here" in shown
    assert len(shown) < 2 * MOST_SHOWN_AT_AN_END + 100
