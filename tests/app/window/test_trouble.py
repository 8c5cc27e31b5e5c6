from __future__ import annotations

import shutil
import time
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt

from lab.records import AnswerState, FinishReason, Side
from lab.settings import folders
from lab.storage import Store, comparisons, sessions
from tests.app.window.driving import Driver

pytestmark = pytest.mark.process

LONG = 100_000


@pytest.fixture
def talking(driver: Driver, tiny_base: Path, tmp_path: Path) -> Driver:
    """Both answer without end."""
    driver.prepare(tiny_base, Path(shutil.copy(tiny_base, tmp_path / "other.gguf")), max_tokens=LONG)
    driver.open_ready()
    driver.type("the sun")
    driver.wait(lambda: all(driver.pane(side).view.text() for side in Side))
    return driver


def test_a_killed_model_says_so_and_the_other_goes_on_and_one_click_starts_it_again(talking: Driver) -> None:
    with talking._qtbot.waitSignal(talking.desktop.compare.answered, timeout=60_000) as answered:
        talking.worker(Side.A).kill()
        talking.wait(lambda: "SIGKILL" in talking.pane(Side.A).trouble())
    assert answered.args is not None
    comparison = answered.args[0]
    assert comparison.a.state is AnswerState.FAILED
    assert comparison.a.text
    assert comparison.b.state is AnswerState.FINISHED
    assert comparison.b.response.finish_reason is FinishReason.CONTEXT_FULL
    talking.press("Start again", talking.pane(Side.A))
    talking.wait(lambda: talking.pane(Side.A).state() == "ready")


def test_a_file_that_crashed_twice_is_not_asked_again_by_itself(talking: Driver) -> None:
    talking.worker(Side.A).kill()
    talking.wait(lambda: bool(talking.pane(Side.A).trouble()))
    talking.key(Qt.Key.Key_Escape, talking.page)
    talking.wait(lambda: not talking.desktop.compare.session.busy)
    talking.type("again")
    talking.wait(lambda: bool(talking.pane(Side.A).view.text()))
    talking.worker(Side.A).kill()
    talking.wait(lambda: bool(talking.pane(Side.A).trouble()))
    talking.key(Qt.Key.Key_Escape, talking.page)
    talking.wait(lambda: not talking.desktop.compare.session.busy)
    talking.type("once more")
    assert talking.desktop.compare.session.answering == {Side.B}
    assert "has crashed 2 times, so it was not asked" in talking.pane(Side.A).trouble()
    talking.key(Qt.Key.Key_Escape, talking.page)
    talking.wait(lambda: not talking.desktop.compare.session.busy)
    talking.press("Start again", talking.pane(Side.A))
    talking.wait(lambda: talking.pane(Side.A).state() == "ready")


def test_quitting_while_both_answer_ends_the_workers_and_keeps_what_was_said(talking: Driver) -> None:
    workers = [talking.worker(side) for side in Side]
    began = time.monotonic()
    talking.close()
    psutil.wait_procs(workers, timeout=1)
    assert not any(worker.is_running() for worker in workers)
    assert time.monotonic() - began < 1
    with Store(folders().history) as store:
        (session,) = store.read(sessions.listed).result()
        (kept,) = store.read(comparisons.of_session, session.id).result()
    for answer in (kept.a, kept.b):
        assert answer is not None
        assert answer.state is AnswerState.PARTIAL
        assert answer.text
    del talking.desktop


def test_a_model_file_that_is_gone_is_said_in_its_pane(
    driver: Driver, tiny_base: Path, tiny_chat: Path, tmp_path: Path
) -> None:
    mine = Path(shutil.copy(tiny_base, tmp_path / "mine.gguf"))
    driver.prepare(mine, tiny_chat)
    driver.open_ready()
    mine.unlink()
    driver.desktop.compare.players.prepare()
    driver.wait(lambda: "mine.gguf" in driver.pane(Side.A).trouble())


def test_a_damaged_history_is_set_aside_and_the_window_opens_and_says_so(
    driver: Driver, tiny_base: Path, tiny_chat: Path
) -> None:
    driver.prepare(tiny_base, tiny_chat)
    folders().history.write_bytes(b"this is no database" * 1000)
    driver.open_ready()
    driver.wait(lambda: driver.desktop.window.banner.isVisible())
    assert driver.ask("the sun").a is not None


def test_a_damaged_library_is_said_and_the_window_opens(driver: Driver) -> None:
    folders().data.mkdir(parents=True)
    (folders().data / "library.json").write_text("{ this is no json")
    driver.open()
    driver.wait(lambda: driver.desktop.window.banner.isVisible())
    assert "library" in driver.desktop.window.banner.text().lower()
