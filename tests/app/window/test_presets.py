"""Presets: settings under a name, from the first save to the last click, and through a restart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lab.preferences import SHIPPED
from lab.records import SamplerSettings, Side
from tests.app.window.driving import Driver
from tests.app.window.settings_panel import SettingsPanel, answer, kept, lengths, samplers

pytestmark = pytest.mark.process

LENGTH = 12
BRIEF = SamplerSettings(temperature=0.3, max_tokens=5)
SHIPPED_NAMES = [preset.name for preset in SHIPPED]


@pytest.fixture
def talkers(driver: Driver, tiny_base: Path, tmp_path: Path) -> Driver:
    """Two models that both talk until they are cut off, so that their lengths can be counted."""
    driver.prepare(tiny_base, Path(shutil.copy(tiny_base, tmp_path / "other.gguf")), max_tokens=LENGTH)
    driver.open_ready()
    return driver


def brief(panel: SettingsPanel) -> None:
    """Set what ``BRIEF`` says, and keep it under that name."""
    panel.enter("Temperature", "0.3")
    panel.enter("Max tokens", "5")
    panel.save_preset("Brief")


def test_a_preset_brings_back_what_was_set_when_it_was_saved(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.enter("System prompt", "Be brief.")
    brief(panel)
    assert panel.preset() == "Brief"
    panel.enter("System prompt", "Take your time.")
    panel.enter("Temperature", "1.1")
    panel.enter("Max tokens", "9")
    assert panel.preset() == "Your own mix"
    assert lengths(talkers, talkers.ask("the sun")) == [9, 9]
    panel.choose_preset("Brief")
    assert (panel.shown("Temperature"), panel.shown("System prompt")) == ("0.3", "Be brief.")
    comparison = talkers.ask("the moon")
    assert samplers(talkers, comparison) == [BRIEF, BRIEF]
    assert lengths(talkers, comparison) == [5, 5]
    assert answer(kept(talkers, comparison), Side.A).contestant.system_prompt == "Be brief."


def test_a_preset_is_there_after_a_restart(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    brief(panel)
    panel.enter("Max tokens", "9")
    talkers.close()
    talkers.open_ready()
    panel = SettingsPanel(talkers)
    assert panel.shown("Max tokens") == "9"
    assert panel.presets() == [*SHIPPED_NAMES, "Brief"]
    panel.choose_preset("Brief")
    assert samplers(talkers, talkers.ask("the sun")) == [BRIEF, BRIEF]


def test_a_preset_is_for_the_side_that_is_being_changed(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    brief(panel)
    panel.choose_preset("Balanced")
    panel.enter("Max tokens", "9")
    panel.turn("Same settings for both")
    panel.press("Side to change: B")
    panel.choose_preset("Brief")
    assert panel.preset() == "Brief"
    comparison = talkers.ask("the sun")
    assert samplers(talkers, comparison) == [SamplerSettings(max_tokens=9), BRIEF]
    panel.press("Side to change: A")
    assert panel.preset() == "Balanced"


def test_a_preset_that_ships_changes_how_tokens_are_drawn_and_not_the_task(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.enter("System prompt", "Be kind.")
    panel.enter("Seed", "77")
    panel.choose_preset("Always the most likely")
    comparison = talkers.ask("the sun")
    assert samplers(talkers, comparison) == [SamplerSettings(temperature=0, seed=77, max_tokens=LENGTH)] * 2
    assert answer(kept(talkers, comparison), Side.B).contestant.system_prompt == "Be kind."


def test_a_preset_that_was_chosen_by_mistake_is_taken_back(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.enter("Top-k", "3")
    panel.choose_preset("Adventurous")
    assert panel.shown("Top-k") == "0"
    panel.press("Undo")
    assert panel.shown("Top-k") == "3"
    assert samplers(talkers, talkers.ask("the sun")) == [SamplerSettings(top_k=3, max_tokens=LENGTH)] * 2


def test_a_preset_is_saved_anew_under_its_name(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    brief(panel)
    panel.enter("Max tokens", "8")
    panel.save_preset("brief")
    assert panel.presets() == [*SHIPPED_NAMES, "brief"]
    panel.choose_preset("Balanced")
    panel.choose_preset("brief")
    assert lengths(talkers, talkers.ask("the sun")) == [8, 8]


def test_a_preset_that_ships_keeps_its_name(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.enter("Top-k", "3")
    panel.save_preset("balanced")
    assert "This one comes with the program. Choose another name." in panel.texts()
    panel.press("Cancel")
    assert panel.presets() == SHIPPED_NAMES
    assert panel.shown("Top-k") == "3"


def test_a_deleted_preset_is_gone_after_a_restart_and_the_settings_stay(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    brief(panel)
    panel.delete_preset("Brief")
    assert "“Brief” is deleted." in panel.texts()
    assert panel.presets() == SHIPPED_NAMES
    talkers.close()
    talkers.open_ready()
    panel = SettingsPanel(talkers)
    assert panel.presets() == SHIPPED_NAMES
    assert samplers(talkers, talkers.ask("the sun")) == [BRIEF, BRIEF]


def test_a_preset_that_was_deleted_by_mistake_comes_back(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    brief(panel)
    panel.choose_preset("Balanced")
    panel.delete_preset("Brief")
    panel.press("Undo")
    assert panel.presets() == [*SHIPPED_NAMES, "Brief"]
    panel.choose_preset("Brief")
    assert samplers(talkers, talkers.ask("the sun")) == [BRIEF, BRIEF]
