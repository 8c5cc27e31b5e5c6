from __future__ import annotations

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from lab.generation.schedule import decide
from lab.models.memory_now import MemoryNow
from lab.records import Schedule
from ui.compare.header import Header
from ui.theme.palette import LIGHT


def test_the_button_of_the_schedule_says_why_the_two_run_in_turn_with_the_sum(qtbot: QtBot) -> None:
    header = Header(LIGHT)
    qtbot.addWidget(header)
    (button,) = [one for one in header.findChildren(QToolButton) if one.accessibleName() == "When the two models run"]
    memory = MemoryNow(available=2_000_000_000, total=8_000_000_000)
    in_turn = decide(Schedule.AUTO, {"a": 1_500_000_000, "b": 1_200_000_000}, memory)
    header.show_why(in_turn.reason)
    assert button.toolTip().startswith("When the two models run. The models run one after the other: together they")
    assert "2,700 MB" in button.toolTip() or "2.7 GB" in button.toolTip()
    assert button.accessibleDescription() == in_turn.reason
    header.show_why(decide(Schedule.AUTO, {"a": 1, "b": 2}, memory).reason)
    assert button.toolTip() == "When the two models run"
    assert button.accessibleDescription() == ""


def test_the_schedule_stays_away_with_the_other_tools_whatever_is_said_of_scripts(qtbot: QtBot) -> None:
    header = Header(LIGHT)
    qtbot.addWidget(header)
    schedule = header._schedule
    header.show_tools(False)
    header.show_scripted("")
    assert schedule.isHidden()
    header.show_tools(True)
    assert not schedule.isHidden()
    header.show_scripted("No model is running.")
    header.show_tools(True)
    assert schedule.isHidden()
