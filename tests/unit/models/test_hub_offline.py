"""With the switch on, no name is looked up and no socket is opened."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import huggingface_hub.constants
import pytest

from lab.models import hub, offline
from lab.models.catalogue import catalogue
from lab.models.catalogue_orders import order_entry
from lab.models.hub_siblings import find_siblings

CALLS: dict[str, Callable[[], object]] = {
    "describe": lambda: hub.describe("a/b", "c.gguf"),
    "look up": lambda: hub.look_up("a/b"),
    "search": lambda: hub.search("words"),
    "card": lambda: hub.read_card("a/b", "0" * 40),
    "siblings": lambda: find_siblings("a/b-Instruct-GGUF"),
    "catalogue": lambda: order_entry(catalogue()[0]),
}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Nothing may get as far as a socket."""
    used: list[str] = []

    def refuse(name: str) -> Callable[..., None]:
        def refused(*_: object, **__: object) -> None:
            used.append(name)
            raise OSError(f"{name} was called")

        return refused

    for name in ("COUNTERPOINT_OFFLINE", "HF_HUB_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", refuse("getaddrinfo"))
    monkeypatch.setattr(socket, "create_connection", refuse("create_connection"))
    yield used
    offline.set_offline(False)


@pytest.mark.parametrize("call", CALLS)
def test_with_the_variable_set(call: str, no_network: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERPOINT_OFFLINE", "1")
    with pytest.raises(offline.Offline, match="You work offline") as caught:
        CALLS[call]()
    assert "COUNTERPOINT_OFFLINE" in caught.value.hint
    assert no_network == []


@pytest.mark.parametrize("call", CALLS)
def test_with_the_switch_on(call: str, no_network: list[str]) -> None:
    offline.set_offline(True)
    with pytest.raises(offline.Offline) as caught:
        CALLS[call]()
    assert "settings" in caught.value.hint
    assert no_network == []


@pytest.mark.parametrize(
    ("value", "closed"),
    [
        ("1", True),
        ("true", True),
        ("Yes", True),
        ("ON", True),
        ("", False),
        ("0", False),
        ("false", False),
        ("no", False),
    ],
)
def test_the_hubs_own_variable_is_read_as_its_own_library_reads_it(
    monkeypatch: pytest.MonkeyPatch, value: str, closed: bool
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", value)
    assert offline.is_hub_closed() is closed is huggingface_hub.constants._is_true(value)


@pytest.mark.parametrize(
    ("value", "offline_too"),
    [("1", True), ("true", True), ("please", True), ("", False), ("0", False), ("False", False)],
)
def test_our_own_variable_is_on_unless_it_says_no(
    monkeypatch: pytest.MonkeyPatch, value: str, offline_too: bool
) -> None:
    monkeypatch.setenv("COUNTERPOINT_OFFLINE", value)
    assert offline.is_offline() is offline_too


@pytest.mark.parametrize("call", CALLS)
def test_the_hubs_own_variable_counts_too(call: str, no_network: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert not offline.is_offline()
    offline.require_network("the package index")
    with pytest.raises(offline.Offline) as caught:
        CALLS[call]()
    assert "HF_HUB_OFFLINE" in caught.value.hint
    assert no_network == []


@pytest.mark.parametrize("call", CALLS)
def test_with_the_switch_off_the_network_is_tried(call: str, no_network: list[str]) -> None:
    with pytest.raises(Exception, match="does not answer"):
        CALLS[call]()
    assert no_network


@pytest.mark.parametrize(("value", "on"), [("", False), ("0", False), ("1", True), ("yes", True)])
def test_the_variable_is_read_at_each_call(value: str, on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERPOINT_OFFLINE", value)
    assert offline.is_offline() is offline.is_forced() is on
