"""The queue: pause, resume, cancel, quit and restart lose nothing, and only whole models get into the library."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from lab.errors import BadModelFile, DownloadFailed, ModelNotFound, NotEnoughDisk
from lab.models import offline
from lab.models.checksum import sha256_of
from lab.models.download_order import Download, DownloadOrder, DownloadState
from lab.models.download_part import Part, part_of
from lab.models.download_speed import SpeedMeter
from lab.models.hub_values import HubFile
from lab.records import Kind
from tests.hub.faults import Fault
from tests.hub.stand_in import COMMIT, HubStandIn, hub_stand_in
from tests.hub.watching import STEADY, Watched, watched
from tests.unit.models.split_model import split

REPOSITORY, FILE = "someone/tiny-GGUF", "tiny.Q4_K_M.gguf"
OTHER = "someone/other-GGUF"
HALT = 1_000_000
ALWAYS = -1


@pytest.fixture(scope="module")
def data(tiny_base: Path) -> bytes:
    return tiny_base.read_bytes() + random.Random(5).randbytes(3_000_000)


@pytest.fixture
def stand_in(data: bytes, tiny_chat: Path) -> Iterator[HubStandIn]:
    with hub_stand_in() as state:
        state.put(REPOSITORY, FILE, data, licence="mit")
        state.put(OTHER, "other.gguf", tiny_chat.read_bytes())
        yield state


@pytest.fixture
def watch(stand_in: HubStandIn, tmp_path: Path) -> Iterator[Watched]:
    with watched(stand_in.endpoint, tmp_path, patience=STEADY) as one:
        yield one


def halted(watch: Watched, stand_in: HubStandIn) -> Download:
    """A download that stands still in its middle, with its first bytes on the disk."""
    stand_in.fail(Fault(halt_after=HALT))
    download = watch.queue.add(watch.order(REPOSITORY))
    assert stand_in.halted.wait(30)
    watch.until_begun(part_of(download.path))
    return download


def test_a_download_ends_in_the_library_with_all_that_is_known_of_it(watch: Watched, data: bytes) -> None:
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.state is DownloadState.DONE
    assert end.path == watch.models / f"someone--tiny-GGUF@{COMMIT[:12]}" / FILE
    (entry,) = watch.library.entries()
    assert end.model == entry.model
    assert (entry.licence, entry.source) == ("mit", f"{REPOSITORY}@{COMMIT}")
    assert entry.promised_sha256 == entry.model.sha256 == sha256_of(end.path)
    assert watch.on_disk() == {FILE: len(data)}


def test_a_file_that_was_verified_while_it_came_is_not_read_once_more_for_the_library(
    watch: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lab.models.library.sha256_of_all", lambda *_: pytest.fail("it was read again"))
    assert watch.fetch(watch.order(REPOSITORY)).state is DownloadState.DONE


def test_states_come_in_their_order(watch: Watched) -> None:
    watch.fetch(watch.order(REPOSITORY))
    states = list(dict.fromkeys(one.state for one in watch.told))
    assert states == [
        DownloadState.WAITING, DownloadState.CHECKING, DownloadState.RUNNING, DownloadState.ADDING, DownloadState.DONE,
    ]  # fmt: skip


def test_pausing_keeps_what_came_and_resuming_asks_for_the_rest(
    watch: Watched, stand_in: HubStandIn, data: bytes
) -> None:
    download = halted(watch, stand_in)
    watch.queue.pause(download.id)
    paused = watch.until_over(download.id)
    assert paused.state is DownloadState.PAUSED
    assert 0 < paused.done_bytes <= HALT
    stand_in.go_on.set()
    watch.queue.resume(download.id)
    assert watch.until_over(download.id).state is DownloadState.DONE
    assert download.path.read_bytes() == data
    assert stand_in.downloads_asked()[-1].headers["Range"] == f"bytes={paused.done_bytes}-"


def test_cancelling_leaves_nothing(watch: Watched, stand_in: HubStandIn) -> None:
    download = halted(watch, stand_in)
    watch.queue.cancel(download.id)
    assert watch.until_over(download.id).state is DownloadState.CANCELLED
    assert list(watch.models.iterdir()) == []


def test_one_that_waits_can_be_paused_and_cancelled(watch: Watched, stand_in: HubStandIn) -> None:
    first = halted(watch, stand_in)
    second = watch.queue.add(watch.order(OTHER))
    watch.queue.pause(second.id)
    assert watch.queue.get(second.id).state is DownloadState.PAUSED
    watch.queue.cancel(second.id)
    assert watch.queue.get(second.id).state is DownloadState.CANCELLED
    stand_in.go_on.set()
    assert watch.until_over(first.id).state is DownloadState.DONE
    assert [one.path.name for one in watch.queue.downloads()] == [FILE, "other.gguf"]


def test_downloads_follow_one_another(watch: Watched) -> None:
    ids = [watch.queue.add(watch.order(one)).id for one in (REPOSITORY, OTHER)]
    assert [watch.until_over(one).state for one in ids] == [DownloadState.DONE] * 2
    assert len(watch.library.models()) == 2


def test_the_same_wish_twice_is_one_download(watch: Watched, stand_in: HubStandIn) -> None:
    download = halted(watch, stand_in)
    assert watch.queue.add(watch.order(REPOSITORY)).id == download.id
    stand_in.go_on.set()
    watch.until_over(download.id)
    assert len(watch.queue.downloads()) == 1


def test_quitting_and_coming_back_loses_nothing(stand_in: HubStandIn, tmp_path: Path, data: bytes) -> None:
    with watched(stand_in.endpoint, tmp_path, patience=STEADY) as before:
        download = halted(before, stand_in)
        before.queue.add(before.order(OTHER))  # still waits
    stand_in.go_on.set()
    with watched(stand_in.endpoint, tmp_path, patience=STEADY) as after:
        restored = {one.path.name: one for one in after.queue.restore()}
        assert {one.state for one in restored.values()} == {DownloadState.PAUSED}
        assert 0 < restored[FILE].done_bytes <= HALT
        for one in restored.values():
            after.queue.resume(one.id)
        for _ in restored:
            after.until_state(DownloadState.DONE)
        assert after.queue.restore() == []
    assert download.path.read_bytes() == data
    again = [one for one in stand_in.downloads_asked() if one.path.endswith(FILE)][-1]
    assert again.headers["Range"] == f"bytes={restored[FILE].done_bytes}-"


def test_closing_in_a_wait_between_tries_is_quick(stand_in: HubStandIn, tmp_path: Path) -> None:
    stand_in.fail(Fault(times=ALWAYS, status=503, headers={"Retry-After": "600"}))
    with watched(stand_in.endpoint, tmp_path, patience=STEADY) as watch:
        watch.queue.add(watch.order(REPOSITORY))
        watch.until_state(DownloadState.RETRYING)
    assert watch.queue.downloads()[0].state is DownloadState.PAUSED


def test_a_server_that_says_nothing_can_be_hung_up_on(watch: Watched, stand_in: HubStandIn) -> None:
    stand_in.fail(Fault(mute=True))
    download = watch.queue.add(watch.order(REPOSITORY))
    assert stand_in.halted.wait(30)
    began = time.monotonic()
    watch.queue.pause(download.id)
    assert watch.until_over(download.id).state is DownloadState.PAUSED
    assert time.monotonic() - began < STEADY.stall_s / 2


def test_one_that_is_here_already_is_checked_and_not_fetched(watch: Watched, stand_in: HubStandIn) -> None:
    watch.fetch(watch.order(REPOSITORY))
    asked = len(stand_in.downloads_asked())
    assert watch.fetch(watch.order(REPOSITORY)).state is DownloadState.DONE
    assert len(stand_in.downloads_asked()) == asked


def test_one_that_was_damaged_since_is_fetched_again(watch: Watched, data: bytes) -> None:
    end = watch.fetch(watch.order(REPOSITORY))
    end.path.write_bytes(bytes(len(data)))
    again = watch.fetch(watch.order(REPOSITORY))
    assert again.state is DownloadState.DONE
    assert end.path.read_bytes() == data


def test_a_verified_file_that_is_no_model_is_not_in_the_library(watch: Watched, stand_in: HubStandIn) -> None:
    stand_in.put("someone/odd-GGUF", "odd.gguf", b"not a GGUF at all" * 100)
    end = watch.fetch(watch.order("someone/odd-GGUF"))
    assert isinstance(end.error, BadModelFile)
    assert watch.library.models() == []


def test_a_split_model_is_one_download(watch: Watched, stand_in: HubStandIn, data: bytes, tmp_path: Path) -> None:
    rest = random.Random(6).randbytes(700_000)
    names = ["big-Q8_0-00001-of-00002.gguf", "big-Q8_0-00002-of-00002.gguf"]
    stand_in.put("someone/big-GGUF", names[0], data)
    stand_in.put("someone/big-GGUF", names[1], rest)
    order = watch.order("someone/big-GGUF")
    assert order.size_bytes == len(data) + len(rest)
    stand_in.fail(Fault(), Fault(cut_after=300_000), Fault(times=ALWAYS, status=404))
    end = watch.fetch(order)
    assert end.state is DownloadState.FAILED
    assert end.done_bytes == len(data) + 300_000
    with watched(stand_in.endpoint, tmp_path, patience=STEADY) as after:
        stand_in.fail()
        (restored,) = after.queue.restore()
        assert restored.done_bytes == end.done_bytes
        after.queue.cancel(restored.id)
        assert list(watch.models.iterdir()) == []


def test_a_full_disk_is_noticed_before_the_first_byte(
    watch: Watched, stand_in: HubStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = watch.order(REPOSITORY)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(free=1_000_000))
    end = watch.fetch(order)
    assert isinstance(end.error, NotEnoughDisk)
    assert "needs 4 MB" in end.error.message
    assert stand_in.downloads_asked() == []


class Usage(NamedTuple):
    free: int


def test_a_disk_that_fills_up_stops_the_download_and_keeps_what_came(
    watch: Watched, stand_in: HubStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lab.models.download_part._LOOK_AT_DISK_EVERY_BYTES", 500_000)
    frees = iter([10**12])
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(free=next(frees, 1_000_000)))
    end = watch.fetch(watch.order(REPOSITORY))
    assert isinstance(end.error, NotEnoughDisk)
    assert "The disk is full" in end.error.message
    assert "What came is kept" in end.error.hint
    assert end.done_bytes >= 500_000
    monkeypatch.undo()
    watch.queue.resume(end.id)
    assert watch.until_over(end.id).state is DownloadState.DONE


def test_turning_the_offline_switch_stops_a_download(watch: Watched, stand_in: HubStandIn) -> None:
    download = halted(watch, stand_in)
    offline.set_offline(True)
    try:
        stand_in.go_on.set()
        end = watch.until_over(download.id)
        assert isinstance(end.error, offline.Offline)
        assert end.done_bytes > 0
        asked = len(stand_in.asked)
        watch.queue.resume(download.id)
        assert isinstance(watch.until_over(download.id).error, offline.Offline)
        assert len(stand_in.asked) == asked
    finally:
        offline.set_offline(False)
    watch.queue.resume(download.id)
    assert watch.until_over(download.id).state is DownloadState.DONE


def test_two_programs_do_not_write_the_same_file(watch: Watched, stand_in: HubStandIn, tmp_path: Path) -> None:
    download = halted(watch, stand_in)
    with watched(stand_in.endpoint, tmp_path, patience=STEADY) as other:
        assert other.queue.restore() == []
        end = other.fetch(other.order(REPOSITORY))
        assert end.error is not None
        assert "being downloaded by another Counterpoint" in end.error.message
        other.queue.cancel(end.id)
    stand_in.go_on.set()
    assert watch.until_over(download.id).state is DownloadState.DONE


def test_what_the_catalogue_knows_of_a_file_counts(watch: Watched) -> None:
    order = watch.order(REPOSITORY)
    end = watch.fetch(DownloadOrder(files=order.files, name="mine", kind=Kind.CHAT, licence_url="https://example.org"))
    assert end.model is not None
    assert (end.model.name, end.model.verdict.kind) == ("mine", Kind.CHAT)


@pytest.mark.parametrize(
    "file",
    [
        "../up.gguf", "/root.gguf", "a/../../b.gguf", "C:\\x.gguf", "nul.gguf", "a\nb.gguf", "a//b.gguf", "",
        "half \ud83d.gguf", "語" * 70 + ".gguf",
    ],
)  # fmt: skip
def test_a_name_that_leads_out_of_the_folder_is_refused(watch: Watched, file: str) -> None:
    bad = HubFile(
        repository=REPOSITORY, file=file, commit=COMMIT, size_bytes=1, sha256="0" * 64, url="http://127.0.0.1/x"
    )
    with pytest.raises(DownloadFailed, match="can't be used"):
        watch.queue.add(DownloadOrder(files=(bad,)))
    assert not watch.models.exists()


@pytest.mark.parametrize("commit", ["/../../../up", "", "main", "0" * 39 + "/"])
def test_a_commit_that_leads_out_of_the_folder_is_refused(watch: Watched, stand_in: HubStandIn, commit: str) -> None:
    stand_in.repositories[REPOSITORY].commit = commit
    with pytest.raises(DownloadFailed, match="at which commit"):
        watch.queue.add(watch.order(REPOSITORY))
    assert not watch.models.exists()


def test_a_stray_file_beside_downloads_does_not_keep_them_from_coming_back(watch: Watched) -> None:
    (watch.models / "someone--tiny@0123").mkdir(parents=True)
    (watch.models / "someone--tiny@0123" / ".part.json").write_bytes(b"{}")
    assert watch.queue.restore() == []


def test_a_split_model_that_was_here_stays_if_it_is_asked_for_again_and_cancelled(
    watch: Watched, stand_in: HubStandIn, tmp_path: Path
) -> None:
    parts = split(tmp_path, "big-Q8_0", 2)
    for part in parts:
        stand_in.put("someone/big-GGUF", part.name, part.read_bytes())
    order = watch.order("someone/big-GGUF")
    assert watch.fetch(order).state is DownloadState.DONE
    running = halted(watch, stand_in)
    again = watch.queue.add(order)
    watch.queue.cancel(again.id)
    assert watch.until_over(again.id).state is DownloadState.CANCELLED
    watch.queue.cancel(running.id)
    watch.until_over(running.id)
    assert watch.on_disk() == {part.name: part.stat().st_size for part in parts}


def test_an_id_that_is_not_there_is_named(watch: Watched) -> None:
    with pytest.raises(ModelNotFound):
        watch.queue.pause("nothing")


def test_a_bug_fails_one_download_and_not_the_queue(watch: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    order = watch.order(REPOSITORY)
    with monkeypatch.context() as broken:
        broken.setattr(Part, "open", lambda *_: 1 // 0)
        end = watch.fetch(order)
    assert end.error is not None
    assert "ZeroDivisionError" in end.error.detail
    watch.queue.resume(end.id)
    assert watch.until_over(end.id).state is DownloadState.DONE


def test_speed_follows_the_line_and_forgets_the_past() -> None:
    now = [0.0]
    meter = SpeedMeter(lambda: now[0])
    meter.begin(1_000)
    assert meter.bytes_per_second() is None
    for second in range(1, 21):
        now[0] = second
        meter.add(1_000 + second * (100 if second <= 10 else 200))
    assert meter.bytes_per_second() == pytest.approx(200)
    assert meter.seconds_left(1_000) == pytest.approx(5)
    now[0] = 40.0
    assert (meter.bytes_per_second() or 0) < 50
