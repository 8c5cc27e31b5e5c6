"""A file that is not what it should be is refused in a sentence that names line and field, and nothing is taken."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lab.errors import BadImport
from lab.exchange import incoming
from lab.exchange.importing import check
from lab.records import Side
from lab.storage import Store, sessions, votes
from tests.unit.exchange.carrying import exported, rows, taken_in, vote
from tests.unit.storage.samples import compared

Lines = list[dict[str, Any]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with one line of each kind at least."""
    with Store(tmp_path_factory.mktemp("whole") / "history.db") as store:
        comparison_id = compared(store)
        vote(store, comparison_id)
        store.write(votes.judge, comparison_id, Side.A, True).result()
        store.write(votes.write_note, comparison_id, "a note").result()
        return exported(store)


def refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(BadImport) as refusal:
        check(path)
    return f"{refusal.value.message} {refusal.value.hint}"


def written(lines: Lines) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def line_of(lines: Lines, type: str) -> int:
    return next(number for number, line in enumerate(lines) if line["type"] == type)


FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("session", {"pinned": "yes"}, "$.pinned"),
    ("session", {"id": "../../etc"}, "$.id"),
    ("session", {"id": "a" * 65}, "$.id"),
    ("session", {"tags": [1]}, "$.tags[0]"),
    ("session", {"tags": ["x"] * 10_001}, "$.tags"),
    ("session", {"created_utc": "yesterday"}, "$.created_utc"),
    ("session", {"created_utc": "2026-02-30T00:00:00.000Z"}, "$.created_utc"),
    ("session", {"updated_utc": "0001-01-01T00:00:00.000Z"}, "$.updated_utc"),
    ("session", {"surprise": 1}, "surprise"),
    ("contestant", {"whole": 1}, "$.whole"),
    ("contestant", {"whole": {"model": {"name": 7}}}, "$.whole.model.name"),
    ("answer", {"contestant": "e" * 32}, "$.contestant"),
    ("answer", {"seed": 10**30}, "$.seed"),
    ("answer", {"seed": 1.5}, "$.seed"),
    ("answer", {"state": "streaming"}, "$.state"),
    ("answer", {"state": "excellent"}, "$.state"),
    ("answer", {"text": None}, "$.text"),
    ("answer", {"response": {}}, "$.response"),
    ("comparison", {"session_id": "e" * 32}, "$.session_id"),
    ("comparison", {"parent_id": "e" * 32}, "$.parent_id"),
    ("comparison", {"a": "e" * 32}, "$.a"),
    ("comparison", {"origin": "heaven"}, "$.origin"),
    ("vote", {"comparison_id": "e" * 32}, "$.comparison_id"),
    ("vote", {"rater": "Nobody"}, "$.rater"),
    ("vote", {"choice": "c"}, "$.choice"),
    ("vote", {"time_taken_ms": -1}, "$.time_taken_ms"),
    ("vote", {"time_taken_ms": 2**63}, "$.time_taken_ms"),
    ("judgement", {"correct": "perhaps"}, "$.correct"),
    ("note", {"text": ""}, "$.text"),
    ("rater", {"name": "x" * 1001}, "$.name"),
    ("end", {"lines": 3}, "$.lines"),
    ("note", {"type": "poem"}, "$.type"),
    ("note", {"type": "counterpoint"}, "$.type"),
]


@pytest.mark.parametrize(("type", "values", "field"), FAULTS)
def test_line_and_field_are_named(whole: bytes, tmp_path: Path, type: str, values: dict[str, Any], field: str) -> None:
    lines = rows(whole)
    number = line_of(lines, type)
    lines[number].update(values)
    if values.get("type") == "counterpoint":
        lines[number] = lines[0]
    said = refused(tmp_path / "theirs.jsonl", written(lines))
    assert f"theirs.jsonl, line {number + 1}: " in said
    assert field in said
    assert "Nothing was taken" in said


@pytest.mark.parametrize("type", ["session", "contestant", "answer", "comparison", "rater"])
def test_what_others_refer_to_can_not_be_missing_or_there_twice(whole: bytes, tmp_path: Path, type: str) -> None:
    lines = rows(whole)
    number = line_of(lines, type)
    refused(tmp_path / "missing.jsonl", written(lines[:number] + lines[number + 1 :]))
    if type != "session":  # which is the same session once more, and empty
        assert f"line {number + 2}: " in refused(
            tmp_path / "twice.jsonl", written([*lines[: number + 1], *lines[number:]])
        )


def test_a_file_that_is_cut_off_anywhere_is_refused(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl"
    ends = [position + 1 for position, byte in enumerate(whole) if byte == ord("\n")]
    for length in {0, 1, *ends[:-1], *(end - 1 for end in ends), *(end + 1 for end in ends[:-1])}:
        assert "line " in refused(path, whole[:length])
    path.write_bytes(whole)
    check(path)


def test_more_after_the_end_is_refused(whole: bytes, tmp_path: Path) -> None:
    assert "more after the end" in refused(tmp_path / "more.jsonl", whole + b"\n")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"SQLite format 3\0", "not a history of Counterpoint"),
        (b'{"prompt": "a", "chosen": "b", "rejected": "c"}\n', "not a history of Counterpoint"),
        (b"[[[[\n", "not a history of Counterpoint"),
        (b"\xff\xfe\n", "not a history of Counterpoint"),
        (b'{"type":"counterpoint","x":' + b"[" * 100_000 + b"\n", "not a history of Counterpoint"),
        (b'{"type":"counterpoint","version":3,"made_by":"x","new":[]}\n', "newer version of Counterpoint"),
        (b'{"type":"counterpoint","version":3}', "newer version of Counterpoint"),
        (b'{"type":"counterpoint","version":0,"made_by":"x"}\n', "$.version"),
        (b'{"type":"counterpoint","version":1}\n', "made_by"),
        (b'{"type":"counterpoint","version":1,"made_by":"x"}\n', "cut off"),
        (b'{"type":"counterpoint","version":1,"made_by":"x"}\n\n', "line 2"),
        (b'{"type":"counterpoint","version":1,"made_by":"x"}\n\xff\n', "line 2"),
        (b'{"type":"counterpoint","version":1,"made_by":"x"}\n{"type":"rater","name":"\\ud800"}\n', "line 2"),
        (
            b'{"type":"counterpoint","version":1,"made_by":"x"}\n{"type":"contestant","id":"a","whole":'
            + b"[" * 100_000 + b"]" * 100_000 + b"}\n",
            "line 2",
        ),
    ],
)  # fmt: skip
def test_what_was_never_meant_is_refused_at_its_beginning(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refused(tmp_path / "foreign.jsonl", data)


def test_a_line_without_an_end_is_not_read_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_LINE_BYTES", 2**20)
    head = b'{"type":"counterpoint","version":1,"made_by":"x"}\n'
    said = refused(tmp_path / "long.jsonl", head + b'{"type":"rater","name":"' + b"x" * 2**21)
    assert "line 2: it is longer than 1 MB" in said


@pytest.mark.parametrize("most", ["MOST_LINES", "MOST_RATERS", "MOST_CONTESTANTS", "MOST_OF_A_SESSION"])
def test_counts_are_bounded(whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: str) -> None:
    monkeypatch.setattr(incoming, most, 0 if most != "MOST_LINES" else 3)
    assert "more than" in refused(tmp_path / "many.jsonl", whole)


def test_a_folder_or_nothing_is_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.jsonl"):
        with pytest.raises(BadImport, match="There is no file"):
            check(path)


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_whatever_is_done_to_a_file_it_is_taken_or_refused_in_a_sentence(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=4))
    path = tmp_path_factory.getbasetemp() / "damaged.jsonl"
    path.write_bytes(damaged)
    # Anything else that is raised fails the test.
    with contextlib.suppress(BadImport):
        check(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_what_passes_the_check_can_be_taken_in_and_taken_out(
    whole: bytes, empty: Callable[[], Store], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    lines = rows(whole)
    line = lines[data.draw(st.integers(1, len(lines) - 2))]
    line[data.draw(st.sampled_from(sorted(line.keys() - {"type"})))] = data.draw(
        JSON | st.sampled_from(["", "a", "b", "finished", "2026-01-01T00:00:00.000Z", 0, "=1", "me", []])
    )
    folder = tmp_path_factory.getbasetemp()
    with empty() as store:
        try:
            taken_in(store, written(lines), folder)
        except BadImport:
            assert store.read(sessions.listed).result() == []
        else:
            again = exported(store)
            assert not taken_in(store, again, folder).changed
