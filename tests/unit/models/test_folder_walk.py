"""Going through folders in which anything may be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lab.models.folder_walk import MAX_DEPTH, FolderWalk
from tests.permissions import permissions_that_count_for_root_too

needs_links = pytest.mark.skipif(os.name == "nt", reason="needs the right to make links")


def walked(top: Path, walk: FolderWalk | None = None) -> list[str]:
    found = (walk or FolderWalk()).files(top, lambda name: name.endswith(".gguf"), lambda: False)
    return [path.relative_to(top).as_posix() for path in found]


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


def test_files_come_folder_by_folder_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b/2.gguf", "b/1.gguf", "a/x/1.gguf", "z.gguf", "other.txt"):
        touch(tmp_path / name)
    assert walked(tmp_path) == ["z.gguf", "a/x/1.gguf", "b/1.gguf", "b/2.gguf"]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    walk = FolderWalk()
    assert walked(tmp_path / "nothing", walk) == []
    assert walk.notes == []
    assert walked(touch(tmp_path / "file.gguf")) == []


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    for name in (".Trash/1.gguf", "._2.gguf", "a/.git/3.gguf"):
        touch(tmp_path / name)
    assert walked(tmp_path) == []


@needs_links
def test_links_in_a_circle_end(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "1.gguf")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert walked(tmp_path) == ["a/1.gguf"]


@needs_links
def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    touch(tmp_path / "elsewhere" / "1.gguf")
    (tmp_path / "top").mkdir()
    (tmp_path / "top" / "link").symlink_to(tmp_path / "elsewhere")
    assert walked(tmp_path / "top") == ["link/1.gguf"]


@pytest.mark.skipif(os.name == "nt", reason="needs permissions as on Unix")
def test_a_folder_that_may_not_be_read_is_noted(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    walk = FolderWalk()
    with permissions_that_count_for_root_too():
        assert walked(tmp_path, walk) == []
    assert walk.notes == [f"{closed} may not be read."]
    closed.chmod(0o700)


def test_a_folder_that_fails_is_noted_and_the_others_are_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path / "bad" / "1.gguf")
    touch(tmp_path / "good" / "1.gguf")
    scandir = os.scandir

    def failing(folder: Path) -> object:
        if Path(folder).name == "bad":
            raise PermissionError(13, "no")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", failing)
    walk = FolderWalk()
    assert walked(tmp_path, walk) == ["good/1.gguf"]
    assert walk.notes == [f"{tmp_path / 'bad'} may not be read."]


def test_countless_files_are_cut_short_with_a_note(tmp_path: Path) -> None:
    for number in range(50):
        touch(tmp_path / "many" / f"{number:03}.txt")
    touch(tmp_path / "zoo" / "1.gguf")
    walk = FolderWalk(max_entries=20)
    assert walked(tmp_path, walk) == []
    assert walk.seen <= 21
    assert "many files" in walk.notes[0] or "more than" in walk.notes[0]


def test_depth_has_an_end(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * (MAX_DEPTH + 1))
    touch(deep / "too-deep.gguf")
    touch(deep.parent / "deep.gguf")
    assert [Path(path).name for path in walked(tmp_path)] == ["deep.gguf"]


def test_a_walk_can_be_stopped_between_folders(tmp_path: Path) -> None:
    for folder in "abc":
        touch(tmp_path / folder / "1.gguf")
    found: list[Path] = []
    for path in FolderWalk().files(tmp_path, lambda _name: True, lambda: bool(found)):
        found.append(path)
    assert len(found) == 1
