"""Keeps what was typed but not sent, one draft a conversation."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lab.records import KeptSession
from ui.compare.composer import Composer
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store
    from lab.storage.work import Work

_PAUSE_MS = 500
FIRST_PROMPT = "Explain photosynthesis simply."
"""What a newcomer finds in the composer."""
_MOST_SENT = 100
"""So many earlier prompts can be leafed through."""


class Drafts(QObject):
    """Writes the draft a moment after the last key, and brings it back with its conversation.

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
            self._greet([])
            return
        from lab.storage import sessions

        self._bring_back()
        self._deliveries.when_done(store.read(sessions.listed, limit=1), self._greet, lambda _error: None)
        self._deliveries.when_done(store.read(_sent), self._composer.set_history, lambda _error: None)

    def attach(self, store: Store) -> None:
        """Keep drafts in this history from now on; what is typed stays."""
        self._store, self._saved = store, ""
        self.flush()

    def begun(self, session_id: str) -> None:
        """What was typed has become the first prompt of a conversation."""
        if not self._session_id:
            self._save("")
        self._session_id, self._saved = session_id, ""

    def go_to(self, session_id: str) -> None:
        """Another conversation is shown: put its draft in the place of the other one's.

        Args:
            session_id: Which; empty for one that has no prompt yet.
        """
        self.flush()
        if session_id != self._session_id:
            self._session_id, self._saved = session_id, ""
            self._composer.set_text("")
            self._bring_back()

    def flush(self) -> None:
        """Write the draft now."""
        self._pause.stop()
        text = self._composer.draft()
        if text != self._saved:
            self._save(text)

    def _save(self, text: str) -> None:
        if self._store is not None and self._store.writable:
            from lab.storage import sessions

            self._saved = text
            # A draft that the disk does not take is no reason to disturb whoever is writing it.
            self._store.write(sessions.save_draft, text, self._session_id).add_done_callback(Future.exception)

    def _bring_back(self) -> None:
        if self._store is not None:
            from lab.storage import sessions

            came = partial(self._came, self._session_id)
            self._deliveries.when_done(self._store.read(sessions.draft, self._session_id), came, lambda _error: None)

    def _came(self, session_id: str, text: str) -> None:
        if session_id == self._session_id and text:
            self._saved = text
            self._write(text)

    def _greet(self, kept: list[KeptSession]) -> None:
        if not kept and not self._composer.text():
            self._composer.suggest(FIRST_PROMPT)

    def _write(self, text: str) -> None:
        if not self._composer.text():  # the user may have begun to type meanwhile
            self._composer.set_text(text)


def _sent(work: Work) -> list[str]:
    """The latest prompts of all conversations, oldest first, each once."""
    from sqlalchemy import select

    from lab.storage.tables import ComparisonRow

    rows = work.db.scalars(
        select(ComparisonRow.prompt)
        .where(ComparisonRow.trashed_utc.is_(None))
        .order_by(ComparisonRow.number.desc())
        .limit(_MOST_SENT)
    )
    return list(dict.fromkeys(rows))[::-1]
