"""The settings of the comparison: what a person sets there is what the models get, both or each its own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from lab.records import SamplerSettings, Side
from tests.app.window.driving import Driver
from tests.app.window.settings_panel import SettingsPanel, answer, kept, lengths, samplers

pytestmark = pytest.mark.process

LENGTH = 12


@pytest.fixture
def talkers(driver: Driver, tiny_base: Path, tmp_path: Path) -> Driver:
    """Two models that both talk until they are cut off, so that their lengths can be counted."""
    driver.prepare(tiny_base, Path(shutil.copy(tiny_base, tmp_path / "other.gguf")), max_tokens=LENGTH)
    driver.open_ready()
    return driver


def test_what_is_typed_holds_for_both_from_the_next_prompt_on(talkers: Driver) -> None:
    before = talkers.ask("the sun")
    panel = SettingsPanel(talkers)
    assert panel.shown("Max tokens") == str(LENGTH)
    panel.enter("Temperature", "0")
    panel.enter("Max tokens", "7")
    after = talkers.ask("the moon")  # at once: no pause for the panel to save in
    assert samplers(talkers, after) == [SamplerSettings(temperature=0, max_tokens=7)] * 2
    assert lengths(talkers, after) == [7, 7]
    assert samplers(talkers, before) == [SamplerSettings(max_tokens=LENGTH)] * 2
    assert lengths(talkers, before) == [LENGTH, LENGTH]


def test_the_proof_beside_the_answers_says_what_was_set(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.turn("Same settings for both")
    panel.press("Side to change: B")
    panel.enter("Top-k", "3")
    panel.enter("Seed", "1234")
    talkers.ask("the sun")
    proof = talkers.desktop._page.inspector.proof_text()
    assert f"A  seed {SamplerSettings().seed} · at most {LENGTH} tokens" in proof
    assert f"B  seed 1234 · at most {LENGTH} tokens · top k 3" in proof


def test_a_setting_of_b_leaves_a_as_it_was(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.turn("Same settings for both")
    assert "You are changing side A." in panel.texts()
    panel.press("Side to change: B")
    assert "You are changing side B." in panel.texts()
    assert panel.shown("Max tokens") == str(LENGTH)  # B begins with what held for both
    panel.enter("Max tokens", "5")
    panel.enter("Repeat penalty", "1.5")
    comparison = talkers.ask("the sun")
    old = SamplerSettings(max_tokens=LENGTH)
    assert samplers(talkers, comparison) == [old, replace(old, max_tokens=5, repeat_penalty=1.5)]
    assert lengths(talkers, comparison) == [LENGTH, 5]


def test_locked_again_both_get_as_settings_and_unlocked_again_b_has_its_own_back(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.turn("Same settings for both")
    panel.press("Side to change: B")
    panel.enter("Max tokens", "5")
    panel.turn("Same settings for both")
    assert panel.shown("Max tokens") == str(LENGTH)
    assert not [text for text in panel.texts() if text.startswith("You are changing side")]
    assert lengths(talkers, talkers.ask("the sun")) == [LENGTH, LENGTH]
    panel.turn("Same settings for both")
    assert lengths(talkers, talkers.ask("the moon")) == [LENGTH, 5]


def test_one_setting_goes_back_alone_and_then_all_of_one_side(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.turn("Same settings for both")
    panel.enter("Top-k", "9")
    panel.press("Side to change: B")
    for name, value in (("Top-k", "3"), ("Temperature", "0.2"), ("Max tokens", "6")):
        panel.enter(name, value)
    panel.press("Temperature: Back to 0.8, the default")
    assert panel.shown("Temperature") == "0.8"
    a, b = samplers(talkers, talkers.ask("the sun"))
    assert (a.top_k, b.top_k, b.temperature, b.max_tokens) == (9, 3, SamplerSettings().temperature, 6)
    panel.press("Reset all of B")
    panel.enter("Max tokens", "4")
    assert samplers(talkers, talkers.ask("the moon")) == [a, SamplerSettings(max_tokens=4)]


def test_a_reset_that_was_a_mistake_is_taken_back(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.enter("Top-k", "3")
    panel.press("Reset all")
    assert panel.shown("Top-k") == str(SamplerSettings().top_k)
    panel.press("Undo")
    assert panel.shown("Top-k") == "3"
    assert samplers(talkers, talkers.ask("the sun")) == [SamplerSettings(top_k=3, max_tokens=LENGTH)] * 2


def test_a_system_prompt_for_b_alone_reaches_b_alone(driver: Driver, tiny_base: Path, tiny_chat: Path) -> None:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_ready()
    panel = SettingsPanel(driver)
    panel.turn("Same settings for both")
    panel.press("Side to change: B")
    panel.enter("System prompt", "Answer like a leaf.")
    comparison = kept(driver, driver.ask("the sun"))
    given = [answer(comparison, side).response for side in Side]
    assert all(response is not None for response in given)
    told = [response.rendered_prompt for response in given if response is not None]
    assert "Answer like a leaf." not in told[0]
    assert "Answer like a leaf." in told[1]
    assert [answer(comparison, side).contestant.system_prompt for side in Side] == ["", "Answer like a leaf."]


def test_settings_that_are_seldom_needed_reach_the_model_too(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.press("More settings")
    panel.turn("Mirostat")
    panel.enter("Target", "3.5")
    panel.enter("Grammar", 'root ::= "yes"')
    comparison = talkers.ask("the sun")
    wanted = SamplerSettings(max_tokens=LENGTH, mirostat=True, mirostat_tau=3.5, grammar='root ::= "yes"')
    assert samplers(talkers, comparison) == [wanted] * 2
    assert answer(kept(talkers, comparison), Side.A).text == "yes"
    panel.press("Fewer settings")
    assert talkers.button("More settings · 3 changed", panel.panel).isVisible()


def test_each_sides_settings_are_there_after_a_restart(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.turn("Same settings for both")
    panel.press("Side to change: B")
    panel.enter("Max tokens", "5")
    talkers.close()
    talkers.open_ready()
    panel = SettingsPanel(talkers)
    assert panel.shown("Max tokens") == str(LENGTH)
    panel.press("Side to change: B")
    assert panel.shown("Max tokens") == "5"
    assert lengths(talkers, talkers.ask("the sun")) == [LENGTH, 5]


def test_every_control_explains_itself_in_a_sentence(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    panel.turn("Same settings for both")
    panel.press("More settings")
    fields = 0
    for control in panel.controls():
        sentence = control.accessibleDescription()
        if sentence:  # a setting: its sentence stands below it
            fields += 1
            labels = [label for label in panel.panel.findChildren(QLabel) if label.isVisible()]
            assert any(label.text().endswith(".") and sentence.startswith(label.text()) for label in labels), sentence
            assert sentence[0].isupper(), sentence
            assert sentence.endswith("."), sentence
        else:  # a button: its sentence stands under the pointer
            assert len(control.toolTip().split()) > 2, (control.accessibleName(), control.toolTip())
    assert fields == len(panel.panel.form.rows)


def test_the_panel_opens_and_closes_by_its_key(talkers: Driver) -> None:
    panel = SettingsPanel(talkers)
    header = talkers.desktop._page.header
    window = talkers.desktop.window
    window.activateWindow()
    talkers.wait(window.isActiveWindow)
    for visible in (False, True):
        talkers._qtbot.keyClick(header, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        talkers.wait(lambda visible=visible: panel.panel.isVisible() is visible)  # type: ignore[misc]
