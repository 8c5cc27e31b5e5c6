"""Opens what is kept, hands it to all that keep something in it, and opens it again when it could not be written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.session.keeper import Keeper
from lab.settings import folders
from ui.compare.drafts import Drafts
from ui.compare.opinions import Opinions
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store
    from lab.storage.work import Change
    from ui.history.page import HistoryPage


class OpenHistory(QObject):
    """The history, as far as it can be had.

    Args:
        keeper: Keeps comparisons and opinions.
        opinions: Reads them.
        drafts: Keeps drafts.
        is_hidden: Whether it is hidden who is who in a conversation, by its id.
        parent: Owns it.

    Attributes:
        store: The history; None while it can't be opened.
        page: Shows it; None while there is none.
        refusal: Why it could not be opened; None if it could.

    Signals:
        page_made(HistoryPage): A page that shows it, in the place of the one before.
        trouble(LabError, bool): What is wrong, and whether it may help to try again.
        resolved(): What was wrong is not any more.
        session_changed(str): A conversation was renamed, deleted or brought back; or something was added to it.
    """

    page_made = Signal(object)
    trouble = Signal(object, bool)
    resolved = Signal()
    session_changed = Signal(str)

    def __init__(
        self,
        keeper: Keeper,
        opinions: Opinions,
        drafts: Drafts,
        is_hidden: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_hidden = is_hidden
        self._keeper, self._opinions, self._drafts = keeper, opinions, drafts
        self._deliveries = Deliveries(self)
        self._closing: list[Store] = []
        self.store: Store | None = None
        self.page: HistoryPage | None = None
        self.refusal: LabError | None = None

    def open(self) -> None:
        """Open it for the first time."""
        store = self._opened()
        if store is not None:
            self._use(store)
        self._drafts.restore(self.store)

    def try_again(self) -> None:
        """Keep what could not be kept; where nothing could be written at all, open the history anew."""
        if self.store is not None and self.store.writable and self.store.lasting:
            self._keeper.retry()
            return
        fresh = self._opened()
        if fresh is None:
            return
        if self.store is not None and not (fresh.writable and fresh.lasting):
            fresh.close()  # no better than what there is
            return
        self.resolved.emit()
        self._use(fresh)
        self._drafts.attach(fresh)

    def close(self) -> None:
        """Write what still waits, as far as it goes, and close."""
        if self.store is not None:
            if self._keeper.waits:
                self._keeper.retry()
            self.store.close()
        for store in self._closing:
            store.close()

    def _opened(self) -> Store | None:
        from lab import storage

        try:
            store = storage.Store(folders().history)
        except LabError as error:
            self.refusal = error
            self.trouble.emit(error, True)
            return None
        self.refusal = None
        for notice in store.notices:
            self.trouble.emit(notice, not (store.writable and store.lasting))
        return store

    def _use(self, store: Store) -> None:
        from ui.history import page as history_page

        before, self.store = self.store, store
        if before is not None and self.page is not None:
            # The old page still looks into it, until it is gone.
            self._closing.append(before)
            self.page.destroyed.connect(partial(self._close_old, before))
        self.page = history_page.HistoryPage(store, self._is_hidden)
        self.page_made.emit(self.page)
        store.subscribe(lambda change: self._deliveries.call(partial(self._changed, change)))
        self._opinions.attach(store)
        self._keeper.attach(store)

    def _close_old(self, store: Store) -> None:
        store.close()
        if store in self._closing:
            self._closing.remove(store)

    def _changed(self, change: Change) -> None:
        from lab.storage.work import Area

        if Area.SESSIONS in change.areas:
            for changed_id in change.ids:
                self.session_changed.emit(changed_id)
