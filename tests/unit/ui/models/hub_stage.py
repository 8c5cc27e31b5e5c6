"""A search view over a Hub on this machine, and what a person sees in it and does with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lab.models import offline
from lab.models.download_order import DownloadOrder
from lab.models.token_store import TokenStore
from lab.preferences import PreferencesFile
from tests.hub.stand_in import HubStandIn, hub_stand_in
from ui.models.hub_view import HubView
from ui.models.token_keeper import TokenKeeper
from ui.theme.palette import LIGHT

CHAT, BASE, GATED = "maker/Tiny-Instruct-GGUF", "maker/Tiny-GGUF", "guarded/Closed-it-GGUF"
TOKEN = "hf_abcdefghijklmnop"


class Ring:
    """A keyring that lives in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Stage:
    """The view with what is around it.

    Attributes:
        hub: The Hub.
        store: Holds the token.
        view: The view.
        orders: What the user has asked for.
    """

    def __init__(self, qtbot: QtBot, home: Path, hub: HubStandIn) -> None:
        self.qtbot, self.hub = qtbot, hub
        self.store = TokenStore(Ring())
        self.tokens = TokenKeeper(lambda: self.store)
        self.preferences = PreferencesFile(home / "preferences.json")
        self.view = HubView(LIGHT, self.preferences, self.tokens, endpoint=hub.endpoint)
        self.orders: list[DownloadOrder] = []
        self.view.order_asked.connect(self.orders.append)
        qtbot.addWidget(self.view)
        self.view.resize(900, 600)
        with qtbot.waitSignal(self.tokens.changed):
            self.view.show()

    def search(self, text: str) -> None:
        """Type something and press Enter."""
        field = self.view.bar.field
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def find(self, text: str) -> None:
        """Search and wait for what comes."""
        with self.qtbot.waitSignal(self.view.column.list.rows.modelReset):
            self.search(text)

    def choose(self, repository: str) -> None:
        """Choose a repository of the list and wait until it is shown."""
        assert self.view.column.list.select(repository)
        self.until_shown(repository)

    def until_shown(self, repository: str) -> None:
        """Wait until a repository stands on the right."""
        shown = self.view.repository
        self.qtbot.waitUntil(
            lambda: shown.isVisible() and shown.offered is not None and shown.offered.found.repository == repository
        )

    def found(self) -> list[str]:
        """The rows of the list."""
        rows = self.view.column.list.rows
        return [one.repository for row in range(rows.rowCount()) if (one := rows.found(row))]

    def until_words(self, words: str) -> None:
        """Wait until something is to be read."""
        self.qtbot.waitUntil(lambda: words in self.words())

    def words(self) -> str:
        """All that is to be read now."""
        return words(self.view)

    def press(self, name: str) -> None:
        """Click the button that is called so."""
        press(self.view, name)

    def close(self) -> None:
        """Close everything."""
        self.view.close_down()
        self.tokens.close_down()
        self.view.hide()


def open_stage(qtbot: QtBot, home: Path) -> Iterator[Stage]:
    """A Hub with a chat model and its base, one that asks for terms, and 45 others."""
    with hub_stand_in() as hub:
        for name, size in (("Q2_K", 200), ("Q4_K_M", 400), ("Q8_0", 800)):
            hub.put(CHAT, f"tiny-{name}.gguf", bytes(size), downloads=1234, likes=56, card="# Tiny\n\nIt is small.")
        hub.put(CHAT, "mmproj-F16.gguf", b"eyes")
        hub.put(BASE, "tiny-base-Q4_K_M.gguf", bytes(400), downloads=99, likes=3)
        hub.put(GATED, "closed-Q4_K_M.gguf", b"x", gated="auto", licence="gemma", downloads=7)
        for number in range(45):
            hub.put(f"many/Other-{number:02}-GGUF", "other.gguf", b"x", downloads=number, likes=100 - number)
        stage = Stage(qtbot, home, hub)
        try:
            yield stage
        finally:
            stage.close()
            offline.set_offline(False)


def words(widget: QWidget) -> str:
    """All that is to be read on a widget now."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    buttons = [button.text() for button in widget.findChildren(QAbstractButton) if button.isVisible()]
    return "\n".join(labels + buttons)


def press(widget: QWidget, name: str) -> None:
    """Click the button that is called so."""
    found = [one for one in widget.findChildren(QAbstractButton) if one.text() == name and one.isVisible()]
    assert len(found) == 1, f"{len(found)} buttons are called {name}"
    found[0].click()
