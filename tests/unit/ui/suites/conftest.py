"""A suites page for each test that wants one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.ui.suites.page_stage import Stage


@pytest.fixture
def stage(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    opened = Stage(qtbot, home, monkeypatch)
    yield opened
    opened.close()
