"""Finding the model files on this computer."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from lab.models import discovery as discovery_module
from lab.models.discovery import Discovery
from lab.models.found import FoundFile, ScanProgress
from lab.models.places import Layout, Place
from lab.records import Kind
from tests import gguf_files
from tests.unit.models.split_model import split

needs_links = pytest.mark.skipif(os.name == "nt", reason="needs the right to make links")


def run(places: Iterable[Place] | Path, **options: object) -> list[FoundFile]:
    if isinstance(places, Path):
        places = [Place(name="Folder", folder=places)]
    return list(Discovery(places, **options).run())  # type: ignore[arg-type]


def model(path: Path, **options: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return gguf_files.tiny_model(path, **options)  # type: ignore[arg-type]


def test_a_model_is_found_with_what_it_is_and_where(tmp_path: Path) -> None:
    path = model(tmp_path / "deep" / "Tiny-Instruct.Q4_K_M.gguf", chat_template=gguf_files.CHATML)
    (found,) = run([Place(name="GPT4All", folder=tmp_path)])
    assert (found.name, found.path, found.place) == ("tiny-instruct", str(path), "GPT4All")
    assert found.size_bytes == path.stat().st_size
    assert found.usable
    facts = found.facts
    assert facts is not None
    assert (facts.verdict.kind, facts.architecture, facts.quantization) == (Kind.CHAT, "llama", "F32")
    assert (facts.layers, facts.width, facts.context_tokens) == (2, 64, 2048)
    assert facts.memory.weights == found.size_bytes
    assert facts.has_chat_template


def test_what_is_no_model_is_set_aside_with_the_reason(tmp_path: Path) -> None:
    gguf_files.vocabulary_only(tmp_path / "a-vocab.gguf")
    model(tmp_path / "b-mmproj.gguf", architecture="clip")
    model(tmp_path / "c-lora.gguf", fields={"general.type": "adapter"})
    gguf_files.cut_off(tmp_path / "d-cut.gguf")
    (tmp_path / "e-empty.gguf").touch()
    (tmp_path / "f-text.gguf").write_text("hello there\n", encoding="utf-8")
    found = run(tmp_path)
    assert not any(file.usable for file in found)
    said = ["a vocabulary only", "is a projector", "is an adapter (LoRA)", "cut off", "is empty", "is a text file"]
    for file, words in zip(found, said, strict=True):
        assert words in file.reason
        assert file.hint
        assert str(tmp_path) not in file.reason


def test_other_files_are_not_looked_at(tmp_path: Path) -> None:
    model(tmp_path / "tiny.gguf").rename(tmp_path / "tiny.gguf.part")
    (tmp_path / "notes.txt").write_text("GGUF", encoding="utf-8")
    assert run(tmp_path) == []


def test_the_folders_of_lm_studio_and_jan_name_the_repository(tmp_path: Path) -> None:
    model(tmp_path / "someone" / "Tiny-Instruct-GGUF" / "model.gguf")
    (found,) = run([Place(name="Jan", folder=tmp_path, layout=Layout.REPOSITORIES)])
    assert found.source == "someone/Tiny-Instruct-GGUF"
    assert found.name == "tiny-instruct"
    assert found.facts is not None
    assert found.facts.verdict.kind is Kind.CHAT
    assert "repository" in found.facts.verdict.evidence[0]


@needs_links
def test_a_file_in_the_hub_s_cache_counts_once_however_many_snapshots_lead_to_it(tmp_path: Path) -> None:
    repository = tmp_path / "models--someone--Tiny-Base-GGUF"
    blob = model(repository / "blobs" / "abc")
    for commit in ("1111", "2222"):
        (repository / "snapshots" / commit).mkdir(parents=True)
        (repository / "snapshots" / commit / "tiny.gguf").symlink_to(
            os.path.relpath(blob, repository / "snapshots/1111")
        )
        (repository / "snapshots" / commit / "gone.gguf").symlink_to("../../blobs/nothing")
    model(tmp_path / "datasets--x--y" / "snapshots" / "1" / "no-model.gguf")
    (found,) = run([Place(name="Hugging Face", folder=tmp_path, layout=Layout.HUB_CACHE)])
    assert found.source == "someone/Tiny-Base-GGUF"
    assert found.path.endswith("snapshots/1111/tiny.gguf")


def ollama_store(folder: Path, name: str, blob: Path) -> None:
    digest = "ab" * 32
    (folder / "blobs").mkdir(parents=True)
    shutil.copy(blob, folder / "blobs" / f"sha256-{digest}")
    manifest = folder / "manifests" / "registry.ollama.ai" / "library" / name
    manifest.mkdir(parents=True)
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}"}
    gone = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{'cd' * 32}"}
    (manifest / "1b").write_text(json.dumps({"layers": [layer, gone]}), encoding="utf-8")


def test_a_blob_of_ollama_has_its_manifest_s_name(tmp_path: Path) -> None:
    ollama_store(tmp_path / "store", "tiny", model(tmp_path / "tiny.gguf"))
    (found,) = run([Place(name="Ollama", folder=tmp_path / "store", layout=Layout.OLLAMA)])
    assert (found.name, found.place, found.usable) == ("tiny:1b", "Ollama", True)


def test_a_broken_blob_is_called_by_its_model_s_name(tmp_path: Path) -> None:
    ollama_store(tmp_path / "store", "tiny", gguf_files.vocabulary_only(tmp_path / "v.gguf"))
    (found,) = run([Place(name="Ollama", folder=tmp_path / "store", layout=Layout.OLLAMA)])
    assert found.reason == "tiny:1b holds a vocabulary only, no weights."


def test_a_split_model_is_one_and_a_missing_part_is_a_reason(tmp_path: Path) -> None:
    parts = split(tmp_path, "big", 3)
    (found,) = run(tmp_path)
    assert (found.name, found.path, found.parts) == ("big", str(parts[0]), 3)
    assert found.size_bytes == sum(part.stat().st_size for part in parts)
    assert found.facts is not None
    assert found.facts.parameters == 3 * 64
    parts[0].unlink()
    (broken,) = run(tmp_path)
    assert broken.reason == "big is in 3 parts, and part 1 is missing."
    assert broken.size_bytes == sum(part.stat().st_size for part in parts[1:])


def test_a_file_in_two_places_is_found_in_the_first(tmp_path: Path) -> None:
    path = model(tmp_path / "a" / "tiny.gguf")
    (tmp_path / "b").mkdir()
    os.link(path, tmp_path / "b" / "same.gguf")
    places = [Place(name=name, folder=tmp_path / name) for name in ("nothing", "b", "a")]
    assert [file.name for file in run(places)] == ["same"]


def test_the_second_search_reads_no_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache" / "found"
    model(tmp_path / "m" / "tiny.gguf")
    gguf_files.vocabulary_only(tmp_path / "m" / "vocab.gguf")
    first = run(tmp_path / "m", cache_path=cache)
    monkeypatch.setattr(discovery_module, "read_model", None)  # reading would fail
    assert run(tmp_path / "m", cache_path=cache) == first


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    path = model(tmp_path / "m" / "tiny.gguf")
    run(tmp_path / "m", cache_path=cache)
    model(path, n_ctx_train=4096)
    os.utime(path, ns=(1, 1))
    (found,) = run(tmp_path / "m", cache_path=cache)
    assert found.facts is not None
    assert found.facts.context_tokens == 4096


def test_a_damaged_cache_is_replaced(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    model(tmp_path / "m" / "tiny.gguf")
    first = run(tmp_path / "m", cache_path=cache)
    whole = cache.read_bytes()
    cache.write_bytes(whole[: len(whole) // 2])
    assert run(tmp_path / "m", cache_path=cache) == first
    assert cache.read_bytes() == whole


def test_a_cache_that_can_not_be_written_is_no_harm(tmp_path: Path) -> None:
    model(tmp_path / "m" / "tiny.gguf")
    (tmp_path / "file").touch()
    assert len(run(tmp_path / "m", cache_path=tmp_path / "file" / "cache")) == 1


def test_progress_is_told_while_looking_and_while_reading(tmp_path: Path) -> None:
    for number in range(3):
        model(tmp_path / f"{number}.gguf")
    told: list[ScanProgress] = []
    run(tmp_path, on_progress=told.append)
    assert (told[0].where, told[0].reading) == ("Folder", False)
    assert [(each.files_done, each.files_found) for each in told[1:]] == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_search_can_be_stopped_and_what_was_read_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    for number in range(3):
        model(tmp_path / "m" / f"{number}.gguf")
    found: list[FoundFile] = []
    for file in Discovery(
        [Place(name="Folder", folder=tmp_path / "m")], cache_path=cache, stopped=lambda: len(found) == 2
    ).run():
        found.append(file)
    assert len(found) == 2
    (tmp_path / "m" / "2.gguf").unlink()
    monkeypatch.setattr(discovery_module, "read_model", None)  # reading would fail
    assert run(tmp_path / "m", cache_path=cache) == found


def test_a_file_that_vanishes_while_it_is_read_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, stays = model(tmp_path / "a.gguf"), model(tmp_path / "b.gguf")
    read_model = discovery_module.read_model

    def vanishing(path: Path) -> object:
        if path == gone:
            path.unlink()
        return read_model(path)

    monkeypatch.setattr(discovery_module, "read_model", vanishing)
    assert [file.path for file in run(tmp_path)] == [str(stays)]


def test_a_file_that_may_not_be_read_is_set_aside_until_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = model(tmp_path / "m" / "tiny.gguf")
    places = [Place(name="Folder", folder=tmp_path / "m")]
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        (closed,) = run(places, cache_path=tmp_path / "cache")
    assert closed.reason == "tiny.gguf may not be read."
    (found,) = run(places, cache_path=tmp_path / "cache")
    assert (found.path, found.usable) == (str(path), True)


@pytest.mark.parametrize("trouble", [PermissionError(13, "denied"), OSError(5, "Input/output error")])
def test_trouble_with_the_disk_is_not_remembered_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: OSError
) -> None:
    path = model(tmp_path / "m" / "tiny.gguf")
    places = [Place(name="Folder", folder=tmp_path / "m")]

    def failing(*_: object) -> object:
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr("lab.models.gguf_header._read", failing)
        (aside,) = run(places, cache_path=tmp_path / "cache")
    assert aside.reason
    (found,) = run(places, cache_path=tmp_path / "cache")
    assert (found.path, found.usable) == (str(path), True)


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are text there")
def test_a_name_that_is_not_text_is_left_out_with_a_note(tmp_path: Path) -> None:
    model(tmp_path / os.fsdecode(b"gr\xfc.gguf"))
    good = model(tmp_path / "good.gguf")
    search = Discovery([Place(name="Folder", folder=tmp_path)], cache_path=tmp_path / "cache")
    assert [file.path for file in search.run()] == [str(good)]
    assert search.notes == [f"{tmp_path}/gr\ufffd.gguf has a name that is not proper text. Rename it to use it."]
    assert (tmp_path / "cache").exists()


def test_what_could_not_be_looked_through_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        model(tmp_path / f"{number}.gguf")
    monkeypatch.setattr(discovery_module, "MAX_FILES", 3)
    search = Discovery([Place(name="Folder", folder=tmp_path)])
    assert len(list(search.run())) == 3
    assert "more than 3 model files" in search.notes[0]
