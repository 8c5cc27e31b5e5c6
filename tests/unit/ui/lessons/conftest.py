"""A lessons page for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.ui.lessons.stage import Stage


@pytest.fixture
def stage(qtbot: QtBot, home: Path) -> Iterator[Stage]:
    opened = Stage(qtbot, home)
    yield opened
    opened.close()
