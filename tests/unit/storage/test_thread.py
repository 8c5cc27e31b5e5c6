"""The storage thread serves everybody, whatever befalls one of them."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lab.errors import HistoryBusy, NotEnoughDisk, NotInHistory
from lab.storage import Store, answers, backups, comparisons, sessions, trash, writer
from lab.storage.connection import close, connect, raw_connection
from lab.storage.work import Area, Change, Work
from lab.storage.writer import Writer
from tests.unit.storage.samples import compared, contestant

PATIENCE_S = 20


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[BaseException | None]:
    """The bugs that a thread has shown."""
    bugs: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda arguments: bugs.append(arguments.exc_value))
    return bugs


def test_a_listener_with_a_bug_is_shown_and_disturbs_nobody(store: Store, shown: list[BaseException]) -> None:
    heard: list[Change] = []

    def faulty(change: Change) -> None:
        raise ZeroDivisionError

    store.subscribe(heard.append)
    store.subscribe(faulty)
    for _ in range(2):
        store.write(sessions.create).result(PATIENCE_S)
    assert len(store.read(sessions.listed).result(PATIENCE_S)) == 2
    assert [type(bug) for bug in shown] == [ZeroDivisionError] * 2
    assert len(heard) == 2


def test_nobody_waits_for_a_thread_that_a_bug_has_ended(
    path: Path, monkeypatch: pytest.MonkeyPatch, shown: list[BaseException]
) -> None:
    hold = threading.Event()

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Writer, "_collect", broken)
    with Store(path) as store:
        first = store.read(lambda _: hold.wait(PATIENCE_S))
        waiting: list[Future[Any]] = [store.append("answer", "text"), store.write(sessions.create)]
        hold.set()
        assert first.result(PATIENCE_S)
        for future in waiting[1:]:
            assert isinstance(future.exception(PATIENCE_S), ZeroDivisionError)
        with pytest.raises(RuntimeError, match="closed"):
            store.read(sessions.listed)
    assert [type(bug) for bug in shown] == [ZeroDivisionError]


def test_a_piece_that_nobody_wants_any_more_is_left_out(store: Store) -> None:
    answer_id = store.write(answers.begin, contestant()).result()
    hold = threading.Event()
    held = store.read(lambda _: hold.wait(PATIENCE_S))
    pieces = [store.append(answer_id, piece) for piece in ("one", "two")]
    assert pieces[0].cancel()
    hold.set()
    assert held.result(PATIENCE_S)
    assert store.read(answers.get, answer_id).result(PATIENCE_S).text == "two"


@pytest.mark.parametrize("error", [NotEnoughDisk("full"), HistoryBusy("locked")])
def test_if_marks_can_not_be_written_at_the_start_what_is_kept_can_still_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    with Store(path) as store:
        compared(store)

    def refuse(work: Work, **_: object) -> list[str]:
        raise error

    monkeypatch.setattr(answers, "mark_interrupted", refuse)
    with Store(path) as store:
        assert len(store.read(sessions.listed).result()) == 1
        assert store.interrupted == ()


@pytest.fixture
def quickly_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "IDLE_S", 0.01)


def test_in_a_quiet_moment_of_each_day_a_backup_is_made_and_old_trash_goes(path: Path, quickly_idle: None) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    purged = threading.Event()
    with Store(path, clock=lambda: now) as store:
        kept, gone = compared(store, "kept"), compared(store, "gone")
        store.write(trash.put_comparison, gone).result()
        store.subscribe(lambda change: purged.set() if change.areas == {Area.SESSIONS, Area.COMPARISONS} else None)
        now += timedelta(days=trash.KEEP_DAYS + 1)
        store.read(sessions.listed).result()
        assert purged.wait(PATIENCE_S)
        with pytest.raises(NotInHistory):
            store.read(comparisons.get, gone).result()
        assert store.read(comparisons.get, kept).result().prompt == "kept"
    assert {backup.why for backup in backups.backups(path)} == {"daily"}


@pytest.fixture
def filled(path: Path) -> Path:
    with Store(path) as store:
        compared(store)
    return path


@pytest.mark.parametrize("looks", [0, 1, 2, 20])
def test_a_backup_gives_way_at_any_time_and_leaves_nothing_behind(
    filled: Path, monkeypatch: pytest.MonkeyPatch, looks: int
) -> None:
    monkeypatch.setattr(backups, "_PAGES_AT_ONCE", 20)
    monkeypatch.setattr(backups, "_STEPS_AT_ONCE", 10)
    asked = iter([False] * looks)
    connection = connect(filled)
    try:
        with pytest.raises(backups.GaveWay):
            backups.back_up(raw_connection(connection), filled, datetime.now(UTC), "daily", lambda: next(asked, True))
    finally:
        close(connection)
    assert list(backups.folder_of(filled).iterdir()) == []
