"""What the user does with what is kept: rename, tag, pin, delete, restore; each with its message."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from lab.language import tr
from lab.records import KeptSession
from lab.storage import sessions, trash
from lab.storage.store import Store
from ui.controls.message_bar import MessageBar
from ui.controls.undo_notice import UndoNotice
from ui.deliveries import Deliveries
from ui.history.as_markdown import as_markdown
from ui.history.ask_text import AskText
from ui.history.entries import Entry
from ui.history.kept_turns import read_comparison, read_session


class Deeds(QObject):
    """Writes to the history. What it changed is announced by the store, and the page draws itself again by that.

    Args:
        store: The history.
        bar: Where it is said what was done, and what went wrong.
        undo: Where a deletion can be taken back.
        page: Over which dialogs open.
    """

    def __init__(self, store: Store, bar: MessageBar, undo: UndoNotice, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._bar = bar
        self._undo = undo
        self._page = page
        self._deliveries = Deliveries(self)

    def ask_title(self, session: KeptSession) -> None:
        """Let the user give a conversation a title."""
        dialog = AskText(
            tr("Rename"),
            tr("Title of the conversation"),
            session.title,
            tr("Leave it empty to go by the first prompt."),
            self._page,
        )
        dialog.answered.connect(lambda title: self._do(self._store.write(sessions.rename, session.id, title)))
        dialog.open()

    def ask_tags(self, session: KeptSession) -> None:
        """Let the user give a conversation tags."""

        def ask(known: list[str]) -> None:
            in_use = tr("In use: {tags}.", tags=", ".join(known[:20]))
            hint = in_use if known else tr("For example: physics, class 9b.")
            question = tr("Tags, with commas between them")
            dialog = AskText(tr("Tags"), question, ", ".join(session.tags), hint, self._page)
            dialog.answered.connect(lambda text: self._do(self._store.write(sessions.tag, session.id, text.split(","))))
            dialog.open()

        self._deliveries.when_done(self._store.read(sessions.all_tags), ask, self._bar.complain)

    def turn_pin(self, session: KeptSession) -> None:
        """Pin a conversation, or no longer."""
        self._do(self._store.write(sessions.pin, session.id, pinned=not session.pinned))

    def delete(self, entry: Entry) -> None:
        """Put a conversation or a comparison into the trash, with a way back."""
        if entry.comparison_id:
            future = self._store.write(trash.put_comparison, entry.comparison_id)
        else:
            future = self._store.write(trash.put_session, entry.session_id)
        self._do(future, lambda: self._undo.offer(tr("Deleted."), lambda: self.restore(entry, tr("Brought back."))))

    def restore(self, entry: Entry, said: str = "") -> None:
        """Take a conversation or a comparison out of the trash, and say so."""
        if entry.comparison_id:
            future = self._store.write(trash.restore_comparison, entry.comparison_id)
        else:
            future = self._store.write(trash.restore_session, entry.session_id)
        self._do(future, lambda: self._bar.say(said or tr("Restored.")))

    def copy(self, entry: Entry) -> None:
        """Put a conversation or a comparison on the clipboard as Markdown."""
        if entry.comparison_id:
            future = self._store.read(read_comparison, entry.comparison_id)
        else:
            future = self._store.read(read_session, entry.session_id)

        def put(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._bar.say(tr("Copied as Markdown."))

        self._deliveries.when_done(future, lambda kept: put(as_markdown(kept)), self._bar.complain)

    def _do(self, future: Future[Any], then: Callable[[], None] | None = None) -> None:
        # The next action ends the way back from the last one; the trash still has it.
        self._undo.withdraw()
        self._bar.clear()
        self._deliveries.when_done(future, lambda _nothing: then() if then else None, self._bar.complain)
