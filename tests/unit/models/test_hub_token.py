"""The token is in the keyring or in memory, and shows itself nowhere."""

from __future__ import annotations

import copy
import pickle
import sys
from types import ModuleType

import pytest

from lab.models.token_store import (
    BadToken,
    HubToken,
    TokenPlace,
    TokenStore,
    _system_keyring,
    is_system_keyring,
    token_store,
)

TOKEN = "hf_abcdefghijklmnop"


class Memory:
    """A keyring."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Locked:
    """A keyring whose owner has declined to open it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(f"locked, and {password} is not kept")

    def delete_password(self, service: str, username: str) -> None:
        raise RuntimeError("locked")


@pytest.fixture(autouse=True)
def no_token_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_TOKEN", raising=False)


def test_the_keyring_keeps_it_for_the_next_session() -> None:
    ring = Memory()
    assert TokenStore(ring).keep(f"  {TOKEN}\n") is TokenPlace.KEYRING
    assert TokenStore(ring).find() == (HubToken(TOKEN), TokenPlace.KEYRING)
    TokenStore(ring).forget()
    assert TokenStore(ring).get() is None


def test_of_the_backends_only_the_systems_own_is_taken_and_the_best_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def backend(module: str, priority: float) -> object:
        return type("Keyring", (), {"__module__": f"keyring.backends.{module}", "priority": priority})()

    there = [backend("SecretService", 5), backend("kwallet", 4.9), backend("libsecret", 0), backend("file", 9)]
    fake = ModuleType("keyring.backend")
    fake.get_all_keyring = lambda: there  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring.backend", fake)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    assert _system_keyring() is there[0]
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert _system_keyring() is None
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    there.clear()
    assert _system_keyring() is None


def test_no_test_reaches_the_keyring_of_who_runs_it() -> None:
    assert not token_store().has_keyring
    token_store().keep(TOKEN)
    assert token_store().find() == (HubToken(TOKEN), TokenPlace.SESSION)


def test_what_another_test_kept_is_gone() -> None:
    assert token_store().get() is None


@pytest.mark.parametrize("ring", [None, Locked()])
def test_without_a_keyring_it_lives_for_the_session(ring: Locked | None) -> None:
    store = TokenStore(ring)
    assert store.keep(TOKEN) is TokenPlace.SESSION
    assert store.find() == (HubToken(TOKEN), TokenPlace.SESSION)
    assert TokenStore(ring).get() is None
    store.forget()
    assert store.get() is None


def test_the_environment_gives_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    assert TokenStore(None).find() == (HubToken(TOKEN), TokenPlace.ENVIRONMENT)
    monkeypatch.setenv("HF_TOKEN", "two words")
    assert TokenStore(None).get() is None


@pytest.mark.parametrize("text", ["", "short", "hf_with a space", "hf_with\nline", "hf_ümlaut_and_more", "x" * 600])
def test_what_is_no_token_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(BadToken) as caught:
        TokenStore(Memory()).keep(text)
    said = caught.value.message + caught.value.hint + caught.value.detail
    assert not text or text not in said


def test_it_does_not_show_itself() -> None:
    token = HubToken(TOKEN)
    assert TOKEN not in f"{token} {token!r} {[token]} {vars} "
    with pytest.raises(TypeError):
        pickle.dumps(token)
    with pytest.raises(TypeError):
        copy.deepcopy(token)
    assert token.reveal() == TOKEN


@pytest.mark.parametrize(
    ("module", "safe"),
    [
        ("keyring.backends.SecretService", True),
        ("keyring.backends.macOS", True),
        ("keyring.backends.Windows", True),
        ("keyring.backends.chainer", False),
        ("keyring.backends.null", False),
        ("keyrings.alt.file", False),
        ("elsewhere.SecretService", False),
    ],
)
def test_only_the_systems_own_keyrings_are_used(module: str, safe: bool) -> None:
    kind = type("Keyring", (), {"__module__": module})
    assert is_system_keyring(kind) is safe
