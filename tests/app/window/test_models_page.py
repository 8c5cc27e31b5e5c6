"""What is on this computer, through the whole window: found, judged, used, moved to the trash."""

from __future__ import annotations

import shutil
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from lab.generation.demo import scripted_model
from lab.models.library import Library
from lab.records import AnswerState, Framing, Kind, Model, Side
from lab.settings import folders
from tests.app.window.driving import Driver
from tests.app.window.models_page import ModelsHands, own_file, ring, tab_to, user
from tests.unit.ui.models.library.bench import ollama
from ui.models.columns import Column

__all__ = ["ring", "user"]
pytestmark = [pytest.mark.process, pytest.mark.usefixtures("ring")]

own_trash = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the trash can't be one of the test's own")


@pytest.fixture
def elsewhere(user: Path, tiny_base: Path, tiny_chat: Path) -> dict[str, Path]:
    """What other programs keep, by the names that the table gives it."""
    studio = user / ".lmstudio" / "models" / "someone" / "studio" / "studio-chat.gguf"
    studio.parent.mkdir(parents=True)
    shutil.copy(tiny_chat, studio)
    return {"studio-chat": studio, "talker:1b": ollama(user, "talker", tiny_base)}


@pytest.fixture
def playing(driver: Driver, user: Path, tiny_base: Path, tiny_chat: Path) -> Driver:
    """A window in which two models play."""
    driver.prepare(tiny_base, tiny_chat)
    return driver


def library() -> Library:
    return Library(folders().data / "library.json")


def answer_slowly(playing: Driver, folder: Path) -> None:
    """Let both sides answer for longer than any test takes."""
    slow = folder / "slow.toml"  # so that it is answering still, however long the page takes
    slow.write_text(f"tokens_per_second = 20.0\nanswers = ['{'word ' * 900}']\n", encoding="utf-8")
    for side in Side:
        playing.desktop._pairing.replace_model(side, replace(scripted_model(Kind.BASE), path=str(slow)))
    playing.desktop.compare.show_models()
    playing.wait(lambda: playing.worker_paths() == {str(slow)})
    playing.wait_ready()
    playing.type("the sun")
    playing.wait(lambda: bool(playing.pane(Side.B).view.text()))


def test_models_that_other_programs_keep_are_found_and_it_is_said_where(
    playing: Driver, elsewhere: dict[str, Path]
) -> None:
    playing.open_ready()
    hands = ModelsHands(playing)
    assert hands.names() == ["studio-chat", "talker:1b", "tiny-base", "tiny-chat"]
    assert {name: hands.row(name).where for name in elsewhere} == {"studio-chat": "LM Studio", "talker:1b": "Ollama"}
    assert hands.row("tiny-base").sides == (Side.A,)
    assert hands.row("tiny-chat").sides == (Side.B,)
    hands.click("talker:1b")
    assert "talker:1b" in hands.page.library.details.name.text()
    assert "Ollama" in hands.page.library.details.facts.text()


def test_a_model_that_was_found_is_used_as_b_and_answers(playing: Driver, elsewhere: dict[str, Path]) -> None:
    playing.open_ready()
    hands = ModelsHands(playing)
    assert hands.row("studio-chat").listed is None
    hands.use("studio-chat", Side.B)
    assert hands.row("tiny-chat").sides == ()
    hands.until_words("studio-chat is chosen for side B.")
    playing.press("Compare", playing.desktop.window.rail)
    playing.wait(lambda: str(elsewhere["studio-chat"]) in playing.worker_paths())
    playing.wait_ready()
    comparison = playing.ask("the sun")
    assert comparison.b is not None
    assert comparison.b.state is AnswerState.FINISHED
    assert comparison.b.contestant.model.name == "studio-chat"
    assert comparison.b.contestant.framing is Framing.CHAT
    kept = [model for model in library().models() if model.name == "studio-chat"]
    assert [model.path for model in kept] == [str(elsewhere["studio-chat"])]


def test_a_model_that_is_chosen_while_an_answer_comes_plays_when_that_is_over(
    playing: Driver, elsewhere: dict[str, Path], tmp_path: Path
) -> None:
    playing.open_ready()
    answer_slowly(playing, tmp_path)
    hands = ModelsHands(playing)
    hands.click("studio-chat", Column.USE, Side.B)
    hands.until_words("studio-chat is chosen for side B.")
    assert playing.desktop.compare.session.busy
    playing.press("Compare", playing.desktop.window.rail)
    playing.press("Stop")
    playing.wait(lambda: str(elsewhere["studio-chat"]) in playing.worker_paths())
    playing.wait(lambda: playing.pane(Side.B).state() == "ready")
    assert ModelsHands(playing).row("studio-chat").sides == (Side.B,)


def test_who_stays_on_the_page_sees_at_once_that_a_model_plays_that_had_to_wait(
    playing: Driver, elsewhere: dict[str, Path], tmp_path: Path
) -> None:
    playing.open_ready()
    answer_slowly(playing, tmp_path)
    hands = ModelsHands(playing)
    controller = playing.desktop._library_page._controller
    controller._look_at_memory.stop()  # which would show it some seconds later
    hands.click("studio-chat", Column.USE, Side.B)
    hands.until_words("studio-chat is chosen for side B.")
    playing.wait(lambda: not controller.stock.busy)
    assert hands.row("studio-chat").sides == ()
    playing.desktop.compare.stop()
    playing.wait(lambda: hands.row("studio-chat").sides == (Side.B,))


def test_what_a_model_is_can_be_corrected_by_a_click_and_holds_everywhere(playing: Driver) -> None:
    playing.open_ready()
    hands = ModelsHands(playing)
    assert hands.row("tiny-base").kind is Kind.BASE
    hands.click("tiny-base", Column.KIND)
    hands.choose("Chat")
    playing.wait(lambda: hands.row("tiny-base").kind is Kind.CHAT)
    playing.press("Compare", playing.desktop.window.rail)
    playing.wait(lambda: playing.pane(Side.A).head._badge.text() == "CHAT")
    playing.close()
    playing.open_ready()
    hands = ModelsHands(playing)
    assert hands.row("tiny-base").kind is Kind.CHAT
    hands.click("tiny-base", Column.KIND)
    hands.choose("Judge it from the file")
    playing.wait(lambda: hands.row("tiny-base").kind is Kind.BASE)


def test_a_search_leaves_only_what_one_looks_for(playing: Driver, elsewhere: dict[str, Path]) -> None:
    playing.open_ready()
    hands = ModelsHands(playing)
    playing._qtbot.keyClick(hands.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = hands.page.library.filters.search
    playing.wait(field.hasFocus)
    playing._qtbot.keyClicks(field, "ollama")
    playing.wait(lambda: hands.names() == ["talker:1b"])
    hands.until_words("1 of 4 models")
    playing._qtbot.keyClicks(field, " nothing like that")
    hands.until_words("No model here is like that.")
    hands.press("Show all")
    assert len(hands.names()) == 4


def test_a_folder_that_is_added_is_looked_through_now_and_later(
    playing: Driver, tmp_path: Path, tiny_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "my models"
    mine.mkdir()
    shutil.copy(tiny_base, mine / "of-my-own.gguf")
    monkeypatch.setattr("ui.models.controller.QFileDialog.getExistingDirectory", lambda *_asked: str(mine))
    playing.open_ready()
    hands = ModelsHands(playing)
    assert "of-my-own" not in hands.names()
    hands.press("Add a folder")
    playing.wait(lambda: "of-my-own" in hands.names())
    assert hands.row("of-my-own").where == "In my models"
    playing.close()
    playing.open_ready()
    hands = ModelsHands(playing)
    assert "of-my-own" in hands.names()
    hands.press("Folders that you have added")
    hands.press(f"Look in {mine} no longer; the folder stays as it is")
    playing.wait(lambda: "of-my-own" not in hands.names())
    assert (mine / "of-my-own.gguf").is_file()


@own_trash
def test_a_model_goes_to_the_trash_only_after_it_was_confirmed(playing: Driver, user: Path, tiny_base: Path) -> None:
    path = Path(shutil.copy(tiny_base, own_file("spare")))
    library().add(path)
    playing.open_ready()
    hands = ModelsHands(playing)
    hands.click("spare")
    playing.key(Qt.Key.Key_Delete, hands.table)
    question = hands.dialog(QMessageBox)
    playing.key(Qt.Key.Key_Return, question)  # what is chosen beforehand does no harm
    playing.wait(lambda: not question.isVisible())
    assert path.is_file()
    playing.key(Qt.Key.Key_Delete, hands.table)
    playing.press("Move to the trash", hands.dialog(QMessageBox))
    playing.wait(lambda: "spare" not in hands.names())
    hands.until_words("spare is in the trash.")
    assert not path.exists()
    assert (user / ".local" / "share" / "Trash" / "files" / "spare.gguf").is_file()
    assert "spare" not in [model.name for model in library().models()]
    menu = playing.pane(Side.A).head._name.menu()
    playing.wait(lambda: not any("spare" in action.text() for action in menu.actions()))


def test_the_page_is_used_with_the_keyboard_alone(playing: Driver, elsewhere: dict[str, Path]) -> None:
    playing.open_ready()
    hands = ModelsHands(playing)
    window = playing.desktop.window
    window.activateWindow()
    playing.wait(lambda: QApplication.activeWindow() is window)
    playing.button("Models", window.rail).setFocus()
    tab_to(playing, lambda widget: widget is hands.page.header.folder)
    tab_to(playing, lambda widget: widget is hands.page.header.search)
    tab_to(playing, hands.cards.isAncestorOf)
    tab_to(playing, lambda widget: widget is hands.page.library.filters.search)
    playing.key(Qt.Key.Key_Down)
    assert hands.table.hasFocus()
    while hands.table.row() is not hands.row("studio-chat"):
        playing.key(Qt.Key.Key_Up if hands.table.currentIndex().row() else Qt.Key.Key_Down)
    playing.key(Qt.Key.Key_B)
    playing.wait(lambda: hands.row("studio-chat").sides == (Side.B,))
    assert hands.table.hasFocus()
    playing.key(Qt.Key.Key_Down)
    tab_to(playing, lambda widget: widget is hands.page.library.details.uses[Side.A])
    playing.key(Qt.Key.Key_Space)
    playing.wait(lambda: hands.row_of(elsewhere["talker:1b"]).sides == (Side.A,))
    playing._qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    playing.wait(lambda: playing.worker_paths() == {str(path) for path in elsewhere.values()})
    playing.wait_ready()
    assert playing.ask("the sun").a is not None


def test_the_search_of_the_hub_is_opened_and_left_with_keys(playing: Driver) -> None:
    playing.open_ready()
    hands = ModelsHands(playing)
    window = playing.desktop.window
    window.activateWindow()
    playing.wait(lambda: QApplication.activeWindow() is window)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    playing._qtbot.keyClick(hands.table, Qt.Key.Key_F, both)
    playing.wait(hands.hub.bar.field.hasFocus)
    playing.key(Qt.Key.Key_Escape)
    playing.wait(lambda: not hands.page.elsewhere)
    assert hands.table.hasFocus()


def test_in_a_demonstration_a_model_that_is_used_ends_it(
    driver: Driver, elsewhere: dict[str, Path], tiny_chat: Path
) -> None:
    library().add(tiny_chat)
    driver.open(demo=True)
    driver.wait_ready()
    hands = ModelsHands(driver)
    assert all(row.sides == () for row in hands.table.rows.rows)
    used = hands.use("talker:1b", Side.A)
    playing_b = hands.row("tiny-chat")
    assert playing_b.sides == (Side.B,)
    driver.press("Compare", driver.desktop.window.rail)
    assert not driver.desktop._page.header._scripted.isVisible()
    driver.wait(lambda: driver.worker_paths() == {str(elsewhere["talker:1b"]), str(tiny_chat)})
    driver.wait_ready()
    comparison = driver.ask("the sun")
    assert comparison.a is not None
    assert comparison.a.contestant.model.name == used.name
    assert driver.preferences().value.model_a == used.name


@pytest.mark.parametrize("has_models", [True, False])
def test_the_key_of_the_page_takes_the_keyboard_there(
    driver: Driver, user: Path, tiny_base: Path, tiny_chat: Path, has_models: bool
) -> None:
    if has_models:
        driver.prepare(tiny_base, tiny_chat)
    driver.open()
    driver.wait(lambda: has_models or driver.desktop._first_start is not None)
    window = driver.desktop.window
    window.activateWindow()
    driver.wait(lambda: QApplication.activeWindow() is window)
    (driver.field() if has_models else driver.desktop._first_start.own).setFocus()
    key = driver.button("Models", window.rail).shortcut()[0]
    driver._qtbot.keyClick(window, key.key(), key.keyboardModifiers())
    driver.wait(lambda: driver.desktop._library_page.page is not None)
    hands = ModelsHands(driver)
    assert (hands.table if has_models else hands.page.header.folder).hasFocus()


def test_the_search_never_reads_the_library_on_the_window_s_thread(
    playing: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    playing.open_ready()
    hands = ModelsHands(playing)
    readers: list[threading.Thread] = []
    read = Library.models

    def watched(self: Library) -> list[Model]:
        readers.append(threading.current_thread())
        return read(self)

    monkeypatch.setattr(Library, "models", watched)
    hands.press("Search Hugging Face")
    playing.desktop._library_page._downloads.changed.emit()
    assert threading.main_thread() not in readers
