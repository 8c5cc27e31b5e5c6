"""A models page over a home with real files, and what a person sees on it and does with it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lab.models.library import Library
from lab.models.places import Place, known_places
from lab.preferences import PreferencesFile
from lab.records import Model, Side
from lab.settings import folders
from tests import gguf_files
from ui.models.columns import Column
from ui.models.controller import ModelsController
from ui.models.page import ModelsPage
from ui.models.rows import ModelRow


class Bench:
    """The page with its controller; nothing is shown before ``open``.

    Attributes:
        user: The user's own folder, in which other programs keep their models.
        playing: Who plays; tests change it as a window would.
        used: What the page asked for.
    """

    def __init__(self, qtbot: QtBot, user: Path) -> None:
        self.qtbot, self.user = qtbot, user
        self.folders = folders()
        self.library = Library(self.folders.data / "library.json")
        self.preferences = PreferencesFile(self.folders.data / "preferences.json")
        self.playing: dict[Side, Model] = {}
        self.used: list[tuple[Model, Side]] = []
        self.page = ModelsPage()
        self.view = self.page.library
        self.table = self.view.table
        self.controller = ModelsController(
            self.page,
            self.library,
            self.folders,
            self.preferences,
            playing=lambda: self.playing,
            other_places=self.places,
        )
        self.controller.use.connect(self._use)
        qtbot.addWidget(self.page)

    def places(self) -> Iterable[Place]:
        """Where other programs keep models in this home; asked on the scan's thread."""
        return known_places({}, self.user, "linux")

    def open(self, width: int = 900, height: int = 600) -> None:
        """Show the page and wait until all is found."""
        self.page.resize(width, height)
        self.page.show()
        self.wait_until_found()

    def wait_until_found(self) -> None:
        """Wait until a search has come to its end and the table shows what it has found."""
        self.qtbot.waitUntil(lambda: not self.controller.scan.running and self.settled())

    def settled(self) -> bool:
        """Whether the table shows what is known."""
        return not self.controller.stock.busy

    def look_again(self) -> None:
        """Press the button, and wait."""
        press(self.page, "Look again")
        self.wait_until_found()

    def names(self) -> list[str]:
        """The rows that are shown, from top to bottom."""
        return [row.name for number in range(self.table.shown.rowCount()) if (row := self.table.shown.row(number))]

    def row(self, name: str) -> ModelRow:
        """A row by its name."""
        return next(row for row in self.table.rows.rows if row.name == name)

    def select(self, name: str) -> None:
        """Select a row."""
        assert self.table.select_path(self.row(name).file.path)

    def key(self, key: Qt.Key) -> None:
        """Press a key in the table."""
        self.qtbot.keyClick(self.table, key)

    def cell(self, name: str, column: Column) -> QPoint:
        """The middle of the left half of a cell, in the table's viewport."""
        number = self.table.shown.number_of(self.row(name).file.path)
        area = self.table.visualRect(self.table.shown.index(number, column))
        return area.center() - QPoint(area.width() // 4, 0)

    def click(self, place: QPoint) -> None:
        """Click into the table."""
        self.qtbot.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def menu(self) -> QMenu:
        """The menu that is open."""
        self.qtbot.waitUntil(lambda: any(menu.isVisible() for menu in self.page.findChildren(QMenu)))
        return next(menu for menu in self.page.findChildren(QMenu) if menu.isVisible())

    def question(self) -> QMessageBox:
        """The question that is open."""
        self.qtbot.waitUntil(lambda: any(box.isVisible() for box in self.page.findChildren(QMessageBox)))
        return next(box for box in self.page.findChildren(QMessageBox) if box.isVisible())

    def close(self) -> None:
        """Close the page."""
        self.page.close()
        self.controller.close_down()

    def _use(self, model: Model, side: Side) -> None:
        self.playing[side] = model
        self.used.append((model, side))


def model(path: Path, **options: object) -> Path:
    """A small model at a path; the folders on the way are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return gguf_files.tiny_model(path, **options)  # type: ignore[arg-type]


def ollama(user: Path, name: str, blob: Path) -> Path:
    """Put a model into Ollama's store."""
    store, digest = user / ".ollama" / "models", "ab" * 32
    (store / "blobs").mkdir(parents=True, exist_ok=True)
    kept = Path(shutil.copy(blob, store / "blobs" / f"sha256-{digest}"))
    manifest = store / "manifests" / "registry.ollama.ai" / "library" / name / "1b"
    manifest.parent.mkdir(parents=True)
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}"}
    manifest.write_text(json.dumps({"layers": [layer]}), encoding="utf-8")
    return kept


def words(widget: QWidget) -> str:
    """All that is to be read on a widget now."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    buttons = [button.text() for button in widget.findChildren(QPushButton) if button.isVisible()]
    return "\n".join(labels + buttons)


def press(widget: QWidget, text: str) -> None:
    """Click the button that is called so."""
    found = [one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible()]
    assert len(found) == 1, f"{len(found)} buttons are called {text}"
    found[0].click()


def choose(menu: QMenu, text: str) -> None:
    """Choose an entry of a menu."""
    action = next(action for action in menu.actions() if action.text().startswith(text))
    assert action.isEnabled()
    menu.close()
    action.trigger()
