"""Files from a Hub: each byte is checked, and nothing that is not right is kept."""

from __future__ import annotations

import hashlib
import shutil
import socket
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from lab.errors import DownloadFailed, NotEnoughDisk
from lab.models import hub
from tests.hub.faults import Fault
from tests.hub.handler import Handler
from tests.hub.stand_in import COMMIT, HubStandIn, hub_stand_in

REPOSITORY, FILE = "someone/tiny-GGUF", "tiny.gguf"
DATA = bytes(range(256)) * 20_000  # 5 MB: several blocks


@pytest.fixture
def stand_in() -> Iterator[HubStandIn]:
    with hub_stand_in() as state:
        state.put(REPOSITORY, FILE, DATA)
        yield state


def failed(stand_in: HubStandIn, target: Path) -> str:
    """What is said about a download that fails; nothing may be left of it."""
    source = hub.describe(REPOSITORY, FILE, endpoint=stand_in.endpoint)
    with pytest.raises(DownloadFailed) as caught:
        hub.fetch(source, target, lambda _done: None)
    assert not target.parent.exists()
    return caught.value.message


def test_a_file_is_described_at_one_commit(stand_in: HubStandIn) -> None:
    source = hub.describe(REPOSITORY, FILE, endpoint=stand_in.endpoint)
    assert (source.size_bytes, source.commit) == (len(DATA), COMMIT)
    assert source.sha256 == hashlib.sha256(DATA).hexdigest()
    assert source.url.startswith(stand_in.endpoint)


def test_a_file_comes_whole_and_progress_is_told(stand_in: HubStandIn, tmp_path: Path) -> None:
    target = tmp_path / "models" / FILE
    steps: list[int] = []
    hub.fetch(hub.describe(REPOSITORY, FILE, endpoint=stand_in.endpoint), target, steps.append)
    assert target.read_bytes() == DATA
    assert steps == sorted(steps)
    assert steps[-1] == len(DATA)
    assert [path.name for path in target.parent.iterdir()] == [FILE]


def test_wrong_bytes_of_the_right_size_are_not_kept(stand_in: HubStandIn, tmp_path: Path) -> None:
    stand_in.fail(Fault(change_last_byte=True))
    assert "arrived changed" in failed(stand_in, tmp_path / "models" / FILE)


def test_a_file_that_is_longer_than_promised_is_stopped(stand_in: HubStandIn, tmp_path: Path) -> None:
    stand_in.fail(Fault(endless=True))
    assert "longer than" in failed(stand_in, tmp_path / "models" / FILE)


def test_a_download_that_is_cut_off_says_how_much_came(stand_in: HubStandIn, tmp_path: Path) -> None:
    stand_in.fail(Fault(cut_after=3_000_000))
    message = failed(stand_in, tmp_path / "models" / FILE)
    assert "was cut off" in message
    assert f"of {len(DATA):,} bytes" in message


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_refusal_is_named(stand_in: HubStandIn, tmp_path: Path, status: int) -> None:
    stand_in.fail(Fault(status=status))
    assert str(status) in failed(stand_in, tmp_path / "models" / FILE)


def test_a_missing_repository_is_named(stand_in: HubStandIn) -> None:
    with pytest.raises(DownloadFailed, match="someone/else"):
        hub.describe("someone/else", FILE, endpoint=stand_in.endpoint)


def test_a_missing_file_is_named(stand_in: HubStandIn) -> None:
    with pytest.raises(DownloadFailed, match=r"no file other\.gguf"):
        hub.describe(REPOSITORY, "other.gguf", endpoint=stand_in.endpoint)


@pytest.mark.parametrize(
    "nonsense",
    [{"tags": 5}, {"tags": [1]}, {"cardData": "x"}, {"cardData": [1]}, {"sha": 5}, {"lastModified": "yesterday"}],
)
def test_a_hub_that_talks_nonsense_is_an_error_in_a_sentence(
    stand_in: HubStandIn, monkeypatch: pytest.MonkeyPatch, nonsense: dict[str, object]
) -> None:
    facts = Handler._facts
    monkeypatch.setattr(Handler, "_facts", lambda *given: facts(*given) | nonsense)
    refusals = 0
    for ask in (partial(hub.look_up, REPOSITORY), partial(hub.search, "tiny")):
        try:
            ask(endpoint=stand_in.endpoint)
        except DownloadFailed:
            refusals += 1
    assert refusals


@pytest.mark.parametrize("lfs", [{"size": "5"}, {"size": 1.5}, {"size": -1}, {"sha256": "A" * 64}, {"sha256": ""}])
def test_a_file_without_a_sensible_size_and_checksum_is_not_offered(
    stand_in: HubStandIn, monkeypatch: pytest.MonkeyPatch, lfs: dict[str, object]
) -> None:
    told = {"size": 5, "sha256": "a" * 64, "pointerSize": 1}
    monkeypatch.setattr("tests.hub.handler._siblings", lambda _stored: [{"rfilename": FILE, "lfs": told}])
    assert [one.file for one in hub.look_up(REPOSITORY, endpoint=stand_in.endpoint).files] == [FILE]
    monkeypatch.setattr("tests.hub.handler._siblings", lambda _stored: [{"rfilename": FILE, "lfs": told | lfs}])
    assert hub.look_up(REPOSITORY, endpoint=stand_in.endpoint).files == ()


def test_a_hub_that_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        endpoint = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(DownloadFailed, match="does not answer"):
            hub.describe(REPOSITORY, FILE, endpoint=endpoint, timeout_s=0.2)


def test_a_hub_that_is_not_there_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        endpoint = f"http://127.0.0.1:{server.getsockname()[1]}"
    with pytest.raises(DownloadFailed, match="does not answer"):
        hub.describe(REPOSITORY, FILE, endpoint=endpoint, timeout_s=2)


def test_a_full_disk_is_noticed_before_the_download(
    stand_in: HubStandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage(NamedTuple):
        free: int

    source = hub.describe(REPOSITORY, FILE, endpoint=stand_in.endpoint)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(free=1_000_000))
    with pytest.raises(NotEnoughDisk, match=r"needs 5 MB .* and 1 MB is free"):
        hub.fetch(source, tmp_path / "models" / FILE, lambda _done: None)
    assert len(stand_in.asked) == 1


def test_an_interruption_leaves_nothing_behind(stand_in: HubStandIn, tmp_path: Path) -> None:
    def interrupt(_done: int) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "models" / FILE
    with pytest.raises(KeyboardInterrupt):
        hub.fetch(hub.describe(REPOSITORY, FILE, endpoint=stand_in.endpoint), target, interrupt)
    assert not target.parent.exists()


def test_a_file_that_was_there_stays_if_its_successor_is_wrong(stand_in: HubStandIn, tmp_path: Path) -> None:
    target = tmp_path / FILE
    target.write_bytes(b"old")
    stand_in.fail(Fault(change_last_byte=True))
    with pytest.raises(DownloadFailed):
        hub.fetch(hub.describe(REPOSITORY, FILE, endpoint=stand_in.endpoint), target, lambda _done: None)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(FILE, b"old")]
