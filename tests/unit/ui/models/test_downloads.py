"""The window's downloads: a pair comes through, and pausing, cancelling, quitting and trouble end as they should."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QThread

from lab.errors import LabError
from lab.models import offline
from lab.models.download_order import DownloadState
from lab.models.download_queue import DownloadQueue
from lab.models.gguf_header import read_header
from lab.models.library import is_missing
from lab.records import Kind, Model
from tests.hub.faults import Fault
from tests.hub.stand_in import HubStandIn
from tests.unit.ui.models.download_line import ALWAYS, BASE, CHAT, PAIR, Line
from ui.models.downloads import Downloads


def test_a_pair_comes_through_and_can_be_used_at_once(line: Line) -> None:
    downloads = line.open()
    came: list[Model] = []
    downloads.finished.connect(came.append)
    downloads.order_entry(PAIR)
    assert downloads.is_asking(PAIR.id)
    line.until(lambda: len(came) == 2)
    for model, wanted in zip(came, PAIR.models, strict=True):
        assert model.name == wanted.name
        assert not is_missing(model)
        assert read_header(Path(model.path)).architecture == "llama"
        assert line.library.get(wanted.name) == model
    assert [model.verdict.kind for model in came] == [Kind.BASE, Kind.CHAT]
    assert downloads.all() == []
    assert line.files() == ["tiny-instruct.Q4_K_M.gguf", "tiny.Q4_K_M.gguf"]


def test_what_is_here_already_is_not_asked_for(line: Line) -> None:
    downloads = line.open()
    downloads.order_entry(PAIR, without=frozenset({"tiny"}))
    line.until(lambda: [model.name for model in line.library.models()] == ["tiny-instruct"])
    assert not any(BASE in request.path for request in line.stand_in.asked)


def test_an_order_from_elsewhere_is_taken_too(line: Line) -> None:
    downloads = line.open()
    came: list[Model] = []
    downloads.finished.connect(came.append)
    downloads.order(line.order(CHAT))
    line.until(lambda: len(came) == 1)
    assert came == line.library.models()


def test_pausing_keeps_what_came_and_resuming_asks_for_the_rest(line: Line, pair_bytes: tuple[bytes, bytes]) -> None:
    downloads = line.open()
    begun = line.halted(downloads, lambda: downloads.order(line.order(BASE)))
    downloads.pause(begun.id)
    line.until_state(downloads, DownloadState.PAUSED)
    (paused,) = downloads.all()
    assert 0 < paused.done_bytes < paused.total_bytes
    line.stand_in.go_on.set()
    downloads.resume(begun.id)
    line.until(lambda: downloads.all() == [])
    assert begun.path.read_bytes() == pair_bytes[0]
    assert line.stand_in.downloads_asked()[-1].headers["Range"] == f"bytes={paused.done_bytes}-"


def test_pausing_both_lets_neither_begin(line: Line) -> None:
    downloads = line.open()
    line.halted(downloads, lambda: downloads.order_entry(PAIR))
    line.until(lambda: len(downloads.all()) == 2)
    downloads.pause(*(one.id for one in downloads.all()))
    line.until_state(downloads, DownloadState.PAUSED, DownloadState.PAUSED)
    assert len(line.stand_in.downloads_asked()) == 1


def test_cancelling_leaves_nothing(line: Line) -> None:
    downloads = line.open()
    line.halted(downloads, lambda: downloads.order_entry(PAIR))
    line.until(lambda: len(downloads.all()) == 2)
    downloads.cancel(*(one.id for one in downloads.all()))
    line.until(lambda: downloads.all() == [])
    assert line.files() == []
    assert line.library.models() == []


def test_a_pair_that_is_no_longer_wanted_does_not_begin(line: Line) -> None:
    downloads = line.open()
    downloads.order_entry(PAIR)
    downloads.stop_asking(PAIR.id)
    downloads.order(line.order(CHAT))
    line.until(lambda: line.library.models() != [] and downloads.all() == [])
    assert not downloads.is_asking(PAIR.id)
    assert not any(BASE in request.path for request in line.stand_in.downloads_asked())


def test_a_pair_that_is_cancelled_while_it_is_put_into_the_queue_does_not_come(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = line.open()
    entered, go_on = threading.Event(), threading.Event()
    require_room = downloads._require_room

    def hold(*args: Any) -> None:
        entered.set()
        go_on.wait(20)
        require_room(*args)

    monkeypatch.setattr(downloads, "_require_room", hold)
    downloads.order_entry(PAIR)
    line.until(entered.is_set)
    downloads.stop_asking(PAIR.id)  # as the card does it: of downloads it can't know yet
    go_on.set()
    line.until(lambda: len(downloads._seen) == 2 and downloads.all() == [])
    assert line.library.models() == []
    assert line.files() == []


def test_quitting_is_quick_and_loses_nothing(line: Line, pair_bytes: tuple[bytes, bytes]) -> None:
    before = line.open()
    line.halted(before, lambda: before.order_entry(PAIR))
    line.until(lambda: len(before.all()) == 2)
    began = time.monotonic()
    before.close_down()
    assert time.monotonic() - began < 2
    line.stand_in.go_on.set()
    asked = len(line.stand_in.asked)
    after = line.open()
    after.restore()
    line.until_state(after, DownloadState.PAUSED, DownloadState.PAUSED)
    assert {one.order.name for one in after.all()} == {"tiny", "tiny-instruct"}
    assert sum(one.done_bytes for one in after.all()) > 0
    assert len(line.stand_in.asked) == asked  # nothing goes over the line before somebody says so
    after.resume(*(one.id for one in after.all()))
    line.until(lambda: after.all() == [])
    assert next(line.models.rglob("tiny.Q4_K_M.gguf")).read_bytes() == pair_bytes[0]
    assert [model.name for model in line.library.models()] == ["tiny", "tiny-instruct"]


_CHILD = """
import sys
from pathlib import Path
from tests.hub.watching import STEADY, watched
with watched(sys.argv[1], Path(sys.argv[2]), patience=STEADY) as watch:
    watch.queue.add(watch.order(sys.argv[3]))
    sys.stdin.read()
"""


def test_a_program_that_was_killed_loses_nothing_either(line: Line, pair_bytes: tuple[bytes, bytes]) -> None:
    line.stand_in.fail(Fault(halt_after=2_000_000))
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, line.stand_in.endpoint, str(line.home), BASE], stdin=subprocess.PIPE
    )
    try:
        line.until(lambda: any(path.stat().st_size > 0 for path in line.models.rglob("*.part")))
    finally:
        child.kill()
        child.communicate()
    line.stand_in.go_on.set()
    downloads = line.open()
    downloads.restore()
    line.until_state(downloads, DownloadState.PAUSED)
    (restored,) = downloads.all()
    assert restored.done_bytes > 0
    downloads.resume(restored.id)
    line.until(lambda: downloads.all() == [])
    assert restored.path.read_bytes() == pair_bytes[0]
    assert line.stand_in.downloads_asked()[-1].headers["Range"].startswith("bytes=")


def test_a_start_with_nothing_unfinished_makes_no_queue(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DownloadQueue, "__init__", lambda *_args, **_more: pytest.fail("it was not needed"))
    downloads = line.open()
    downloads.restore()
    downloads.close_down()
    assert downloads.all() == []


def test_a_gated_repository_says_what_to_do_and_comes_with_a_token(line: Line) -> None:
    line.stand_in.repositories[BASE].gated = "auto"
    line.stand_in.token = "hf_" + "a" * 34
    downloads = line.open()
    downloads.order(line.order(BASE))
    line.until_state(downloads, DownloadState.FAILED)
    error = downloads.all()[0].error
    assert error is not None
    assert error.message == f"{BASE} is only given to people who have accepted its terms."
    assert f"{line.stand_in.endpoint}/{BASE}" in error.hint
    downloads.close_down()
    after = line.open(token=line.stand_in.token)
    after.restore()
    line.until_state(after, DownloadState.PAUSED)
    after.resume(after.all()[0].id)
    line.until(lambda: after.all() == [])
    assert len(line.library.models()) == 1


def test_a_pair_that_the_hub_has_no_more_is_refused_as_a_whole(line: Line) -> None:
    del line.stand_in.repositories[CHAT]
    downloads = line.open()
    downloads.order_entry(PAIR)
    line.until(lambda: downloads.refusal(PAIR.id) is not None)
    refusal = downloads.refusal(PAIR.id)
    assert refusal is not None
    assert f"The Hub does not give {CHAT}" in refusal.message
    assert not downloads.is_asking(PAIR.id)
    assert downloads.all() == []
    assert line.files() == []
    downloads.stop_asking(PAIR.id)
    assert downloads.refusal(PAIR.id) is None


def test_a_hub_that_is_out_of_reach_is_said_and_can_be_asked_again(line: Line) -> None:
    there, line.stand_in.endpoint = line.stand_in.endpoint, "http://127.0.0.1:1"
    away = line.open()
    away.order_entry(PAIR)
    line.until(lambda: away.refusal(PAIR.id) is not None)
    refusal = away.refusal(PAIR.id)
    assert refusal is not None
    assert refusal.hint
    line.stand_in.endpoint = there
    downloads = line.open()
    downloads.order_entry(PAIR)
    line.until(lambda: len(line.library.models()) == 2)


def test_a_fault_of_the_line_is_told_and_trying_again_helps(line: Line) -> None:
    line.stand_in.fail(Fault(change_last_byte=True, times=ALWAYS))
    downloads = line.open()
    downloads.order(line.order(BASE))
    line.until_state(downloads, DownloadState.FAILED)
    error = downloads.all()[0].error
    assert error is not None
    assert "arrived changed" in error.message
    assert line.library.models() == []
    line.stand_in.fail()
    downloads.resume(downloads.all()[0].id)
    line.until(lambda: downloads.all() == [])
    assert len(line.library.models()) == 1


class Usage(NamedTuple):
    free: int


def test_two_that_fit_alone_and_not_together_are_refused(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    needed = sum(len(data) for stored in line.stand_in.repositories.values() for data in stored.files.values())
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(free=needed - 1_000_000 + 50_000_000))
    downloads = line.open()
    downloads.order_entry(PAIR)
    line.until(lambda: downloads.refusal(PAIR.id) is not None)
    refusal = downloads.refusal(PAIR.id)
    assert refusal is not None
    assert "The download needs" in refusal.message
    assert line.stand_in.downloads_asked() == []
    troubles: list[LabError] = []
    downloads.trouble.connect(troubles.append)
    came: list[Model] = []
    downloads.finished.connect(came.append)
    downloads.order(line.order(BASE))  # one alone has room
    line.until(lambda: len(came) == 1)
    assert troubles == []


def test_an_order_that_can_not_be_taken_is_trouble(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(free=1_000_000))
    downloads = line.open()
    with line.qtbot.waitSignal(downloads.trouble) as told:
        downloads.order(line.order(BASE))
    assert "The download needs 4 MB" in told.args[0].message
    assert downloads.all() == []


def test_offline_nothing_is_asked_and_the_reason_is_told(line: Line) -> None:
    downloads = line.open()
    begun = line.halted(downloads, lambda: downloads.order(line.order(BASE)))
    offline.set_offline(True)
    try:
        line.stand_in.go_on.set()
        line.until_state(downloads, DownloadState.FAILED)
        assert isinstance(downloads.all()[0].error, offline.Offline)
        asked = len(line.stand_in.asked)
        downloads.order_entry(PAIR)
        line.until(lambda: isinstance(downloads.refusal(PAIR.id), offline.Offline))
        assert len(line.stand_in.asked) == asked
    finally:
        offline.set_offline(False)
    downloads.resume(begun.id)
    line.until(lambda: downloads.all() == [])


def test_news_come_on_the_window_s_thread_and_at_most_five_times_a_second(line: Line, stand_in: HubStandIn) -> None:
    stand_in.fail(Fault(pause_s=0.02))  # it takes about a second
    downloads = line.open()
    times: list[float] = []
    threads: set[QThread] = set()
    downloads.changed.connect(lambda: (times.append(time.monotonic()), threads.add(QThread.currentThread())))
    downloads.order(line.order(BASE))
    line.until(lambda: len(line.library.models()) == 1 and downloads.all() == [])
    assert threads == {downloads.thread()}
    assert len(times) >= 3
    assert min(after - before for before, after in itertools.pairwise(times)) > 0.15


def test_after_closing_nothing_more_is_begun(line: Line) -> None:
    downloads: Downloads = line.open()
    order = line.order(BASE)
    downloads.close_down()
    downloads.order(order)
    downloads.order_entry(PAIR)
    downloads.restore()
    assert not downloads.is_asking(PAIR.id)
    assert line.stand_in.downloads_asked() == []
    assert not os.path.lexists(line.models)
