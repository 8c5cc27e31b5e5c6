"""Knows of the user's Hub token for the window, and asks the keyring on a thread: it may wait for the user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.models.token_store import HubToken, TokenPlace, TokenStore, token_store
from ui.models.hub_asker import Asker

_TOKEN = "token"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenState:
    """Whether there is a token, and where."""

    place: TokenPlace | None
    """None if there is none."""
    has_keyring: bool
    """Whether this computer has a keyring that it could be kept in."""


class TokenKeeper(QObject):
    """One for the whole window. Nobody gets the token from it but who calls the Hub.

    Args:
        store: Gives the store; called on the thread, because looking for a keyring takes time too.
        parent: Of the object.

    Signals:
        changed(TokenState): What is known now; also when nothing has changed, as the answer to a question.
        refused(LabError): What was given is no token.
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, store: Callable[[], TokenStore] = token_store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._asker = Asker("token", self)
        self._state: TokenState | None = None

    @property
    def state(self) -> TokenState | None:
        """What is known; None before the first answer."""
        return self._state

    @property
    def is_busy(self) -> bool:
        """Whether the keyring is being asked."""
        return self._asker.waits_for(_TOKEN)

    def get(self) -> HubToken | None:
        """The token, for a call to the Hub. May wait for the user to unlock the keyring; not on the window's thread."""
        return self._store().get()

    def look(self) -> None:
        """Find out whether there is one."""
        if not self.is_busy:  # whatever is under way ends with an answer
            self._asker.ask(_TOKEN, self._look, self._tell, self.refused.emit)

    def keep(self, text: str) -> None:
        """Keep a token.

        Args:
            text: As the user has pasted it.
        """

        def keep() -> TokenState:
            self._store().keep(text)
            return self._look()

        self._asker.ask(_TOKEN, keep, self._tell, self._refuse)

    def forget(self) -> None:
        """Remove it, but for one that the environment gives."""

        def forget() -> TokenState:
            self._store().forget()
            return self._look()

        self._asker.ask(_TOKEN, forget, self._tell, self._refuse)

    def close_down(self) -> None:
        """Want to know no more."""
        self._asker.close_down()

    def _look(self) -> TokenState:
        store = self._store()
        found = store.find()
        return TokenState(place=found[1] if found else None, has_keyring=store.has_keyring)

    def _tell(self, state: TokenState) -> None:
        self._state = state
        self.changed.emit(state)

    def _refuse(self, error: LabError) -> None:
        self.refused.emit(error)
