"""Suites of one's own are written and saved in the window; nothing faulty is saved, nothing is lost unasked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lab.errors import LabError
from lab.suites.reading import read_suite
from lab.suites.shelf import ShelvedSuite, shipped_suites
from lab.suites.suite import MOST_ITEMS, Item, Suite
from lab.suites.writing import written
from ui.suites.editor import SuiteDesk
from ui.suites.editor_dialog import SuiteEditor

W = TypeVar("W", bound=QWidget)
own_trash = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the trash can't be one of the test's own")
MINE = Suite(id="mine", title="Mine", items=(Item(id="p1", prompt="Say hello."), Item(id="p2", prompt="Say goodbye.")))


class Bench:
    """A desk over an empty window."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.window = QWidget()
        self.window.resize(1200, 800)
        qtbot.addWidget(self.window)
        self.window.show()
        self.desk = SuiteDesk(folder, self.window)
        self.saved: list[str] = []
        self.failed: list[LabError] = []
        self.desk.saved.connect(self.saved.append)
        self.desk.failed.connect(self.failed.append)

    @property
    def editor(self) -> SuiteEditor:
        assert self.desk.editor is not None
        return self.desk.editor

    def own(self, text: str = "") -> ShelvedSuite:
        """A suite of the user's, on the disk."""
        path = self.folder / "mine.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or written(MINE), "utf-8")
        return ShelvedSuite(suite=read_suite(path), path=path)

    def open(self, text: str = "") -> SuiteEditor:
        """The editor with that suite."""
        self.desk.edit(self.own(text))
        self.qtbot.waitUntil(lambda: self.desk.editor is not None)
        return self.editor

    def save(self) -> None:
        number = len(self.saved)
        self.editor.save.click()
        self.qtbot.waitUntil(lambda: len(self.saved) > number)

    def question(self) -> QMessageBox:
        self.qtbot.waitUntil(lambda: bool(self.shown(QMessageBox)))
        return self.shown(QMessageBox)[-1]

    def shown(self, kind: type[W]) -> list[W]:
        return [each for each in QApplication.allWidgets() if isinstance(each, kind) and each.isVisible()]

    def press(self, box: QMessageBox, words: str) -> None:
        next(each for each in box.buttons() if each.text() == words).click()

    def keys(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        widget.setFocus()
        self.qtbot.waitUntil(widget.hasFocus)
        QTest.keyClick(widget, key, modifier)


def prompts(editor: SuiteEditor) -> list[str]:
    return [str(item["prompt"]) for item in editor.draft.items]


def write(editor: SuiteEditor, name: str, text: str) -> None:
    control = editor.prompt_form.fields[name].control
    assert isinstance(control, QPlainTextEdit)
    control.setPlainText(text)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    opened = Bench(qtbot, tmp_path / "suites")
    yield opened
    opened.desk.close_down()


def test_a_new_suite_is_written_with_the_keyboard_alone(bench: Bench) -> None:
    bench.desk.new()
    editor = bench.editor
    bench.qtbot.waitUntil(lambda: editor.suite_form.fields["title"].control.hasFocus())
    QTest.keyClicks(QApplication.focusWidget(), "Capitals of Europe")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    bench.qtbot.waitUntil(lambda: editor.prompt_form.fields["prompt"].control.hasFocus())
    QTest.keyClicks(QApplication.focusWidget(), "What is the capital of France?")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    bench.qtbot.waitUntil(lambda: bench.saved == ["capitals-of-europe"])
    kept = read_suite(bench.folder / "capitals-of-europe.toml")
    assert (kept.title, [item.prompt for item in kept.items]) == (
        "Capitals of Europe",
        ["What is the capital of France?"],
    )
    assert not editor.changed
    assert editor.message.text() == "Saved."
    assert bench.desk.may_close()


def test_a_suite_that_is_not_begun_is_not_blamed_and_closes_without_a_question(bench: Bench) -> None:
    bench.desk.new()
    editor = bench.editor
    assert editor.suite_form.fields["title"].fault() == ""
    assert editor.faults_button.text() == "To save it, give it a title."
    assert not editor.save.isEnabled()
    editor.reject()
    assert bench.desk.editor is None


def test_a_faulty_suite_can_not_be_saved_and_the_first_fault_is_one_key_away(bench: Bench) -> None:
    editor = bench.open()
    editor.prompts.chosen.emit(1)
    write(editor, "prompt", " ")
    assert editor.prompt_form.fields["prompt"].fault() == "There is nothing in it."
    assert not editor.save.isEnabled()
    assert editor.faults_button.text() == "Prompt 2, Prompt: There is nothing in it."
    editor.prompts.chosen.emit(None)
    QTest.keyClick(editor, Qt.Key.Key_F8)
    assert editor.place == 1
    bench.qtbot.waitUntil(lambda: editor.prompt_form.fields["prompt"].control.hasFocus())
    write(editor, "prompt", "Say it again.")
    assert editor.prompt_form.fields["prompt"].fault() == ""
    assert editor.faults_button.isHidden()
    bench.save()
    assert [item.prompt for item in read_suite(bench.folder / "mine.toml").items] == ["Say hello.", "Say it again."]


def test_prompts_are_added_doubled_moved_and_taken_away_by_keys(bench: Bench) -> None:
    editor = bench.open()
    editor.prompts.chosen.emit(0)
    bench.keys(editor.prompts, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert (prompts(editor), editor.place) == (["Say hello.", "Say hello.", "Say goodbye."], 1)
    assert len({str(item["id"]) for item in editor.draft.items}) == 3
    bench.keys(editor.prompts, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (prompts(editor), editor.place) == (["Say hello.", "Say goodbye.", "Say hello."], 2)
    bench.keys(editor.prompts, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.place == 2
    bench.keys(editor.prompts, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert (prompts(editor), editor.place) == (["Say hello.", "Say hello.", "Say goodbye."], 1)
    bench.keys(editor.prompts, Qt.Key.Key_Delete)
    assert (prompts(editor), editor.place) == (["Say hello.", "Say goodbye."], 1)
    bench.keys(editor.prompts, Qt.Key.Key_Delete)
    bench.keys(editor.prompts, Qt.Key.Key_Delete)
    assert (prompts(editor), editor.place) == ([], None)
    assert editor.faults_button.text() == "To save it, add a prompt."


def test_every_step_can_be_undone_and_done_again_also_from_within_a_field(bench: Bench) -> None:
    editor = bench.open()
    before = editor.draft
    editor.prompts.chosen.emit(0)
    field = editor.prompt_form.fields["prompt"].control
    bench.keys(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " Please.")
    editor.prompt_form.add_check.click()
    editor.add.click()
    after = editor.draft
    assert prompts(editor) == ["Say hello. Please.", "", "Say goodbye."]
    for _ in range(3):
        bench.keys(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.draft == before
    assert not editor.undo.isEnabled()
    assert not editor.changed
    assert field.property("plainText") == "Say hello."
    for _ in range(3):
        bench.keys(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.draft == after
    assert not editor.redo.isEnabled()


def test_a_prompt_of_ten_thousand_is_the_last_one(bench: Bench) -> None:
    editor = bench.open()
    editor._do(editor.draft, None)
    many = tuple({"id": f"p{number}", "prompt": "x"} for number in range(MOST_ITEMS - 1))
    editor._do(type(editor.draft)(head=editor.draft.head, items=many), 0)
    assert editor.add.isEnabled()
    editor.copy.click()
    assert len(editor.draft.items) == MOST_ITEMS
    assert not editor.add.isEnabled()
    assert not editor.copy.isEnabled()
    editor._choose(None)
    assert not editor.add.isEnabled()


def test_further_turns_are_added_and_taken_away(bench: Bench) -> None:
    editor = bench.open()
    editor.prompts.chosen.emit(0)
    editor.prompt_form.add_turn.click()
    assert editor.prompt_form.turns[0].fault() == "There is nothing in it."
    editor.prompt_form.turns[0].control.setPlainText("And now louder.")  # type: ignore[attr-defined]
    editor.prompt_form.add_turn.click()
    editor.prompt_form.turns[1].control.setPlainText("Stop.")  # type: ignore[attr-defined]
    assert editor.draft.items[0]["turns"] == ["And now louder.", "Stop."]
    bench.qtbot.waitUntil(editor.prompt_form.turns[1].control.hasFocus)
    remove = [each for each in bench.shown(QPushButton) if each.accessibleName() == "Remove turn 1"]
    remove[0].click()
    assert editor.draft.suite().items[0].turns == ("Stop.",)
    assert [turn.value() for turn in editor.prompt_form.turns] == ["Stop."]


def test_a_new_check_has_the_keyboard(bench: Bench) -> None:
    editor = bench.open()
    editor.prompts.chosen.emit(0)
    editor.prompt_form.add_check.click()
    bench.qtbot.waitUntil(editor.prompt_form.cards[0].kind.control.hasFocus)
    bench.keys(editor.prompt_form.cards[0].kind.control, Qt.Key.Key_Down)
    assert editor.draft.items[0]["checks"][0]["kind"] == "lacks"
    bench.qtbot.waitUntil(editor.prompt_form.cards[0].kind.control.hasFocus)
    assert editor.faults_button.text() == "Prompt 1, Check 1: There is nothing in it."
    editor.faults_button.click()
    bench.qtbot.waitUntil(editor.prompt_form.cards[0].fields["texts"].control.hasFocus)


def test_what_has_the_keyboard_is_brought_into_view(bench: Bench) -> None:
    editor = bench.open()
    editor.resize(860, 560)
    editor.prompts.chosen.emit(0)
    for _ in range(4):
        editor.prompt_form.add_check.click()
    last = editor.prompt_form.cards[-1].kind.control
    bench.qtbot.waitUntil(lambda: last.hasFocus() and not last.visibleRegion().isEmpty())
    editor.prompt_form.focus("prompt")
    prompt = editor.prompt_form.fields["prompt"].control
    bench.qtbot.waitUntil(lambda: not prompt.visibleRegion().isEmpty())
    assert last.visibleRegion().isEmpty()


def test_comments_in_a_file_outlive_a_change_in_the_window(bench: Bench) -> None:
    editor = bench.open("# by hand\n" + written(MINE))
    editor.prompts.chosen.emit(0)
    write(editor, "look_for", "Who says it first?")
    bench.save()
    text = (bench.folder / "mine.toml").read_text("utf-8")
    assert text.startswith("# by hand\n")
    assert read_suite(bench.folder / "mine.toml").items[0].look_for == "Who says it first?"


def test_unsaved_changes_are_asked_about(bench: Bench) -> None:
    editor = bench.open()
    write_title(editor, "Ours")
    assert not bench.desk.may_close()
    bench.press(bench.question(), "Go on writing")
    assert bench.desk.editor is editor
    editor.close()
    bench.press(bench.question(), "Save")
    bench.qtbot.waitUntil(lambda: bench.desk.editor is None)
    assert read_suite(bench.folder / "mine.toml").title == "Ours"


def test_changes_can_be_dropped_and_what_is_faulty_is_not_offered_to_be_saved(bench: Bench) -> None:
    editor = bench.open()
    write_title(editor, "")
    editor.reject()
    question = bench.question()
    assert "Save" not in [each.text() for each in question.buttons()]
    assert "To save it, give it a title." in question.informativeText()
    bench.press(question, "Don't save")
    assert bench.desk.editor is None
    assert read_suite(bench.folder / "mine.toml") == MINE


def test_a_suite_that_ships_is_changed_as_a_copy(bench: Bench) -> None:
    shipped = ShelvedSuite(suite=shipped_suites()[0], path=None)
    bench.desk.edit(shipped)
    assert bench.editor.draft.head["title"] == f"{shipped.suite.title} (copy)"
    bench.save()
    kept = read_suite(bench.folder / f"{bench.saved[0]}.toml")
    assert kept.items == shipped.suite.items
    assert kept.id != shipped.suite.id


def test_what_another_program_wrote_meanwhile_stays_and_one_s_own_becomes_a_copy(bench: Bench) -> None:
    editor = bench.open()
    path = bench.folder / "mine.toml"
    by_hand = path.read_text("utf-8") + "# by hand\n"
    path.write_text(by_hand, "utf-8")
    write_title(editor, "Ours")
    editor.save.click()
    bench.press(bench.question(), "Save as a copy")
    bench.qtbot.waitUntil(lambda: bench.saved == ["ours"])
    assert path.read_text("utf-8") == by_hand
    assert read_suite(bench.folder / "ours.toml").title == "Ours"
    assert not editor.changed


def test_what_the_disk_refuses_is_said_and_nothing_is_lost(bench: Bench) -> None:
    bench.folder.write_text("a file where the folder should be")
    bench.desk.edit(ShelvedSuite(suite=shipped_suites()[0], path=None))
    editor = bench.editor
    editor.save.click()
    bench.qtbot.waitUntil(lambda: "can't be written" in editor.message.text())
    assert editor.changed
    assert editor.save.isEnabled()


def test_a_file_that_is_gone_is_said(bench: Bench) -> None:
    each = bench.own()
    assert each.path is not None
    each.path.unlink()
    bench.desk.edit(each)
    bench.qtbot.waitUntil(lambda: bool(bench.failed))
    assert bench.failed[0].message.startswith("There is no file")
    assert bench.desk.editor is None


@own_trash
def test_a_deleted_suite_is_in_the_trash_and_can_be_put_back(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    trash = bench.folder.parent / "share"
    trash.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(trash))
    each = bench.own()
    assert each.path is not None
    before = each.path.read_bytes()
    offers: list[tuple[str, Callable[[], object]]] = []
    gone: list[str] = []
    bench.desk.undo_offered.connect(lambda sentence, undo: offers.append((sentence, undo)))
    bench.desk.removed.connect(gone.append)
    bench.desk.delete(each)
    bench.qtbot.waitUntil(lambda: bool(offers) or bool(bench.failed))
    assert bench.failed == []
    assert gone == ["mine"]
    assert not each.path.exists()
    assert (trash / "Trash" / "files" / "mine.toml").read_bytes() == before
    assert offers[0][0] == "Mine is in the trash."
    offers[0][1]()
    bench.qtbot.waitUntil(lambda: bench.saved == ["mine"])
    assert each.path.read_bytes() == before


def test_a_suite_that_ships_is_not_deleted(bench: Bench) -> None:
    bench.desk.delete(ShelvedSuite(suite=shipped_suites()[0], path=None))
    assert bench.desk._thread is None


def test_the_path_of_a_file_goes_to_the_clipboard(bench: Bench) -> None:
    each = bench.own()
    with bench.qtbot.waitSignal(bench.desk.said):
        bench.desk.copy_path(each)
    assert QApplication.clipboard().text() == str(each.path)


def test_everything_in_the_editor_has_a_name_and_can_be_reached(bench: Bench) -> None:
    bench.desk.edit(ShelvedSuite(suite=shipped_suites()[1], path=None))
    editor = bench.editor
    for place in (None, 1):
        editor.prompts.chosen.emit(place)
        controls = [each for each in editor.findChildren(QWidget) if each.isVisible() and reachable(each)]
        assert [each for each in controls if not each.accessibleName()] == []
        seen = set()
        start = editor.prompts
        start.setFocus()
        for _ in range(80):
            seen.add(QApplication.focusWidget())
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert [each.accessibleName() for each in controls if each.isEnabled() and each not in seen] == []
    assert all(each.toolTip() for each in editor.findChildren(QAbstractButton) if each.isVisible())


def reachable(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def write_title(editor: SuiteEditor, text: str) -> None:
    editor.suite_form.fields["title"].control.setText(text)  # type: ignore[attr-defined]
