from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.stand_ins import AnsweringRunner


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> AnsweringRunner:
    """The runner of the next talk."""
    one = AnsweringRunner()
    monkeypatch.setattr("lab.cli.talk.Runner", one.made)
    return one


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history is, or will be."""
    return tmp_path / "data" / "history.db"
