"""Takes votes out and in at the user's wish: asks for files, works on a thread, and says how it ended."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from lab.errors import LabError
from lab.exchange.choice import ExportFormat, Undecided
from lab.exchange.summary_words import sentences
from lab.language import number, tr
from lab.storage.store import Store
from lab.visible import visible
from ui.deliveries import Deliveries
from ui.models.hub_asker import Asker
from ui.results import exchange_words
from ui.results.file_choice import FileChoice
from ui.results.page import ResultsPage

if TYPE_CHECKING:  # imported on the thread
    from lab.exchange.importing import Checked
    from lab.exchange.raters import Naming
    from ui.results.exchange_work import Looked, Taken

_WORK = "exchange"
_BYTES = tr("{done} of {total} MB")
_BUSY = LabError(tr("Something is being exported or imported already."), tr("Wait until it is done, or stop it first."))
_TAKEN_NOTHING = tr("Stopped. Nothing was taken in.")


class Exchange(QObject):
    """One export or import at a time.

    Args:
        page: Has the buttons, and says how far it is.
        store: The history.
        parent: Owns it.

    Attributes:
        files: Asks where files are.
    """

    def __init__(self, page: ResultsPage, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._store = page, store
        self.files = FileChoice(page)
        self._asker = Asker("exchange", self)
        self._deliveries = Deliveries(self)
        self._stop = threading.Event()
        page.header.export_asked.connect(self.export)
        page.header.import_asked.connect(self.take_in)
        page.exchange_work.stop_asked.connect(lambda: self._stop.set())

    def attach(self, store: Store) -> None:
        """Take out of this history and into it from now on."""
        self._store = store

    def close_down(self) -> None:
        """Stop what is under way; nobody waits for it."""
        self._stop.set()
        self._asker.close_down()

    @property
    def busy(self) -> bool:
        """Whether something is being taken out or in."""
        return self._asker.waits_for(_WORK)

    def export(self, format: ExportFormat, undecided: Undecided) -> None:
        """Let the user say where it goes, and write it there."""
        if self._refuses():
            return
        words = exchange_words.FORMATS[format.value]
        name = exchange_words.suggested_name(words, date.today())
        question = self._page.header.question()
        path = self.files.to_write(tr("Export"), name, words.kind)
        if path is None:
            return
        doing = tr("Writing the report") if format.is_report else tr("Exporting")
        report, stopped = self._begin(doing, "" if format.is_report else tr("{done} of {total} comparisons"))
        ask = partial(_work, "export", self._store, path, format, undecided, question, report, stopped)
        self._asker.ask(_WORK, ask, partial(self._exported, format, path), self._failed)

    def take_in(self) -> None:
        """Let the user choose a file, and take it in."""
        if self._refuses():
            return
        path = self.files.to_read(tr("Import votes"), exchange_words.TAKES_IN)
        if path is None:
            return
        report, stopped = self._begin(tr("Checking the file"), _BYTES)
        ask = partial(_work, "look", self._store, path, report, stopped)
        self._asker.ask(_WORK, ask, self._looked, self._failed)

    def _refuses(self) -> bool:
        if self.busy:
            self._page.message.complain(_BUSY)
        return self.busy

    def _looked(self, looked: Looked | None) -> None:
        self._page.end_work(self._page.exchange_work)
        if looked is None:
            self._page.told.say(_TAKEN_NOTHING)
            return
        from lab.exchange.raters import Naming
        from ui.results.naming_dialog import NamingDialog, unclear

        about = unclear(looked.names)
        if not about:
            self._take(looked.checked, Naming())
            return
        dialog = NamingDialog(looked.checked.path.name, about, self._page)
        dialog.chosen.connect(partial(self._take, looked.checked))
        dialog.open()

    def _take(self, checked: Checked, naming: Naming) -> None:
        if self._refuses():
            return
        report, stopped = self._begin(tr("Taking it in"), _BYTES)
        ask = partial(_work, "take", self._store, checked, naming, report, stopped)
        self._asker.ask(_WORK, ask, self._taken, self._failed)

    def _begin(self, doing: str, of: str) -> tuple[Callable[[int, int], None], Callable[[], bool]]:
        """Say that something begins.

        Args:
            doing: What.
            of: How far it is, with places for both numbers; empty if that would say nothing.

        Returns:
            What tells how far it is, and what asks whether to give up.
        """
        self._stop = stop = threading.Event()
        self._page.told.hide()
        self._page.exchange_work.say(f"{doing} …")

        def report(done: int, total: int) -> None:
            self._deliveries.call(partial(show, done, total))

        def show(done: int, total: int) -> None:
            if stop is self._stop and self.busy and total:
                # A report is of several pieces, each counted anew.
                said = tr("{doing}: {far}", doing=doing, far=_far(done, total, of)) if of else f"{doing} …"
                self._page.exchange_work.say(said, done, total)

        return report, stop.is_set

    def _exported(self, format: ExportFormat, path: Path, written: int | None) -> None:
        if written is None:
            self._page.told.say(tr("Stopped. No file was written."))
        else:
            self._page.told.say(exchange_words.written(format, written, visible(path.name)), path)
        self._page.end_work(self._page.exchange_work)

    def _taken(self, taken: Taken | None) -> None:
        if taken is None:
            self._page.told.say(_TAKEN_NOTHING)
        else:
            lines = [visible(line) for line in sentences(taken.summary)]
            if taken.backup is not None:
                lines.append(tr("How it was before is kept in {file}", file=taken.backup))
            self._page.told.say("\n".join(lines))
        self._page.end_work(self._page.exchange_work)

    def _failed(self, error: LabError) -> None:
        self._page.told.complain(LabError(visible(error.message), visible(error.hint)))
        self._page.end_work(self._page.exchange_work)


def _work(what: str, *given: Any) -> Any:
    """Do something of ``exchange_work``; called on the thread."""
    from ui.results import exchange_work

    return getattr(exchange_work, what)(*given)


def _far(done: int, total: int, of: str) -> str:
    if of == _BYTES:
        return of.format(done=number(done / 1e6, 1), total=number(total / 1e6, 1))
    return of.format(done=number(done), total=number(total))
