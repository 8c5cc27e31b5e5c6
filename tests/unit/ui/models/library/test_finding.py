"""The models page finds what is on the computer, and says what it can't use."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lab.models.places import Place, known_places
from lab.records import Kind, Side
from tests import gguf_files
from tests.unit.ui.models.library.bench import Bench, model, ollama, press, words


def in_lm_studio(bench: Bench, called: str, **options: object) -> Path:
    return model(bench.user / ".lmstudio" / "models" / "someone" / f"{called}-GGUF" / f"{called}.gguf", **options)


def test_nothing_is_looked_for_before_the_page_is_seen(bench: Bench) -> None:
    in_lm_studio(bench, "tiny")
    assert not bench.controller.scan.running
    assert bench.names() == []
    bench.open()
    assert bench.names() == ["tiny"]


def test_models_are_found_wherever_programs_keep_them(bench: Bench) -> None:
    in_lm_studio(bench, "Tiny-Instruct", chat_template=gguf_files.CHATML)
    ollama(bench.user, "llama9", model(bench.user / "x.gguf"))
    hub = bench.user / ".cache" / "huggingface" / "hub" / "models--owner--Small-GGUF" / "snapshots" / "1"
    model(hub / "small.gguf")
    model(bench.folders.models / "own-base" / "own-base.gguf")
    bench.open()
    assert bench.names() == ["llama9:1b", "own-base", "small", "tiny-instruct"]
    assert {name: bench.row(name).where for name in bench.names()} == {
        "llama9:1b": "Ollama",
        "own-base": "On this computer",
        "small": "Hub cache · owner",
        "tiny-instruct": "LM Studio",
    }
    assert bench.row("tiny-instruct").kind is Kind.CHAT
    assert bench.view.filters.count.text() == "4 models"


def test_what_can_t_be_used_is_set_aside_with_the_reason(bench: Bench) -> None:
    folder = bench.user / ".lmstudio" / "models" / "someone" / "things"
    folder.mkdir(parents=True)
    gguf_files.vocabulary_only(folder / "ggml-vocab.gguf")
    gguf_files.cut_off(folder / "half.gguf")
    model(folder / "mmproj.gguf", architecture="clip")
    model(folder / "lora.gguf", fields={"general.type": "adapter"})
    model(folder / "whole.gguf")
    bench.open()
    assert bench.names() == ["whole"]
    assert "4 files set aside" in bench.view.aside.button.text()
    assert "vocabulary" not in words(bench.view)
    bench.view.aside.button.click()
    said = words(bench.view.aside)
    for reason in ("half.gguf: The file is cut off", "a vocabulary only", "is a projector", "is an adapter (LoRA)"):
        assert reason in said


def test_who_is_at_a_button_of_an_open_group_stays_there(bench: Bench, tmp_path: Path) -> None:
    bench.library.add_folder(tmp_path)
    bench.open()
    bench.view.folders.button.click()
    (remove,) = [each for each in bench.view.folders.findChildren(QPushButton) if each.text() == "Remove"]
    remove.setFocus()
    bench.controller.refresh()
    bench.qtbot.waitUntil(bench.settled)
    assert bench.page.focusWidget() is remove


def test_looking_again_finds_what_is_new_and_misses_what_is_gone(bench: Bench) -> None:
    old = in_lm_studio(bench, "old")
    bench.open()
    old.unlink()
    in_lm_studio(bench, "new")
    bench.look_again()
    assert bench.names() == ["new"]


def test_a_folder_of_one_s_own_is_looked_through_until_it_is_removed(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model(tmp_path / "gguf" / "deep" / "mine.gguf")
    bench.open()
    assert bench.names() == []
    monkeypatch.setattr("ui.models.controller.QFileDialog.getExistingDirectory", lambda *_args: str(tmp_path / "gguf"))
    press(bench.page, "Add a folder …")
    bench.qtbot.waitUntil(lambda: bench.names() == ["mine"])
    assert bench.row("mine").where == "In gguf"
    assert bench.library.folders() == (tmp_path / "gguf",)
    assert bench.view.folders.button.text() == "▸  1 added folder"
    bench.view.folders.button.click()
    press(bench.view.folders, "Remove")
    bench.qtbot.waitUntil(lambda: bench.names() == [])
    assert bench.library.folders() == ()
    assert (tmp_path / "gguf" / "deep" / "mine.gguf").is_file()


def test_an_empty_computer_is_told_what_to_do(bench: Bench) -> None:
    bench.open()
    bench.qtbot.waitUntil(lambda: "no model on this computer yet" in words(bench.view))
    assert "search Hugging Face" in words(bench.view.notice)
    assert not bench.view.details.isVisible()


def test_a_damaged_library_is_told_and_looked_at_again(bench: Bench) -> None:
    in_lm_studio(bench, "tiny")
    path = bench.folders.data / "library.json"
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    bench.page.show()
    bench.qtbot.waitUntil(lambda: "is damaged" in words(bench.view.notice))
    path.unlink()
    press(bench.view.notice, "Look again")
    bench.qtbot.waitUntil(lambda: bench.names() == ["tiny"])
    assert not bench.view.notice.isVisible()


class Held:
    """Holds a search up until it is let go."""

    def __init__(self, bench: Bench) -> None:
        self._bench, self._go = bench, threading.Event()
        self.begun = threading.Event()
        bench.places = self.places  # type: ignore[method-assign]
        bench.controller._other_places = self.places

    def places(self) -> Iterable[Place]:
        self.begun.set()
        assert self._go.wait(20)
        return known_places({}, self._bench.user, "linux")

    def release(self) -> None:
        self._go.set()


def test_a_search_says_that_it_goes_on_and_can_be_stopped(bench: Bench) -> None:
    in_lm_studio(bench, "tiny")
    held = Held(bench)
    bench.page.show()
    assert held.begun.wait(20)
    assert "Looking for models" in words(bench.view)
    assert not bench.view.filters.again.isEnabled()
    press(bench.view.scanning, "Stop")
    assert not bench.view.scanning.isVisible()
    bench.qtbot.waitUntil(lambda: "no model on this computer yet" in words(bench.view))
    held.release()
    bench.look_again()
    assert bench.names() == ["tiny"]


def test_closing_in_the_midst_of_a_search_ends_it(bench: Bench) -> None:
    in_lm_studio(bench, "tiny")
    held = Held(bench)
    bench.page.show()
    assert held.begun.wait(20)
    bench.close()
    held.release()  # that no thread is left is seen to for every test
    assert bench.names() == []


def test_progress_is_told_in_words(bench: Bench, qtbot: QtBot) -> None:
    in_lm_studio(bench, "tiny")
    told: list[str] = []
    bench.controller.scan.progressed.connect(lambda _progress: told.append(bench.view.scanning.text()))
    bench.open()
    assert "Looking in LM Studio …" in told
    assert "Looking in Ollama: 1 found …" in told


def test_a_model_of_the_library_is_shown_wherever_its_file_is(bench: Bench, tmp_path: Path) -> None:
    bench.library.add(model(tmp_path / "elsewhere" / "lone.gguf"))
    bench.open()
    assert bench.names() == ["lone"]
    assert bench.row("lone").where == "In elsewhere"


@pytest.mark.skipif(os.name == "nt", reason="needs the right to make links")
def test_one_file_is_one_row_however_it_was_added(bench: Bench, tmp_path: Path) -> None:
    real = in_lm_studio(bench, "tiny")
    link = tmp_path / "link.gguf"
    link.symlink_to(real)
    bench.playing[Side.B] = bench.library.add(link, name="by-its-link")
    bench.open()
    assert bench.names() == ["by-its-link"]
    assert bench.row("by-its-link").path == real
    assert bench.row("by-its-link").sides == (Side.B,)


def test_a_file_that_is_gone_can_be_forgotten(bench: Bench, tmp_path: Path) -> None:
    path = model(tmp_path / "lone.gguf")
    bench.library.add(path)
    path.unlink()
    bench.open()
    assert bench.names() == []
    bench.view.aside.button.click()
    assert "The file of lone is gone" in words(bench.view.aside)
    press(bench.view.aside, "Forget")
    bench.qtbot.waitUntil(lambda: not bench.view.aside.isVisible())
    assert bench.library.models() == []


def test_what_a_file_is_called_can_t_steer_the_window(bench: Bench) -> None:
    in_lm_studio(bench, "tiny", name="ev\u202eil")
    bench.open()
    bench.select("tiny")
    assert "\u202e" not in words(bench.page)
