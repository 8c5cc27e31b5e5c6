import os
from pathlib import Path

import pytest

from lab.whole_file import write_whole


def test_a_file_is_written_where_there_was_none_and_its_folder_is_made(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "file", b"all of it")
    assert (tmp_path / "new" / "file").read_bytes() == b"all of it"
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["file"]


@pytest.mark.parametrize("durable", [True, False])
def test_the_new_file_takes_the_old_ones_place(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old and longer")
    write_whole(path, b"new", durable=durable)
    assert path.read_bytes() == b"new"


def test_what_can_not_be_written_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
