"""A models page over an empty home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.ui.models.library.bench import Bench


@pytest.fixture
def bench(qtbot: QtBot, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    user = tmp_path / "user"
    data = user / ".local" / "share"
    data.mkdir(parents=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(data))  # so that the trash is one of our own
    opened = Bench(qtbot, user)
    yield opened
    opened.close()
