"""The card "What is kept": where the history is, its backups, and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import tr
from ui.settings.card import Card, quiet_label

if TYPE_CHECKING:  # at run time it would bring the whole database along
    from lab.storage.backups import Backup

_WHY = {"daily": tr("made by itself"), "asked": tr("made by you")}


class KeptCard(Card):
    """The history's folder and its backups.

    Args:
        folder: Where the history is.
        parent: Of the widget.

    Signals:
        backup_asked(): The user wants a backup now.
        restore_asked(Path): The user wants the history to be what it was in this backup, and has confirmed it.
    """

    backup_asked = Signal()
    restore_asked = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("What is kept"), parent)
        self._folder = folder
        self.show_button = QPushButton(tr("Show in folder"), self)
        self.show_button.setToolTip(tr("Open the folder in the system's file manager"))
        self.show_button.clicked.connect(self._show_folder)
        sentence = tr("Every prompt, answer and vote, in a database on this computer.")
        self.add_row(tr("History"), self.show_button, sentence)
        path = quiet_label(str(folder), self)
        path.setObjectName("path")
        path.setAccessibleName(tr("Folder of the history"))
        path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(path)
        self.backup_button = QPushButton(tr("Back up now"), self)
        self.backup_button.setToolTip(tr("Copy the whole history, beside it"))
        self.backup_button.clicked.connect(self._ask_for_backup)
        sentence = tr("One is made by itself each day that you use the program; old ones make room.")
        self.add_row(tr("Backups"), self.backup_button, sentence)
        self.trouble = QLabel(self)
        self.trouble.setProperty("role", "danger")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self._list = QFrame(self)
        self._list.setObjectName("backups")
        self._list.setAccessibleName(tr("Backups"))
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.body.addWidget(self._list)
        self._put_on: QWidget | None = None
        """What Qt has given the keyboard to, because its button was disabled."""
        self._say(tr("Looking for backups …"))

    def set_backups(self, backups: Sequence[Backup]) -> None:
        """Show these, in this order. Whatever was under way is over."""
        self._rest()
        if backups and [row.backup for row in self.rows()] == [*backups]:
            return  # who is at a button there would lose it
        self._clear()
        if not backups:
            self._say(tr("There is no backup yet."))
        for place, backup in enumerate(backups):
            row = BackupRow(backup, first=place == 0, parent=self._list)
            row.opened.connect(partial(self._close_others, row))
            row.confirmed.connect(partial(self._ask_to_restore, row))
            self._rows.addWidget(row)

    def show_trouble(self, error: LabError) -> None:
        """A backup or its restoration has failed."""
        self._rest()
        self._tell(f"{error.message} {error.hint}".strip())

    def rows(self) -> list[BackupRow]:
        """The backups as they are shown."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        return [row for item in items if item is not None and isinstance(row := item.widget(), BackupRow)]

    def _show_folder(self) -> None:
        if not self._folder.is_dir():
            self._tell(tr("The folder is not there yet: nothing has been kept so far."))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._tell(tr("The file manager did not open. You can copy the path and open it yourself."))
        else:
            self.trouble.hide()

    def _ask_for_backup(self) -> None:
        self.trouble.hide()
        had_keyboard = self.backup_button.hasFocus()
        self.backup_button.setEnabled(False)
        self._put_on = QApplication.focusWidget() if had_keyboard else None
        self.backup_button.setText(tr("Backing up …"))
        self.backup_asked.emit()

    def _ask_to_restore(self, row: BackupRow) -> None:
        self.trouble.hide()
        for each in self.rows():
            each.wait(busy=each is row)
        self.backup_button.setEnabled(False)
        self.restore_asked.emit(row.backup.path)

    def _close_others(self, row: BackupRow) -> None:
        for other in self.rows():
            if other is not row:
                other.close_question()

    def _rest(self) -> None:
        self.trouble.hide()
        self.backup_button.setEnabled(True)
        if self._put_on is not None and QApplication.focusWidget() is self._put_on:
            self.backup_button.setFocus()
        self._put_on = None
        self.backup_button.setText(tr("Back up now"))
        for row in self.rows():
            row.rest()

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()

    def _say(self, sentence: str) -> None:
        self._clear()
        self._rows.addWidget(quiet_label(sentence, self._list))

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class BackupRow(QFrame):
    """One backup with its date, size and the way back to it.

    Args:
        backup: The backup.
        first: True if no line separates it from one above.
        parent: Of the widget.

    Signals:
        opened(): The user thinks of restoring it and is asked whether to.
        confirmed(): The user does.
    """

    opened = Signal()
    confirmed = Signal()

    def __init__(self, backup: Backup, *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backup = backup
        self.setProperty("role", "backup")
        self.setProperty("first", first)
        when = QLabel(local_time(backup.made_utc), self)
        when.setTextFormat(Qt.TextFormat.PlainText)  # a file may have any name
        facts = quiet_label(f"{_why(backup.why)} · {_size(backup.size_bytes)}", self)
        self.restore_button = QPushButton(tr("Restore …"), self)
        self.restore_button.setProperty("role", "compact")
        self.restore_button.setToolTip(tr("Go back to this backup; you are asked first"))
        self.restore_button.setAccessibleName(tr("Restore the backup of {date}", date=when.text()))
        self.restore_button.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(when)
        head.addWidget(facts, 1)
        head.addWidget(self.restore_button)
        question = quiet_label(
            tr(
                "The history will be as it was on {date}. What is in it now is not thrown away: "
                "it stays beside it as a file. Running answers are stopped.",
                date=when.text(),
            ),
            self,
        )
        self.yes_button = QPushButton(tr("Restore this backup"), self)
        self.no_button = QPushButton(tr("Cancel"), self)
        self.no_button.setToolTip(tr("Leave everything as it is"))
        self.yes_button.setToolTip(tr("Put this backup in the history's place"))
        self.yes_button.clicked.connect(self.confirmed)
        self.no_button.clicked.connect(self._cancel)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.no_button, self.yes_button):
            button.setProperty("role", "compact")
            buttons.addWidget(button)
        self._question = QWidget(self)
        asking = QVBoxLayout(self._question)
        asking.setContentsMargins(0, 4, 0, 4)
        asking.setSpacing(8)
        asking.addWidget(question)
        asking.addLayout(buttons)
        self._question.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._question)

    def wait(self, *, busy: bool) -> None:
        """A restoration is under way, ``busy`` if it is this one's."""
        self.close_question()
        self.restore_button.setEnabled(False)
        if busy:
            self.restore_button.setText(tr("Restoring …"))

    def rest(self) -> None:
        """Nothing is under way."""
        self.restore_button.setEnabled(True)
        self.restore_button.setText(tr("Restore …"))

    def close_question(self) -> None:
        """Ask no more."""
        self._question.hide()
        self.restore_button.show()

    def _ask(self) -> None:
        self.opened.emit()
        self._question.show()
        self.no_button.setFocus()
        self.restore_button.hide()

    def _cancel(self) -> None:
        self.close_question()
        self.restore_button.setFocus()


def local_time(made_utc: str) -> str:
    """``20261124T003000Z`` as a date and time of this place, or as it is if it says something else."""
    try:
        made = datetime.strptime(made_utc, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return made_utc
    here = made.astimezone()
    return f"{QLocale().toString(QDate(here.year, here.month, here.day), 'd MMMM yyyy')}, {here:%H:%M}"


def _why(why: str) -> str:
    return tr("before an update") if why.startswith("before-") else _WHY.get(why, why)


def _size(size_bytes: int) -> str:
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
