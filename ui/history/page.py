"""The history page: everything that was compared, to be found, read, put in order and gone on from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lab.errors import HistoryNewer, HistoryReadOnly, LabError
from lab.language import tr
from lab.storage.store import Store
from lab.storage.work import Area, Change, utc_now
from ui.controls.message_bar import MessageBar
from ui.controls.notice import Notice
from ui.controls.undo_notice import UndoNotice
from ui.deliveries import Deliveries
from ui.history.deeds import Deeds
from ui.history.entries import Entry
from ui.history.kept_turns import last_comparison
from ui.history.list_column import ListColumn, Shown
from ui.history.preview import WRITES, Deed, Preview
from ui.history.reader import Reader

_CHANGES_REST_MS = 200
"""Changes come in bursts while answers stream; one redraw is enough for each."""

_LIST_WIDTH = 304
_NOTHING_CHOSEN = tr("What you select in the list is shown here.")

_IN_A_LIST = frozenset((Area.SESSIONS, Area.COMPARISONS))
"""What changes which rows there are and what they say."""

_IN_A_SEARCH = _IN_A_LIST | {Area.ANSWERS, Area.VOTES, Area.NOTES}


class HistoryPage(QWidget):
    """A list on the left, what is selected in it on the right.

    Args:
        store: The history; must outlive the page.
        is_hidden: Whether it is hidden who is who in a conversation, by its id.
        parent: Of the widget.
        clock: Tells the time, for "today" and "yesterday".

    Signals:
        opened(str, str): The user wants to see a comparison on the Compare page and go on from it: the session's id
            and the comparison's, which is empty if the session has none yet.
        new_asked(): The user wants to begin a new comparison.
    """

    opened = Signal(str, str)
    new_asked = Signal()

    def __init__(
        self,
        store: Store,
        is_hidden: Callable[[str], bool] = lambda _session_id: False,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._is_hidden = is_hidden
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store = store
        self._deliveries = Deliveries(self)
        self._pending: set[Area] = {Area.SESSIONS}
        self._preview_pending = False
        self._search_pending = False
        self.column = ListColumn(store, clock, self)
        self.preview = Preview(clock, self)
        self.bar = MessageBar(self)
        self._reader = Reader(store, self.preview)
        self.undo = UndoNotice(parent=self)
        self.undo.button.setToolTip(tr("Take it back (Ctrl+Z)"))
        self._deeds = Deeds(store, self.bar, self.undo, self)
        self._notice = Notice(self)
        self._notice.say("", _NOTHING_CHOSEN)
        self._redraw_soon = QTimer(self)
        self._redraw_soon.setSingleShot(True)
        self._redraw_soon.setInterval(_CHANGES_REST_MS)
        self._redraw_soon.timeout.connect(self._redraw)
        self._lay_out()
        self._wire()
        self.preview.set_writable(store.writable)
        store.subscribe(lambda change: self._deliveries.call(partial(self._take_change, change)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw what has changed while the page was hidden."""
        super().showEvent(event)
        if self._reader.shows_selected:
            self._show_preview()  # it may be revealed by now, or have become blind
        if self._pending or self._preview_pending or self._search_pending:
            self._redraw()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """What is still to be drawn waits until the page is seen again; the history may be closed meanwhile."""
        super().hideEvent(event)
        self._redraw_soon.stop()
        self._preview_pending |= self._reader.pause()
        self._search_pending |= self.column.filters.pause()

    def focus(self) -> None:
        """Put the cursor where a person begins: into the list if it holds something."""
        (self.column.list if self.column.list.rows.rowCount() else self.column.filters).setFocus()

    def _lay_out(self) -> None:
        self.column.setMinimumWidth(264)
        self._right = QStackedWidget(self)
        self._right.addWidget(self._notice)
        self._right.addWidget(self.preview)
        self._right.setMinimumWidth(440)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        splitter.addWidget(self.column)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, 3 * _LIST_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        if not self._store.writable:
            layout.addWidget(self._read_only())
        layout.addWidget(splitter, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.undo)

    def _read_only(self) -> QLabel:
        why = next((one for one in self._store.notices if isinstance(one, HistoryReadOnly | HistoryNewer)), None)
        label = QLabel(f"{why.message} {why.hint}" if why else tr("The history can only be read."), self)
        label.setObjectName("historyReadOnly")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _wire(self) -> None:
        column = self.column
        column.chosen.connect(self._choose)
        column.opened.connect(lambda _entry: self.do(Deed.RESTORE if column.shown is Shown.TRASH else Deed.OPEN))
        column.delete_asked.connect(lambda: self.do(Deed.DELETE))
        column.new_asked.connect(self.new_asked)
        column.failed.connect(self.bar.complain)
        self.preview.asked.connect(self.do)
        self.preview.turn_opened.connect(self._open_turn)
        self._reader.shown.connect(self._show_preview)
        self._reader.failed.connect(self._preview_failed)
        self._notice.pressed.connect(self._reader.read_now)
        # A hidden page's keys are asleep, so Ctrl+F may hold for the whole window.
        self._key("Ctrl+F", column.search, Qt.ShortcutContext.WindowShortcut)
        for keys, deed in (
            ("F2", Deed.RENAME),
            ("Ctrl+T", Deed.TAG),
            ("Ctrl+P", Deed.PIN),
            ("Ctrl+Shift+C", Deed.COPY),
        ):
            self._key(keys, partial(self.do, deed))
        self._key("Ctrl+D", column.trash.toggle)
        self._key("Ctrl+Z", self.undo.button.click)
        self._key("Esc", lambda: column.trash.setChecked(False))

    def _key(
        self,
        keys: str,
        then: Callable[[], object],
        context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
    ) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(context)
        shortcut.activated.connect(then)

    def do(self, deed: Deed) -> None:
        """Do something with what is selected; nothing if it can't be done with it now."""
        entry, kept = self.column.entry(), self.preview.turns
        trashed = self.column.shown is Shown.TRASH
        fits_here = deed is Deed.COPY or (deed is Deed.RESTORE) == trashed
        if entry is None or not fits_here or (deed in WRITES and not self._store.writable):
            return
        match deed:
            case Deed.OPEN:
                self._open(entry)
            case Deed.COPY:
                self._deeds.copy(entry)
            case Deed.DELETE:
                self._deeds.delete(entry)
            case Deed.RESTORE:
                self._deeds.restore(entry)
        if kept is None or kept.session.id != entry.session_id:
            return  # what these three need to know of it is not read yet
        match deed:
            case Deed.RENAME:
                self._deeds.ask_title(kept.session)
            case Deed.TAG:
                self._deeds.ask_tags(kept.session)
            case Deed.PIN:
                self._deeds.turn_pin(kept.session)

    def _choose(self, entry: Entry | None) -> None:
        self._reader.show(entry, trashed=self.column.shown is Shown.TRASH)
        if entry is None:
            self._notice.say("", _NOTHING_CHOSEN)
            self._right.setCurrentWidget(self._notice)

    def _show_preview(self) -> None:
        turns = self.preview.turns
        if turns is not None and self._is_hidden(turns.session.id):
            self._notice.say(
                tr("This conversation is blind."), tr("Vote and reveal it first; then it can be read here too.")
            )
            self._right.setCurrentWidget(self._notice)
        elif turns is not None:
            self._right.setCurrentWidget(self.preview)

    def _preview_failed(self, error: LabError) -> None:
        self._notice.say(error.message, error.hint, tr("Try again"), tr("Read it again"))
        self._right.setCurrentWidget(self._notice)

    def _open(self, entry: Entry) -> None:
        if entry.comparison_id:
            self.opened.emit(entry.session_id, entry.comparison_id)
            return
        self._deliveries.when_done(
            self._store.read(last_comparison, entry.session_id),
            partial(self.opened.emit, entry.session_id),
            self.bar.complain,
        )

    def _open_turn(self, comparison_id: str) -> None:
        if self.preview.turns is not None:
            self.opened.emit(self.preview.turns.session.id, comparison_id)

    def _take_change(self, change: Change) -> None:
        areas = _IN_A_SEARCH if self.column.shown is Shown.FOUND else _IN_A_LIST
        self._pending |= change.areas & areas
        self._preview_pending |= bool(change.areas & _IN_A_SEARCH) and self._reader.concerns(change.ids)
        if self.isVisible() and (self._pending or self._preview_pending) and not self._redraw_soon.isActive():
            self._redraw_soon.start()

    def _redraw(self) -> None:
        pending, self._pending = self._pending, set()
        preview_pending, self._preview_pending = self._preview_pending, False
        search_pending, self._search_pending = self._search_pending, False
        if pending & _IN_A_LIST:
            self.column.offer_filters()
        if search_pending:
            self.column.look()
        elif pending:
            self.column.look_again()
        if preview_pending:
            self._reader.read_now()
