"""A library that several threads and programs change at once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lab.errors import LabError
from lab.file_lock import locked
from lab.models import library_file as library_file_module
from lab.models.library import Library
from lab.records import Kind
from tests import gguf_files


@pytest.fixture
def library(home: Path) -> Library:
    return Library.open()


@pytest.fixture
def chat_file(tmp_path: Path) -> Path:
    return gguf_files.tiny_model(tmp_path / "Tiny-Instruct.gguf", name="whatever 12", seed=1)


@pytest.fixture
def base_file(tmp_path: Path) -> Path:
    return gguf_files.tiny_model(tmp_path / "Tiny-Base.gguf", name="Tiny", seed=2)


def library_file(home: Path) -> Path:
    return home / "data" / "library.json"


def test_what_many_threads_add_at_once_is_all_kept(library: Library, tmp_path: Path) -> None:
    files = [gguf_files.tiny_model(tmp_path / f"{letter}.gguf", seed=seed) for seed, letter in enumerate("abcdefghij")]
    together = threading.Barrier(len(files))

    def add(file: Path) -> str:
        together.wait()
        return library.add(file).name

    with ThreadPoolExecutor(len(files)) as threads:
        names = list(threads.map(add, files))
    assert [model.name for model in library.models()] == sorted(names) == list("abcdefghij")


def test_what_two_programs_add_at_once_is_all_kept(library: Library, home: Path, tmp_path: Path) -> None:
    files = [gguf_files.tiny_model(tmp_path / f"{letter}.gguf", seed=seed) for seed, letter in enumerate("abcdefgh")]
    adding = (
        "import sys; from pathlib import Path; from lab.models.library import Library\n"
        "library = Library(Path(sys.argv[1]))\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "for file in sys.argv[2:]: library.add(Path(file))\n"
    )
    programs = []
    for half in (files[::2], files[1::2]):
        command = [sys.executable, "-c", adding, str(library_file(home)), *map(str, half)]
        programs.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate(timeout=60)
        assert program.returncode == 0
    assert [model.name for model in library.models()] == list("abcdefgh")


def test_what_others_change_while_a_file_is_hashed_stays(library: Library, base_file: Path, chat_file: Path) -> None:
    library.add(base_file)
    gguf_files.tiny_model(base_file, name="Tiny", seed=3)
    os.utime(base_file, ns=(1, 1))

    def meanwhile(_done: int, _total: int) -> None:
        library.set_kind("tiny-base", Kind.CHAT)
        library.add(chat_file)

    library.add(base_file, on_progress=meanwhile)
    assert [(model.name, model.verdict.overruled) for model in library.models()] == [
        ("tiny-base", True),
        ("tiny-instruct", False),
    ]


def test_a_model_that_is_taken_out_while_it_is_hashed_stays_out(library: Library, base_file: Path) -> None:
    library.add(base_file)
    os.utime(base_file, ns=(1, 1))

    def meanwhile(_done: int, _total: int) -> None:
        if library.models():
            library.remove("tiny-base")

    assert library.get("tiny-base", on_progress=meanwhile).name == "tiny-base"
    assert library.models() == []


def test_nothing_is_written_while_another_program_changes_the_library(
    library: Library, home: Path, base_file: Path, chat_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(base_file)
    before = library_file(home).read_bytes()
    monkeypatch.setattr(library_file_module, "_PATIENCE_S", 0.01)
    with locked(library_file(home), patience_s=0):
        with pytest.raises(LabError, match="Another program") as caught:
            library.add(chat_file)
        with pytest.raises(LabError, match="Another program"):
            library.remove("tiny-base")
        with pytest.raises(LabError, match="Another program"):
            library.add_folder(base_file.parent)
        assert library.get(str(chat_file)).name == "tiny-instruct"  # what is only kept to save time can wait
    assert caught.value.hint
    assert library_file(home).read_bytes() == before
    library.remove("tiny-base")
