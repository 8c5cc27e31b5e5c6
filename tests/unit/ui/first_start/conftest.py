"""Tiny models, a Hub and a package index on this machine, and a panel that knows no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lab.models.library import Library
from lab.models.starter_table import StarterModel
from tests.unit.models.test_starter import Shelf as Packages
from tests.unit.models.test_starter import hub, shelf, table, weights
from ui.first_start.errand import Shelf
from ui.first_start.panel import FirstStartPanel

__all__ = ["hub", "shelf", "table", "weights"]

MakePanel = Callable[[Shelf], FirstStartPanel]


@pytest.fixture
def make_panel(qtbot: QtBot, home: Path) -> Iterator[MakePanel]:
    """Opens a panel over an empty library, and closes it down at the end."""
    panels: list[FirstStartPanel] = []

    def make(source: Shelf) -> FirstStartPanel:
        panel = FirstStartPanel(Library.open(), shelf=source)
        panels.append(panel)
        qtbot.addWidget(panel)
        panel.resize(816, 540)
        panel.show()
        return panel

    yield make
    for panel in panels:
        panel.close_down()


@pytest.fixture
def packages(shelf: Packages, table: tuple[StarterModel, ...]) -> Shelf:
    """The package index alone; the home of the tests is offline."""
    return Shelf(table=table, fetch_one_wheel=shelf)
