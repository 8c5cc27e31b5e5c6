"""The card "Network" of the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lab.models.token_store import TokenStore
from lab.preferences import PreferencesFile
from tests.unit.ui.models.hub_stage import TOKEN, Ring, words
from ui.models.token_dialog import TokenDialog
from ui.models.token_keeper import TokenKeeper
from ui.settings.network import NetworkCard


@pytest.fixture(autouse=True)
def nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HF_TOKEN", "COUNTERPOINT_OFFLINE", "HF_HUB_OFFLINE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "preferences.json")


@pytest.fixture
def tokens() -> Iterator[TokenKeeper]:
    store = TokenStore(Ring())
    keeper = TokenKeeper(lambda: store)
    yield keeper
    keeper.close_down()


def make(qtbot: QtBot, preferences: PreferencesFile, tokens: TokenKeeper) -> NetworkCard:
    card = NetworkCard(preferences, tokens)
    preferences.subscribe(card.show_preferences)
    qtbot.addWidget(card)
    card.resize(680, 260)
    card.show()
    return card


def test_the_switch_is_kept_and_explained(qtbot: QtBot, preferences: PreferencesFile, tokens: TokenKeeper) -> None:
    card = make(qtbot, preferences, tokens)
    assert "only when you search for a model or fetch one" in words(card)
    card.offline.click()
    assert preferences.value.offline
    assert "searches and downloads are refused" in words(card)
    assert "refused" in card.offline.accessibleDescription()
    preferences.change(offline=False)
    assert not card.offline.isChecked()


def test_the_environment_holds_the_switch(
    qtbot: QtBot, preferences: PreferencesFile, tokens: TokenKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTERPOINT_OFFLINE", "1")
    card = make(qtbot, preferences, tokens)
    assert card.offline.isChecked()
    assert not card.offline.isEnabled()
    assert "COUNTERPOINT_OFFLINE" in words(card)
    assert not preferences.value.offline  # what the user wants is not changed by it


def test_the_token_is_told_of_changed_and_forgotten(
    qtbot: QtBot, preferences: PreferencesFile, tokens: TokenKeeper
) -> None:
    card = make(qtbot, preferences, tokens)
    assert "Looking for it …" in words(card)
    with qtbot.waitSignal(tokens.changed):
        card.look()
    assert "There is none." in words(card)
    assert not card.forget_button.isVisible()
    assert card.change_button.text() == "Add …"
    card.change_button.click()
    dialog = card.findChild(TokenDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not tokens.is_busy)
    dialog.field.setText(TOKEN)
    with qtbot.waitSignal(tokens.changed):
        dialog.keep_button.click()
    dialog.reject()
    assert "in the system’s keyring" in words(card)
    with qtbot.waitSignal(tokens.changed):
        card.forget_button.click()
    assert "There is none." in words(card)
