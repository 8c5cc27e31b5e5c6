"""Prompts are taken out of other files: what is in them is shown first, and a fault is told with its line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lab.suites.prompt_format import PromptFormat
from lab.suites.reading import read_suite
from ui.suites import editor_import
from ui.suites.editor import SuiteDesk
from ui.suites.editor_import import ImportDialog, dropped_file

MT_BENCH = '{"question_id": 81, "category": "writing", "turns": ["Write a post.", "Now shorter."], "reference": []}\n'
ALPACA = '{"dataset": "helpful_base", "instruction": "Name five cities.", "output": "…"}\n'


class Bench:
    """A desk over an empty window, and where files come from."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.window = QWidget()
        self.window.resize(1200, 800)
        qtbot.addWidget(self.window)
        self.window.show()
        self.desk = SuiteDesk(folder / "suites", self.window)
        self.saved: list[str] = []
        self.desk.saved.connect(self.saved.append)

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def open(self, path: Path) -> ImportDialog:
        self.desk.import_prompts(path)
        dialog = self.desk.importing
        assert dialog is not None
        self.qtbot.waitUntil(lambda: not dialog.said().startswith("Reading"))
        return dialog


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    opened = Bench(qtbot, tmp_path)
    yield opened
    opened.desk.close_down()


@pytest.mark.parametrize(
    ("name", "text", "said", "prompts"),
    [
        ("a.txt", "Say hello.\n\nSay goodbye.\n", "2 prompts", ["Say hello.", "Say goodbye."]),
        ("b.csv", "prompt;mark\nSay hello.;7\n", "Left out, since a suite has no place for it: mark.", ["Say hello."]),
        ("c.jsonl", MT_BENCH, "1 prompt", ["Write a post."]),
        ("d.jsonl", ALPACA, "Left out, since a suite has no place for it: output.", ["Name five cities."]),
    ],
)
def test_a_file_is_shown_and_then_saved(bench: Bench, name: str, text: str, said: str, prompts: list[str]) -> None:
    dialog = bench.open(bench.file(name, text))
    assert said in dialog.said()
    assert all(prompt in dialog.said() for prompt in prompts)
    dialog.take.click()
    bench.qtbot.waitUntil(lambda: bench.saved == [name[0]])
    assert [item.prompt for item in read_suite(bench.folder / "suites" / f"{name[0]}.toml").items] == prompts
    assert bench.desk.importing is None


def test_a_long_file_is_shown_by_its_beginning(bench: Bench) -> None:
    dialog = bench.open(bench.file("a.txt", "".join(f"Prompt {number}\n" for number in range(1200))))
    assert dialog.said().splitlines()[0] == "1,200 prompts"
    assert dialog.said().splitlines()[-1] == "and 1,195 more"


def test_a_fault_is_told_with_its_line_and_nothing_can_be_taken(bench: Bench) -> None:
    dialog = bench.open(bench.file("bad.jsonl", '{"prompt": "x"}\n{"prompt": \n'))
    assert "bad.jsonl, line 2" in dialog.said()
    assert not dialog.take.isEnabled()
    assert not dialog.edit.isEnabled()
    assert dialog.title.isHidden()


def test_more_than_ten_thousand_prompts_are_refused(bench: Bench) -> None:
    dialog = bench.open(bench.file("many.txt", "x\n" * 10_001))
    assert "many.txt, line 10,001" in dialog.said()
    assert not dialog.take.isEnabled()


def test_another_form_is_read_anew(bench: Bench) -> None:
    dialog = bench.open(bench.file("a.txt", "prompt,tags\nSay hello.,x\n"))
    assert dialog.said().startswith("2 prompts")
    dialog.form.button(PromptFormat.CSV).click()
    bench.qtbot.waitUntil(lambda: dialog.said().startswith("1 prompt\n"))


def test_what_is_read_last_counts_however_long_the_other_takes(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = bench.file("first.txt", "One\n"), bench.file("second.txt", "Two\n")
    may_go_on = threading.Event()
    read = editor_import.import_prompts

    def slowly(path: Path, form: PromptFormat | None) -> object:
        if path == first:
            may_go_on.wait(10)
        return read(path, form)

    monkeypatch.setattr(editor_import, "import_prompts", slowly)
    bench.desk.import_prompts(first)
    dialog = bench.desk.importing
    assert dialog is not None
    assert dialog.said() == "Reading …"  # and the window goes on
    monkeypatch.setattr(bench.desk._files, "to_read", lambda *_: second)
    dialog.other.click()
    may_go_on.set()
    bench.qtbot.waitUntil(lambda: "Two" in dialog.said())
    assert "One" not in dialog.said()


def test_a_dialog_that_was_closed_while_it_read_says_nothing(bench: Bench) -> None:
    bench.desk.import_prompts(bench.file("a.txt", "x\n" * 9000))
    dialog = bench.desk.importing
    assert dialog is not None
    dialog.reject()
    assert bench.desk.importing is None
    bench.desk.close_down()
    assert bench.saved == []


def test_a_suite_needs_a_title_and_gets_its_name_from_it(bench: Bench) -> None:
    dialog = bench.open(bench.file("a.txt", "Say hello.\n"))
    line = dialog.title.control
    assert isinstance(line, QLineEdit)
    line.clear()
    assert dialog.title.fault() == "There is nothing in it."
    assert not dialog.take.isEnabled()
    line.setText("Greetings")
    dialog.take.click()
    bench.qtbot.waitUntil(lambda: bench.saved == ["greetings"])


def test_prompts_can_be_looked_through_before_they_are_saved(bench: Bench) -> None:
    dialog = bench.open(bench.file("a.txt", "Say hello.\n"))
    dialog.edit.click()
    editor = bench.desk.editor
    assert editor is not None
    assert editor.changed
    assert not (bench.folder / "suites").exists()
    editor.save.click()
    bench.qtbot.waitUntil(lambda: bench.saved == ["a"])


def test_nothing_is_asked_of_whoever_chooses_no_file(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench.desk._files, "to_read", lambda *_: None)
    bench.desk.import_prompts()
    assert bench.desk.importing is None


@pytest.mark.parametrize(
    ("urls", "taken"),
    [
        (["file:///a/b.CSV"], True),
        (["file:///a/b.jsonl"], True),
        (["file:///a/b.exe"], False),
        (["file:///a/b.csv", "file:///a/c.csv"], False),
        (["https://example.org/b.csv"], False),
        ([], False),
    ],
)
def test_one_file_of_prompts_can_be_dropped(urls: list[str], taken: bool) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(each) for each in urls])
    assert (dropped_file(mime) is not None) is taken
