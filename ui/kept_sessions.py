"""Conversations of the history on the compare page: opened there, and followed when they change elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.records import Comparison, KeptSession
from ui.compare.controller import CompareController
from ui.compare.page import ComparePage
from ui.deliveries import Deliveries

if TYPE_CHECKING:
    from lab.storage import Store
    from lab.storage.work import Work


class KeptSessions(QObject):
    """Brings what was kept back to where it was made.

    Args:
        page: The compare page.
        compare: Drives it.
        store: Gives the history; None while there is none.
        parent: Owns it.

    Signals:
        shown(): A conversation is about to be on the compare page.
        trouble(LabError): One can't be read.
    """

    shown = Signal()
    trouble = Signal(LabError)

    def __init__(
        self, page: ComparePage, compare: CompareController, store: Callable[[], Store | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page, self._compare, self._store = page, compare, store
        self._deliveries = Deliveries(self)
        self._over = False

    def open(self, session_id: str, comparison_id: str) -> None:
        """Go on with a conversation.

        Args:
            session_id: Which.
            comparison_id: The turn that should be seen; empty for the last one.
        """
        from lab.storage import comparisons, sessions

        store = self._store()
        assert store is not None

        def read(work: Work) -> tuple[str, list[Comparison]]:
            return sessions.get(work, session_id).title, comparisons.of_session(work, session_id)

        def show(found: tuple[str, list[Comparison]]) -> None:
            if self._over:
                return
            self.shown.emit()
            self._page.show_panes()
            self._compare.open(session_id, found[1], comparison_id or None, found[0])

        self._deliveries.when_done(store.read(read), show, self.trouble.emit)

    def follow(self, session_id: str) -> None:
        """What is open may have been renamed or deleted on another page."""
        store = self._store()
        if self._over or session_id != self._compare.session.id or store is None:
            return
        from lab.storage import sessions

        def show(kept: KeptSession) -> None:
            if session_id != self._compare.session.id:
                return
            if kept.trashed_utc is not None:
                self._compare.begin_new()
            elif kept.title != self._compare.display.title:
                self._compare.display.title = kept.title
                self._compare.display.show_facts()

        def leave(_gone: LabError) -> None:
            if session_id == self._compare.session.id:
                self._compare.begin_new()

        self._deliveries.when_done(store.read(sessions.get, session_id), show, leave)

    def close_down(self) -> None:
        """Show nothing any more."""
        self._over = True
