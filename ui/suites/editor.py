"""What the user does with suites of their own: make, change, take in, copy, delete."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from lab.errors import LabError
from lab.language import tr
from lab.suites.draft import Draft
from lab.suites.faults import BadSuite
from lab.suites.own import ChangedElsewhere, OwnSuite, put_back, read_own_suite, save_new, save_over
from lab.suites.shelf import ShelvedSuite
from lab.suites.suite import Suite
from ui.deliveries import Deliveries
from ui.models.trash import move_to_trash
from ui.results.file_choice import FileChoice
from ui.suites.editor_dialog import SuiteEditor
from ui.suites.editor_import import ImportDialog, choose_file

T = TypeVar("T")

_MOST_TITLE_CHARACTERS = 100
_NEW = Draft(head={"id": "suite", "title": ""})


class SuiteDesk(QObject):
    """Makes, changes, takes in and deletes the user's own suites; opens its dialogs over a window.

    Args:
        folder: Where the user's suites are; it need not exist.
        window: Over which dialogs open.
        parent: Owns it.

    Attributes:
        editor: The editor that is open; None if none is.
        importing: The dialog that takes prompts in; None if it is not open.

    Signals:
        saved(str): A suite was saved; its id.
        removed(str): A suite's file went to the trash; its id.
        said(str): A sentence on what was done.
        failed(LabError): Something could not be done.
        undo_offered(str, object): What was done, and a function that takes it back.
    """

    saved = Signal(str)
    removed = Signal(str)
    said = Signal(str)
    failed = Signal(object)
    undo_offered = Signal(str, object)

    def __init__(self, folder: Path, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent or window)
        self._folder, self._window = folder, window
        self._deliveries = Deliveries(self)
        self._thread: ThreadPoolExecutor | None = None
        self._files = FileChoice(window)
        self._own: OwnSuite | None = None
        self.editor: SuiteEditor | None = None
        self.importing: ImportDialog | None = None

    def new(self) -> None:
        """Write a new suite."""
        self._open(_NEW, None)

    def edit(self, each: ShelvedSuite) -> None:
        """Change a suite of the user's; of one that ships a copy."""
        if each.path is None:
            self.edit_copy(each)
        else:
            self._do(partial(read_own_suite, each.path), lambda own: self._open(Draft.of(own.suite), own))

    def edit_copy(self, each: ShelvedSuite) -> None:
        """Write a new suite that begins as a copy of another."""
        self._open_new(msgspec.structs.replace(each.suite, title=_copy_of(each.suite.title)))

    def import_prompts(self, path: Path | None = None) -> None:
        """Take prompts out of a file.

        Args:
            path: The file; None to ask for one.
        """
        path = path or choose_file(self._window, self._files)
        if path is None:
            return
        dialog = ImportDialog(path, self._work, self._files, self._window)
        dialog.taken.connect(self._save_new)
        dialog.edit_wanted.connect(self._open_new)
        dialog.finished.connect(self._import_closed)
        self.importing = dialog
        dialog.open()

    def delete(self, each: ShelvedSuite) -> None:
        """Move a suite of the user's to the system's trash; it is offered to put it back."""
        path = each.path
        if path is None:
            return

        def trash() -> OwnSuite:
            own = read_own_suite(path)
            move_to_trash([path])
            return own

        def gone(own: OwnSuite) -> None:
            self.removed.emit(own.suite.id)
            self.undo_offered.emit(
                tr("{title} is in the trash.", title=own.suite.title),
                lambda: self._do(partial(put_back, own), self._back),
            )

        self._do(trash, gone)

    def show_in_folder(self, each: ShelvedSuite) -> None:
        """Open the folder in which a suite's file is."""
        self._show_folder(each.path.parent if each.path else self._folder)

    def open_folder(self) -> None:
        """Open the folder of the user's suites, which is made if need be."""
        self._do(partial(_made, self._folder), self._show_folder)

    def copy_path(self, each: ShelvedSuite) -> None:
        """Put the path of a suite's file on the clipboard."""
        if each.path is not None:
            QGuiApplication.clipboard().setText(str(each.path))
            self.said.emit(tr("The path is on the clipboard."))

    def may_close(self) -> bool:
        """Whether nothing would be lost; else the editor asks."""
        if self.editor is None:
            return True
        self.editor.reject()  # which asks if something would be lost
        return self.editor is None

    def close_down(self) -> None:
        """Begin nothing any more; what is being saved is saved."""
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)
            self._thread = None

    def _open_new(self, suite: Suite) -> None:
        self._open(Draft.of(suite), None)

    def _open(self, draft: Draft, own: OwnSuite | None) -> None:
        if self.editor is not None:
            self.editor.raise_()
            return
        self._own = own
        self.editor = SuiteEditor(draft, saved=own is not None, window=self._window)
        self.editor.save_wanted.connect(self._save)
        self.editor.finished.connect(self._closed)
        self.editor.open()

    def _closed(self) -> None:
        self.editor = self._own = None

    def _import_closed(self) -> None:
        self.importing = None

    def _save(self, suite: Suite) -> None:
        own = self._own
        work = partial(save_new, self._folder, suite) if own is None else partial(save_over, own, suite)
        self._deliveries.when_done(self._work(work), self._is_saved, self._is_not_saved)

    def _is_saved(self, own: OwnSuite) -> None:
        self._own = own
        if self.editor is not None:
            self.editor.was_saved()
        self.saved.emit(own.suite.id)

    def _is_not_saved(self, error: LabError) -> None:
        if self.editor is None:
            self.failed.emit(error)
            return
        self.editor.complain(error)
        if isinstance(error, ChangedElsewhere):
            self._offer_copy(error, self.editor)

    def _offer_copy(self, error: LabError, editor: SuiteEditor) -> None:
        question = QMessageBox(editor)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setWindowModality(Qt.WindowModality.WindowModal)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(tr("Not saved"))
        question.setText(error.message)
        question.setInformativeText(error.hint)
        copy = question.addButton(tr("Save as a copy"), QMessageBox.ButtonRole.AcceptRole)
        copy.clicked.connect(lambda: self._save_copy(editor))
        stay = question.addButton(tr("Go on writing"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(copy)
        question.setEscapeButton(stay)
        question.open()

    def _save_copy(self, editor: SuiteEditor) -> None:
        self._own = None
        editor.save.click()

    def _save_new(self, suite: Suite) -> None:
        self._do(partial(save_new, self._folder, suite), self._back)

    def _back(self, own: OwnSuite) -> None:
        self.saved.emit(own.suite.id)

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.said.emit(tr("The file manager did not open. The folder is {folder}.", folder=folder))

    def _do(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        self._deliveries.when_done(self._work(work), then, self.failed.emit)

    def _work(self, work: Callable[[], T]) -> Future[T]:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="suite-desk")
        return self._thread.submit(work)


def _copy_of(title: str) -> str:
    return tr("{title} (copy)", title=title[: _MOST_TITLE_CHARACTERS - 12])


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSuite(
            tr("{path} can't be made: {why}.", path=folder, why=error.strerror or error), tr("Check its permissions.")
        ) from error
    return folder
