"""The editor of one suite: the prompts at the left, what is chosen of them at the right; all of it can be undone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lab.errors import LabError
from lab.language import number, tr
from lab.suites.draft import Draft, Fault, faults
from lab.suites.suite import MOST_ITEMS, Suite
from ui.controls.message_bar import MessageBar
from ui.suites.editor_area import FormArea
from ui.suites.editor_forms import PromptForm, SuiteForm
from ui.suites.editor_list import PromptList
from ui.suites.editor_undo import Step, Undoing

_SIZE = QSize(1120, 800)
_AROUND = QSize(24, 24)
_SIDE_PIXELS = 272


class SuiteEditor(QDialog):
    """Changes a draft until it is saved or left. Open it with ``open()``; closing it deletes it.

    Args:
        draft: What it begins with.
        saved: Whether that is what is on the disk.
        window: Over which it opens.

    Signals:
        save_wanted(Suite): It is sound and is to be saved; answer with ``was_saved`` or ``complain``.
    """

    save_wanted = Signal(object)

    def __init__(self, draft: Draft, *, saved: bool, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("suiteEditor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Suite"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(_SIZE.boundedTo(window.window().size() - _AROUND))
        self._undoing = Undoing(Step(draft=draft, place=None))
        self._kept: Draft | None = draft if saved else None
        self._saving: Draft | None = None
        self._closes_when_saved = False
        self._is_fresh = not draft.items
        self._faults: tuple[Fault, ...] = ()
        self.prompts = PromptList(self)
        self.suite_form, self.prompt_form = SuiteForm(), PromptForm()
        self.message = MessageBar(self)
        self.add = self._button(tr("Add"), tr("A new prompt after this one"), "Ctrl+N", self._add)
        self.copy = self._button(tr("Duplicate"), tr("The same prompt once more"), "Ctrl+D", self._duplicate)
        self.remove = self._button(tr("Remove"), tr("Take this prompt away"), "Ctrl+Delete", self._remove)
        self.up = self._button(tr("Up"), tr("Move this prompt up"), "Alt+Up", lambda: self._move(-1))
        self.down = self._button(tr("Down"), tr("Move this prompt down"), "Alt+Down", lambda: self._move(1))
        self.undo = self._button(tr("Undo"), tr("Take back what you did last"), "Ctrl+Z", self._undo)
        self.redo = self._button(tr("Redo"), tr("Do again what you took back"), "Ctrl+Shift+Z", self._redo)
        self.close_button = self._button(tr("Close"), tr("Leave the editor (Esc)"), "", self.reject)
        self.save = self._button(tr("Save"), tr("Save the suite"), "Ctrl+S", self._save)
        self.save.setProperty("role", "main")
        self.faults_button = self._button("", tr("Go to the first thing that is wrong"), "F8", self._go_to_fault)
        self.faults_button.setObjectName("suiteFaults")
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._stack = QStackedWidget(self)
        self._lay_out()
        for keys, change in (("Alt+PgUp", -1), ("Alt+PgDown", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=change: self._step(by))
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.prompts, self.remove.click)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.prompts.chosen.connect(self._choose)
        self.suite_form.edited.connect(lambda name, value: self._edit(None, name, value))
        self.prompt_form.edited.connect(lambda name, value: self._edit(self.place, name, value))
        self._show()
        self.suite_form.focus()

    @property
    def draft(self) -> Draft:
        """What it holds now."""
        return self._undoing.now.draft

    @property
    def place(self) -> int | None:
        """Which prompt is shown; None for the suite itself."""
        return self._undoing.now.place

    @property
    def changed(self) -> bool:
        """Whether something would be lost by closing."""
        return self._kept is None or self.draft != self._kept

    def was_saved(self) -> None:
        """What was to be saved is on the disk."""
        self._kept, self._saving = self._saving, None
        if self._closes_when_saved and not self.changed:
            self.accept()
            return
        self.message.say(tr("Saved."))
        self._show()

    def complain(self, error: LabError) -> None:
        """It could not be saved, and why."""
        self._saving, self._closes_when_saved = None, False
        self.message.complain(error)
        self._show()

    def reject(self) -> None:
        """Close, after a question if something would be lost."""
        if self._saving is None and (not self.changed or self._is_untouched()):
            super().reject()
        elif self._saving is None:
            self._ask()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """As the button does."""
        event.ignore()
        self.reject()

    def _is_untouched(self) -> bool:
        """A new suite in which nothing was written."""
        return self._kept is None and not self._undoing.can_undo and not self._undoing.can_redo and not self.draft.items

    def _lay_out(self) -> None:
        top = QFrame(self)
        top.setObjectName("suiteTop")
        head = QHBoxLayout(top)
        head.setContentsMargins(20, 10, 16, 10)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        side = QFrame(self)
        side.setObjectName("suiteSide")
        side.setFixedWidth(_SIDE_PIXELS)
        left = QVBoxLayout(side)
        left.setContentsMargins(10, 10, 10, 12)
        left.setSpacing(8)
        left.addWidget(self.prompts, 1)
        for buttons in ((self.add, self.copy), (self.up, self.down, self.remove)):
            row = QHBoxLayout()
            row.setSpacing(6)
            for button in buttons:
                row.addWidget(button, 1)
            left.addLayout(row)
        for form in (self.suite_form, self.prompt_form):
            self._stack.addWidget(FormArea(form, self))
        foot = QFrame(self)
        foot.setObjectName("suiteFoot")
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.faults_button)
        below.addStretch(1)
        below.addWidget(self.close_button)
        below.addWidget(self.save)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(side)
        middle.addWidget(self._stack, 1)
        notes = QVBoxLayout(foot)
        notes.setContentsMargins(12, 10, 16, 10)
        notes.setSpacing(8)
        notes.addWidget(self.message)
        notes.addLayout(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addLayout(middle, 1)
        layout.addWidget(foot)

    def _button(self, words: str, tip: str, keys: str, act: Any) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setToolTip(f"{tip} ({keys})" if keys else tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        if keys:
            QShortcut(QKeySequence(keys), self, button.click)
        return button

    def _edit(self, place: int | None, name: str, value: Any) -> None:
        field = name.partition("[")[0]
        typed = "" if name in ("turns", "checks") else name
        self._do(self.draft.with_field(place, field, value), place, typed)

    def _do(self, draft: Draft, place: int | None, field: str = "", *, fresh: bool = False) -> None:
        self._is_fresh = fresh  # nobody is told that they have not begun yet
        self._undoing.do(Step(draft=draft, place=place), field)
        self._show()

    def _add(self) -> None:
        place = len(self.draft.items) if self.place is None else self.place + 1
        self._do(self.draft.with_new(place, {"prompt": ""}), place, fresh=True)
        self.prompt_form.focus()

    def _duplicate(self) -> None:
        if self.place is not None:
            place = self.place + 1
            self._do(self.draft.with_new(place, self.draft.items[self.place]), place)

    def _remove(self) -> None:
        if self.place is not None:
            left = self.draft.without(self.place)
            self._do(left, min(self.place, len(left.items) - 1) if left.items else None)
            self.prompts.setFocus()

    def _move(self, by: int) -> None:
        if self.place is not None and 0 <= self.place + by < len(self.draft.items):
            self._do(self.draft.moved(self.place, self.place + by), self.place + by)

    def _undo(self) -> None:
        self._is_fresh = False
        self._undoing.undo()
        self._show()

    def _redo(self) -> None:
        self._undoing.redo()
        self._show()

    def _step(self, by: int) -> None:
        row = (0 if self.place is None else self.place + 1) + by
        if 0 <= row <= len(self.draft.items):
            self._choose(row - 1 if row else None)

    def _choose(self, place: int | None) -> None:
        self._is_fresh = False
        self._undoing.show(place)
        self._show()

    def _go_to_fault(self) -> None:
        if self._faults:
            first = self._faults[0]
            if first.field == "items":
                self.add.setFocus()
                return
            self._choose(first.place)
            (self.suite_form if first.place is None else self.prompt_form).focus(first.field)

    def _save(self) -> None:
        if self.save.isEnabled():
            self._saving = self.draft
            self._show()
            suite: Suite = self.draft.suite()
            self.save_wanted.emit(suite)

    def _show(self) -> None:
        draft, place = self.draft, self.place
        self._faults = faults(draft)
        hidden = {place} if self._is_fresh else set()
        self.prompts.show_draft(draft, {each.place for each in self._faults} - hidden, place)
        told = () if self._is_fresh else reversed(self._faults)
        own = {each.field: each.sentence for each in told if each.place == place}
        if place is None:
            self.suite_form.show_table(draft.head)
            self.suite_form.show_faults(own)
        else:
            self.prompt_form.show_table(draft.items[place])
            self.prompt_form.show_faults(own)
        self._stack.setCurrentIndex(0 if place is None else 1)
        self.remove.setEnabled(place is not None)
        self.up.setEnabled(bool(place))
        self.down.setEnabled(place is not None and place + 1 < len(draft.items))
        room = len(draft.items) < MOST_ITEMS
        self.add.setEnabled(room)
        self.copy.setEnabled(room and place is not None)
        self.undo.setEnabled(self._undoing.can_undo)
        self.redo.setEnabled(self._undoing.can_redo)
        self.save.setEnabled(not self._faults and self.changed and self._saving is None)
        self._title.setText(str(draft.head.get("title", "")).strip() or tr("New suite"))
        self.faults_button.setText(self._missing())
        self.faults_button.setAccessibleName(self._missing())
        self.faults_button.setVisible(bool(self._faults))
        self.faults_button.setProperty("state", "fresh" if self._is_fresh else "")
        self.faults_button.style().unpolish(self.faults_button)
        self.faults_button.style().polish(self.faults_button)

    def _missing(self) -> str:
        if not self._faults:
            return ""
        first = self._faults[0]
        if first.field == "items":
            return tr("To save it, add a prompt.") if not self.draft.items else first.sentence
        if first.field == "title" and not str(self.draft.head.get("title", "")).strip():
            return tr("To save it, give it a title.")
        if first.place is None:
            name = self.suite_form.name_of(first.field)
            return tr("{field}: {sentence}", field=name, sentence=first.sentence)
        field = self.prompt_form.name_of(first.field)
        return tr("Prompt {n}, {field}: {sentence}", n=number(first.place + 1), field=field, sentence=first.sentence)

    def _ask(self) -> None:
        question = QMessageBox(self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setWindowModality(Qt.WindowModality.WindowModal)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(tr("Not saved"))
        question.setText(tr("What you changed is not saved."))
        if self._faults:
            question.setInformativeText(tr("It can't be saved yet. {why}", why=self._missing()))
        else:
            save = question.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
            save.clicked.connect(self._save_and_close)
        drop = question.addButton(tr("Don't save"), QMessageBox.ButtonRole.DestructiveRole)
        drop.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        stay = question.addButton(tr("Go on writing"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        question.open()

    def _save_and_close(self) -> None:
        self._closes_when_saved = True
        self._save()
