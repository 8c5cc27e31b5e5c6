"""The cards "Appearance" and "Writing"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from lab.language import language, tr
from lab.preferences import Language, Preferences, PreferencesFile, SendKey, Theme
from ui.controls.segmented import Segmented
from ui.language import spoken_for
from ui.settings.card import Card

_THEME_SENTENCES = {
    Theme.SYSTEM: tr("Light or dark as your computer is set, also when that changes."),
    Theme.LIGHT: tr("Always light, whatever your computer is set to."),
    Theme.DARK: tr("Always dark, whatever your computer is set to."),
}
_SEND_SENTENCES = {
    SendKey.ENTER: tr("Enter sends the prompt, Shift+Enter begins a new line."),
    SendKey.CTRL_ENTER: tr("Ctrl+Enter sends the prompt, Enter begins a new line."),
}


class AppearanceCard(Card):
    """System, light or dark; and the language.

    Args:
        preferences: Where it is kept.
        parent: Of the widget.

    Signals:
        start_again_asked(): The user wants the program to be started again, so that it speaks another language.
    """

    start_again_asked = Signal()

    def __init__(self, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__(tr("Appearance"), parent)
        words = {Theme.SYSTEM: tr("System"), Theme.LIGHT: tr("Light"), Theme.DARK: tr("Dark")}
        self.theme = Segmented(words.items(), name=tr("Colours"), parent=self)
        self._sentence = self.add_row(tr("Colours"), self.theme)
        self.theme.chosen.connect(lambda value: preferences.change(theme=Theme(value)))
        names = {Language.SYSTEM: tr("As the system"), Language.ENGLISH: "English", Language.FRENCH: "Français"}
        self.language = Segmented(names.items(), name=tr("Language"), parent=self)
        self.add_row(tr("Language"), self.language, tr("Takes effect when Counterpoint is opened again."))
        self.language.chosen.connect(lambda value: preferences.change(language=Language(value)))
        self.start_again_button = QPushButton(tr("Open again now"), self)
        self.start_again_button.setToolTip(
            tr("Close the window and open it again; answers that are being written stop")
        )
        self.start_again_button.clicked.connect(self.start_again_asked)
        self.body.addWidget(self.start_again_button, 0, Qt.AlignmentFlag.AlignRight)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds."""
        self.theme.set_value(preferences.theme)
        self._sentence.setText(_THEME_SENTENCES[preferences.theme])
        self.language.set_value(preferences.language)
        self.start_again_button.setVisible(spoken_for(preferences.language) != language())


class WritingCard(Card):
    """The key that sends.

    Args:
        preferences: Where it is kept.
        parent: Of the widget.
    """

    def __init__(self, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__(tr("Writing"), parent)
        words = {SendKey.ENTER: "Enter", SendKey.CTRL_ENTER: "Ctrl+Enter"}
        self.send_key = Segmented(words.items(), name=tr("Send with"), parent=self)
        self._sentence = self.add_row(tr("Send with"), self.send_key)
        self.send_key.chosen.connect(lambda value: preferences.change(send_key=SendKey(value)))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds."""
        self.send_key.set_value(preferences.send_key)
        self._sentence.setText(_SEND_SENTENCES[preferences.send_key])
