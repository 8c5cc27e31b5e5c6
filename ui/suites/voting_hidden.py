"""Knows in which runs it is hidden who is who, for whoever votes at this computer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lab.preferences import Preferences, PreferencesFile
from lab.records import KeptRun, RunState
from lab.runs.opened import OpenedFile
from ui.compare.rater_button import ME
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage import Store
    from lab.storage.run_votes import Begun
    from lab.storage.work import Change

_REST_MS = 1000
"""A run changes the history often; once a moment is enough to look."""


class HiddenRuns(QObject):
    """A run is hidden from a rater who has cast blind votes on it, has pairs left, and has not asked to see.

    Args:
        opened: Which runs a rater has asked to see.
        preferences: Says who votes.
        parent: Owns it.

    Attributes:
        opened: The same.

    Signals:
        changed(): Something is hidden now that was not, or the other way round.
    """

    changed = Signal()

    def __init__(self, opened: OpenedFile, preferences: PreferencesFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self._rater = rater_of(preferences.value)
        self._store: Store | None = None
        self._hidden: frozenset[str] = frozenset()
        """The ids of the conversations."""
        self._told: set[str] = set()
        """Those of which a page has told, for the rater of now: it knows of pairs that are to come a second time."""
        self._deliveries = Deliveries(self)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._resting.timeout.connect(self._look)
        self._unsubscribe = preferences.subscribe(self._follow)

    def attach(self, store: Store) -> None:
        """Look into this history, now and whenever it changes."""
        self._store = store
        store.subscribe(lambda change: self._deliveries.call(lambda: self._changed(store, change)))
        self._look()

    def is_hidden(self, session_id: str) -> bool:
        """True while it is hidden who is who in the conversation of a run."""
        return session_id in self._hidden

    def set_hidden(self, run: KeptRun, hidden: bool) -> None:
        """Say what is known of a run for the rater of now, e.g. while they vote."""
        if hidden:
            self._told.add(run.session_id)
        else:
            self._told.discard(run.session_id)
        self._set(self._hidden - {run.session_id})

    def set_open(self, run: KeptRun, rater: str, opened: bool) -> None:
        """A rater wants to see who is who in a run, or wants it hidden again."""
        self.opened.set_open(run.id, rater, opened)
        self._told.discard(run.session_id)
        if opened and rater == self._rater:
            self._set(self._hidden - {run.session_id})
        self._look()

    def close_down(self) -> None:
        """Follow the preferences and the history no more: what is delivered late finds nobody to ask."""
        self._unsubscribe()
        self._resting.stop()
        self._store = None

    def _follow(self, preferences: Preferences) -> None:
        if rater_of(preferences) != self._rater:
            self._rater = rater_of(preferences)
            self._told.clear()
            self._look()

    def _changed(self, store: Store, change: Change) -> None:
        from lab.storage.work import Area

        if store is self._store and change.areas & {Area.VOTES, Area.RUNS, Area.SESSIONS}:
            self._resting.start()

    def _look(self) -> None:
        if self._store is None:
            return
        from lab.storage import run_votes

        rater = self._rater
        asked = self._store.read(run_votes.begun_blind, rater)
        # What can't be read is told of by whoever shows it.
        self._deliveries.when_done(asked, lambda begun: self._take(rater, begun), lambda _error: None)

    def _take(self, rater: str, begun: Sequence[Begun]) -> None:
        if rater == self._rater:
            self._set(
                frozenset(
                    each.run.session_id
                    for each in begun
                    if (each.pairs_left or each.run.state is RunState.RUNNING)
                    and not self.opened.is_open(each.run.id, rater)
                )
            )

    def _set(self, hidden: frozenset[str]) -> None:
        hidden |= self._told
        if hidden != self._hidden:
            self._hidden = hidden
            self.changed.emit()


def rater_of(preferences: Preferences) -> str:
    """Who votes."""
    return preferences.rater or ME
