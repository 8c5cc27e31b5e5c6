"""Finding models, saying where they are, and whether they fit: the whole command."""

import json
import os
from pathlib import Path

import pytest

from tests import gguf_files
from tests.app.conftest import Run

pytestmark = pytest.mark.process


@pytest.fixture(autouse=True)
def _users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of our own, without the real programs' models."""
    folder = tmp_path / "user"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(folder))
    for name in list(os.environ):
        if name.startswith(("XDG_", "HF_", "HUGGINGFACE_")) or name in ("OLLAMA_MODELS", "LLAMA_CACHE"):
            monkeypatch.delenv(name)
    return folder


@pytest.fixture
def lm_studio(_users_folder: Path) -> Path:
    """A folder of LM Studio with a base and a chat model and something that is neither."""
    top = _users_folder / ".lmstudio" / "models" / "someone" / "Tiny-GGUF"
    top.mkdir(parents=True)
    gguf_files.tiny_model(top / "Tiny-Base.gguf", name="Tiny 7B Base")
    gguf_files.tiny_model(top / "Tiny-Instruct.gguf", name="Tiny 7B Instruct", chat_template=gguf_files.CHATML)
    gguf_files.vocabulary_only(top / "vocabulary.gguf")
    return top


def test_a_scan_lists_models_and_what_is_set_aside(run: Run, lm_studio: Path) -> None:
    done = run("models", "scan", "--json")
    result = json.loads(done.stdout)
    assert [(each["name"], each["kind"]["kind"], each["place"]) for each in result["found"]] == [
        ("tiny-base", "base", "LM Studio"),
        ("tiny-instruct", "chat", "LM Studio"),
    ]
    assert result["set_aside"][0]["reason"] == "vocabulary.gguf holds a vocabulary only, no weights."
    shown = run("models", "scan").stdout
    assert "LM Studio: someone/Tiny-GGUF" in shown
    assert "Set aside: 1 file" in shown


def test_a_scan_without_anything_says_what_to_do(run: Run) -> None:
    shown = run("models", "scan").stdout
    assert "counterpoint starter" in shown
    assert "counterpoint models folders add" in shown


def test_a_scan_of_one_folder_leaves_the_others_alone(run: Run, lm_studio: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    gguf_files.tiny_model(mine / "own.gguf")
    found = json.loads(run("models", "scan", "--folder", mine, "--json").stdout)["found"]
    assert [each["name"] for each in found] == ["own"]
    assert run("models", "scan", "--folder", mine / "nothing").returncode == 1


def test_a_model_that_was_found_is_added_by_its_name_and_removed_again(run: Run, lm_studio: Path) -> None:
    assert "Added tiny-instruct." in run("models", "add", "tiny-i").stdout
    everything = json.loads(run("models", "list", "--all", "--json").stdout)
    assert [each["name"] for each in everything["models"]] == ["tiny-instruct"]
    assert {each["name"] for each in everything["found"]} == {"tiny-base", "tiny-instruct"}
    shown = run("models", "list", "--all").stdout
    assert shown.index("tiny-instruct") < shown.index("Also on this computer") < shown.index("tiny-base")
    assert "Its file stays" in run("models", "remove", "tiny-instruct").stdout
    assert json.loads(run("models", "list", "--json").stdout) == []
    assert (lm_studio / "Tiny-Instruct.gguf").is_file()


def test_folders_are_added_looked_through_and_removed(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    gguf_files.tiny_model(mine / "own.gguf")
    assert json.loads(run("models", "folders", "add", mine, "--json").stdout) == {"folders": [str(mine)]}
    (found,) = json.loads(run("models", "scan", "--json").stdout)["found"]
    assert (found["name"], found["place"]) == ("own", "Added folder")
    assert str(mine) in run("models", "folders", "list").stdout.replace("\n", "")
    assert json.loads(run("models", "folders", "remove", mine, "--json").stdout) == {"folders": []}
    refused = run("models", "folders", "remove", mine)
    assert (refused.returncode, "was not added" in refused.stderr) == (1, True)


def test_fit_shows_the_sum_and_judges_the_pair(run: Run, lm_studio: Path) -> None:
    result = json.loads(run("fit", "tiny-base", lm_studio / "Tiny-Instruct.gguf", "--context", "1024", "--json").stdout)
    fit, pair = result["fit"], result["pair"]
    assert fit["context_tokens"] == 1024
    assert sum(part["size_bytes"] for part in fit["parts"]) == fit["need_bytes"]
    assert pair["verdict"] == "fitting"
    shown = run("fit", "tiny-base", "tiny-instruct").stdout
    assert "in all, with a context of 2,048 tokens" in shown
    assert "A fitting pair" in shown


def test_fit_of_one_model_says_nothing_of_a_pair(run: Run, lm_studio: Path) -> None:
    assert json.loads(run("fit", "tiny-base", "--json").stdout)["pair"] is None
    assert "pair" not in run("fit", "tiny-base").stdout


def test_fit_of_what_is_not_there_names_what_is(run: Run, lm_studio: Path) -> None:
    done = run("fit", "tiny-bose")
    assert done.returncode == 1
    assert "Did you mean tiny-base" in done.stderr


def test_a_model_of_ollama_is_added_under_the_whole_of_its_name(run: Run, tmp_path: Path) -> None:
    digest = "ab" * 32
    store = tmp_path / "user" / ".ollama" / "models"
    manifest = store / "manifests" / "registry.ollama.ai" / "library" / "llama3.2" / "1b"
    for folder in (store / "blobs", manifest.parent):
        folder.mkdir(parents=True)
    gguf_files.tiny_model(store / "blobs" / f"sha256-{digest}")
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}"}
    manifest.write_text(json.dumps({"layers": [layer]}), encoding="utf-8")
    assert "Added llama3.2-1b." in run("models", "add", "llama3.2:1b").stdout
