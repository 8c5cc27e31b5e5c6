"""Keeps the preview on what is selected: reads it, reads it again when it changes, and drops what comes too late."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from lab.errors import LabError
from lab.storage.store import Store
from ui.deliveries import Deliveries
from ui.history.entries import Entry
from ui.history.kept_turns import KeptTurns, read_comparison, read_opinions, read_session
from ui.history.preview import CARDS_AT_ONCE, Preview

_REST_MS = 60
"""Whoever runs through the list with the arrow keys doesn't want each row read."""


class Reader(QObject):
    """Fills a preview.

    Args:
        store: The history.
        preview: What to fill.

    Signals:
        shown(): The preview shows what is selected.
        failed(LabError): It could not be read.
    """

    shown = Signal()
    failed = Signal(object)

    def __init__(self, store: Store, preview: Preview) -> None:
        super().__init__(preview)
        self._store = store
        self._preview = preview
        self._deliveries = Deliveries(self)
        self._entry: Entry | None = None
        self._shown: tuple[str, str] | None = None
        self._trashed = False
        self._cards = CARDS_AT_ONCE
        self._asked = 0
        self._future: Future[KeptTurns] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.read_now)
        preview.more_opinions_wanted.connect(self._read_opinions)

    def show(self, entry: Entry | None, *, trashed: bool) -> None:
        """Show another entry soon."""
        if entry is not None and self.shows_selected and entry.key == self._shown and trashed == self._trashed:
            self._entry = entry
            return
        self._drop()
        self._entry, self._trashed = entry, trashed
        if entry is not None:
            self._rest.start()
        else:
            self._shown = None

    @property
    def shows_selected(self) -> bool:
        """Whether the preview shows what is selected, perhaps as it was a moment ago."""
        return self._entry is not None and self._entry.key == self._shown

    def pause(self) -> bool:
        """Read nothing for now.

        Returns:
            Whether something was about to be read; ``read_now`` reads it then.
        """
        waits = self._rest.isActive()
        self._rest.stop()
        return waits

    def concerns(self, ids: frozenset[str]) -> bool:
        """Whether a change of these is to be seen in what is shown; of none named, everything may have changed."""
        kept = self._preview.turns
        return kept is None or not ids or bool(ids & kept.ids)

    def read_now(self) -> None:
        """Read what is selected, again if it is shown already."""
        self._drop()
        entry = self._entry
        if entry is None:
            return
        again = entry.key == self._shown
        if not again:
            self._cards = CARDS_AT_ONCE
        cards = self._cards
        if entry.comparison_id:
            future = self._store.read(read_comparison, entry.comparison_id)
        else:
            future = self._store.read(read_session, entry.session_id, most_opinions=cards)
        self._future = future

        def take(kept: KeptTurns) -> None:
            self._shown = entry.key
            self._preview.show_turns(kept, trashed=self._trashed, cards=cards, keep_place=again)
            self.shown.emit()

        def give_up(error: LabError) -> None:
            self._shown = None
            self.failed.emit(error)

        self._wait_for(future, take, give_up)

    def _read_opinions(self, ids: tuple[str, ...]) -> None:
        # If a change comes in between, all is read again: then for so many.
        self._cards = self._preview.cards + len(ids)
        self._wait_for(self._store.read(read_opinions, ids), self._preview.add_opinions, self.failed.emit)

    def _wait_for(self, future: Future[Any], take: Callable[[Any], Any], give_up: Callable[[LabError], Any]) -> None:
        asked = self._asked

        def if_wanted(then: Callable[[Any], Any], value: Any) -> None:
            if asked == self._asked:
                then(value)

        self._deliveries.when_done(future, partial(if_wanted, take), partial(if_wanted, give_up))

    def _drop(self) -> None:
        """What is on its way is no longer wanted."""
        self._rest.stop()
        self._asked += 1
        if self._future is not None:
            self._future.cancel()
            self._future = None
