"""A file stands under its name only when it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.errors import NotEnoughDisk
from lab.exchange.target import whole_file


def test_the_file_is_there_at_the_end_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "votes.csv"
    with whole_file(path) as file:
        file.write(b"half of it")
        assert not path.exists()
    assert path.read_bytes() == b"half of it"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "votes.csv"
    path.write_bytes(b"old")

    def write_half() -> None:
        with whole_file(path) as file:
            file.write(b"half of it")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotEnoughDisk, match="can't be written"), whole_file(tmp_path / "nowhere" / "votes.csv"):
        pass


@pytest.mark.parametrize("there_already", [True, False])
def test_a_link_stays_one_and_the_file_it_leads_to_is_written(tmp_path: Path, there_already: bool) -> None:
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "real.csv", tmp_path / "votes.csv"
    if there_already:
        real.write_bytes(b"old")
    link.symlink_to(Path("elsewhere") / "real.csv")
    with whole_file(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert sorted(tmp_path.rglob("*")) == sorted([real.parent, real, link])
