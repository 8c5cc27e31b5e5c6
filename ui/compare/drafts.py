"""Keeps what was typed but not sent, one draft a conversation."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lab.records import KeptSession
from ui.compare.composer import Composer
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store

_PAUSE_MS = 500
FIRST_PROMPT = "Explain photosynthesis simply."
"""What a newcomer finds in the composer."""


class Drafts(QObject):
    """Writes the draft a moment after the last key, and brings it back.

    A conversation that has not begun has a place of its own, so its draft outlives the window too.

    Args:
        composer: Where it is typed.
        parent: Owns it.
    """

    def __init__(self, composer: Composer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._composer = composer
        self._store: Store | None = None
        self._deliveries = Deliveries(self)
        self._session_id = ""
        self._saved = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        composer.edited.connect(lambda _text: self._pause.start())

    def restore(self, store: Store | None) -> None:
        """Bring back what was typed before the program ended; a first prompt if nothing was ever asked.

        Args:
            store: The history, which keeps drafts from now on; None keeps nothing.
        """
        self._store = store
        if store is None:
            self._write(FIRST_PROMPT)
            return
        from lab.storage import sessions

        self._deliveries.when_done(store.read(sessions.draft, ""), self._came, lambda _error: None)
        self._deliveries.when_done(store.read(sessions.listed, limit=1), self._greet, lambda _error: None)

    def go_to(self, session_id: str, begun: bool) -> None:
        """Another conversation is shown.

        Args:
            session_id: Which.
            begun: False for one that has no prompt yet.
        """
        self.flush()
        self._session_id = session_id if begun else ""

    def flush(self) -> None:
        """Write the draft now."""
        self._pause.stop()
        text = self._composer.text()
        if self._store is not None and text != self._saved and self._store.writable:
            from lab.storage import sessions

            self._saved = text
            # A draft that the disk does not take is no reason to disturb whoever is writing it.
            self._store.write(sessions.save_draft, text, self._session_id).add_done_callback(Future.exception)

    def _came(self, text: str) -> None:
        self._saved = text
        if text:
            self._write(text)

    def _greet(self, kept: list[KeptSession]) -> None:
        if not kept:
            self._write(FIRST_PROMPT)

    def _write(self, text: str) -> None:
        if not self._composer.text():  # the user may have begun to type meanwhile
            self._composer.set_text(text)
