"""Reading model files in the background, and letting go of them when the window closes."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lab.errors import NotEnoughMemory
from lab.generation.runner import Runner
from lab.models import library as library_module
from lab.models.library import Library
from lab.records import Schedule, Side
from tests import gguf_files
from ui.compare import loading as loading_module
from ui.compare.loading import Loading

HUGE_BYTES = 20_000_000_000
"""More than can be hashed while a test waits; it takes no room on the disk."""


@pytest.fixture
def library(home: Path) -> Library:
    return Library.open()


@pytest.fixture
def loading(qtbot: QtBot, library: Library) -> Iterator[Loading]:
    loading = Loading(library, Runner(lambda _envelope: None))
    yield loading
    loading.close_down()


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    path = gguf_files.tiny_model(tmp_path / "huge.gguf")
    os.truncate(path, HUGE_BYTES)
    return path


@pytest.fixture
def hashing(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set as soon as a file is being hashed."""
    begun = threading.Event()
    real = library_module.sha256_of_all

    def noticed(paths: tuple[Path, ...], on_progress: library_module.OnBytes | None = None) -> str:
        begun.set()
        return real(paths, on_progress)

    monkeypatch.setattr(library_module, "sha256_of_all", noticed)
    return begun


def reader() -> threading.Thread | None:
    return next((thread for thread in threading.enumerate() if thread.name.startswith("models")), None)


def test_a_file_that_is_added_is_told(qtbot: QtBot, loading: Loading, library: Library, tiny_base: Path) -> None:
    with qtbot.waitSignal(loading.added) as told:
        loading.add(tiny_base)
    assert told.args == library.models()


def test_closing_lets_go_of_a_huge_file_that_is_being_added(
    qtbot: QtBot, loading: Loading, library: Library, huge: Path, hashing: threading.Event
) -> None:
    said: list[object] = []
    loading.added.connect(said.append)
    loading.not_added.connect(said.append)
    loading.add(huge)
    qtbot.waitUntil(hashing.is_set)
    loading.close_down()
    qtbot.waitUntil(lambda: reader() is None, timeout=1000)
    assert library.models() == []  # it was not read to its end
    assert said == []


def test_closing_lets_go_of_a_huge_file_that_changed_since_last_time(
    qtbot: QtBot, loading: Loading, library: Library, tmp_path: Path, tiny_chat: Path, hashing: threading.Event
) -> None:
    path = gguf_files.tiny_model(tmp_path / "grows.gguf")
    models = {Side.A: library.add(path), Side.B: library.add(tiny_chat)}
    os.truncate(path, HUGE_BYTES)
    hashing.clear()
    said: list[object] = []
    loading.checked.connect(lambda *what: said.append(what))
    loading.done.connect(lambda: said.append("done"))
    loading.prepare(models, Schedule.AUTO, 512)
    qtbot.waitUntil(hashing.is_set)
    loading.close_down()
    qtbot.waitUntil(lambda: reader() is None, timeout=1000)
    assert library.models() == sorted(models.values(), key=lambda model: model.name)
    assert said == []


def test_after_closing_nothing_is_read_any_more(
    qtbot: QtBot, loading: Loading, library: Library, tiny_base: Path, hashing: threading.Event
) -> None:
    loading.close_down()
    loading.add(tiny_base)
    loading.prepare({}, Schedule.AUTO, 512)
    assert reader() is None
    assert not hashing.is_set()


def test_a_refusal_tells_what_else_of_ours_could_give_memory_back(
    qtbot: QtBot,
    loading: Loading,
    library: Library,
    tiny_base: Path,
    tiny_chat: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_models: object, **_how: object) -> None:
        raise NotEnoughMemory("Too little.", "Close other programs.")

    monkeypatch.setattr(loading_module, "decide_for", refuse)
    loading.memory_advice = lambda: "Or stop the run."
    with qtbot.waitSignal(loading.refused) as told:
        loading.prepare({Side.A: library.add(tiny_base), Side.B: library.add(tiny_chat)}, Schedule.AUTO, 512)
    (error,) = told.args
    assert isinstance(error, NotEnoughMemory)
    assert (error.message, error.hint) == ("Too little.", "Close other programs. Or stop the run.")
