"""`counterpoint search --files`: one repository's files, and what to compare them with."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from lab.cli.search import search
from lab.models import token_store
from tests.hub.handler import Handler
from tests.hub.stand_in import HubStandIn, hub_stand_in

REPOSITORY = "someone/tiny-GGUF"


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubStandIn]:
    with hub_stand_in() as state:
        state.put(REPOSITORY, "tiny.Q4_K_M.gguf", b"weights")
        state.put("someone/tiny-it-GGUF", "a.gguf", b"x")
        monkeypatch.setenv("COUNTERPOINT_HUB", state.endpoint)
        yield state


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the keyring was asked, which may open a window of the system each time."""
    times: list[str] = []

    class Keyring:
        def get(self) -> None:
            times.append("get")

    monkeypatch.setattr(token_store, "token_store", Keyring)
    return times


def test_the_keyring_is_asked_once(stand_in: HubStandIn, asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    search(REPOSITORY, files=True, json=True)
    told = json.loads(capsys.readouterr().out)
    assert [file["name"] for file in told["files"]] == ["tiny.Q4_K_M"]
    assert told["siblings"] == ["someone/tiny-it-GGUF"]
    assert asked == ["get"]


@pytest.mark.parametrize("as_json", [True, False])
def test_the_files_are_listed_though_nobody_can_say_what_to_compare_them_with(
    stand_in: HubStandIn,
    asked: list[str],
    as_json: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(Handler, "_list", lambda self, _query: self._send(500, b"", {}))
    search(REPOSITORY, files=True, json=as_json)
    shown = capsys.readouterr()
    assert "tiny.Q4_K_M" in shown.out
    assert "What to compare it with could not be found" in shown.err
