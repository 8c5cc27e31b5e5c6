"""A results page over a real history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lab.storage import Store
from ui.results.controller import ResultsController
from ui.results.exchange import Exchange
from ui.results.page import ResultsPage
from ui.results.shown import Secret
from ui.theme.palette import LIGHT

PATIENCE_MS = 30_000


class Stage:
    """The page and hands to use it.

    Attributes:
        page: The page.
        controller: Runs it.
        exchange: Takes votes out and in.
        secret: Why nothing may be shown.
    """

    def __init__(self, qtbot: QtBot, store: Store) -> None:
        self.qtbot, self.store = qtbot, store
        self.page = ResultsPage(LIGHT)
        qtbot.addWidget(self.page)
        self.secret: Secret | None = None
        self.controller = ResultsController(self.page, store, lambda: self.secret, self.page)
        self.exchange = Exchange(self.page, store, self.page)
        self.page.resize(1200, 800)

    def open(self) -> None:
        """Show it, and wait until all is there."""
        QApplication.processEvents()  # what was written before reaches the page while it is hidden, as in a real window
        with self.qtbot.waitSignal(self.page.shown, timeout=PATIENCE_MS):
            self.page.show()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is worked out any more."""
        self.until(lambda: not self.controller.busy)

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window live until something holds."""
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def press(self, words: str) -> None:
        """Click the visible button of that text or name."""

        def found() -> list[QAbstractButton]:
            buttons = [each for each in self.page.findChildren(QAbstractButton) if each.isVisible()]
            return [each for each in buttons if words in (each.text(), each.accessibleName())]

        self.until(lambda: bool(found()))
        found()[0].click()

    def words(self, within: QWidget | None = None) -> str:
        """Everything that stands there."""
        labels = (within or self.page).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible() and label.text())

    def contestants(self) -> list[str]:
        """Who is ranked, best first."""
        return [item.text() for item in self.page.standings.table.items_of(1)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "history.db") as opened:
        yield opened


@pytest.fixture
def stage(qtbot: QtBot, store: Store) -> Iterator[Stage]:
    made = Stage(qtbot, store)
    yield made
    made.exchange.close_down()
    made.controller.close_down()
    made.page.close()
