"""The panels at the side while it is hidden who is who, and after two have changed places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from lab.preferences import ComparisonSettings, PreferencesFile, SideSettings
from lab.records import SamplerSettings, Side
from ui.compare.sampler_panel import SamplerPanel
from ui.compare.side_panel import Panel, SidePanel

FOR_A, FOR_B = (SideSettings(system_prompt=f"for {side}", sampler=SamplerSettings()) for side in Side)


@pytest.fixture
def side_panel(qtbot: QtBot) -> SidePanel:
    made = SidePanel(QLabel("inspector"), QLabel("settings"))
    qtbot.addWidget(made)
    return made


def seen(panel: SidePanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisibleTo(panel)]


def test_a_covered_panel_shows_a_sentence_until_it_is_uncovered(side_panel: SidePanel) -> None:
    side_panel.show_panel(Panel.INSPECTOR)
    side_panel.cover((Panel.INSPECTOR,), "Later.")
    assert seen(side_panel) == ["Later."]
    side_panel.show_panel(Panel.SETTINGS)
    assert seen(side_panel) == ["settings"]
    side_panel.show_panel(Panel.INSPECTOR)
    assert seen(side_panel) == ["Later."]
    side_panel.cover((), "")
    assert seen(side_panel) == ["inspector"]


def test_covering_opens_nothing(side_panel: SidePanel) -> None:
    side_panel.cover(tuple(Panel), "Later.")
    assert side_panel.isHidden()
    assert side_panel.shown is Panel.NONE


@pytest.fixture
def settings(qtbot: QtBot, tmp_path: Path) -> SamplerPanel:
    preferences = PreferencesFile(tmp_path / "preferences.json")
    preferences.change(settings=ComparisonSettings(shared=False, a=FOR_A, b=FOR_B))
    made = SamplerPanel(preferences)
    qtbot.addWidget(made)
    made.show()
    return made


def says(panel: QWidget) -> set[str]:
    return {each.text() for each in panel.findChildren(QLabel)}


def test_the_settings_are_called_by_the_side_for_which_they_hold(settings: SamplerPanel, qtbot: QtBot) -> None:
    settings.set_swapped(True)
    assert "You are changing side B." in says(settings)  # those of the user's A, who stands on B
    settings.sides.button(Side.A).click()
    with qtbot.waitSignal(settings.changed) as changed:
        settings._edit(replace(FOR_B, system_prompt="for who stands on A"))
    assert changed.args is not None
    kept: ComparisonSettings = changed.args[0]
    assert kept.b.system_prompt == "for who stands on A"
    assert kept.a == FOR_A
    settings.flush()
