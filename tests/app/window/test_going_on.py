"""Going on with what was kept: sessions out of the history, drafts, backups."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from lab.models.library import Library
from lab.records import Comparison, Side
from lab.settings import folders
from lab.storage import sessions, trash
from tests import gguf_files
from tests.app.window.driving import Driver
from ui import app as program
from ui.bug_report import BugReports
from ui.desktop import Desktop

pytestmark = pytest.mark.process

A, B = "It goes on and on.", "It answers."


def open_from_history(driver: Driver, comparison: Comparison) -> None:
    history = driver.desktop._history
    assert history is not None
    history.opened.emit(comparison.session_id, comparison.id)


def test_a_session_is_opened_with_the_models_that_answered_in_it(
    driver: Driver, tiny_base: Path, tiny_chat: Path, tmp_path: Path
) -> None:
    driver.prepare(tiny_base, tiny_chat)
    third = gguf_files.tiny_model(tmp_path / "tiny-third.gguf", name="tiny third", seed=7)
    other = Library(folders().data / "library.json").add(third)
    driver.open_ready()
    first = driver.ask("the sun")
    driver.press("New")
    driver.desktop.compare.players.choose_model(Side.A, other)
    open_from_history(driver, first)
    driver.wait(lambda: "the sun" in driver.pane(Side.A).view.toPlainText())
    assert driver.pane(Side.A).head._name.name() == "tiny-base"
    second = driver.ask("the water")
    assert second.a is not None
    assert second.a.contestant.model.path == str(tiny_base)


def test_a_session_whose_model_is_gone_names_who_said_it_and_goes_on_with_another(
    driver: Driver, tiny_base: Path, tiny_chat: Path, tmp_path: Path
) -> None:
    mine = Path(shutil.copy(tiny_base, tmp_path / "mine.gguf"))
    third = gguf_files.tiny_model(tmp_path / "tiny-third.gguf", name="tiny third", seed=7)
    driver.prepare(mine, tiny_chat)
    driver.open_ready()
    first = driver.ask("the sun")
    assert first.a is not None
    driver.close()
    mine.unlink()
    Library(folders().data / "library.json").add(third)
    driver.open_ready()
    open_from_history(driver, first)
    driver.wait(lambda: "the sun" in driver.pane(Side.A).view.toPlainText())
    assert f"said by {first.a.contestant.model.name}" in driver.pane(Side.A).state()
    second = driver.ask("the water")
    assert second.a is not None
    assert second.a.contestant.model.path == str(third)
    assert "said by" not in driver.pane(Side.A).state()


def test_a_session_that_is_opened_while_they_answer_stops_them_first(driver: Driver, tmp_path: Path) -> None:
    driver.open_scripted(tmp_path, A, "word " * 5000, tokens_per_second=50)
    driver.desktop._page.composer._aim(driver.desktop._page.composer.target.__class__.A)
    first = driver.ask("the first")
    driver.press("New")
    driver.desktop._page.composer._aim(driver.desktop._page.composer.target.__class__.BOTH)
    driver.type("the second")
    driver.wait(lambda: bool(driver.pane(Side.B).view.text()))
    open_from_history(driver, first)
    driver.wait(lambda: driver.desktop.compare.session.id == first.session_id)
    assert not driver.desktop.compare.session.busy
    assert "the first" in driver.pane(Side.A).view.toPlainText()


def test_what_is_renamed_or_deleted_in_the_history_is_so_on_the_compare_page(driver: Driver, tmp_path: Path) -> None:
    driver.open_scripted(tmp_path, A, B)
    comparison = driver.ask("the first")
    assert driver.desktop.window.windowTitle() == "the first — Counterpoint"
    store = driver.desktop._store
    assert store is not None
    store.write(sessions.rename, comparison.session_id, "Leaves")
    driver.wait(lambda: driver.desktop.window.windowTitle() == "Leaves — Counterpoint")
    store.write(trash.put_session, comparison.session_id)
    driver.wait(lambda: driver.desktop.compare.session.id != comparison.session_id)
    assert driver.desktop.window.windowTitle() == "Counterpoint"
    assert driver.ask("another").parent_id is None


def test_each_conversation_has_its_draft_and_a_sent_prompt_is_none(driver: Driver, tmp_path: Path) -> None:
    driver.open_scripted(tmp_path, A, B)
    first = driver.ask("the first")
    driver._qtbot.keyClicks(driver.field(), "half a thought")
    driver.press("New")
    driver.wait(lambda: driver.field().toPlainText() == "")
    driver._qtbot.keyClicks(driver.field(), "another one")
    open_from_history(driver, first)
    driver.wait(lambda: driver.field().toPlainText() == "half a thought")
    driver.press("New")
    driver.wait(lambda: driver.field().toPlainText() == "another one")
    driver.type("the second")
    driver.idle()
    driver.close()
    driver.open(demo=True)
    driver.wait_ready()
    store = driver.desktop._store
    assert store is not None
    store.read(sessions.listed).result()
    assert driver.field().toPlainText() == ""


def test_editing_a_prompt_does_not_cost_the_draft(driver: Driver, tmp_path: Path) -> None:
    driver.open_scripted(tmp_path, A, B)
    driver.ask("the first")
    driver._qtbot.keyClicks(driver.field(), "half a thought")
    driver.press("Edit the prompt")
    assert driver.field().toPlainText() == "the first"
    driver.press("Keep as it was")
    assert driver.field().toPlainText() == "half a thought"
    driver.press("Edit the prompt")
    driver.ask("the first, changed")
    assert driver.field().toPlainText() == "half a thought"


def test_up_brings_back_prompts_from_before_the_restart(driver: Driver, tmp_path: Path) -> None:
    from PySide6.QtCore import Qt

    driver.open_scripted(tmp_path, A, B)
    driver.ask("the first")
    driver.ask("the second")
    driver.close()
    driver.open(demo=True)
    driver.wait(lambda: bool(driver.desktop._page.composer._history))
    driver.field().setFocus()
    driver.key(Qt.Key.Key_Up, driver.field())
    assert driver.field().toPlainText() == "the second"
    driver.key(Qt.Key.Key_Up, driver.field())
    assert driver.field().toPlainText() == "the first"


def test_a_note_that_is_being_typed_when_the_window_closes_is_kept(driver: Driver, tmp_path: Path) -> None:
    from lab.storage import Store, votes

    driver.open_scripted(tmp_path, A, B)
    comparison = driver.ask("the first")
    driver.press("+ note")
    driver._qtbot.keyClicks(driver.desktop._page.vote_bar._note, "a note")
    driver.close()
    del driver.desktop
    with Store(folders().history) as store:
        (note,) = store.read(votes.notes, comparison.id).result()
    assert note.text == "a note"


def test_a_backup_is_brought_back_and_the_program_goes_on_with_it(
    home: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole program, as its door opens it: a life before the backup is brought back, and one after."""
    from lab.storage import Store
    from tests.unit.storage.samples import compared

    folders().data.mkdir(parents=True)
    with Store(folders().history) as store:
        compared(store)
        backup = store.back_up().result()
        compared(store)
        assert len(store.read(sessions.listed).result()) == 2
    lives: list[tuple[int, str]] = []
    begin = Desktop._begin

    def live(desktop: Desktop) -> None:
        begin(desktop)
        assert desktop._store is not None
        number = len(desktop._store.read(sessions.listed).result())
        lives.append((number, desktop.window.banner.text()))
        desktop._preferences.change(aspects=(*desktop._preferences.value.aspects, f"life {len(lives)}"))
        if len(lives) == 1:
            desktop._settings.restore_asked.emit(backup.path)
        elif len(lives) == 2:
            desktop._settings.restore_asked.emit(backup.path.with_name("no such file.db"))
        else:
            QTimer.singleShot(0, desktop.window, desktop.window.close)

    bugs: list[str] = []
    monkeypatch.setattr(BugReports, "_show", lambda _self, text: bugs.append(text))  # a dialog would wait for ever
    monkeypatch.setattr(Desktop, "_begin", live)
    assert program.run(demo=True) == 0
    assert bugs == []
    assert [number for number, _ in lives] == [2, 1, 1]
    assert lives[1][1] == ""
    assert "There is no backup" in lives[2][1]
