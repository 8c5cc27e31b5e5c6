"""The cards "Appearance" and "Writing"."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lab.preferences import Preferences, PreferencesFile, SendKey, Theme
from ui.controls.segmented import Segmented
from ui.settings.card import Card

_THEME_SENTENCES = {
    Theme.SYSTEM: "Light or dark as your computer is set, also when that changes.",
    Theme.LIGHT: "Always light, whatever your computer is set to.",
    Theme.DARK: "Always dark, whatever your computer is set to.",
}
_SEND_SENTENCES = {
    SendKey.ENTER: "Enter sends the prompt, Shift+Enter begins a new line.",
    SendKey.CTRL_ENTER: "Ctrl+Enter sends the prompt, Enter begins a new line.",
}


class AppearanceCard(Card):
    """System, light or dark.

    Args:
        preferences: Where it is kept.
        parent: Of the widget.
    """

    def __init__(self, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__("Appearance", parent)
        words = {Theme.SYSTEM: "System", Theme.LIGHT: "Light", Theme.DARK: "Dark"}
        self.theme = Segmented(words.items(), name="Colours", parent=self)
        self._sentence = self.add_row("Colours", self.theme)
        self.theme.chosen.connect(lambda value: preferences.change(theme=Theme(value)))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds."""
        self.theme.set_value(preferences.theme)
        self._sentence.setText(_THEME_SENTENCES[preferences.theme])


class WritingCard(Card):
    """The key that sends.

    Args:
        preferences: Where it is kept.
        parent: Of the widget.
    """

    def __init__(self, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__("Writing", parent)
        words = {SendKey.ENTER: "Enter", SendKey.CTRL_ENTER: "Ctrl+Enter"}
        self.send_key = Segmented(words.items(), name="Send with", parent=self)
        self._sentence = self.add_row("Send with", self.send_key)
        self.send_key.chosen.connect(lambda value: preferences.change(send_key=SendKey(value)))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds."""
        self.send_key.set_value(preferences.send_key)
        self._sentence.setText(_SEND_SENTENCES[preferences.send_key])
