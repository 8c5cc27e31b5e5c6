"""Where other programs keep their models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lab.models.places import Layout, Place, known_places, own_places


def folders(name: str, home: Path, system: str, **environment: str) -> list[str]:
    places = known_places(environment, home, system)
    return [place.folder.as_posix() for place in places if place.name == name]


@pytest.mark.parametrize(
    ("name", "system", "folder"),
    [
        ("LM Studio", "linux", "/home/x/.lmstudio/models"),
        ("LM Studio", "win32", "/home/x/.lmstudio/models"),
        ("Ollama", "linux", "/usr/share/ollama/.ollama/models"),
        ("Ollama", "darwin", "/home/x/.ollama/models"),
        ("Jan", "linux", "/home/x/.local/share/Jan/data/llamacpp/models"),
        ("Jan", "darwin", "/home/x/Library/Application Support/Jan/data/llamacpp/models"),
        ("Jan", "win32", "/home/x/AppData/Roaming/Jan/data/llamacpp/models"),
        ("GPT4All", "linux", "/home/x/.local/share/nomic.ai/GPT4All"),
        ("GPT4All", "darwin", "/home/x/Library/Application Support/nomic.ai/GPT4All"),
        ("GPT4All", "win32", "/home/x/AppData/Local/nomic.ai/GPT4All"),
        ("llama.cpp", "linux", "/home/x/.cache/llama.cpp"),
        ("llama.cpp", "darwin", "/home/x/Library/Caches/llama.cpp"),
        ("llama.cpp", "win32", "/home/x/AppData/Local/llama.cpp"),
        ("Hugging Face", "linux", "/home/x/.cache/huggingface/hub"),
        ("Hugging Face", "win32", "/home/x/.cache/huggingface/hub"),
    ],
)
def test_each_program_has_its_usual_folder_on_each_system(name: str, system: str, folder: str) -> None:
    assert folder in folders(name, Path("/home/x"), system)


@pytest.mark.parametrize(
    ("variable", "value", "name", "folder"),
    [
        ("OLLAMA_MODELS", "/big/ollama", "Ollama", "/big/ollama"),
        ("OLLAMA_MODELS", "~/ollama", "Ollama", "/home/x/ollama"),
        ("LLAMA_CACHE", "/big/llama", "llama.cpp", "/big/llama"),
        ("XDG_CACHE_HOME", "/big/cache", "llama.cpp", "/big/cache/llama.cpp"),
        ("HF_HOME", "/big/hf", "Hugging Face", "/big/hf/hub"),
        ("HF_HUB_CACHE", "/big/hub", "Hugging Face", "/big/hub"),
        ("XDG_CACHE_HOME", "/big/cache", "Hugging Face", "/big/cache/huggingface/hub"),
        ("XDG_DATA_HOME", "/big/data", "GPT4All", "/big/data/nomic.ai/GPT4All"),
    ],
)
def test_a_variable_names_another_folder_which_comes_first(variable: str, value: str, name: str, folder: str) -> None:
    assert folders(name, Path("/home/x"), "linux", **{variable: value})[0] == folder


def test_the_usual_folder_is_looked_at_too_because_a_desktop_does_not_see_what_a_shell_sets() -> None:
    found = folders("Ollama", Path("/home/x"), "linux", OLLAMA_MODELS="/big/ollama")
    assert "/home/x/.ollama/models" in found


def test_windows_variables_count_on_windows_only() -> None:
    variables = {"LOCALAPPDATA": "/d/local", "APPDATA": "/d/roaming"}
    assert folders("GPT4All", Path("/home/x"), "win32", **variables)[0] == "/d/local/nomic.ai/GPT4All"
    assert folders("Jan", Path("/home/x"), "win32", **variables)[0] == "/d/roaming/Jan/data/llamacpp/models"
    assert not [each for each in folders("Jan", Path("/home/x"), "linux", **variables) if each.startswith("/d")]


def test_lm_studio_is_followed_to_where_it_was_moved(tmp_path: Path) -> None:
    moved, downloads = tmp_path / "moved", tmp_path / "downloads"
    moved.mkdir()
    (tmp_path / ".lmstudio-home-pointer").write_text(f"{moved}\n", encoding="utf-8")
    (moved / "settings.json").write_text(json.dumps({"downloadsFolder": str(downloads)}), encoding="utf-8")
    found = folders("LM Studio", tmp_path, "linux")
    assert found[:2] == [downloads.as_posix(), (moved / "models").as_posix()]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"downloadsFolder": 3}', '{"downloadsFolder": "a\\u0000b"}', "[" * 9999]
)
def test_settings_that_make_no_sense_are_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / ".lmstudio").mkdir()
    (tmp_path / ".lmstudio" / "settings.json").write_text(text, encoding="utf-8")
    assert folders("LM Studio", tmp_path, "linux")[0] == (tmp_path / ".lmstudio" / "models").as_posix()


def test_no_place_comes_twice() -> None:
    places = known_places({"HF_HOME": "/home/x/.cache/huggingface"}, Path("/home/x"), "linux")
    assert len(places) == len(set(places))


def test_our_own_folder_comes_before_the_added_ones() -> None:
    assert own_places(Path("/m"), [Path("/a")]) == (
        Place(name="Counterpoint", folder=Path("/m"), layout=Layout.FOLDER),
        Place(name="Added folder", folder=Path("/a"), layout=Layout.FOLDER),
    )
