"""The list of models on this computer."""

from __future__ import annotations

import hashlib
import json
import os
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from lab.errors import BadLibrary, BadModelFile, LabError, ModelNotFound, NotEnoughDisk
from lab.models import library as library_module
from lab.models.gguf_header import read_header
from lab.models.library import Library, is_missing
from lab.models.naming import short_name, typeable_name
from lab.records import Kind
from tests import gguf_files
from tests.unit.models.split_model import split


@pytest.fixture
def library(home: Path) -> Library:
    return Library.open()


@pytest.fixture
def chat_file(tmp_path: Path) -> Path:
    return gguf_files.tiny_model(tmp_path / "Tiny-Instruct.Q4_K_M.gguf", name="whatever 12", seed=1)


@pytest.fixture
def base_file(tmp_path: Path) -> Path:
    return gguf_files.tiny_model(tmp_path / "Tiny-Base.gguf", name="Tiny", seed=2)


def library_file(home: Path) -> Path:
    return home / "data" / "library.json"


def test_an_empty_library_lists_nothing_and_writes_nothing(library: Library, home: Path) -> None:
    assert library.models() == []
    assert not home.exists()


def test_a_model_that_was_added_is_described_and_stays(library: Library, chat_file: Path) -> None:
    added = library.add(chat_file)
    assert added.name == "tiny-instruct"
    assert added.path == str(chat_file)
    assert added.sha256 == hashlib.sha256(chat_file.read_bytes()).hexdigest()
    assert added.size_bytes == chat_file.stat().st_size
    assert (added.architecture, added.quantization, added.context_tokens) == ("llama", "F32", 2048)
    assert added.verdict.kind is Kind.CHAT
    assert not added.has_chat_template
    assert Library.open().models() == [added]


def test_models_are_listed_by_name(library: Library, chat_file: Path, base_file: Path) -> None:
    library.add(chat_file)
    library.add(base_file)
    assert [model.name for model in library.models()] == ["tiny-base", "tiny-instruct"]


@pytest.mark.parametrize("wanted", ["tiny-instruct", "TINY-Instruct", "tiny-i"])
def test_a_model_is_found_by_name_in_any_case_or_by_its_beginning(
    library: Library, chat_file: Path, base_file: Path, wanted: str
) -> None:
    added = library.add(chat_file)
    library.add(base_file)
    assert library.get(wanted) == added


def test_a_beginning_that_fits_several_names_them(library: Library, chat_file: Path, base_file: Path) -> None:
    library.add(chat_file)
    library.add(base_file)
    with pytest.raises(ModelNotFound, match="tiny-base, tiny-instruct"):
        library.get("tiny")


def test_a_name_that_is_the_beginning_of_another_still_works(library: Library, tmp_path: Path) -> None:
    short = library.add(gguf_files.tiny_model(tmp_path / "tiny.gguf"))
    library.add(gguf_files.tiny_model(tmp_path / "tiny-it.gguf"))
    assert library.get("tiny") == short


def test_a_misspelt_name_brings_near_ones(library: Library, chat_file: Path) -> None:
    library.add(chat_file)
    with pytest.raises(ModelNotFound) as caught:
        library.get("tinny-instrukt")
    assert caught.value.hint == "Did you mean tiny-instruct?"


def test_an_empty_library_says_how_to_get_models(library: Library) -> None:
    with pytest.raises(ModelNotFound) as caught:
        library.get("anything")
    assert "counterpoint starter" in caught.value.hint


def test_a_path_works_without_adding_the_file_and_is_hashed_once(
    library: Library, chat_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    progress: list[tuple[int, int]] = []
    first = library.get(str(chat_file), on_progress=lambda done, total: progress.append((done, total)))
    assert progress[-1] == (first.size_bytes, first.size_bytes)
    assert library.models() == []
    monkeypatch.setattr(library_module, "sha256_of_all", None)  # a second hashing would fail
    assert library.get(str(chat_file)) == first


def test_a_relative_path_works_too(library: Library, chat_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(chat_file.parent)
    assert library.get(chat_file.name).path == str(chat_file)


def test_a_path_to_a_file_of_the_library_gives_its_entry(library: Library, chat_file: Path) -> None:
    library.add(chat_file, name="mine")
    assert library.get(str(chat_file)).name == "mine"


@pytest.mark.parametrize("wanted", ["nothing.gguf", "./nothing", "a\0b"])
def test_a_path_to_no_file_is_called_a_bad_file(library: Library, wanted: str) -> None:
    with pytest.raises(BadModelFile):
        library.get(wanted)


def test_a_file_that_changed_is_read_and_hashed_again(library: Library, base_file: Path) -> None:
    before = library.add(base_file)
    gguf_files.tiny_model(base_file, name="Tiny", seed=3)
    os.utime(base_file, ns=(1, 1))
    after = library.get("tiny-base")
    assert after.sha256 != before.sha256
    assert library.models() == [after]


def test_a_file_that_is_gone_is_listed_as_missing(library: Library, base_file: Path) -> None:
    model = library.add(base_file)
    base_file.unlink()
    assert library.models() == [model]
    assert is_missing(model)
    with pytest.raises(ModelNotFound, match="is gone"):
        library.get("tiny-base")
    library.remove("tiny-base")
    assert library.models() == []


def test_a_person_can_say_what_a_model_is_and_adding_it_again_keeps_that(library: Library, base_file: Path) -> None:
    library.add(base_file)
    assert library.set_kind("TINY-b", Kind.CHAT).verdict.overruled
    assert library.add(base_file).verdict.kind is Kind.CHAT
    assert library.get("tiny-base").verdict.confidence == 1.0


def test_a_person_can_take_that_back_and_the_file_is_not_read_through_for_it(
    library: Library, base_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = library.add(base_file, known=Kind.CHAT, licence="MIT", source="someone/tiny").sha256
    library.add(base_file, verified_sha256=sha256)
    before = library.entries()
    assert before[0].model.verdict.kind is Kind.CHAT
    library.set_kind("tiny-base", Kind.BASE)
    monkeypatch.setattr(library_module, "sha256_of_all", lambda *_: pytest.fail("it was read again"))
    judged = library.set_kind("tiny-base", None)
    assert not judged.verdict.overruled
    assert "in Counterpoint's own table as a chat model" in judged.verdict.evidence[0]
    assert library.entries() == before


def test_what_our_table_says_about_a_file_does_not_hold_for_another_in_its_place(
    library: Library, base_file: Path
) -> None:
    library.add(base_file, known=Kind.CHAT)
    gguf_files.tiny_model(base_file, name="Tiny", seed=7, layers=3)
    assert library.set_kind("tiny-base", None).verdict.kind is Kind.BASE
    assert library.get("tiny-base").verdict.kind is Kind.BASE
    assert library.entries()[0].known is None


def test_a_file_that_is_gone_can_not_say_what_it_is(library: Library, base_file: Path) -> None:
    library.add(base_file)
    library.set_kind("tiny-base", Kind.CHAT)
    base_file.unlink()
    with pytest.raises(ModelNotFound, match="is gone"):
        library.set_kind("tiny-base", None)
    assert library.entries()[0].model.verdict.kind is Kind.CHAT


@pytest.mark.parametrize(
    ("called", "name"),
    [("llama3.2:1b", "llama3.2-1b"), ("Qwen2.5", "qwen2.5"), ("qwen3:0.6b-q4_K_M", "qwen3-0.6b"), ("??", "model")],
)
def test_the_name_that_a_place_gives_a_model_keeps_its_dots(called: str, name: str) -> None:
    assert typeable_name(called) == name


def test_what_was_verified_a_moment_ago_is_not_read_again(
    library: Library, base_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = hashlib.sha256(base_file.read_bytes()).hexdigest()
    with monkeypatch.context() as patched:
        patched.setattr(library_module, "sha256_of_all", lambda *_: pytest.fail("it was read again"))
        added = library.add(base_file, verified_sha256=real)
    assert added.sha256 == real
    [entry] = library.entries()
    assert (entry.promised_sha256, entry.model) == (real, added)
    assert library.get(added.name) == added
    assert library.add(base_file).sha256 == real
    assert library.entries()[0].promised_sha256 == real


def test_what_the_one_who_watches_raises_ends_the_hashing_and_nothing_is_kept(
    library: Library, base_file: Path
) -> None:
    def enough(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        library.add(base_file, on_progress=enough)
    with pytest.raises(CancelledError):
        library.get(str(base_file), on_progress=enough)
    assert library.models() == []


def test_adding_a_file_twice_keeps_one_entry(library: Library, base_file: Path) -> None:
    library.add(base_file, licence="MIT", licence_url="https://example.org", source="someone/tiny")
    library.add(base_file)
    (entry,) = library.entries()
    assert (entry.licence, entry.licence_url, entry.source) == ("MIT", "https://example.org", "someone/tiny")


def test_two_files_of_one_name_get_different_names(library: Library, tmp_path: Path) -> None:
    names = []
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        names.append(library.add(gguf_files.tiny_model(tmp_path / folder / "tiny.gguf")).name)
    assert names == ["tiny", "tiny-f32", "tiny-f32-2"]


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("SmolLM2-135M-Instruct.Q4_1.gguf", "smollm2-135m-instruct"),
        ("gemma-3-270m-q4_k_m.gguf", "gemma-3-270m"),
        ("Qwen3-0.6B-Base.i1-IQ3_XXS.gguf", "qwen3-0.6b-base"),
        ("SmolLM2-360M-Instruct-Q8_0-GGUF.gguf", "smollm2-360m-instruct"),
        ("OLMo-2-1124-7B-SFT.bf16.gguf", "olmo-2-1124-7b-sft"),
        ("Mein Modell (neu).gguf", "mein-modell-neu"),
        ("model.gguf", "fritz-2"),
        ("ggml-model-Q4_K_M.gguf", "fritz-2"),
    ],
)
def test_names_are_short_and_can_be_typed(tmp_path: Path, file_name: str, name: str) -> None:
    header = read_header(gguf_files.tiny_model(tmp_path / file_name, name="Fritz 2"))
    assert short_name(header, ()) == name


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"models": [{"model": {"name": 3}}]}', '{"version": 99}', "\xff", "", '{"x": ' + "[" * 100_000]
)
def test_a_damaged_library_is_reported_and_left_as_it_is(home: Path, base_file: Path, text: str) -> None:
    path = library_file(home)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="latin-1")
    with pytest.raises(BadLibrary) as caught:
        Library.open()
    assert "Nothing was changed" in caught.value.hint
    with pytest.raises(BadLibrary):
        Library(path).add(base_file)
    assert path.read_text(encoding="latin-1") == text


def test_a_library_that_can_not_be_written_keeps_the_old_one(
    library: Library, home: Path, base_file: Path, chat_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(base_file)
    before = library_file(home).read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotEnoughDisk, match="No space left"):
        library.add(chat_file)
    assert library.get(str(chat_file)).name == "tiny-instruct"  # looking at a file needs no disk
    assert library_file(home).read_bytes() == before
    assert [path.name for path in library_file(home).parent.glob("*.new")] == []


def test_the_file_on_disk_is_plain_json(library: Library, home: Path, base_file: Path) -> None:
    library.add(base_file)
    kept = json.loads(library_file(home).read_text(encoding="utf-8"))
    assert kept["models"][0]["model"]["name"] == "tiny-base"


def test_a_file_that_can_not_be_loaded_is_not_added(library: Library, tmp_path: Path) -> None:
    with pytest.raises(BadModelFile):
        library.add(gguf_files.vocabulary_only(tmp_path / "vocabulary.gguf"))
    assert library.models() == []


def test_added_folders_are_kept_beside_the_models(library: Library, tmp_path: Path, base_file: Path) -> None:
    library.add(base_file)
    added = library.add_folder(tmp_path)
    library.add_folder(tmp_path)
    library.set_kind("tiny-base", Kind.CHAT)
    library.get(str(base_file))
    assert Library.open().folders() == (tmp_path,) == (added,)
    assert library.remove_folder(tmp_path) == tmp_path
    assert library.folders() == ()
    assert [model.name for model in library.models()] == ["tiny-base"]


def test_a_file_that_was_used_by_its_path_does_not_cost_the_folders(
    library: Library, tmp_path: Path, base_file: Path
) -> None:
    library.add_folder(tmp_path)
    library.get(str(base_file))
    assert library.folders() == (tmp_path,)


def test_only_a_folder_can_be_added_and_only_an_added_one_removed(
    library: Library, tmp_path: Path, base_file: Path
) -> None:
    for wrong in (tmp_path / "nothing", base_file, Path("a\0b")):
        with pytest.raises(LabError, match="no folder"):
            library.add_folder(wrong)
    with pytest.raises(LabError, match="was not added"):
        library.remove_folder(tmp_path)


def test_a_library_of_an_earlier_version_has_no_added_folders(library: Library, home: Path, base_file: Path) -> None:
    library.add(base_file)
    kept = json.loads(library_file(home).read_text(encoding="utf-8"))
    del kept["folders"]
    library_file(home).write_text(json.dumps(kept), encoding="utf-8")
    assert Library.open().folders() == ()
    assert [model.name for model in library.models()] == ["tiny-base"]


def test_a_split_model_is_added_by_any_part_and_hashed_as_a_whole(library: Library, tmp_path: Path) -> None:
    parts = split(tmp_path, "big", 3)
    added = library.add(parts[1])
    assert (added.name, added.path) == ("big", str(parts[0]))
    assert added.size_bytes == sum(part.stat().st_size for part in parts)
    assert added.sha256 == hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
    assert library.get("big") == added == library.get(str(parts[2]))
    parts[2].unlink()
    assert is_missing(added)
    with pytest.raises(ModelNotFound, match="is gone"):
        library.get("big")


def test_a_path_with_a_way_back_in_it_is_the_same_file(library: Library, base_file: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    library.add(base_file)
    assert library.add(tmp_path / "sub" / ".." / base_file.name).path == str(base_file)
    assert library.get(str(tmp_path / "sub" / ".." / base_file.name)).name == "tiny-base"
    assert len(library.models()) == 1


def test_a_name_that_is_taken_is_made_unique_and_not_given_up(
    library: Library, base_file: Path, chat_file: Path, tmp_path: Path
) -> None:
    library.add(base_file, name="llama3.2-1b")
    third = gguf_files.tiny_model(tmp_path / "third.gguf", seed=9)
    assert library.add(chat_file, name="Llama3.2-1b").name == "llama3.2-1b-f32"
    assert library.add(third, name="llama3.2-1b").name == "llama3.2-1b-f32-2"
