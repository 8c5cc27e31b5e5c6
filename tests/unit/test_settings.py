from pathlib import Path

import pytest

from lab.settings import folders


def test_one_variable_puts_everything_below_one_folder(home: Path) -> None:
    found = folders()
    assert all(home in each.parents for each in (found.data, found.models, found.cache, found.history))


def test_the_history_can_be_put_elsewhere(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COUNTERPOINT_HISTORY", str(tmp_path / "kept" / "mine.db"))
    assert folders().history == tmp_path / "kept" / "mine.db"


def test_asking_for_the_folders_makes_none(home: Path) -> None:
    folders()
    assert not home.exists()
