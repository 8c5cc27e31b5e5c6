"""The Models page, the Hub's search, and the network's card in the settings. Nothing here asks the network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

from lab.models.token_store import TokenStore
from scenes.model_files import FREE_DISK, MEMORY, Hub, downloads, files
from scenes.playing import players


@contextmanager
def _computer(stage: Any, *, has_token: bool = False) -> Iterator[None]:
    """A computer with memory, disk and token as the pictures have them, on which the network is not forbidden."""
    forced = os.environ.pop("COUNTERPOINT_OFFLINE", None)
    store = TokenStore(None)  # the user's own keyring is let be
    if has_token:
        store.keep("hf_only-for-the-picture")
    stage.desktop._tokens._store = lambda: store
    with ExitStack() as stack:
        for where in ("ui.models.stock", "ui.open_models"):
            stack.enter_context(mock.patch(f"{where}.memory_now", return_value=MEMORY))
        stack.enter_context(mock.patch("ui.models.stock._free_disk", return_value=FREE_DISK))
        stack.enter_context(mock.patch("ui.models.card_survey._free_bytes", return_value=FREE_DISK))
        stack.enter_context(mock.patch("ui.open_models.held_bytes", return_value=0))
        stack.enter_context(mock.patch("ui.models.stock.held_bytes", return_value=0))
        try:
            yield
        finally:
            stage.preferences.change(offline=False)
            if forced is not None:
                os.environ["COUNTERPOINT_OFFLINE"] = forced


def _open(stage: Any, *, with_files: bool = True) -> Any:
    """Show the page with what the pictures have, in the place of what is really on this computer."""
    from ui.models.scan import Findings

    stage.desktop.window.show_page("models")
    opened = stage.desktop._library_page
    opened._controller.scan.close_down()
    opened.page.library.show_scanning(False)
    opened._controller._take_findings(Findings(files=files() if with_files else (), complete=True))
    stage.until(lambda: opened._cards.cards() and not opened._controller.stock.busy)
    opened.page.focus()
    stage.settle()
    return opened


def models(stage: Any) -> None:
    """Several models, then downloads under way and one that has failed, then all cards."""
    with _computer(stage):
        players(stage, "base.toml", "chat.toml")
        opened = _open(stage)
        stage.picture("models")
        for name in ("qwen2.5-1.5b", "Llama-3.3-70B-Instruct"):
            row = next(row for row in opened.page.library.table.rows.rows if row.name == name)
            opened.page.library.table.select_path(row.file.path)
            stage.picture(f"models-{'unsure' if name.startswith('qwen') else 'wont-fit'}")
        for download in downloads():
            opened._downloads._take(download)
        stage.settle()
        stage.picture("models-downloads")
        opened._cards.all.setChecked(True)
        stage.picture("models-all-cards")


def models_empty(stage: Any) -> None:
    """A computer without any model."""
    with _computer(stage):
        _open(stage, with_files=False)
        stage.picture("models-empty")


def models_hub(stage: Any) -> None:
    """The search: its beginning, what it finds, a repository's files, its card, one with terms, nothing found."""
    with _computer(stage):
        players(stage, "base.toml", "chat.toml")
        opened = _open(stage)
        opened._search("")
        hub = opened._hub
        hub._questions = Hub()
        stage.settle()
        stage.picture("models-hub-begin")
        hub.bar.search_for("smollm2")
        stage.until(lambda: hub.column.list.rows.rowCount() > 0)
        _choose(stage, hub, "bartowski/SmolLM2-135M-Instruct-GGUF")
        hub.repository.rows[1].fit.setChecked(True)
        stage.picture("models-hub-files")
        hub.repository.which.set_value("card")
        hub.repository.which.chosen.emit("card")
        stage.settle()
        stage.picture("models-hub-card")
        _choose(stage, hub, "someone/SmolLM2-Terms-GGUF")
        stage.picture("models-hub-terms")


def models_offline(stage: Any) -> None:
    """Working offline: the page with a download that rests, and the search."""
    with _computer(stage):
        players(stage, "base.toml", "chat.toml")
        opened = _open(stage)
        for download in downloads()[2:]:
            opened._downloads._take(download)
        stage.preferences.change(offline=True)
        stage.settle()
        stage.picture("models-offline")
        opened._search("")
        stage.settle()
        stage.picture("models-hub-offline")


def settings_network(stage: Any) -> None:
    """The network's card: working offline, with a token; and the dialog that asks for one."""
    from ui.models.token_dialog import TokenDialog

    with _computer(stage, has_token=True):
        stage.desktop.window.show_page("settings")
        network = stage.desktop._settings.network
        stage.settle()
        _scroll_to(network)
        stage.picture("settings-network")
        stage.preferences.change(offline=True)
        stage.settle()
        stage.picture("settings-network-offline")
        network.change_button.click()
        dialog = network.findChild(TokenDialog)
        stage.settle()
        for choice in (stage._light, stage._dark):
            stage.theme.choose(choice)
            stage.settle()
            dialog.grab().save(str(stage._out / f"token-dialog-{choice.value}-{stage._scale * 100}%.png"))
        dialog.reject()


def _choose(stage: Any, hub: Any, repository: str) -> None:
    hub.column.list.select(repository)
    shown = hub.repository
    stage.until(lambda: shown.isVisible() and shown.offered and shown.offered.found.repository == repository)
    stage.settle()


def _scroll_to(card: Any) -> None:
    """Bring a card of the settings to the top of the window."""
    from PySide6.QtWidgets import QScrollArea

    parent = card.parentWidget()
    while not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    parent.verticalScrollBar().setValue(card.mapTo(parent.widget(), card.rect().topLeft()).y() - 16)
