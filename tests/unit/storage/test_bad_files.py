"""Whatever the file is like, the program opens, says what is the matter, and throws nothing away."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lab.errors import HistoryBusy, HistoryDamaged, HistoryNewer, HistoryReadOnly, NotEnoughDisk
from lab.records import AnswerState
from lab.storage import Store, answers, backups, comparisons, integrity, sessions
from tests.permissions import permissions_that_count_for_root_too
from tests.unit.storage.samples import compared, contestant


@pytest.fixture
def filled(path: Path) -> str:
    """A history with a session in it; gives the session's id."""
    with Store(path) as store:
        session_id = store.write(sessions.create, "kept").result()
        compared(store, session_id=session_id)
        store.back_up().result()
    return session_id


def overwrite(path: Path, start: int, length: int) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xa5" * length)


@pytest.mark.parametrize("harm", ["no database", "first page", "page of tables", "cut off"])
def test_a_damaged_history_is_set_aside_and_a_new_one_begun(path: Path, filled: str, harm: str) -> None:
    if harm == "no database":
        path.write_bytes(b"something else " * 100)
    elif harm == "first page":
        overwrite(path, 100, 3000)
    elif harm == "page of tables":
        overwrite(path, 4096, path.stat().st_size - 4096)
    else:
        os.truncate(path, path.stat().st_size // 2)
    before = path.read_bytes()
    with Store(path) as store:
        assert [type(notice) for notice in store.notices] == [HistoryDamaged]
        assert "Restore the backup" in store.notices[0].hint
        assert store.read(sessions.listed).result() == []
        store.write(sessions.create).result()
    (aside,) = path.parent.glob("history.damaged-*.db")
    assert aside.read_bytes() == before
    (backup,) = backups.backups(path)
    backups.restore(path, backup.path, datetime.now(UTC))
    with Store(path) as store:
        assert [session.id for session in store.read(sessions.listed).result()] == [filled]


def test_a_history_of_a_newer_version_can_be_read_and_not_written(path: Path, filled: str) -> None:
    change_below(path, "UPDATE alembic_version SET version_num = '9999'")
    with Store(path) as store:
        assert [type(notice) for notice in store.notices] == [HistoryNewer]
        assert not store.writable
        assert [session.id for session in store.read(sessions.listed).result()] == [filled]
        with pytest.raises(HistoryNewer):
            store.write(sessions.create).result()


def test_a_newer_history_without_what_is_read_here_is_refused(path: Path, filled: str) -> None:
    change_below(
        path, "UPDATE alembic_version SET version_num = '9999'", "ALTER TABLE session RENAME COLUMN title TO name"
    )
    with pytest.raises(HistoryNewer, match="can't read it"):
        Store(path)


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    change_below(path, "CREATE TABLE cookies (taste TEXT)")
    before = path.read_bytes()
    with pytest.raises(HistoryDamaged, match="another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_locked_history_is_a_sentence_and_the_write_can_be_tried_again(path: Path, filled: str) -> None:
    with Store(path, busy_s=0.05) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryBusy):
            store.write(sessions.rename, filled, "new").result()
        assert store.read(sessions.get, filled).result().title == "kept"
        other.execute("ROLLBACK")
        other.close()
        store.write(sessions.rename, filled, "new").result()


def test_text_that_streams_waits_while_the_history_is_locked(path: Path) -> None:
    with Store(path, busy_s=0.05) as store:
        answer_id = store.write(answers.begin, contestant()).result()
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        piece = store.append(answer_id, "The sky")
        assert store.read(answers.get, answer_id).result().text == ""
        assert not piece.done()
        other.execute("ROLLBACK")
        other.close()
        piece.result(timeout=10)
        assert store.read(answers.get, answer_id).result().text == "The sky"


def test_a_history_that_another_program_holds_altogether_is_not_opened(path: Path, filled: str) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(HistoryBusy):
        Store(path, busy_s=0.05)
    other.close()


def test_on_a_full_disk_what_is_kept_can_be_read_and_later_writes_work(path: Path) -> None:
    with Store(path) as store:
        comparison_id = compared(store)
        session_id = store.read(comparisons.get, comparison_id).result().session_id
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        largest = max(file.stat().st_size for file in path.parent.iterdir())
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, hard))
        try:
            with pytest.raises(NotEnoughDisk):
                store.write(sessions.rename, session_id, "x" * 4_000_000).result()
            assert store.read(comparisons.get, comparison_id).result().a is not None
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        store.write(sessions.rename, session_id, "there is room again").result()


@pytest.fixture
def read_only(path: Path) -> Iterator[Path]:
    """The place of a history in a folder that can't be written, not even by root."""
    folder = Path(tempfile.mkdtemp())
    if path.exists():
        shutil.copy(path, folder / "history.db")
        (folder / "history.db").chmod(0o444)
    folder.chmod(0o555)
    with permissions_that_count_for_root_too():
        yield folder / "history.db"
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_in_a_read_only_folder_what_is_kept_can_be_read(filled: str, read_only: Path) -> None:
    with Store(read_only) as store:
        assert [type(notice) for notice in store.notices] == [HistoryReadOnly]
        assert [session.id for session in store.read(sessions.listed).result()] == [filled]
        with pytest.raises(HistoryReadOnly):
            store.write(sessions.create).result()


def test_a_read_only_file_in_a_folder_that_can_be_written_is_noticed_at_once(filled: str, read_only: Path) -> None:
    read_only.parent.chmod(0o777)
    with Store(read_only) as store:
        assert [type(notice) for notice in store.notices] == [HistoryReadOnly]
        assert [session.id for session in store.read(sessions.listed).result()] == [filled]


def test_where_no_history_can_be_made_the_program_works_and_says_that_nothing_is_kept(read_only: Path) -> None:
    with Store(read_only) as store:
        assert "Nothing is being kept" in store.notices[0].message
        assert not store.lasting
        store.write(sessions.create).result()
        assert len(store.read(sessions.listed).result()) == 1


def test_seven_backups_are_kept_and_the_next_is_due_after_a_day(path: Path) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    with Store(path, clock=lambda: now) as store:
        for _ in range(9):
            assert backups.is_due(path, now)
            store.back_up().result()
            assert not backups.is_due(path, now)
            now += timedelta(days=1)
    made = [backup.made_utc for backup in backups.backups(path)]
    assert made == [f"202601{day:02}T000000Z" for day in range(9, 2, -1)]


def test_a_clock_that_was_wrong_costs_no_backup(path: Path) -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for day in range(backups.KEEP):
        with Store(path, clock=lambda day=day: now + timedelta(days=3650 + day)) as ahead:
            ahead.back_up().result()
    assert backups.is_due(path, now)
    with Store(path, clock=lambda: now) as store:
        made = store.back_up().result()
    assert made.path in [backup.path for backup in backups.backups(path)]
    assert len(backups.backups(path)) == backups.KEEP
    assert not backups.is_due(path, now)


def test_backups_of_a_history_with_a_pattern_in_its_name_are_found(tmp_path: Path) -> None:
    path = tmp_path / "history [2].db"
    with Store(path) as store:
        made = store.back_up().result()
    assert [backup.path for backup in backups.backups(path)] == [made.path]


def test_what_a_restore_that_was_broken_off_has_left_is_in_nobodys_way(path: Path, filled: str) -> None:
    with Store(path) as store:
        backup = store.back_up().result()
    path.with_name(f"{path.name}.part").write_bytes(b"not a database" * 1000)
    assert backups.restore(path, backup.path, datetime.now(UTC)) is not None
    with Store(path) as store:
        assert store.read(sessions.get, filled).result().title == "kept"


@pytest.mark.parametrize("where", ["/{}", "{}/\udcff", "{}/a?b#c%20"])
def test_a_history_may_have_any_path(tmp_path: Path, where: str) -> None:
    path = Path(where.format(tmp_path)) / "history.db"
    with Store(path) as store:
        kept = compared(store)
        backup = store.back_up().result()
    backups.restore(path, backup.path, datetime.now(UTC))
    with Store(path) as store:
        assert store.notices == ()
        assert store.read(comparisons.get, kept).result().id == kept


def test_a_backup_that_is_damaged_is_not_restored(path: Path, filled: str) -> None:
    (backup,) = backups.backups(path)
    overwrite(backup.path, 100, 3000)
    before = path.read_bytes()
    with pytest.raises(HistoryDamaged, match="is damaged"):
        backups.restore(path, backup.path, datetime.now(UTC))
    assert path.read_bytes() == before


def test_what_is_open_elsewhere_is_not_checked_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[bool] = []
    check = integrity.check

    def note(raw: sqlite3.Connection, *, thoroughly: bool) -> bool:
        checked.append(thoroughly)
        return check(raw, thoroughly=thoroughly)

    monkeypatch.setattr(integrity, "check", note)
    with Store(path) as first:
        assert checked == []
        with Store(path) as second:
            first.write(sessions.create).result()
            assert len(second.read(sessions.listed).result()) == 1
    assert checked == []
    Store(path).close()
    assert checked == [False]


def test_what_a_killed_program_left_is_checked_thoroughly_and_marked(path: Path) -> None:
    killed = (
        "import os, pathlib, signal, sys\n"
        "from lab.storage import Store, answers\n"
        "from tests.unit.storage.samples import contestant\n"
        "store = Store(pathlib.Path(sys.argv[1]))\n"
        "answer_id = store.write(answers.begin, contestant()).result()\n"
        "store.append(answer_id, 'The sky').result()\n"
        "print(answer_id, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", killed, path], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert integrity.ended_uncleanly(path)
    with Store(path) as store:
        assert store.interrupted == (done.stdout.strip(),)
        kept = store.read(answers.get, store.interrupted[0]).result()
    assert (kept.text, kept.state) == ("The sky", AnswerState.PARTIAL)


def test_a_newer_history_in_which_nothing_can_be_searched_is_refused(path: Path, filled: str) -> None:
    change_below(path, "UPDATE alembic_version SET version_num = '9999'", "DROP TABLE found")
    with pytest.raises(HistoryNewer, match="can't read it"):
        Store(path)


def change_below(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        raw.execute(statement)
    raw.close()


@pytest.mark.parametrize("harm", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_history_that_does_not_tell_its_version_is_left_as_it_is(path: Path, filled: str, harm: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(harm)
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(HistoryDamaged, match="does not say which version") as caught:
        Store(path)
    assert caught.value.hint
    assert path.read_bytes() == before
