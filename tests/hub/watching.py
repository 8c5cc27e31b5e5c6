"""A download queue under watch: what it tells is kept, and a test waits for what it must come to."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from lab.models import hub
from lab.models.download_order import Download, DownloadOrder, DownloadState
from lab.models.download_queue import DownloadQueue
from lab.models.download_transfer import Patience
from lab.models.hub_files import choose, group_files
from lab.models.library import Library
from lab.models.token_store import HubToken

QUICK = Patience(connect_s=5, stall_s=0.5, first_wait_s=0.01, longest_wait_s=0.02, tries=3)
"""For faults: a silent line is soon given up."""
STEADY = replace(QUICK, stall_s=30)
"""For downloads that a test halts."""
_PATIENCE_S = 30


class Watched:
    """A queue with everything that it has told."""

    def __init__(self, endpoint: str, home: Path, *, token: str = "", patience: Patience = QUICK) -> None:
        self.home = home
        self.models = home / "models"
        self.library = Library(home / "library.json")
        self.endpoint = endpoint
        self._news: queue.SimpleQueue[Download] = queue.SimpleQueue()
        self.told: list[Download] = []
        self.queue = DownloadQueue(
            self._news.put,
            models=self.models,
            library=self.library,
            endpoint=endpoint,
            token=lambda: HubToken(token) if token else None,
            patience=patience,
        )

    def order(self, repository: str, wanted: str = "") -> DownloadOrder:
        """An order for a file as the Hub describes it now."""
        found = hub.look_up(repository, endpoint=self.endpoint)
        return DownloadOrder(files=choose(group_files(found.files), wanted, repository).files, licence=found.licence)

    def until(self, is_it: Callable[[Download], bool]) -> Download:
        """Wait for news that fit."""
        while True:
            download = self._news.get(timeout=_PATIENCE_S)
            self.told.append(download)
            if is_it(download):
                return download

    def until_over(self, identity: str) -> Download:
        """Wait until nothing more happens to a download."""
        return self.until(lambda one: one.id == identity and one.state.is_over)

    def until_state(self, state: DownloadState) -> Download:
        """Wait until some download is in a state."""
        return self.until(lambda one: one.state is state)

    def until_begun(self, part: Path) -> None:
        """Wait until there are bytes on the disk; the queue tells of them at its own pace."""
        end = time.monotonic() + _PATIENCE_S
        pause = threading.Event()
        while not (part.exists() and part.stat().st_size > 0):
            assert time.monotonic() < end, f"nothing came into {part}"
            pause.wait(0.005)

    def fetch(self, order: DownloadOrder) -> Download:
        """Add an order and wait for its end."""
        return self.until_over(self.queue.add(order).id)

    def on_disk(self) -> dict[str, int]:
        """Every file below the models' folder with its size, but for sidecars, which are listed as 0 bytes."""
        return {
            path.name: 0 if path.name.endswith(".json") else path.stat().st_size
            for path in sorted(self.models.rglob("*"))
            if path.is_file()
        }


@contextmanager
def watched(endpoint: str, home: Path, *, token: str = "", patience: Patience = QUICK) -> Iterator[Watched]:
    """Run a queue for the length of a block."""
    one = Watched(endpoint, home, token=token, patience=patience)
    try:
        yield one
    finally:
        one.queue.close()
