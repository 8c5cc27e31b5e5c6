"""The left side of the page: what to look for, what was found, and a word where there is nothing to list."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lab.errors import LabError
from lab.language import counted, tr
from lab.storage import search, sessions
from lab.storage.store import Store
from lab.storage.trash import KEEP_DAYS
from ui.controls.notice import Notice
from ui.deliveries import Deliveries
from ui.history.entries import Entry, read_found, read_sessions, read_trash
from ui.history.filter_bar import FilterBar
from ui.history.list_view import ListView

_LOADING_AFTER_MS = 250
"""What is there sooner needs no word that it is being looked for."""


class Shown(StrEnum):
    """What the list holds."""

    SESSIONS = "sessions"
    FOUND = "found"
    TRASH = "trash"


class ListColumn(QFrame):
    """A search field, filters, the list, and the way to the trash.

    Args:
        store: The history.
        clock: Tells the time, for "today" and "this week".
        parent: Of the widget.

    Signals:
        chosen(object): Another ``Entry`` is selected; None if there is none.
        opened(Entry): Enter was pressed on an entry, or it was double-clicked.
        delete_asked(): Del was pressed on an entry.
        new_asked(): The user wants to begin a new comparison.
        failed(LabError): Something beside the list could not be read; the list itself says so in its own place.
    """

    chosen = Signal(object)
    opened = Signal(object)
    delete_asked = Signal()
    new_asked = Signal()
    failed = Signal(object)

    def __init__(self, store: Store, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._store = store
        self._clock = clock
        self._deliveries = Deliveries(self)
        self._count_of: Future[int] | None = None
        self._looks = 0
        self.filters = FilterBar(self)
        self.list = ListView(self)
        self.notice = Notice(self)
        self._when_pressed: Callable[[], None] = self.look
        self.status = QLabel(self)
        self.status.setProperty("role", "small")
        self.trash = QToolButton(self)
        self.trash.setText(tr("Trash"))
        self.trash.setCheckable(True)
        self.trash.setAccessibleName(tr("Trash"))
        self.trash.setToolTip(tr("Show what was deleted (Ctrl+D)"))
        self._loading = QTimer(self)
        self._loading.setSingleShot(True)
        self._loading.setInterval(_LOADING_AFTER_MS)
        self._loading.timeout.connect(self._say_loading)
        self._lay_out()
        self.filters.changed.connect(self.look)
        self.filters.left_downwards.connect(self.list.setFocus)
        self.list.left_upwards.connect(self._leave_upwards)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.list.delete_asked.connect(self.delete_asked)
        self.list.rows.arrived.connect(self._arrived)
        self.list.rows.failed.connect(self._failed)
        self.notice.pressed.connect(lambda: self._when_pressed())
        self.trash.toggled.connect(self._turn_trash)

    @property
    def shown(self) -> Shown:
        """What the list holds, or is about to hold."""
        if self.trash.isChecked():
            return Shown.TRASH
        return Shown.SESSIONS if self.filters.is_empty else Shown.FOUND

    def entry(self) -> Entry | None:
        """What is selected; None if nothing is, or if the list is not to be seen."""
        return self.list.entry() if self._middle.currentWidget() is self.list else None

    def look(self) -> None:
        """Show what is looked for now, from its beginning."""
        store, now, rows = self._store, self._clock(), self.list.rows
        self._forget_count()
        self._loading.start()
        match self.shown:
            case Shown.TRASH:
                rows.show(lambda most, after: store.read(read_trash, now, limit=most, offset=after))
            case Shown.SESSIONS:
                rows.show(lambda most, after: store.read(read_sessions, now, limit=most, offset=after))
            case Shown.FOUND:
                wanted = self.filters.wanted(now)
                rows.show(lambda most, after: store.read(read_found, wanted, now, limit=most, offset=after))

    def look_again(self) -> None:
        """The history has changed: read the same rows again and keep the place."""
        self._forget_count()
        if self.list.rows.rowCount():
            self.list.reload()
        else:
            self.look()

    def offer_filters(self) -> None:
        """Read which models and tags there are to filter by."""
        store, deliver = self._store, self._deliveries.when_done
        deliver(store.read(search.models), self.filters.set_models, self.failed.emit)
        deliver(store.read(sessions.all_tags), self.filters.set_tags, self.failed.emit)

    def search(self) -> None:
        """Put the cursor into the search field."""
        self.trash.setChecked(False)
        self.filters.focus()

    def _lay_out(self) -> None:
        self._trash_head = self._make_trash_head()
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.addWidget(self.status, 1)
        foot.addWidget(self.trash)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.filters)
        layout.addWidget(self._trash_head)
        layout.addWidget(self._middle, 1)
        layout.addLayout(foot)

    def _make_trash_head(self) -> QWidget:
        head = QWidget(self)
        title = QLabel(tr("Trash"), head)
        title.setProperty("role", "title")
        text = QLabel(tr("What was deleted goes for good after {days} days.", days=KEEP_DAYS), head)
        text.setProperty("role", "quiet")
        text.setWordWrap(True)
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(text)
        head.hide()
        return head

    def _turn_trash(self, trash: bool) -> None:
        self.filters.setVisible(not trash)
        self._trash_head.setVisible(trash)
        self.trash.setText(tr("Back to the history") if trash else tr("Trash"))
        not_deleted, deleted = tr("Show what was not deleted (Ctrl+D)"), tr("Show what was deleted (Ctrl+D)")
        self.trash.setToolTip(not_deleted if trash else deleted)
        self.look()

    def _leave_upwards(self) -> None:
        if self.shown is not Shown.TRASH:
            self.filters.focus()

    def _arrived(self, _again: bool) -> None:
        self._loading.stop()
        self.status.clear()
        if self.list.rows.rowCount():
            self._middle.setCurrentWidget(self.list)
        else:
            self._say_empty()
        if self.shown is Shown.FOUND and self.list.rows.rowCount():
            self._count()

    def _count(self) -> None:
        """Say how many there are, after the first of them are seen."""
        self._forget_count()
        looks = self._looks

        def say(number: int) -> None:
            if looks == self._looks:
                self.status.setText(counted(number, tr("{n} found", "one"), tr("{n} found", "many")))

        self._count_of = self._store.read(search.count, self.filters.wanted(self._clock()))
        self._deliveries.when_done(self._count_of, say, self.failed.emit)

    def _forget_count(self) -> None:
        self._looks += 1
        if self._count_of is not None:
            self._count_of.cancel()
            self._count_of = None

    def _say_empty(self) -> None:
        match self.shown:
            case Shown.SESSIONS:
                self.notice.say(
                    tr("Nothing here yet."),
                    tr("Every comparison you make is kept here, on this computer."),
                    tr("New comparison"),
                    tr("Begin a comparison on the Compare page"),
                )
                self._put_notice(self.new_asked.emit)
            case Shown.FOUND:
                self.notice.say(
                    tr("Nothing found."),
                    tr("No prompt, answer or note fits."),
                    tr("Clear search and filters"),
                    tr("Show all conversations again"),
                )
                self._put_notice(self._clear)
            case Shown.TRASH:
                self.notice.say(tr("The trash is empty."), tr("What you delete can be brought back from here."))
                self._put_notice(self.look)

    def _say_loading(self) -> None:
        if self.list.rows.rowCount() and self._middle.currentWidget() is self.list:
            self.status.setText(tr("Searching …") if self.shown is Shown.FOUND else tr("Reading …"))
        else:
            self.notice.say(tr("Searching …") if self.shown is Shown.FOUND else tr("Reading the history …"))
            self._put_notice(self.look)

    def _failed(self, error: LabError, first_page: bool) -> None:
        self._loading.stop()
        self.status.clear()
        if first_page:
            self.notice.say(error.message, error.hint, tr("Try again"), tr("Read the history again"))
            self._put_notice(self.look)
            self.list.forget()
        else:
            self.failed.emit(error)

    def _put_notice(self, when_pressed: Callable[[], None]) -> None:
        self._when_pressed = when_pressed
        self._middle.setCurrentWidget(self.notice)

    def _clear(self) -> None:
        self.filters.clear()
        self.filters.focus()
