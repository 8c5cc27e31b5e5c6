"""The history when the program is killed, the disk is full, pages are damaged, the clock is wrong, others write too."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lab.errors import HistoryDamaged, LabError, NotEnoughDisk
from lab.records import AnswerState, VoteChoice
from lab.storage import Store, backups, comparisons, integrity, search, sessions, votes
from tests.app.environment import ROOT
from tests.faults.conftest import Disk, Tried
from tests.faults.rows import Fault, times
from tests.faults.writing_program import answer_text
from tests.unit.storage.samples import compared

_PAGE_BYTES = 4096
_AT_MOST_S = 0.4


def _start(path: Path, count: int, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.writing_program", str(path), str(count), name],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def _require_whole(store: Store, told: list[dict[str, Any]]) -> None:
    """All that was told as kept is there, and every comparison is as it was or as it became."""
    for said in told:
        if "session" in said:
            for comparison in store.read(comparisons.of_session, said["session"]).result():
                for answer in (comparison.a, comparison.b):
                    assert answer is not None
                    whole = answer_text(comparison.prompt)
                    if answer.state is AnswerState.FINISHED:
                        assert answer.text == whole
                    else:
                        assert answer.state is AnswerState.PARTIAL
                        assert whole.startswith(answer.text)
        else:
            (vote,) = store.read(votes.history, said["comparison"]).result()
            assert (vote.id, vote.choice) == (said["vote"], said["choice"])
            comparison = store.read(comparisons.get, said["comparison"]).result()
            assert comparison.a is not None
            assert comparison.b is not None
            assert comparison.a.text == comparison.b.text == answer_text(said["prompt"])


@pytest.mark.process
def test_killed_at_any_moment_it_loses_nothing_that_was_told_as_kept(tmp_path: Path, tried: Tried) -> None:
    path = tmp_path / "data" / "history.db"
    random_ = random.Random(7)
    kills, told = times(200, 10), []
    for number in range(kills):
        going = _start(path, 1_000_000, f"round {number}")
        assert going.stdout is not None
        said = [json.loads(going.stdout.readline())]
        timer = threading.Timer(random_.uniform(0, _AT_MOST_S), going.kill)
        timer.start()
        for line in going.stdout:
            with suppress(json.JSONDecodeError):  # the last line may have been cut off
                said.append(json.loads(line))
        going.wait()
        timer.join()
        going.stdout.close()
        told += said
        with Store(path) as store:
            assert store.notices == ()
            _require_whole(store, said)
    assert integrity.is_whole(path)
    with Store(path) as store:
        _require_whole(store, told)
    assert sum("vote" in each for each in told) > kills, "it was killed before it had written anything"
    tried(Fault.APP_KILLED, kills)


def test_a_full_disk_costs_the_write_that_it_refuses_and_nothing_else(disk: Disk, tried: Tried) -> None:
    path = disk.folder / "history.db"
    steps, refused = times(80, 8), 0
    told: list[tuple[str, str]] = []
    with Store(path) as store:
        told.append(_voted(store, "before"))
        for step in range(steps):
            disk.leave(step * _PAGE_BYTES)
            try:
                for number in range(200):
                    told.append(_voted(store, f"{step} {number} " + "x" * 2000))
            except NotEnoughDisk:
                refused += 1
            finally:
                disk.free()
            told.append(_voted(store, f"{step}: there is room again"))
        for comparison_id, vote_id in told:
            assert [vote.id for vote in store.read(votes.history, comparison_id).result()] == [vote_id]
    assert integrity.is_whole(path)
    assert refused == steps
    tried(Fault.DISK_FULL, refused, f"nothing ({disk.kind})")


def test_on_a_full_disk_a_history_still_opens(disk: Disk, tried: Tried) -> None:
    path = disk.folder / "history.db"
    with Store(path) as store:
        kept, _ = _voted(store, "kept")
    steps = times(20, 4)
    for step in range(steps):
        disk.leave(step * _PAGE_BYTES)
        try:
            with Store(path) as store:
                assert store.read(comparisons.get, kept).result().prompt == "kept"
        finally:
            disk.free()
    with Store(path) as store:
        assert store.notices == ()
        _voted(store, "and it can be written")
    tried(Fault.DISK_FULL, steps)


def _voted(store: Store, prompt: str) -> tuple[str, str]:
    comparison_id = compared(store, prompt)
    return comparison_id, store.write(votes.cast, comparison_id, VoteChoice.A).result().id


def test_an_overwritten_page_is_noticed_or_does_no_harm_and_the_backup_has_everything(
    tmp_path: Path, tried: Tried
) -> None:
    whole = tmp_path / "whole" / "history.db"
    with Store(whole) as store:
        kept = [_voted(store, f"question {number} " + "word " * 200)[0] for number in range(30)]
        backup = store.back_up().result()
    random_ = random.Random(3)
    pages, noticed = whole.stat().st_size // _PAGE_BYTES, 0
    rounds = times(100, 10)
    for number in range(rounds):
        path = tmp_path / f"{number}" / "history.db"
        path.parent.mkdir()
        shutil.copy(whole, path)
        with path.open("r+b") as file:
            file.seek(random_.randrange(pages) * _PAGE_BYTES + random_.choice((0, 0, random_.randrange(4000))))
            file.write(random_.randbytes(random_.choice((1, 16, 96))))
        try:
            noticed += _is_noticed(path, kept)
        except LabError:  # it was said in a sentence, and the file is as it was
            noticed += 1
        backups.restore(path, backup.path, datetime.now(UTC))
        with Store(path) as store:
            assert store.notices == ()
            assert [store.read(comparisons.get, each).result().id for each in kept] == kept
        shutil.rmtree(path.parent)
    assert noticed
    tried(Fault.PAGE, rounds, "what stood on the page; the backup has all of it")
    tried(Fault.BACKUP, rounds)


def _is_noticed(path: Path, kept: list[str]) -> bool:
    """Open a history that may be damaged, read all of it, and write to it."""
    with Store(path) as store:
        if store.notices:
            assert isinstance(store.notices[0], HistoryDamaged)
            return True
        store.read(sessions.listed).result()
        store.read(search.find, search.Filter(text="question")).result()
        for comparison_id in kept:
            store.read(comparisons.get, comparison_id).result()
        _voted(store, "one more")
    return False


def test_when_the_clock_is_set_back_the_last_word_still_counts(tmp_path: Path, tried: Tried) -> None:
    now = datetime(2030, 1, 1, tzinfo=UTC)
    path = tmp_path / "history.db"
    choices = (VoteChoice.A, VoteChoice.B, VoteChoice.TIE)
    with Store(path, clock=lambda: now) as store:
        comparison_id = compared(store)
        store.write(votes.cast, comparison_id, choices[0]).result()
    for back, choice in zip((timedelta(hours=1), timedelta(days=4000)), choices[1:], strict=True):
        with Store(path, clock=lambda back=back: now - back) as store:
            assert store.notices == ()
            store.write(votes.cast, comparison_id, choice).result()
            assert [vote.choice for vote in store.read(votes.current, comparison_id).result()] == [choice]
            newest = compared(store, "asked after the clock was set back")
            hits = store.read(search.find, search.Filter(text="clock")).result()
            assert newest in {hit.comparison_id for hit in hits}
    with Store(path) as store:
        assert [vote.choice for vote in store.read(votes.history, comparison_id).result()] == list(choices)
    tried(Fault.CLOCK, 2)


@pytest.mark.process
def test_two_programs_write_at_the_same_time_and_both_keep_everything(tmp_path: Path, tried: Tried) -> None:
    path = tmp_path / "history.db"
    Store(path).close()
    count = times(300, 25)
    both = [_start(path, count, name) for name in ("first", "second")]
    said = [[json.loads(line) for line in each.communicate()[0].splitlines()] for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert [len(each) for each in said] == [count + 1] * 2
    with Store(path) as store:
        assert store.notices == ()
        for each in said:
            _require_whole(store, each)
    assert integrity.is_whole(path)
    tried(Fault.TWO, 2 * count)


@pytest.mark.process
def test_a_program_that_is_stopped_for_a_while_goes_on(tmp_path: Path, tried: Tried) -> None:
    path = tmp_path / "history.db"
    going = _start(path, 20, "asleep")
    assert going.stdout is not None
    first = [json.loads(going.stdout.readline()) for _ in range(2)]
    going.send_signal(signal.SIGSTOP)
    with Store(path, busy_s=0.05) as store, suppress(LabError):  # it may hold the history just now
        _require_whole(store, first[1:])
    going.send_signal(signal.SIGCONT)
    rest = [json.loads(line) for line in going.stdout]
    assert going.wait() == 0
    going.stdout.close()
    with Store(path) as store:
        _require_whole(store, first + rest)
    tried(Fault.TWO)
