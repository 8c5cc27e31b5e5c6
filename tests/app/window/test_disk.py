"""The history can't be written: the window opens, says so, loses nothing, and tries again when it is told to."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lab.records import Comparison, VoteChoice
from lab.settings import folders
from lab.storage import Store, comparisons, sessions, votes
from tests.app.window.driving import Driver

pytestmark = pytest.mark.process

A, B = "It goes on and on.", "It answers."


def kept() -> list[Comparison]:
    """All that is in the history, in the order in which it was asked."""
    with Store(folders().history) as store:
        found = store.read(sessions.listed).result()
        return [each for session in found[::-1] for each in store.read(comparisons.of_session, session.id).result()]


@pytest.fixture
def begun(driver: Driver, tmp_path: Path) -> Driver:
    """A history with one comparison in it; the window is closed."""
    driver.open_scripted(tmp_path, A, B)
    driver.ask("the first")
    driver.close()
    return driver


def is_whole(comparison: Comparison, prompt: str) -> bool:
    both = comparison.a is not None and comparison.b is not None
    return both and comparison.prompt == prompt and (comparison.a.text, comparison.b.text) == (A, B)  # type: ignore[union-attr]


# A history that another program holds.


@pytest.fixture
def held(begun: Driver) -> Iterator[sqlite3.Connection]:
    """Another program has the history for itself, altogether."""
    other = sqlite3.connect(folders().history, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    yield other
    other.close()


def test_a_history_that_another_program_holds_is_opened_when_it_lets_go(
    begun: Driver, held: sqlite3.Connection, tmp_path: Path
) -> None:
    begun.open_scripted(tmp_path, A, B)
    assert "in use by another program" in begun.banner()
    begun.press("History", begun.desktop.window.rail)
    assert "in use by another program" in begun.desktop._no_history.text()
    begun.press("Compare", begun.desktop.window.rail)
    begun.ask("the second")
    begun.key(Qt.Key.Key_4)
    begun.press("Try again")
    assert "in use by another program" in begun.banner()
    held.execute("ROLLBACK")
    held.close()
    begun.press("Try again")
    begun.wait(lambda: begun.banner() == "")
    assert begun.desktop._history is not None
    begun.ask("the third")
    begun.close()
    del begun.desktop
    first, second, third = kept()
    assert is_whole(first, "the first")
    assert is_whole(second, "the second")
    assert is_whole(third, "the third")
    assert third.parent_id == second.id
    with Store(folders().history) as store:
        (vote,) = store.read(votes.current, second.id).result()
    assert vote.choice is VoteChoice.B


def test_a_history_that_is_locked_for_a_while_gets_everything_in_the_end(begun: Driver, tmp_path: Path) -> None:
    begun.open_scripted(tmp_path, A, B)
    other = sqlite3.connect(folders().history, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    begun.ask("the second")
    begun.wait(lambda: "in use by another program" in begun.banner())
    other.execute("ROLLBACK")
    other.close()
    begun.press("Try again")
    begun.wait(lambda: begun.banner() == "")
    begun.close()
    del begun.desktop
    assert is_whole(kept()[-1], "the second")


# A history of a newer version.


def test_a_history_of_a_newer_version_can_be_read_and_what_is_said_waits_for_a_place(
    begun: Driver, tmp_path: Path
) -> None:
    raw = sqlite3.connect(folders().history)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    begun.open_scripted(tmp_path, A, B)
    assert "newer version of Counterpoint" in begun.banner()
    store = begun.desktop._store
    assert store is not None
    assert len(store.read(sessions.listed).result()) == 1
    begun.ask("the second")
    begun.press("Try again")
    assert "newer version of Counterpoint" in begun.banner()
    aside = tmp_path / "newer"
    aside.mkdir()
    for file in folders().history.parent.glob("history.db*"):
        shutil.move(file, aside / file.name)
    begun.press("Try again")
    begun.wait(lambda: begun.banner() == "")
    begun.close()
    del begun.desktop
    assert is_whole(kept()[-1], "the second")


# A folder that can't be written.


def mounted(folder: Path) -> None:
    """Put a small disk into a folder, or skip the test where that is not allowed."""
    mount = shutil.which("mount")
    words = ["-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if not mount or subprocess.run([mount, *words], capture_output=True, check=False).returncode:
        pytest.skip("only who may mount a disk can do this")


def unmounted(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def read_only(home: Path) -> Iterator[Path]:
    """The folder of the data can't be written, not even by root."""
    data = folders().data
    data.mkdir(parents=True)
    if os.geteuid() == 0:
        mounted(data)
        subprocess.run(["mount", "-o", "remount,ro", str(data)], check=True)
        yield data
        unmounted(data)
    else:
        data.chmod(0o555)
        yield data
        data.chmod(0o755)


def make_writable(data: Path) -> None:
    if os.geteuid() == 0:
        subprocess.run(["mount", "-o", "remount,rw", str(data)], check=True)
    else:
        data.chmod(0o755)


def test_in_a_read_only_folder_everything_waits_in_memory_until_it_can_be_written(
    driver: Driver, tmp_path: Path, read_only: Path
) -> None:
    driver.open_scripted(tmp_path, A, B)
    driver.wait(lambda: bool(driver.banner()))
    driver.ask("the first")
    driver.key(Qt.Key.Key_1)
    while "Nothing is being kept" not in driver.banner():
        driver.press("Close this message")
    driver.press("Try again")
    assert "Nothing is being kept" in driver.banner()
    make_writable(read_only)
    driver.press("Try again")
    driver.wait(lambda: "Nothing is being kept" not in driver.banner())
    driver.close()
    del driver.desktop
    (first,) = kept()
    assert is_whole(first, "the first")
    with Store(folders().history) as store:
        (vote,) = store.read(votes.current, first.id).result()
    assert vote.choice is VoteChoice.A


# A full disk.


@pytest.fixture
def small_disk(home: Path) -> Iterator[Path]:
    """The home is on a disk of 3 MB."""
    home.mkdir()
    mounted(home)
    yield home
    unmounted(home)


def fill(path: Path) -> None:
    """Write until nothing more goes on the disk."""
    with path.open("wb", buffering=0) as file:
        for step in (65536, 512, 1):
            try:
                while True:
                    file.write(b"x" * step)
            except OSError:
                continue


def test_on_a_full_disk_the_user_is_told_and_later_everything_is_kept(
    driver: Driver, tmp_path: Path, small_disk: Path
) -> None:
    driver.open_scripted(tmp_path, A, B)
    driver.ask("the first")
    # Whoever reads holds up the log, which must grow then instead of beginning anew in room that it has already.
    reader = sqlite3.connect(folders().history)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM session").fetchone()
    fill(small_disk / "filler")
    long = "the second " + "and more of it " * 400
    driver.desktop._page.composer.set_text(long)
    driver.desktop._page.composer.press()
    driver.wait(lambda: "the disk is full" in driver.banner())
    driver.idle()
    driver.key(Qt.Key.Key_4, driver.page)
    assert driver.desktop._page.vote_bar.opinion().choice is VoteChoice.B
    driver.press("Try again")
    driver.wait(lambda: "the disk is full" in driver.banner())
    (small_disk / "filler").unlink()
    reader.close()
    driver.press("Try again")
    driver.wait(lambda: driver.banner() == "")
    driver.close()
    del driver.desktop
    first, second = kept()
    assert is_whole(first, "the first")
    assert is_whole(second, long)
    with Store(folders().history) as store:
        (vote,) = store.read(votes.current, second.id).result()
    assert vote.choice is VoteChoice.B


def test_the_window_opens_on_a_full_disk_and_shows_what_was_kept(
    driver: Driver, tmp_path: Path, small_disk: Path
) -> None:
    driver.open_scripted(tmp_path, A, B)
    driver.ask("the first")
    driver.close()
    fill(small_disk / "filler")
    driver.open_scripted(tmp_path, A, B)
    driver.wait(lambda: "The history can't be written" in driver.banner())
    store = driver.desktop._store
    assert store is not None
    assert len(store.read(sessions.listed).result()) == 1
    driver.ask("the second")
    (small_disk / "filler").unlink()
    driver.press("Try again")
    driver.wait(lambda: "The history can't be written" not in driver.banner())
    driver.close()
    del driver.desktop
    assert [each.prompt for each in kept()] == ["the first", "the second"]
