"""Models in several files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.errors import BadModelFile
from lab.models.gguf_header import require_loadable
from lab.models.split_files import MAX_PARTS, part_name, parts_of, read_model, state_of
from tests import gguf_files
from tests.unit.models.split_model import split


def test_all_parts_are_read_as_one_model_whichever_is_named(tmp_path: Path) -> None:
    parts = split(tmp_path, "big", 3)
    for part in parts:
        header = read_model(part)
        assert header.path == parts[0]
        assert header.name == "big"
        assert header.parameters == 3 * 64
        assert header.matrix_bytes_by_type == {"F32": 3 * 64 * 4}
        assert header.file_bytes == sum(each.stat().st_size for each in parts)
        require_loadable(header)


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    parts = split(tmp_path, "big", 3)
    parts[1].unlink()
    with pytest.raises(BadModelFile, match="big is in 3 parts, and part 2 is missing"):
        read_model(parts[0])
    parts[0].unlink()
    with pytest.raises(BadModelFile, match="part 1, 2 are missing"):
        read_model(parts[2])


def test_a_part_of_another_model_under_the_right_name_is_noticed(tmp_path: Path) -> None:
    parts = split(tmp_path, "big", 2)
    gguf_files.tiny_model(parts[1])
    with pytest.raises(BadModelFile, match="does not say that it is part 2 of 2"):
        read_model(parts[0])


def test_a_part_under_another_name_can_not_be_loaded(tmp_path: Path) -> None:
    renamed = split(tmp_path, "big", 2)[0].rename(tmp_path / "renamed.gguf")
    with pytest.raises(BadModelFile) as caught:
        require_loadable(read_model(renamed))
    assert "-00001-of-00002.gguf" in caught.value.hint


def test_an_ordinary_file_is_its_only_part(tmp_path: Path) -> None:
    path = gguf_files.tiny_model(tmp_path / "tiny.gguf")
    assert parts_of(path) == (path,)
    assert read_model(path).parts_read == 1
    assert state_of(path) == (path.stat().st_size, path.stat().st_mtime_ns)


@pytest.mark.parametrize(
    "name",
    [
        "a-00000-of-00002.gguf",
        "a-00003-of-00002.gguf",
        "a-00001-of-00001.gguf",
        "a-1-of-2.gguf",
        "a-00001-of-99999.gguf",
    ],
)
def test_names_that_make_no_sense_are_ordinary_names(name: str) -> None:
    assert part_name(name) is None


@given(stem=st.text(min_size=1, max_size=20), number=st.integers(0, 99_999), count=st.integers(0, 99_999))
def test_the_parts_of_a_part_are_the_same_for_all_and_hold_it(stem: str, number: int, count: int) -> None:
    part = part_name(f"{stem}-{number:05}-of-{count:05}.gguf")
    if part is None:
        return
    assert 1 <= part.number <= part.count <= MAX_PARTS
    names = [part.file_name(each) for each in range(1, part.count + 1)]
    assert names[part.number - 1] == f"{stem}-{number:05}-of-{count:05}.gguf"
    assert all(part_name(name) is not None for name in names)


def test_digits_of_other_scripts_make_no_part(tmp_path: Path) -> None:
    name = "big-٠٠٠٠١-of-٠٠٠٠٢.gguf"
    assert part_name(name) is None
    assert parts_of(tmp_path / name) == (tmp_path / name,)
