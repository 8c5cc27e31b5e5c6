"""What the user does with a model of the table."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from lab.amounts import size
from lab.language import counted, tr
from lab.models.library import Library
from lab.records import Kind, Model, Side
from ui.controls.message_bar import MessageBar
from ui.models.adding import Adding
from ui.models.rows import ModelRow, all_parts
from ui.models.trash import move_to_trash, refusal


class RowDeeds(QObject):
    """Does it, and says what came of it.

    Args:
        library: The models that are kept.
        adding: Changes the library in the background.
        message: Says what was done.
        window: Over which questions are asked.

    Signals:
        use_ready(Model, Side): A model can play a side now.
        changed(): The library is another.
        gone(str): The file of that path is no longer there.
    """

    use_ready = Signal(object, object)
    changed = Signal()
    gone = Signal(str)

    def __init__(self, library: Library, adding: Adding, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._library, self._adding, self._message, self._window = library, adding, message, window

    def use(self, row: ModelRow, side: Side) -> None:
        """Let a model play a side; one that the library does not know is read through first."""
        if side not in row.sides:
            self._adding.with_model(row, partial(self._ready, side))

    def set_kind(self, row: ModelRow, kind: Kind | None) -> None:
        """Say what a model is, or with None let its file say so again."""
        verdict = row.facts.verdict
        if verdict.overruled and verdict.kind is kind:
            return
        self._adding.set_kind(row, kind, self.changed.emit)

    def forget(self, name: str) -> None:
        """Take a model out of the library; its file stays."""

        def said(_model: Model) -> None:
            self._message.say(tr("{name} is no longer in the library. Its file stays.", name=name))
            self.changed.emit()

        self._adding.do(partial(self._library.remove, name), said)

    def show_in_folder(self, path: Path) -> None:
        """Open the folder that a file is in."""
        folder = path if path.is_dir() else path.parent
        if not folder.is_dir():
            self._message.say(tr("The folder {folder} is not there any more.", folder=folder))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._message.say(tr("The file manager did not open. The folder is {folder}.", folder=folder))

    def copy_path(self, row: ModelRow) -> None:
        """Put a file's path on the clipboard."""
        QGuiApplication.clipboard().setText(row.file.path)
        self._message.say(tr("The path is on the clipboard."))

    def ask_to_trash(self, row: ModelRow) -> None:
        """Ask whether a model is really to be moved to the trash; where that is not for us to do, say why."""
        why_not = refusal(row)
        question = QMessageBox(self._window)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowModality(Qt.WindowModality.WindowModal)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if why_not:
            question.setWindowTitle(tr("Not from here"))
            question.setText(tr("{name} is not deleted from here.", name=row.name))
            question.setInformativeText(why_not)
            show = question.addButton(tr("Show in folder"), QMessageBox.ButtonRole.ActionRole)
            show.clicked.connect(lambda: self.show_in_folder(row.path))
            question.addButton(QMessageBox.StandardButton.Close)
        else:
            parts = all_parts(row)
            question.setWindowTitle(tr("Move to the trash"))
            question.setText(tr("Move {name} to the trash?", name=row.name))
            what_then = counted(
                len(parts),
                tr("Its file ({size}) can be got back from there. What it has answered stays in the history."),
                tr("Its {n} files ({size}) can be got back from there. What it has answered stays in the history."),
                size=size(row.file.size_bytes),
            )
            question.setInformativeText(f"{what_then}\n\n{row.path}")
            move = question.addButton(tr("Move to the trash"), QMessageBox.ButtonRole.DestructiveRole)
            move.clicked.connect(lambda: self._trash(row, parts))
            cancel = question.addButton(QMessageBox.StandardButton.Cancel)
            question.setDefaultButton(cancel)
            question.setEscapeButton(cancel)
        question.open()

    def _ready(self, side: Side, model: Model) -> None:
        self.changed.emit()
        self.use_ready.emit(model, side)

    def _trash(self, row: ModelRow, parts: tuple[Path, ...]) -> None:
        def trash() -> None:
            move_to_trash(parts)
            if row.listed is not None:
                self._library.remove(row.listed.model.name)

        def said(_none: None) -> None:
            self._message.say(tr("{name} is in the trash.", name=row.name))
            self.gone.emit(row.file.path)

        self._adding.do(trash, said)
