"""The card "Network": whether anything may leave this computer, and the token for the Hugging Face Hub."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lab.language import tr
from lab.models import offline
from lab.preferences import Preferences, PreferencesFile
from ui.controls.switch import Switch
from ui.models.token_dialog import TokenDialog
from ui.models.token_keeper import TokenKeeper, TokenState
from ui.models.token_words import can_forget, state_sentence
from ui.settings.card import Card

_ON = tr(
    "Nothing leaves this computer: searches and downloads are refused, and one that runs stops and keeps what came. "
    "Models that are here run as always."
)
_OFF = tr(
    "The program goes online only when you search for a model or fetch one, and, as long as there is none, to ask "
    "where the starter models can be had. Turn this on to make even that impossible."
)
_FORCED = tr(
    "The variable COUNTERPOINT_OFFLINE is set, so nothing leaves this computer. To change that, start Counterpoint "
    "without it."
)


class NetworkCard(Card):
    """The offline switch and the token.

    The switch writes the preference; whoever owns the window follows it and closes the network.

    Args:
        preferences: Where the switch is kept.
        tokens: Knows of the token.
        parent: Of the widget.
    """

    def __init__(self, preferences: PreferencesFile, tokens: TokenKeeper, parent: QWidget | None = None) -> None:
        super().__init__(tr("Network"), parent)
        self._tokens = tokens
        self.offline = Switch(parent=self)
        self.offline.setToolTip(tr("Keep the program off the network (Space turns it)"))
        self.offline.clicked.connect(lambda on: preferences.change(offline=on))
        self._sentence = self.add_row(tr("Work offline"), self.offline, _OFF)
        self.change_button = QPushButton(tr("Change …"), self)
        self.change_button.setAccessibleName(tr("Change the Hugging Face token"))
        self.change_button.setToolTip(tr("Give another token; the one that is kept is not shown"))
        self.change_button.clicked.connect(self._change)
        self.forget_button = QPushButton(tr("Forget"), self)
        self.forget_button.setAccessibleName(tr("Forget the Hugging Face token"))
        self.forget_button.setToolTip(tr("Remove the token from where it is kept"))
        self.forget_button.clicked.connect(self._forget)
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.forget_button, self.change_button):
            row.addWidget(button)
        self._token = self.add_row(tr("Hugging Face token"), buttons)
        tokens.changed.connect(self._show_token)
        self._show_token(tokens.state)
        self.show_preferences(preferences.value)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds; what the environment says goes before it."""
        forced = offline.is_forced()
        on = forced or preferences.offline
        self.offline.setChecked(on)
        self.offline.setEnabled(not forced)
        sentence = _FORCED if forced else _ON if on else _OFF
        self._sentence.setText(sentence)
        self.offline.setAccessibleDescription(sentence)

    def look(self) -> None:
        """Ask for the state of the token, e.g. when the page is shown."""
        self._tokens.look()

    def _show_token(self, state: TokenState | None) -> None:
        self._token.setText(state_sentence(state))
        has_one = state is not None and state.place is not None
        self.change_button.setText(tr("Change …") if has_one else tr("Add …"))
        self.forget_button.setVisible(can_forget(state))
        self.forget_button.setEnabled(True)

    def _change(self) -> None:
        TokenDialog(self._tokens, self).open()

    def _forget(self) -> None:
        self._token.setText(tr("Forgetting it …"))
        self.forget_button.setEnabled(False)
        self._tokens.forget()
