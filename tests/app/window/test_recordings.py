"""Recordings in the whole window: opened without models, by a button, a drop and a second start; and saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton

from lab.recording.reading import look
from lab.recording.recording import Recorded
from lab.recording.saving import Telling, save_lesson, save_run
from lab.storage import Store, runs
from tests.app.environment import ROOT, environment
from tests.app.window.driving import Driver
from tests.unit.recording.making import lesson, ran, taken
from tests.unit.storage.test_runs import a_run
from ui.lessons.controller import LessonsController

pytestmark = pytest.mark.process


@pytest.fixture
def recorded_lesson(tmp_path: Path) -> Path:
    path = tmp_path / "my lesson.counterpoint"
    with Store(tmp_path / "home of Ada.db") as store:
        save_lesson(store, lesson(), taken(store), path, Telling(by="Ada"))
    return path


@pytest.fixture
def recorded_run(tmp_path: Path) -> Path:
    path = tmp_path / "run.counterpoint"
    with Store(tmp_path / "home of Ada.db") as store:
        save_run(store, ran(store).id, path, Telling(by="Ada"))
    return path


def lessons(driver: Driver) -> LessonsController | None:
    return driver.desktop._lessons.controller


def is_taken(driver: Driver) -> bool:
    controller = lessons(driver)
    return controller is not None and controller.taking is not None


def dropped(driver: Driver, path: Path) -> bool:
    """Drop a file onto the window; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window, buttons = driver.desktop.window, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none))
    return enter.isAccepted()


class Files:
    """Answers where a file is, in the place of the system's dialog."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.suggested = ""

    def to_read(self, _title: str, _kinds: str) -> Path:
        return self.path

    def to_write(self, _title: str, name: str, _kind: str) -> Path:
        self.suggested = name
        return self.path


def test_a_lesson_opens_in_a_home_without_models(driver: Driver, recorded_lesson: Path) -> None:
    driver.open()
    driver.desktop.open_file(recorded_lesson)  # perhaps before the history is there
    driver.wait(lambda: is_taken(driver))
    assert driver.desktop.window.page() == "lessons"
    page = driver.desktop._lessons.page
    assert page is not None
    assert "by Ada" in page.lesson._recorded.text()
    page.lesson._next.click()
    page.lesson._press_run()
    driver.wait(page.lesson._next.isEnabled)
    assert driver.banner() == ""


def test_it_is_in_the_list_after_the_next_start(driver: Driver, recorded_lesson: Path) -> None:
    driver.open()
    driver.desktop.open_file(recorded_lesson)
    driver.wait(lambda: is_taken(driver))
    driver.close()
    driver.open()
    driver.wait(lambda: driver.desktop._lessons.page is not None)
    page = driver.desktop._lessons.page
    assert page is not None
    assert next(iter(page.list.cards)).startswith("recorded.")


def test_a_run_opens_on_the_suites_page(driver: Driver, recorded_run: Path) -> None:
    driver.open()
    driver.desktop.open_file(recorded_run)
    driver.wait(lambda: driver.desktop.window.page() == "suites")
    suites = driver.desktop._suites
    driver.wait(lambda: suites.page is not None and suites.page.runs.selected() is not None)
    assert suites.page is not None
    selected = suites.page.runs.selected()
    assert selected is not None
    assert selected.run.suite_title == "Small"


def test_the_button_on_the_lessons_page_asks_for_a_file(driver: Driver, recorded_lesson: Path) -> None:
    driver.open()
    driver.wait(lambda: driver.desktop._store is not None)
    driver.desktop.window.show_page("lessons")
    driver.wait(lambda: driver.desktop._lessons.page is not None)
    driver.desktop._recordings.recordings.files = Files(recorded_lesson)  # type: ignore[assignment]
    page = driver.desktop._lessons.page
    assert page is not None
    (button,) = [each for each in page.list.findChildren(QPushButton) if each.text() == "Open a recording …"]
    button.click()
    driver.wait(lambda: is_taken(driver))


def test_a_recording_can_be_dropped_and_other_files_can_not(driver: Driver, recorded_lesson: Path) -> None:
    driver.open()
    driver.wait(lambda: driver.desktop._store is not None)
    assert not dropped(driver, recorded_lesson.with_suffix(".txt"))
    assert dropped(driver, recorded_lesson)
    driver.wait(lambda: is_taken(driver))


def test_a_damaged_one_is_told_in_the_banner(driver: Driver, recorded_lesson: Path) -> None:
    recorded_lesson.write_bytes(recorded_lesson.read_bytes()[:-30])
    driver.open()
    driver.desktop.open_file(recorded_lesson)
    driver.wait(lambda: "my lesson.counterpoint is damaged or cut off." in driver.banner())
    assert not is_taken(driver)


def test_without_a_history_that_is_said(driver: Driver, recorded_lesson: Path, home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "history.db").write_bytes(b"SQLite format 3\0" + b"another program's" * 400)
    driver.open()
    driver.desktop.open_file(recorded_lesson)
    driver.wait(lambda: is_taken(driver) or "recording" in driver.banner())


def test_a_lesson_is_saved_where_the_user_says(driver: Driver, recorded_lesson: Path, tmp_path: Path) -> None:
    driver.open()
    driver.desktop.open_file(recorded_lesson)
    driver.wait(lambda: is_taken(driver))
    controller, recordings = lessons(driver), driver.desktop._recordings.recordings
    assert controller is not None
    assert controller.taking is not None
    files = Files(tmp_path / "saved.counterpoint")
    recordings.files = files  # type: ignore[assignment]
    told: list[str] = []
    recordings.told.connect(told.append)
    progress = controller.taking.progress
    asked = controller.taking.recorded
    assert asked is not None
    whole = type(progress)(runs={"1": asked.recording.asking(1)})
    controller.record_asked.emit(controller.taking.lesson, whole, False)
    driver.wait(lambda: bool(told))
    assert told == ["Saved as saved.counterpoint: 2 pairs of answers, 0 votes."]
    assert files.suggested == "Small.counterpoint"
    assert look(files.path).head.recorded is Recorded.LESSON


CODE = """
import sys
sys.argv = ["counterpoint", "replay", sys.argv[1]]
from ui.launch import main
from ui.recording.controller import Recordings
was = Recordings._taken
def taken(self, found):
    was(self, found)
    print(found.kept.recording.head.title, found.kept.recording.head.recorded, flush=True)
Recordings._taken = taken
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
def test_the_command_opens_the_window_and_a_second_one_hands_its_file_over(
    home: Path, recorded_lesson: Path, recorded_run: Path
) -> None:
    env = {**environment(home), "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(
        [sys.executable, "-c", CODE, str(recorded_lesson)],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert first.stdout is not None
    assert first.stderr is not None
    with first, first.stdout, first.stderr:
        assert first.stdout.readline() == "Small lesson\n"
        beside = recorded_run.parent
        command = [sys.executable, "-m", "ui.launch", "replay", recorded_run.name]
        second = subprocess.run(command, env=env, cwd=beside, timeout=60, check=False)
        assert second.returncode == 0
        assert first.stdout.readline() == "Small run\n"
        first.send_signal(signal.SIGTERM)
        assert first.wait(30) == 0
        assert "Traceback" not in first.stderr.read()


def test_a_run_is_opened_though_others_are_there_and_saved_from_its_panel(
    driver: Driver, recorded_run: Path, home: Path, tmp_path: Path
) -> None:
    (home / "data").mkdir(parents=True)
    with Store(home / "data" / "history.db") as store:
        store.write(runs.create, a_run("other")).result()
    driver.open()
    driver.wait(lambda: driver.desktop._store is not None)
    driver.desktop.window.show_page("suites")
    suites = driver.desktop._suites
    driver.wait(lambda: suites.page is not None and suites.page.runs.selected() is not None)
    recordings = driver.desktop._recordings.recordings
    recordings.files = Files(recorded_run)  # type: ignore[assignment]
    page = suites.page
    assert page is not None
    page.recording_asked.emit()
    wanted = look(recorded_run).head.run_id
    driver.wait(lambda: (line := page.runs.selected()) is not None and line.run.id == wanted)
    driver.wait(page.run.panel.record.isVisible)
    recordings.files = Files(tmp_path / "again.counterpoint")  # type: ignore[assignment]
    page.run.panel.record.menu().actions()[1].trigger()
    driver.wait(lambda: "Saved as again.counterpoint: 1 pair of answers, 0 votes." in page.message.text())
    assert look(tmp_path / "again.counterpoint").head.run_id == wanted
