"""Keeps the user's Hub token: in the system's keyring, or for this session only. Never in a file or a log.

The ``keyring`` package is optional. Of its backends only those that lead to the system's own keyring are used; others
would write the token into a file.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import os
import re
import threading
from enum import StrEnum
from typing import NoReturn, Protocol

from lab.errors import LabError
from lab.language import tr

_SERVICE = "Counterpoint"
_ACCOUNT = "Hugging Face token"
_SAFE_BACKENDS = ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
_TURNED_OFF = "keyring.backends.null.Keyring"
_FORM = re.compile(r"[!-~]{8,512}")
_MAKING = threading.Lock()


class TokenPlace(StrEnum):
    """Where the token is."""

    KEYRING = "the system's keyring"
    SESSION = "this session only"
    ENVIRONMENT = "the variable HF_TOKEN"


class BadToken(LabError):
    """What was given can't be a token."""


class Keyring(Protocol):
    """What is needed of a keyring; the backends of the ``keyring`` package are such."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret of that name; None if there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove a secret."""


class HubToken:
    """A token that does not show itself by accident: not when printed, logged, or in a traceback's locals."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The token itself, for the one header that it belongs in."""
        return self._text

    def __repr__(self) -> str:
        return "HubToken(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HubToken) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a token is not written anywhere")


class TokenStore:
    """Reads, keeps and forgets the token. May wait for the user to unlock the keyring, so a window asks on a thread.

    Args:
        keyring: Where to keep it; None for this session only.
    """

    def __init__(self, keyring: Keyring | None) -> None:
        self._keyring = keyring
        self._session: HubToken | None = None
        self._lock = threading.Lock()

    @property
    def has_keyring(self) -> bool:
        """Whether a token outlives the program."""
        return self._keyring is not None

    def find(self) -> tuple[HubToken, TokenPlace] | None:
        """The token and where it is: of this session first, then the environment's, then the keyring's."""
        with self._lock:
            if self._session:
                return self._session, TokenPlace.SESSION
        text = os.environ.get("HF_TOKEN", "").strip()
        if _FORM.fullmatch(text):
            return HubToken(text), TokenPlace.ENVIRONMENT
        kept = self._from_keyring()
        return (HubToken(kept), TokenPlace.KEYRING) if kept else None

    def get(self) -> HubToken | None:
        """The token; None if there is none."""
        found = self.find()
        return found[0] if found else None

    def keep(self, text: str) -> TokenPlace:
        """Keep a token, in the keyring if it takes it.

        Args:
            text: As the user has pasted it.

        Raises:
            BadToken: It holds spaces or letters that no token has; the sentence does not repeat it.
        """
        token = text.strip()
        if not _FORM.fullmatch(token):
            raise BadToken(
                tr("This is not a token."), tr("Copy it from your account's page on the Hub, under Access Tokens: hf_…")
            )
        place = TokenPlace.SESSION
        if self._keyring is not None:
            # Each backend fails in its own way; then the session remains.
            with contextlib.suppress(Exception):
                self._keyring.set_password(_SERVICE, _ACCOUNT, token)
                place = TokenPlace.KEYRING
        with self._lock:
            self._session = None if place is TokenPlace.KEYRING else HubToken(token)
        return place

    def forget(self) -> None:
        """Remove the token from the session and the keyring; that of the environment is not ours."""
        with self._lock:
            self._session = None
        if self._keyring is not None:
            with contextlib.suppress(Exception):  # it also fails if there was none
                self._keyring.delete_password(_SERVICE, _ACCOUNT)

    def _from_keyring(self) -> str:
        if self._keyring is None:
            return ""
        try:
            text = self._keyring.get_password(_SERVICE, _ACCOUNT) or ""
        except Exception:  # locked, not running, refused: then there is no token
            return ""
        return text if _FORM.fullmatch(text) else ""


def token_store() -> TokenStore:
    """The store of this process."""
    # Two threads that ask at once must not get two stores: a token of this session would be in one of them only.
    with _MAKING:
        return _made()


@functools.cache
def _made() -> TokenStore:
    return TokenStore(_system_keyring())


def _system_keyring() -> Keyring | None:
    """The best backend that leads to the system's own keyring.

    None without the package or such a backend, or if the user has turned keyrings off in the package's own way.
    """
    if os.environ.get("PYTHON_KEYRING_BACKEND") == _TURNED_OFF:
        return None
    try:
        backends = importlib.import_module("keyring.backend").get_all_keyring()
        usable = [one for one in backends if is_system_keyring(type(one)) and one.priority > 0]
        best: Keyring | None = max(usable, key=lambda one: one.priority, default=None)
    except Exception:  # not installed, or a backend that breaks on this system
        return None
    return best


def is_system_keyring(kind: type) -> bool:
    """Whether a class of the ``keyring`` package keeps secrets in the system's keyring, and not in a file."""
    package, _, name = kind.__module__.rpartition(".")
    return package == "keyring.backends" and name in _SAFE_BACKENDS
