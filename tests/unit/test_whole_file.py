import os
from pathlib import Path

import pytest

from lab.whole_file import remove_unfinished, write_whole


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


def test_what_a_killed_program_left_beside_a_file_is_removed_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a [1].json"
    for name in ("a [1].jsonabcd_123.new", "a [1].json", "a [1].jsonabcd_1234.new", "a 1.jsonabcd_123.new"):
        (tmp_path / name).write_bytes(b"half")
    remove_unfinished(path)
    left = {each.name for each in tmp_path.iterdir()}
    assert left == {"a [1].json", "a [1].jsonabcd_1234.new", "a 1.jsonabcd_123.new"}


def test_what_is_left_after_a_kill_has_the_name_that_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_self: Path, *_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        patched.setattr(Path, "unlink", lambda *_, **__: None)  # a killed program tidies nothing up
        with pytest.raises(KeyboardInterrupt):
            write_whole(tmp_path / "file", b"half")
    assert len(list(tmp_path.iterdir())) == 1
    remove_unfinished(tmp_path / "file")
    assert list(tmp_path.iterdir()) == []
