"""The dialog that takes prompts out of another file: what is in it is shown before anything is kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import counted, tr
from lab.suites.draft import Draft, faults
from lab.suites.importing import Imported, import_prompts
from lab.suites.prompt_format import PromptFormat
from lab.suites.suite import Suite
from lab.visible import visible
from ui.controls.elided_label import ElidedLabel
from ui.controls.segmented import Segmented
from ui.deliveries import Deliveries
from ui.results.file_choice import FileChoice
from ui.suites.editor_fields import LineField

ENDINGS = (".txt", ".csv", ".tsv", ".jsonl", ".ndjson")
"""Of files that can be dropped on the list of suites."""
_WIDTH = 560
_SHOWN = 5
_SHOWN_CHARACTERS = 200
_BY_ENDING = "ending"

Work = Callable[[Callable[[], Imported]], Future[Imported]]
"""Does something on another thread."""


def dropped_file(mime: QMimeData) -> Path | None:
    """The one file of prompts that is dragged; None if it is something else."""
    urls = mime.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in ENDINGS else None


def choose_file(parent: QWidget, files: FileChoice) -> Path | None:
    """Ask for a file of prompts; None if none is wanted."""
    endings = " ".join(f"*{ending}" for ending in ENDINGS)
    prompts, everything = tr("Prompts"), tr("All files")
    return files.to_read(tr("Import prompts"), f"{prompts} ({endings});;{everything} (*)")


class ImportDialog(QDialog):
    """Reads a file and shows what is in it. Open it with ``open()``; closing it deletes it.

    Args:
        path: The file.
        work: Reads it on another thread.
        files: Asks for another file.
        window: Over which it opens.

    Attributes:
        title: What the suite will be called.
        take: Keeps the suite.
        edit: Opens it in the editor first.

    Signals:
        taken(Suite): Keep it.
        edit_wanted(Suite): Open it in the editor; it is not kept yet.
    """

    taken = Signal(object)
    edit_wanted = Signal(object)

    def __init__(self, path: Path, work: Work, files: FileChoice, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(tr("Import prompts"))
        self.setFixedWidth(_WIDTH)
        self._path, self._work, self._files = path, work, files
        self._deliveries = Deliveries(self)
        self._reading = 0
        self._suite: Suite | None = None
        self._name = ElidedLabel(parent=self)
        self._name.setProperty("role", "name")
        self.other = self._button(tr("Choose another …"), tr("Take prompts out of another file"), self._choose)
        self.form = Segmented(
            [
                (_BY_ENDING, tr("By its ending")),
                (PromptFormat.TEXT, tr("A line each")),
                (PromptFormat.CSV, "CSV"),
                (PromptFormat.JSONL, "JSONL"),
            ],
            name=tr("In what form the prompts are"),
            parent=self,
        )
        self.form.button(PromptFormat.CSV).setToolTip(tr("A table; its first line names the columns, one is prompt"))
        self.form.button(PromptFormat.JSONL).setToolTip(tr("An object a line; also of MT-Bench and of AlpacaEval"))
        self.form.chosen.connect(lambda _form: self._read())
        self._preview = QFrame(self)
        self._preview.setObjectName("importPreview")
        self._count, self._text = self._label("name"), self._label("quiet")
        self._left_out = self._label("small")
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Reading the file"))
        self.title = LineField(tr("Title of the suite"), tr("One line"))
        self.title.edited.connect(self._judge)
        self.edit = self._button(
            tr("Import and edit"), tr("Look through the prompts before they are saved"), self._edit
        )
        self.take = self._button(tr("Import"), tr("Save them as a suite of your own (Enter)"), self._take)
        self.take.setProperty("role", "main")
        self.take.setDefault(True)
        self.cancel = self._button(tr("Cancel"), tr("Take nothing in (Esc)"), self.reject)
        self._lay_out()
        self._read()

    def said(self) -> str:
        """What it says of the file."""
        return "\n".join(label.text() for label in (self._count, self._text, self._left_out) if label.text())

    def _lay_out(self) -> None:
        file_row = QHBoxLayout()
        file_row.setSpacing(8)
        file_row.addWidget(self._name, 1)
        file_row.addWidget(self.other)
        inside = QVBoxLayout(self._preview)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(6)
        for widget in (self._count, self._bar, self._text, self._left_out):
            inside.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.edit)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take)
        form_row = QHBoxLayout()
        form_row.addWidget(self.form)
        form_row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(file_row)
        layout.addLayout(form_row)
        layout.addWidget(self._preview)
        layout.addWidget(self.title)
        layout.addSpacing(4)
        layout.addLayout(buttons)

    def _read(self) -> None:
        self._reading += 1
        self._suite = None
        self._name.setText(visible(self._path.name))
        self._name.setAccessibleDescription(str(self._path))
        self._say(tr("Reading …"))
        self._bar.show()
        self._judge()
        form = None if self.form.value() == _BY_ENDING else PromptFormat(self.form.value())
        self._deliveries.when_done(
            self._work(partial(import_prompts, self._path, form)),
            partial(self._show, self._reading),
            partial(self._complain, self._reading),
        )

    def _show(self, reading: int, imported: Imported) -> None:
        if reading != self._reading:  # another file or form was chosen meanwhile
            return
        items = imported.suite.items
        lines = [_one_line(item.prompt) for item in items[:_SHOWN]]
        more = len(items) - _SHOWN
        if more > 0:
            lines.append(counted(more, tr("and {n} more"), tr("and {n} more")))
        left_out = ", ".join(map(visible, imported.left_out[:10]))
        self._bar.hide()
        self._say(
            counted(len(items), tr("{n} prompt"), tr("{n} prompts")),
            "\n".join(lines),
            tr("Left out, since a suite has no place for it: {names}.", names=left_out) if left_out else "",
        )
        self._suite = imported.suite
        self.title.show_value(imported.suite.title)
        self._judge()
        self.take.setFocus()

    def _complain(self, reading: int, error: LabError) -> None:
        if reading == self._reading:
            self._bar.hide()
            self._say(visible(error.message), visible(error.hint), failed=True)
            self._judge()

    def _say(self, count: str, text: str = "", left_out: str = "", *, failed: bool = False) -> None:
        for label, words in ((self._count, count), (self._text, text), (self._left_out, left_out)):
            label.setText(words)
            label.setVisible(bool(words))
        self._preview.setProperty("state", "failed" if failed else "")
        self._preview.style().unpolish(self._preview)
        self._preview.style().polish(self._preview)
        self.adjustSize()

    def _judge(self, _title: str = "") -> None:
        suite = self._named()
        wrong = [] if suite is None else [each.sentence for each in faults(Draft.of(suite)) if each.field == "title"]
        self.title.show_fault(wrong[0] if wrong else "")
        self.title.setVisible(suite is not None)
        self.take.setEnabled(suite is not None and not wrong)
        self.edit.setEnabled(suite is not None)
        self.adjustSize()

    def _named(self) -> Suite | None:
        return None if self._suite is None else msgspec.structs.replace(self._suite, title=self.title.value())

    def _choose(self) -> None:
        if path := choose_file(self, self._files):
            self._path = path
            self._read()

    def _take(self) -> None:
        if suite := self._named():
            self.accept()
            self.taken.emit(suite)

    def _edit(self) -> None:
        if suite := self._named():
            self.accept()
            self.edit_wanted.emit(suite)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _button(self, words: str, tip: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button


def _one_line(text: str) -> str:
    line = visible(" ".join(text[: 2 * _SHOWN_CHARACTERS].split()))
    return f"•  {line if len(line) <= _SHOWN_CHARACTERS else line[:_SHOWN_CHARACTERS] + ' …'}"
