"""A Hub on this machine with a pair of tiny models, and what the tests of cards and downloads say about it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lab.models import hub
from lab.models.catalogue import CatalogueEntry, CatalogueModel, Stage
from lab.models.download_order import Download, DownloadOrder, DownloadState
from lab.models.download_part import part_of
from lab.models.hub_files import choose, group_files
from lab.models.library import Library
from lab.models.token_store import HubToken
from tests.hub.faults import Fault
from tests.hub.stand_in import HubStandIn, hub_stand_in
from tests.hub.watching import STEADY
from ui.models.downloads import Downloads

BASE, CHAT = "someone/tiny-GGUF", "someone/tiny-Instruct-GGUF"
HALT = 1_000_000
ALWAYS = -1
SOON_MS = 20_000


def model(stage: Stage, name: str, repository: str) -> CatalogueModel:
    return CatalogueModel(
        stage=stage, name=name, repository=repository, pattern="*Q4_K_M.gguf", licence="MIT",
        licence_url="https://example.org/mit", size_bytes=4_000_000,
    )  # fmt: skip


PAIR = CatalogueEntry(
    id="tiny", title="Tiny", family="Tiny", made_by="us", why="It is tiny.",
    models=(model(Stage.BASE, "tiny", BASE), model(Stage.CHAT, "tiny-instruct", CHAT)),
)  # fmt: skip


@contextmanager
def hub_with_the_pair(base: bytes, chat: bytes) -> Iterator[HubStandIn]:
    with hub_stand_in() as stand_in:
        stand_in.put(BASE, "tiny.Q4_K_M.gguf", base)
        stand_in.put(CHAT, "tiny-instruct.Q4_K_M.gguf", chat)
        yield stand_in


def grown(path: Path, seed: int) -> bytes:
    """A model that takes a moment to come."""
    return path.read_bytes() + random.Random(seed).randbytes(3_000_000)


class Line:
    """Opens downloads over one home, as a window does each time that it starts.

    Attributes:
        home: Of the program.
        models: Where the files go.
        library: What is done.
        stand_in: The Hub.
    """

    def __init__(self, qtbot: QtBot, home: Path, stand_in: HubStandIn) -> None:
        self.qtbot, self.home, self.stand_in = qtbot, home, stand_in
        self.models = home / "models"
        self.library = Library(home / "data" / "library.json")
        self.parent = QObject()
        self._opened: list[Downloads] = []

    def open(self, *, token: str = "") -> Downloads:
        downloads = Downloads(
            self.library, self.parent, models=self.models, endpoint=self.stand_in.endpoint,
            token=lambda: HubToken(token) if token else None, patience=STEADY,
        )  # fmt: skip
        self._opened.append(downloads)
        return downloads

    def order(self, repository: str) -> DownloadOrder:
        found = hub.look_up(repository, endpoint=self.stand_in.endpoint)
        return DownloadOrder(files=choose(group_files(found.files), "", repository).files)

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=SOON_MS)

    def until_state(self, downloads: Downloads, *states: DownloadState) -> None:
        self.until(lambda: [one.state for one in downloads.all()] == list(states))

    def halted(self, downloads: Downloads, begin: Callable[[], object]) -> Download:
        """A download that stands still in its middle, with its first bytes on the disk."""
        self.stand_in.go_on.clear()
        self.stand_in.halted.clear()
        self.stand_in.fail(Fault(halt_after=HALT))
        begin()
        self.until(self.stand_in.halted.is_set)
        self.until(lambda: any(self.has_begun(one) for one in downloads.all()))
        return next(one for one in downloads.all() if self.has_begun(one))

    def has_begun(self, download: Download) -> bool:
        part = part_of(download.path)
        return part.exists() and part.stat().st_size > 0

    def files(self) -> list[str]:
        return sorted(path.name for path in self.models.rglob("*") if path.is_file())

    def close(self) -> None:
        for downloads in self._opened:
            downloads.close_down()


def names(downloads: Sequence[Download]) -> list[str]:
    return [one.path.name for one in downloads]
