"""Moving a model to the trash: asked first, all its parts, and only where it is the user's to delete."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from lab.errors import LabError
from lab.records import Side
from tests.unit.models.split_model import split
from tests.unit.ui.models.library.bench import Bench, model, ollama, press, words
from ui.models.trash import move_to_trash

own_trash = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the trash can't be one of the test's own")


def in_trash(bench: Bench) -> list[str]:
    folder = bench.user / ".local" / "share" / "Trash" / "files"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def ask(bench: Bench, name: str) -> QMessageBox:
    bench.select(name)
    bench.key(Qt.Key.Key_Delete)
    return bench.question()


@own_trash
def test_a_model_of_one_s_own_goes_to_the_trash_and_out_of_the_library(bench: Bench) -> None:
    path = model(bench.folders.models / "mine" / "mine.gguf")
    bench.library.add(path)
    bench.open()
    question = ask(bench, "mine")
    assert str(path) in question.informativeText()
    press(question, "Move to the trash")
    bench.qtbot.waitUntil(lambda: bench.names() == [])
    assert in_trash(bench) == ["mine.gguf"]
    assert not path.exists()
    assert bench.library.models() == []
    assert "mine is in the trash." in words(bench.page.message)


def test_who_thinks_better_of_it_keeps_the_model(bench: Bench) -> None:
    path = model(bench.folders.models / "mine" / "mine.gguf")
    bench.open()
    question = ask(bench, "mine")
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert path.is_file()
    assert bench.names() == ["mine"]


@own_trash
def test_all_parts_of_a_split_model_go(bench: Bench) -> None:
    (bench.folders.models / "big").mkdir(parents=True)
    parts = split(bench.folders.models / "big", "big", 3)
    bench.open()
    question = ask(bench, "big")
    assert "Its 3 files" in question.informativeText()
    press(question, "Move to the trash")
    bench.qtbot.waitUntil(lambda: bench.names() == [])
    assert in_trash(bench) == [part.name for part in parts]


def test_what_ollama_keeps_is_not_touched(bench: Bench) -> None:
    blob = ollama(bench.user, "llama9", model(bench.user / "x.gguf"))
    bench.open()
    question = ask(bench, "llama9:1b")
    assert "ollama rm llama9:1b" in question.informativeText()
    assert [button.text() for button in question.buttons() if "trash" in button.text()] == []
    question.close()
    assert blob.is_file()


def test_what_another_program_lists_is_not_touched(bench: Bench) -> None:
    model(bench.user / ".lmstudio" / "models" / "someone" / "tiny" / "tiny.gguf")
    bench.open()
    question = ask(bench, "tiny")
    assert "Delete it in LM Studio" in question.informativeText()
    question.close()


def test_a_model_that_plays_is_not_touched(bench: Bench) -> None:
    path = model(bench.folders.models / "mine" / "mine.gguf")
    bench.playing[Side.B] = bench.library.add(path)
    bench.open()
    question = ask(bench, "mine")
    assert "It plays on side B now." in question.informativeText()
    question.close()
    assert path.is_file()


@own_trash
def test_a_file_that_the_system_does_not_take_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = model(tmp_path / "mine.gguf")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nowhere" / "at all"))
    with pytest.raises(LabError, match=r"mine\.gguf could not be moved"):
        move_to_trash([path])
    assert path.is_file()
