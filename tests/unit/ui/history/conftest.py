"""A history page over a real history in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lab.storage import Store
from ui.history.page import HistoryPage

MakePage = Callable[[], HistoryPage]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path) as opened:
        yield opened


@pytest.fixture
def make_page(qtbot: QtBot) -> Iterator[Callable[[Store], HistoryPage]]:
    """Opens a page and waits until its list has come. It is closed before the history that it shows."""
    pages: list[HistoryPage] = []

    def make(store: Store) -> HistoryPage:
        page = HistoryPage(store)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(900, 600)
        with qtbot.waitSignal(page.column.list.rows.arrived):
            page.show()
        return page

    yield make
    for page in pages:
        page.close()


@pytest.fixture
def page(store: Store, make_page: Callable[[Store], HistoryPage]) -> HistoryPage:
    """The page over whatever the test has put into the history before it asked for it; empty otherwise."""
    return make_page(store)
