"""Runs the models page: looks for models, keeps its table up to date, and passes on what the user wants with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from lab.errors import LabError
from lab.language import tr
from lab.models.discovery import CACHE_FILE
from lab.models.found import FoundFile
from lab.models.library import Library
from lab.models.places import Place, known_places, own_places
from lab.preferences import Preferences, PreferencesFile
from lab.records import Model, Side
from lab.settings import Folders
from ui.models import words
from ui.models.adding import Adding
from ui.models.page import ModelsPage
from ui.models.row_deeds import RowDeeds
from ui.models.row_menu import kind_menu, row_menu
from ui.models.rows import ModelRow
from ui.models.scan import Findings, Scan
from ui.models.stock import Contents, Stock

_MEMORY_EVERY_MS = 10_000


class ModelsController(QObject):
    """The library half of the models page. Nothing begins before the page is first seen.

    Args:
        page: The page.
        library: The models that are kept.
        folders: Where the program keeps things.
        preferences: The user's wishes; the context that models are to have is taken from there.
        playing: Who plays which side now; sides without a model are left out.
        worker_pids: The processes of our own workers, whose memory another model would get.
        other_places: Where other programs keep models.
        parent: Owns it.

    Signals:
        use(Model, Side): The user wants a model on a side; the library knows it now.
        trouble(LabError): Something went wrong while the page was not seen.
        library_changed(): Models came, went or are of another kind.
    """

    use = Signal(object, object)
    trouble = Signal(object)
    library_changed = Signal()

    def __init__(
        self,
        page: ModelsPage,
        library: Library,
        folders: Folders,
        preferences: PreferencesFile,
        *,
        playing: Callable[[], Mapping[Side, Model]],
        worker_pids: Callable[[], Iterable[int]] = tuple,
        other_places: Callable[[], Iterable[Place]] = known_places,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._library, self._folders, self._preferences = page, library, folders, preferences
        self._other_places = other_places
        self._files: tuple[FoundFile, ...] = ()
        self._begun = False
        self._to_select = ""
        """The path of a model that was just added and is not in the table yet."""
        self.scan = Scan(self._places, folders.cache / CACHE_FILE, self)
        self.stock = Stock(library, folders.models, playing, worker_pids, self)
        self.stock.context_tokens = preferences.value.context_tokens
        self.adding = Adding(library, self)
        self.deeds = RowDeeds(library, self.adding, page.message, page)
        self._look_at_memory = QTimer(self)
        self._look_at_memory.setInterval(_MEMORY_EVERY_MS)
        self._look_at_memory.timeout.connect(self._refresh_if_seen)
        self._unsubscribe = preferences.subscribe(self._follow)
        self._wire()

    def begin(self) -> None:
        """Look for models; called when the page is first seen, earlier if somebody needs them."""
        if not self._begun:
            self.look_again()

    def look_again(self) -> None:
        """Look through this computer again; what is known stays until more is."""
        self._begun = True
        self._look_at_memory.start()
        self.stock.refresh()
        self.scan.begin()
        self._page.library.show_scanning(True)

    def refresh(self) -> None:
        """Something has changed elsewhere: other models play, or the library has new ones."""
        if self._begun:
            self.stock.refresh()

    def model_arrived(self, _model: Model) -> None:
        """A download has put a model into the library."""
        self.refresh()
        self.library_changed.emit()

    def add_folder(self, folder: Path) -> None:
        """Look for models in a folder too, from now on."""
        self.adding.do(partial(self._library.add_folder, folder), lambda _kept: self.look_again())

    def add_file(self, file: Path) -> None:
        """Put a model file into the library, select it and say so."""
        self.begin()
        self.adding.add(file, self._added)

    def close_down(self) -> None:
        """End the threads and follow nothing any more."""
        self._look_at_memory.stop()
        self._unsubscribe()
        self.scan.close_down()
        self.stock.close_down()
        self.adding.close_down()

    def _wire(self) -> None:
        page, view, table, deeds = self._page, self._page.library, self._page.library.table, self.deeds
        page.shown.connect(self._seen)
        page.folder_asked.connect(self._ask_for_folder)
        page.again_asked.connect(self.look_again)
        view.stop_asked.connect(self._stop)
        view.show_asked.connect(deeds.show_in_folder)
        view.forget_asked.connect(deeds.forget)
        view.folder_removed.connect(self._remove_folder)
        view.details.use_asked.connect(deeds.use)
        view.details.menu_asked.connect(self._open_menu)
        view.details.context_asked.connect(lambda tokens: self._preferences.change(context_tokens=tokens))
        table.use_asked.connect(deeds.use)
        table.suggested.connect(lambda row: deeds.use(row, view.details.suggested_side))
        table.kind_asked.connect(self._open_kinds)
        table.menu_asked.connect(self._open_menu)
        table.trash_asked.connect(deeds.ask_to_trash)
        table.copy_asked.connect(deeds.copy_path)
        self.scan.progressed.connect(view.show_progress)
        self.scan.found.connect(self._take_findings)
        self.scan.failed.connect(self._fail)
        self.scan.ended.connect(lambda: view.show_scanning(False))
        self.stock.changed.connect(self._show)
        self.stock.failed.connect(self._fail)
        self.adding.began.connect(lambda name: view.reading.say(words.reading(name, 0, 0)))
        self.adding.progressed.connect(
            lambda name, done, total: view.reading.say(words.reading(name, done, total), done, total)
        )
        self.adding.ended.connect(view.reading.hide)
        self.adding.failed.connect(self._complain)
        view.reading.stop_asked.connect(self.adding.stop)
        deeds.use_ready.connect(self._use)
        deeds.changed.connect(self._changed)
        deeds.gone.connect(self._forget_file)

    def _places(self) -> tuple[Place, ...]:
        """Asked on the scan's thread."""
        return (*own_places(self._folders.models, self._library.folders()), *self._other_places())

    def _seen(self) -> None:
        if self._begun:
            self.stock.refresh()
        else:
            self.begin()

    def _stop(self) -> None:
        self.scan.stop()
        self.stock.set_files(self._files, complete=True)

    def _take_findings(self, findings: Findings) -> None:
        # While it looks again, what was found before is not taken away bit by bit.
        if findings.complete or len(findings.files) > len(self._files):
            self._files = findings.files
            self.stock.set_files(self._files, complete=findings.complete)
        if findings.complete:
            self._page.library.show_notes(findings.notes)

    def _show(self, contents: Contents) -> None:
        self._page.header.facts.setText(words.free(contents.free_memory_bytes, contents.free_disk_bytes))
        first = not self._page.library.table.rows.rowCount()
        self._page.library.show_contents(contents)
        if self._to_select and self._page.library.table.select_path(self._to_select):
            self._to_select = ""
        if first and self._page.header.folder.hasFocus():
            self._page.focus()  # Qt has put it on the first button, before there was a table

    def _fail(self, error: LabError) -> None:
        self._page.library.show_failure(error)

    def _complain(self, error: LabError) -> None:
        if self._page.isVisible():
            self._page.message.complain(error)
        else:
            self.trouble.emit(error)

    def _refresh_if_seen(self) -> None:
        if self._page.isVisible():
            self.stock.refresh()

    def _follow(self, preferences: Preferences) -> None:
        if preferences.context_tokens != self.stock.context_tokens:
            self.stock.context_tokens = preferences.context_tokens
            self.refresh()

    def _ask_for_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._page.window(), tr("Look for models in a folder too"))
        if chosen:
            self.add_folder(Path(chosen))

    def _remove_folder(self, folder: Path) -> None:
        self.adding.do(partial(self._library.remove_folder, folder), lambda _kept: self.look_again())

    def _use(self, model: Model, side: Side) -> None:
        self._page.message.say(tr("{name} is chosen for side {side}.", name=model.name, side=side.upper()))
        self.use.emit(model, side)
        self.stock.refresh()

    def _added(self, model: Model) -> None:
        self._page.message.say(tr("{name} is in the library now.", name=model.name))
        self._to_select = model.path
        self._changed()

    def _changed(self) -> None:
        self.stock.refresh()
        self.library_changed.emit()

    def _forget_file(self, path: str) -> None:
        self._files = tuple(file for file in self._files if file.path != path)
        self.stock.set_files(self._files, complete=False)
        self.library_changed.emit()

    def _open_kinds(self, row: ModelRow, place: QPoint) -> None:
        kind_menu(row, self.deeds, self._page).popup(place)

    def _open_menu(self, row: ModelRow, place: QPoint) -> None:
        row_menu(row, self.deeds, self._page.library.table).popup(place)
