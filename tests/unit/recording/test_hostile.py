"""Whatever a file is, it is refused in a sentence or taken as a whole; nothing else ever happens."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lab.recording import archive
from lab.recording.faults import BadRecording
from lab.recording.reading import look
from lab.recording.saving import Telling, save_lesson, save_run
from lab.recording.shelf import recordings
from lab.recording.taking import take_in
from lab.storage import Store
from tests.unit.exchange.test_hostile_files import JSON
from tests.unit.recording.making import lesson, members, ran, rewritten, taken, texts, with_head

HISTORY, LESSON, HEAD = "history.jsonl", "lesson.md", "recording.json"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound recording of a lesson."""
    folder = tmp_path_factory.mktemp("whole")
    with Store(folder / "history.db") as store:
        save_lesson(store, lesson(), taken(store), folder / "it.counterpoint", Telling())
    return folder / "it.counterpoint"


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoilt."""
    return Path(shutil.copy(whole, tmp_path / "it.counterpoint"))


def refused(path: Path, tmp_path: Path) -> str:
    """What is said of a file; nothing of it may be taken."""
    with Store(tmp_path / "there.db") as store, pytest.raises(BadRecording) as refusal:
        take_in(store, path, tmp_path / "recordings")
    with Store(tmp_path / "there.db") as store:
        assert texts(store) == []
    assert recordings(tmp_path / "recordings") == []
    assert refusal.value.hint
    return refusal.value.message


def repacked(path: Path, name: str, data: bytes) -> None:
    """Put another file into it, and let the head say so."""

    def tell(head: dict[str, Any]) -> None:
        head["pieces"][name] = {"size_bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}

    rewritten(path, {name: data})
    with_head(path, tell)


def test_what_is_no_file_or_no_recording_is_told_so(path: Path, tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "none.counterpoint", tmp_path)
    path.write_bytes(b"")
    assert "is no recording" in refused(path, tmp_path)
    path.write_bytes(b"%PDF-1.7 something else altogether, and quite a bit of it")
    assert "is no recording" in refused(path, tmp_path)


def test_a_file_that_is_cut_off_is_told_so(path: Path, tmp_path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-30])
    assert "damaged or cut off" in refused(path, tmp_path)


def test_a_newer_recording_is_told_so(path: Path, tmp_path: Path) -> None:
    with_head(path, lambda head: head.update(version=2, something="new"))
    assert "newer version" in refused(path, tmp_path)


HEADS: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("an unknown key", lambda head: head.update(extra=1), "`extra`"),
    ("another type", lambda head: head.update(type="other"), "contradicts itself"),
    ("no version", lambda head: head.update(version=0), "contradicts itself"),
    ("a bad id", lambda head: head.update(id="../../x"), "$.id"),
    ("a bad time", lambda head: head.update(recorded_utc="now"), "$.recorded_utc"),
    ("a run besides", lambda head: head.update(run_id="a"), "contradicts itself"),
    ("no steps", lambda head: head.update(steps={}), "contradicts itself"),
    ("a step that is none", lambda head: head.update(steps={"0": head["steps"]["1"]}), "other steps"),
    ("sides missing", lambda head: head["steps"]["1"].update(sides=["a"]), "sides"),
    ("another conversation", lambda head: head["steps"]["1"].update(session_id="b"), "something else"),
    ("a comparison too few", lambda head: head["steps"].update(
        {"1": {**head["steps"]["1"], "comparisons": head["steps"]["1"]["comparisons"][:1], "sides": ["a"]}}
    ), "something else"),
    ("no history", lambda head: head["pieces"].pop(HISTORY), "contradicts itself"),
    ("a file more", lambda head: head["pieces"].update({"x": head["pieces"][LESSON]}), "contradicts itself"),
    ("another checksum", lambda head: head["pieces"][HISTORY].update(sha256="0" * 64), "not what was recorded"),
    ("another size", lambda head: head["pieces"][LESSON].update(size_bytes=1), "not what was recorded"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), [each[1:] for each in HEADS], ids=[each[0] for each in HEADS])
def test_a_head_that_is_not_as_it_must_be_is_refused(
    path: Path, tmp_path: Path, change: Callable[[dict[str, Any]], object], said: str
) -> None:
    with_head(path, change)
    assert said in refused(path, tmp_path)


@pytest.mark.parametrize("head", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"version": 1e999}'])
def test_a_head_that_is_no_json_is_refused(path: Path, tmp_path: Path, head: bytes) -> None:
    rewritten(path, {HEAD: head})
    assert "recording.json in it is wrong" in refused(path, tmp_path)


def test_other_files_in_it_are_refused(path: Path, tmp_path: Path) -> None:
    rewritten(path, {"../../evil.py": b"1"})
    assert "other files" in refused(path, tmp_path)


def test_a_file_that_is_there_twice_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as opened:
        opened.writestr(LESSON, b"# Other")
    assert "other files" in refused(path, tmp_path)


@pytest.mark.parametrize("name", [HEAD, HISTORY, LESSON])
def test_a_file_that_is_missing_is_named(path: Path, tmp_path: Path, name: str) -> None:
    rewritten(path, {name: None})
    assert f"no {name} in it" in refused(path, tmp_path)


def test_a_bad_lesson_is_named_with_its_line(path: Path, tmp_path: Path) -> None:
    repacked(path, LESSON, b"# Small\n\ntext")
    assert refused(path, tmp_path).startswith("it.counterpoint: lesson.md, line 1")


def test_a_bad_line_of_the_history_is_named(path: Path, tmp_path: Path) -> None:
    lines = members(path)[HISTORY].splitlines(keepends=True)
    repacked(path, HISTORY, b"".join([*lines[:3], b'{"type": "vote"}\n', *lines[3:]]))
    assert refused(path, tmp_path).startswith("it.counterpoint: history.jsonl, line 4")


def test_a_history_of_something_else_is_refused(path: Path, tmp_path: Path) -> None:
    with Store(tmp_path / "other.db") as store:
        run = ran(store)
        save_run(store, run.id, tmp_path / "run.counterpoint", Telling())
    run_file = tmp_path / "run.counterpoint"
    repacked(path, HISTORY, members(run_file)[HISTORY])
    assert "its history is of something else" in refused(path, tmp_path)
    with_head(run_file, lambda head: head.update(run_id="another"))
    assert "its history is of something else" in refused(run_file, tmp_path)


def test_a_bomb_is_stopped_at_its_limit(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(archive.LIMITS, HISTORY, 2**20)
    rewritten(path, {HISTORY: b"\n" * 2**24})
    assert path.stat().st_size < 2**16
    assert "history.jsonl in it is larger than 1 MB" in refused(path, tmp_path)


def test_a_bomb_that_lies_about_its_size_unpacks_no_more_than_it_says(path: Path, tmp_path: Path) -> None:
    data = b"\n" * 2**22
    rewritten(path, {HISTORY: data})
    raw = path.read_bytes()
    path.write_bytes(raw.replace(struct.pack("<L", len(data)), struct.pack("<L", 100)))
    assert "it.counterpoint is damaged" in refused(path, tmp_path)


def test_a_list_of_a_million_files_is_not_even_read(path: Path, tmp_path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[-12:-10] = struct.pack("<H", 60_000)
    path.write_bytes(bytes(raw))
    assert "other files" in refused(path, tmp_path)
    longer = path.read_bytes()[:-22] + b"PK\x06\x07" + bytes(16) + path.read_bytes()[-22:]
    path.write_bytes(longer)
    assert "other files" in refused(path, tmp_path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(path: Path, tmp_path: Path, method: int) -> None:
    rewritten(path, {}, compression=method)
    assert "packed in another way" in refused(path, tmp_path)


def test_what_is_locked_is_refused(path: Path, tmp_path: Path) -> None:
    raw = bytearray(path.read_bytes())
    at = raw.index(b"PK\x01\x02") + 8
    raw[at] |= 1
    path.write_bytes(bytes(raw))
    assert "packed in another way" in refused(path, tmp_path)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_bytes_that_were_changed_are_noticed_or_do_no_harm(whole: Path, tmp_path: Path, data: st.DataObject) -> None:
    raw = bytearray(whole.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(raw) - 1))
        match data.draw(st.sampled_from(["change", "cut", "insert"])):
            case "change":
                raw[place] = data.draw(st.integers(0, 255))
            case "cut":
                del raw[place : place + data.draw(st.integers(1, 40))]
            case "insert":
                raw[place:place] = data.draw(st.binary(min_size=1, max_size=8))
        if not raw:
            break
    path = tmp_path / "changed.counterpoint"
    path.write_bytes(bytes(raw))
    try:
        found = look(path)
    except BadRecording:
        return
    assert found.lesson == lesson()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_a_head_says_it_is_refused_or_it_fits(whole: Path, tmp_path: Path, data: st.DataObject) -> None:
    path = Path(shutil.copy(whole, tmp_path / "changed.counterpoint"))
    head = json.loads(members(path)[HEAD])
    target = data.draw(st.sampled_from([head, head["steps"], head["steps"]["1"], head["pieces"][LESSON]]))
    key = data.draw(st.sampled_from([*target, "other"]))
    target[key] = data.draw(JSON)
    rewritten(path, {HEAD: json.dumps(head).encode()})
    with Store(tmp_path / "there.db") as store:
        try:
            take_in(store, path, tmp_path / "recordings")
        except BadRecording:
            assert texts(store) == []
        else:
            assert len(texts(store)) == 2
    for each in (tmp_path / "there.db", *(tmp_path / "recordings").glob("*")):
        each.unlink()
