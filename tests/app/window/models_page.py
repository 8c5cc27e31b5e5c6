"""Hands for the Models page: what a person clicks, types and reads there, over a computer with models of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QScrollArea, QWidget

from lab.models import offline
from lab.models.download_order import Download, DownloadState
from lab.models.download_part import part_of
from lab.models.token_store import TokenStore
from lab.records import Side
from lab.settings import folders
from tests.app.window.driving import Driver
from tests.unit.ui.models.hub_stage import Ring, words
from ui.models.card import Card
from ui.models.cards import Cards
from ui.models.columns import Column
from ui.models.download_row import DownloadRow
from ui.models.hub_view import HubView
from ui.models.page import ModelsPage
from ui.models.rows import ModelRow
from ui.models.table_view import TableView

Asked = TypeVar("Asked", bound=QDialog)


class ModelsHands:
    """The Models page of an open window.

    Attributes:
        page: The page.
        table: Its table.
    """

    def __init__(self, driver: Driver) -> None:
        self._driver, self._qtbot = driver, driver._qtbot
        driver.press("Models", driver.desktop.window.rail)
        page = driver.desktop._library_page.page
        assert page is not None
        self.page: ModelsPage = page
        self.table: TableView = page.library.table
        self.wait_until_found()

    def wait_until_found(self) -> None:
        """Wait until a search has come to its end, and the page shows what there is."""
        controller = self._driver.desktop._library_page._controller
        self._driver.wait(lambda: not controller.scan.running and not controller.stock.busy)
        self._driver.wait(lambda: bool(self.cards.cards()))

    def words(self) -> str:
        """All that is to be read on the page now."""
        return words(self.page)

    def until_words(self, text: str) -> None:
        """Wait until something is to be read."""
        self._driver.wait(lambda: text in self.words())

    def press(self, name: str, within: QWidget | None = None) -> None:
        """Click the button of that accessible name or text."""
        button = self._driver.button(name, within or self.page)
        scroll_to(button)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    # The table

    def names(self) -> list[str]:
        """The rows that are shown, from top to bottom."""
        rows = (self.table.shown.row(number) for number in range(self.table.shown.rowCount()))
        return [row.name for row in rows if row is not None]

    def row(self, name: str) -> ModelRow:
        """A row by its name."""
        return next(row for row in self.table.rows.rows if row.name == name)

    def row_of(self, path: Path | str) -> ModelRow:
        """The row of a file; its name may be another once the library knows it."""
        return next(row for row in self.table.rows.rows if row.file.path == str(path))

    def click(self, name: str, column: Column = Column.MODEL, side: Side | None = None) -> None:
        """Click a cell of a row: its badge, one of its buttons, or wherever."""
        row = self.row(name)
        index = self.table.shown.index(self.table.shown.number_of(row.file.path), column)
        scroll_to(self.table)
        self.table.scrollTo(index)
        area, delegate = self.table.visualRect(index), self.table._delegate
        place = area.center() - QPoint(area.width() // 4, 0)
        if side is not None:
            place = delegate.button_rect(area, side).center()
        elif column is Column.KIND:
            place = delegate.pill_rect(area, row, column).center()
        self._qtbot.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def use(self, name: str, side: Side) -> ModelRow:
        """Click the button that puts a model on a side, and wait until it plays there; gives its row as it is then."""
        path = self.row(name).file.path
        self.click(name, Column.USE, side)
        self._driver.wait(lambda: side in self.row_of(path).sides)
        return self.row_of(path)

    def choose(self, text: str) -> None:
        """Click an entry of the menu that is open."""
        menu: QMenu | None = None

        def is_open() -> bool:
            nonlocal menu
            shown = [each for each in self.page.findChildren(QMenu) if each.isVisible()]
            menu = shown[0] if shown else None
            return menu is not None

        self._driver.wait(is_open)
        assert menu is not None
        action = next(action for action in menu.actions() if action.text().startswith(text))
        self._qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    def dialog(self, kind: type[Asked]) -> Asked:
        """The dialog that is open."""
        found: list[Asked] = []

        def is_open() -> bool:
            found[:] = [each for each in self._driver.desktop.window.findChildren(kind) if each.isVisible()]
            return bool(found)

        self._driver.wait(is_open)
        return found[0]

    # What can be got

    @property
    def cards(self) -> Cards:
        """The cards."""
        return self._driver.desktop._library_page._cards

    def card(self, identity: str) -> Card:
        """One card, in sight."""
        card = self.cards.card(identity)
        if not card.isVisible():
            self._qtbot.mouseClick(self.cards.all, Qt.MouseButton.LeftButton)
        scroll_to(card)
        return card

    def downloads(self) -> list[Download]:
        """What is under way, rests or has failed."""
        return self._driver.desktop._library_page._downloads.all()

    def download_row(self, file: str) -> DownloadRow:
        """The row of a download in the list of them; the list follows a moment later."""
        found: list[DownloadRow] = []

        def is_shown() -> bool:
            rows = [row for row in self.page.findChildren(DownloadRow) if row.isVisible()]
            found[:] = [row for row in rows if file in row.words()]
            return bool(found)

        self._driver.wait(is_shown)
        return found[0]

    def until_states(self, *states: DownloadState) -> None:
        """Wait until the downloads are in these states."""
        self._driver.wait(lambda: [one.state for one in self.downloads()] == list(states))

    def until_bytes_are_kept(self) -> None:
        """Wait until some of a download is on the disk."""

        def has_begun(download: Download) -> bool:
            part = part_of(download.path)
            return part.exists() and part.stat().st_size > 0

        self._driver.wait(lambda: any(has_begun(one) for one in self.downloads()))

    # The Hub

    def search(self, text: str) -> HubView:
        """Open the search of the Hub, type something and press Enter."""
        if not self.page.elsewhere:
            self.press("Search Hugging Face")
        hub = self.hub
        hub.bar.field.selectAll()
        self._qtbot.keyClicks(hub.bar.field, text)
        self._qtbot.keyClick(hub.bar.field, Qt.Key.Key_Return)
        return hub

    @property
    def hub(self) -> HubView:
        """The search of the Hub."""
        hub = self._driver.desktop._library_page._hub
        assert hub is not None
        return hub

    def open_repository(self, repository: str) -> None:
        """Click a repository among those that were found, and wait until its files are shown."""
        hub = self.hub
        found = hub.column.list
        self._driver.wait(lambda: found.rows.row_of(repository) >= 0)
        place = found.visualRect(found.rows.index(found.rows.row_of(repository), 0)).center()
        self._qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
        shown = hub.repository
        self._driver.wait(
            lambda: shown.isVisible() and shown.offered is not None and shown.offered.found.repository == repository
        )


def scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight, as whoever looks for it does."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is not None:
        parent.ensureWidgetVisible(widget)


def work_offline(driver: Driver, wanted: bool) -> None:
    """Turn the switch on the Settings page."""
    driver.press("Settings", driver.desktop.window.rail)
    switch = driver.desktop._settings.network.offline
    assert switch.isChecked() is not wanted
    scroll_to(switch)
    driver._qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().center())
    assert switch.isChecked() is wanted


def tab_to(driver: Driver, is_there: Callable[[QWidget], bool]) -> QWidget:
    """Press Tab until the keyboard is where one wants it."""
    for _ in range(100):
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        if is_there(focus):
            return focus
        driver.key(Qt.Key.Key_Tab, focus)
    raise AssertionError("Tab does not lead there")


@pytest.fixture
def user(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, in which other programs keep their models; and the trash."""
    folder = tmp_path / "user"
    (folder / ".local" / "share").mkdir(parents=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / ".local" / "share"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / ".cache"))
    for name in ("OLLAMA_MODELS", "LLAMA_CACHE", "HF_HOME", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ring]:
    """A keyring that lives in memory, in the place of the system's; and the switch is off again at the end."""
    made = Ring()
    store = TokenStore(made)
    monkeypatch.setattr("lab.models.token_store._made", lambda: store)
    yield made
    offline.set_offline(False)


def own_file(name: str) -> Path:
    """Where the program itself would keep a model."""
    path = folders().models / name / f"{name}.gguf"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
