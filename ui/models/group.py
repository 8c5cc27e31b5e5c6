"""A heading that opens and closes what is below it, and the rows that stand there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from lab.language import number, tr
from ui.controls.elided_label import ElidedLabel
from ui.controls.plain_tip import plain_tip
from ui.models.rows import AsideFile
from ui.models.words import short_path

_MOST_ROWS = 100


class Group(QWidget):
    """Hidden while there is nothing in it; closed until the user opens it. Rows are made when it is opened.

    Args:
        name: What is in it, for a screen reader.
        parent: Of the widget.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton(self)
        self.button.setCheckable(True)
        self.button.setProperty("role", "fold")
        self.button.setAccessibleName(name)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.toggled.connect(self._show)
        self._heading = ""
        self._rows: list[Callable[[QWidget], QWidget]] = []
        self._body: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def set_rows(self, heading: str, rows: Sequence[Callable[[QWidget], QWidget]]) -> None:
        """Show other rows.

        Args:
            heading: What is in it, and how much.
            rows: What makes each of them; they are made when they are to be seen.
        """
        self._heading, self._rows = heading, list(rows)
        self.setVisible(bool(rows))
        self._show()

    def _show(self) -> None:
        opened = self.button.isChecked()
        self.button.setText(f"{'▾' if opened else '▸'}  {self._heading}")
        self.button.setToolTip(tr("Close") if opened else tr("Show them"))
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        if opened and self._rows:
            self._body = QWidget(self)
            layout = QVBoxLayout(self._body)
            layout.setContentsMargins(0, 0, 0, 4)
            layout.setSpacing(6)
            for make in self._rows[:_MOST_ROWS]:
                layout.addWidget(make(self._body))
            if len(self._rows) > _MOST_ROWS:
                rest = number(len(self._rows) - _MOST_ROWS)
                layout.addWidget(_quiet(tr("… and {count} more.", count=rest), self._body))
            self._layout.addWidget(self._body)
            self._body.show()


class AsideRow(QFrame):
    """A file that can't be used: why, and what to do.

    Signals:
        show_asked(Path): The user wants to see its folder.
        forget_asked(str): The user wants the library to forget the model of that name.
    """

    show_asked = Signal(object)
    forget_asked = Signal(str)

    def __init__(self, file: AsideFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "asideRow")
        reason = _quiet(file.reason if file.name in file.reason else f"{file.name}: {file.reason}", self)
        reason.setProperty("role", "plainWords")
        hint = _quiet(f"{file.hint}  ·  {file.where}" if file.hint else file.where, self)
        hint.setToolTip(plain_tip(short_path(file.path)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(reason)
        words.addWidget(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        if file.listed_name:
            forget = _button(tr("Forget"), tr("Take {name} out of the library", name=file.name), self)
            forget.clicked.connect(lambda: self.forget_asked.emit(file.listed_name))
            row.addWidget(forget)
        else:
            show = _button(tr("Show in folder"), tr("Open the folder of {name}", name=file.name), self)
            show.clicked.connect(lambda: self.show_asked.emit(file.path))
            row.addWidget(show)


class FolderRow(QFrame):
    """A folder that the user has added.

    Signals:
        remove_asked(Path): The user does not want it to be looked through any more.
    """

    remove_asked = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "asideRow")
        shown = short_path(folder)
        label = ElidedLabel(shown, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(label, 1)
        remove = _button(tr("Remove"), tr("Look in {folder} no longer; the folder stays as it is", folder=shown), self)
        remove.clicked.connect(lambda: self.remove_asked.emit(folder))
        row.addWidget(remove)


def _quiet(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(text: str, tip: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("role", "compact")
    button.setToolTip(plain_tip(tip))
    button.setAccessibleName(tip)
    return button
