from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.window.driving import Driver


@pytest.fixture
def driver(home: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Driver]:
    """A program that is not open yet; whatever is open at the end is closed."""
    made = Driver(qtbot, qapp)
    yield made
    if hasattr(made, "desktop"):
        made.close()
