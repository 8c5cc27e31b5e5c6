"""The fault table: each way in which a download goes wrong, what the user is told, and what is on the disk after it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lab.errors import LabError
from lab.models.download_order import DownloadState
from lab.models.download_transfer import Patience
from tests.hub.faults import Fault
from tests.hub.stand_in import HubStandIn, hub_stand_in
from tests.hub.watching import QUICK, Watched, watched

REPOSITORY, FILE = "someone/tiny-GGUF", "tiny.Q4_K_M.gguf"
CUT = 1_500_000
ALWAYS = -1


@pytest.fixture(scope="module")
def data(tiny_base: Path) -> bytes:
    return tiny_base.read_bytes() + random.Random(4).randbytes(3_000_000)


@pytest.fixture
def stand_in(data: bytes) -> Iterator[HubStandIn]:
    with hub_stand_in() as state:
        state.put(REPOSITORY, FILE, data)
        yield state


@pytest.fixture
def watch(stand_in: HubStandIn, tmp_path: Path) -> Iterator[Watched]:
    with watched(stand_in.endpoint, tmp_path) as one:
        yield one


@dataclass(frozen=True)
class Row:
    """What happens if a fault stays."""

    fault: Fault
    message: str
    hint: str
    kept_bytes: int
    """Of the unfinished file."""


STAYING = {
    "cut at a byte, every time at the same one": Row(
        Fault(times=ALWAYS, cut_after=0), "was cut off: 0 MB of", "What came is kept. Check the network", 0
    ),
    "wrong bytes of the right size": Row(
        Fault(times=ALWAYS, change_last_byte=True), "arrived changed: its checksum is", "Nothing was kept", 0
    ),
    "gone": Row(Fault(times=ALWAYS, status=404), "is not in someone/tiny-GGUF any more", "Search for it again", 0),
    "refused": Row(Fault(times=ALWAYS, status=403), "only given to people who have accepted", "accept them", 0),
    "not known": Row(Fault(times=ALWAYS, status=401), "The Hub does not give someone/tiny", "whether the name", 0),
    "too many requests": Row(
        Fault(times=ALWAYS, status=429, headers={"Retry-After": "0"}), "too many requests", "Wait a few minutes", 0
    ),
    "a wait that nobody would sit out": Row(
        Fault(times=ALWAYS, status=429, headers={"Retry-After": "7200"}), "wait 120 minutes", "Go on after that", 0
    ),
    "trouble of its own": Row(
        Fault(times=ALWAYS, status=503), "trouble of its own (it answered 503)", "few minutes", 0
    ),
    "a status of another world": Row(Fault(times=ALWAYS, status=418), "it answered 418", "Try again later", 0),
    "never ending": Row(Fault(times=ALWAYS, endless=True), "is longer than the", "nothing was kept", 0),
    "silent in the middle": Row(
        Fault(times=ALWAYS, silent_after=0), "was cut off: 0 MB of", "What came is kept. Check the network", 0
    ),
    "another length than promised": Row(
        Fault(times=ALWAYS, wrong_length=7), "gives another file than it promised: 7 bytes", "Nothing was kept", 0
    ),
    "a web page": Row(Fault(times=ALWAYS, web_page=True), "A web page came instead of", "log in first", 0),
    "sent round in circles": Row(
        Fault(times=ALWAYS, redirect_to=f"/{REPOSITORY}/resolve/main/{FILE}"),
        "from one address to the next",
        "Try again",
        0,
    ),
    "sent to nowhere": Row(
        Fault(times=ALWAYS, redirect_to="gopher://elsewhere/"), "over a line that is not safe (gopher)", "network", 0
    ),
}


@pytest.mark.parametrize("name", STAYING)
def test_a_fault_that_stays_is_told_and_nothing_wrong_is_kept(name: str, stand_in: HubStandIn, watch: Watched) -> None:
    row = STAYING[name]
    stand_in.fail(row.fault)
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.state is DownloadState.FAILED
    assert isinstance(end.error, LabError)
    assert row.message in end.error.message
    assert row.hint in end.error.hint
    assert watch.on_disk() == {f"{FILE}.part": row.kept_bytes, f"{FILE}.part.json": 0}
    assert watch.library.models() == []


PASSING = {
    "cut at a byte": (Fault(cut_after=CUT), True),
    "cut at the first byte": (Fault(cut_after=0), False),
    "silent in the middle": (Fault(silent_after=CUT), True),
    "too many requests": (Fault(status=429, headers={"Retry-After": "0"}), False),
    "too many requests until a date that is over": (
        Fault(status=429, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}),
        False,
    ),
    "trouble of its own": (Fault(status=500), False),
    "busy": (Fault(status=503, headers={"Retry-After": "soon"}), False),
}


@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_passes_is_got_over(name: str, stand_in: HubStandIn, watch: Watched, data: bytes) -> None:
    fault, resumes = PASSING[name]
    stand_in.fail(fault)
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.state is DownloadState.DONE
    assert end.path.read_bytes() == data
    assert watch.on_disk() == {FILE: len(data)}
    last = stand_in.downloads_asked()[-1].headers
    assert last.get("Range") == (f"bytes={CUT}-" if resumes else None)
    assert last.get("If-Range") == (stand_in.etag(REPOSITORY, FILE) if resumes else None)


def begun(watch: Watched, stand_in: HubStandIn) -> None:
    """Fail a download so that the first bytes are on the disk."""
    stand_in.fail(Fault(cut_after=CUT), Fault(times=ALWAYS, status=404))
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.state is DownloadState.FAILED
    assert watch.on_disk()[f"{FILE}.part"] == CUT


CHANGES = {
    "the range is ignored": (Fault(ignore_range=True), None),
    "416": (Fault(status=416), None),
    "the etag has changed": (None, '"another"'),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_does_not_fit_what_is_there_begins_anew(
    name: str, stand_in: HubStandIn, watch: Watched, data: bytes
) -> None:
    begun(watch, stand_in)
    fault, etag = CHANGES[name]
    stand_in.fail(*([fault] if fault else []))
    if etag:
        stand_in.etags[f"{REPOSITORY}/{FILE}"] = etag
    before = stand_in.sent_bytes
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.state is DownloadState.DONE
    assert end.path.read_bytes() == data
    assert stand_in.sent_bytes - before == len(data)


def test_a_416_that_stays_is_given_up(stand_in: HubStandIn, watch: Watched) -> None:
    begun(watch, stand_in)
    stand_in.fail(Fault(times=ALWAYS, status=416))
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.error is not None
    assert "it answered 416" in end.error.message


def test_bytes_that_were_spoilt_on_the_disk_are_fetched_anew(stand_in: HubStandIn, watch: Watched, data: bytes) -> None:
    begun(watch, stand_in)
    (part,) = watch.models.rglob("*.part")
    part.write_bytes(bytes(CUT))
    stand_in.fail()
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.state is DownloadState.DONE
    assert end.path.read_bytes() == data


def test_pieces_that_do_not_make_a_whole_are_fetched_once_more_in_one(
    stand_in: HubStandIn, watch: Watched, data: bytes
) -> None:
    stand_in.fail(Fault(cut_after=CUT), Fault(change_last_byte=True))
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.state is DownloadState.DONE
    assert end.path.read_bytes() == data


def test_a_line_that_spoils_every_piece_is_given_up(stand_in: HubStandIn, watch: Watched) -> None:
    cut, wrong = Fault(cut_after=CUT), Fault(change_last_byte=True)
    stand_in.fail(cut, wrong, cut, wrong, cut, wrong, cut, wrong)
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.error is not None
    assert "arrived changed" in end.error.message
    assert len(stand_in.downloads_asked()) == 4


def test_a_wait_that_is_asked_for_is_kept(stand_in: HubStandIn, watch: Watched) -> None:
    stand_in.fail(Fault(status=429, headers={"Retry-After": "1"}))
    assert watch.fetch(watch.order(REPOSITORY)).state is DownloadState.DONE
    (retry,) = (one for one in watch.told if one.state is DownloadState.RETRYING)
    assert retry.retry_in_s == 1
    assert retry.error is not None
    assert "too many requests" in retry.error.message


def test_a_wait_until_a_day_that_does_not_exist_is_not_kept(stand_in: HubStandIn, watch: Watched) -> None:
    stand_in.fail(Fault(status=503, headers={"Retry-After": "Mon, 01 Jan 99999 00:00:00 GMT"}))
    assert watch.fetch(watch.order(REPOSITORY)).state is DownloadState.DONE


def test_a_line_that_breaks_often_but_brings_bytes_is_not_given_up(
    stand_in: HubStandIn, watch: Watched, data: bytes
) -> None:
    breaks = QUICK.tries + 2
    stand_in.fail(Fault(times=breaks, cut_after=len(data) // (breaks + 2)))
    end = watch.fetch(watch.order(REPOSITORY))
    assert end.state is DownloadState.DONE
    assert len(stand_in.downloads_asked()) == breaks + 1


def test_waits_grow_and_stay_bearable() -> None:
    patience = Patience()
    waits = [patience.wait_s(failures) for failures in range(1, 9)]
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30]


def test_a_slow_line_comes_to_its_end_and_tells_its_speed(stand_in: HubStandIn, watch: Watched, data: bytes) -> None:
    stand_in.fail(Fault(pause_s=0.02))
    assert watch.fetch(watch.order(REPOSITORY)).state is DownloadState.DONE
    running = [one for one in watch.told if one.state is DownloadState.RUNNING]
    assert any(one.bytes_per_second and one.seconds_left is not None for one in running)
    assert [one.done_bytes for one in running] == sorted(one.done_bytes for one in running)
    assert len(running) < len(data) / 65536 / 2  # news come at a bearable pace


def test_a_gated_repository_opens_with_the_right_token(stand_in: HubStandIn, tmp_path: Path, data: bytes) -> None:
    stand_in.repositories[REPOSITORY].gated, stand_in.token = "manual", "hf_right_token"
    said = {}
    for token in ("", "hf_wrong_token", "hf_right_token"):
        with watched(stand_in.endpoint, tmp_path, token=token) as watch:
            end = watch.fetch(watch.order(REPOSITORY))
        said[token] = end.error.message if end.error else end.state
        assert token == "" or token not in str(said[token])
    assert said == {
        "": f"{REPOSITORY} is only given to people who have accepted its terms.",
        "hf_wrong_token": f"Your account may not have {REPOSITORY} yet.",
        "hf_right_token": DownloadState.DONE,
    }


def test_a_token_does_not_travel_to_a_foreign_host(stand_in: HubStandIn, tmp_path: Path, data: bytes) -> None:
    with hub_stand_in() as foreign, watched(stand_in.endpoint, tmp_path, token="hf_secret_token") as watch:
        foreign.put(REPOSITORY, FILE, data)
        order = watch.order(REPOSITORY)
        there = order.files[0].url.replace(stand_in.endpoint, foreign.endpoint)
        stand_in.fail(Fault(redirect_to=there + "?X-Signature=abc"))
        foreign.fail(Fault(redirect_to=order.files[0].url))  # and home again
        end = watch.fetch(order)
    assert end.state is DownloadState.DONE
    home, home_again = stand_in.downloads_asked()
    assert home.headers["Authorization"] == "Bearer hf_secret_token"
    (abroad,) = foreign.downloads_asked()
    assert "Authorization" not in abroad.headers
    assert "hf_secret_token" not in str(abroad.headers)
    assert home_again.headers["Authorization"] == "Bearer hf_secret_token"
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"hf_secret_token" not in written


def test_an_error_after_a_redirect_tells_no_signature(stand_in: HubStandIn, watch: Watched) -> None:
    order = watch.order(REPOSITORY)
    with hub_stand_in() as foreign:
        gone = f"{foreign.endpoint}/file?X-Signature=secret"
    stand_in.fail(Fault(times=ALWAYS, redirect_to=gone))
    end = watch.fetch(order)
    assert end.error is not None
    assert "secret" not in f"{end.error.message} {end.error.hint} {end.error.detail}"
