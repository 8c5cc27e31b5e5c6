"""An export never takes the place of the history, nor of what is no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.errors import LabError
from lab.exchange.own_files import refuse_own_files


@pytest.mark.parametrize("name", ["history.db", "history.db-wal", "history.db-shm"])
def test_the_history_is_refused_also_through_a_link(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_text("")
    with pytest.raises(LabError, match="is the history itself"):
        refuse_own_files(target, tmp_path / "history.db")
    link = tmp_path / "votes.csv"
    link.symlink_to(target)
    with pytest.raises(LabError, match="is the history itself"):
        refuse_own_files(link, tmp_path / "history.db")


def test_a_folder_is_refused_and_any_other_file_is_not(tmp_path: Path) -> None:
    with pytest.raises(LabError, match="is a folder"):
        refuse_own_files(tmp_path, tmp_path / "history.db")
    (tmp_path / "old.csv").write_text("")
    for name in ("old.csv", "new.csv"):
        refuse_own_files(tmp_path / name, tmp_path / "history.db")
