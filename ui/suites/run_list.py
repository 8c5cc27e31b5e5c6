"""The list of runs at the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lab.language import tr
from lab.records import RunState
from lab.runs.progress import RunProgress
from lab.visible import visible
from ui.controls.painted_list import PaintedList
from ui.controls.plain_tip import plain_tip
from ui.history.days import local, short_when
from ui.suites.run_delegate import RunDelegate
from ui.suites.run_lines import RunLine
from ui.suites.words import Going, going_of, state_of

_AnyIndex = QModelIndex | QPersistentModelIndex


class RunRows(QAbstractListModel):
    """The runs, the latest first, with what is known of the one that is going on.

    Attributes:
        lines: The runs.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[RunLine] = ()
        self._going: tuple[str, Going | None] = ("", None)
        self._ended = ""

    def show(self, lines: Sequence[RunLine]) -> None:
        """Show other runs."""
        self.beginResetModel()
        if any(line.run.id == self._ended and line.run.state is not RunState.RUNNING for line in lines):
            self._ended = ""
        self.lines = [self._as_it_is(line) for line in lines]
        self.endResetModel()

    def set_going(self, run_id: str, going: Going | None) -> None:
        """Say which run this window is at, and what that does; empty and None for none."""
        before, self._going = self._going, (run_id, going)
        if before != self._going:
            self._changed(before[0], run_id)

    def set_ended(self, run_id: str) -> None:
        """This window is not at a run any more, whatever the history said of it when it was read."""
        self._ended = run_id
        self.lines = [self._as_it_is(line) for line in self.lines]
        self._changed(run_id)

    def set_progress(self, run_id: str, progress: RunProgress) -> None:
        """Take note of how far a run is."""
        self.lines = [
            replace(line, done=progress.done, planned=progress.planned) if line.run.id == run_id else line
            for line in self.lines
        ]
        self._changed(run_id)

    def row_of(self, run_id: str) -> int:
        """Where a run stands; -1 if it is not there."""
        return next((row for row, line in enumerate(self.lines) if line.run.id == run_id), -1)

    def line(self, row: int) -> RunLine | None:
        """The run of a row; None if there is none."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def line_of(self, run_id: str) -> RunLine | None:
        """A run with how far it is; None if it is not there."""
        return self.line(self.row_of(run_id))

    def texts(self, row: int) -> tuple[str, str, str, str]:
        """Title, when, who, and state of a row."""
        line = self.lines[row]
        run = line.run
        when = short_when(local(run.created_utc), datetime.now(UTC))
        who = f"{visible(run.a.model.name)} / {visible(run.b.model.name)}"
        run_id, going = self._going
        if going is not None and run.id == run_id:
            state = going_of(going, line.done, line.planned)
        else:
            state = state_of(run.state, line.done, line.planned)
        return visible(run.suite_title), when, who, state

    def share(self, row: int) -> float | None:
        """How much of a run is done, 0 to 1; None unless this window is at it."""
        line = self.lines[row]
        return line.done / max(1, line.planned) if line.run.id == self._going[0] else None

    def rowCount(self, parent: _AnyIndex | None = None) -> int:  # noqa: N802  (Qt's name)
        """How many runs there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is said of a row; the delegate asks ``texts`` instead."""
        if not 0 <= index.row() < len(self.lines):
            return None
        texts = self.texts(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join((texts[0], texts[2], texts[3])))
        return ", ".join(texts) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _as_it_is(self, line: RunLine) -> RunLine:
        if line.run.id != self._ended or line.run.state is not RunState.RUNNING:
            return line
        state = RunState.FINISHED if line.done >= line.planned else RunState.STOPPED
        return replace(line, run=replace(line.run, state=state))

    def _changed(self, *run_ids: str) -> None:
        for run_id in run_ids:
            if (row := self.row_of(run_id)) >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))


class RunList(PaintedList):
    """Shows them.

    Attributes:
        rows: What is shown.

    Signals:
        chosen(str): Another run is selected, by the user; its id.
        delete_asked(): Del was pressed.
    """

    chosen = Signal(str)
    delete_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("runList", tr("Runs"), parent)
        self._chosen = ""
        self._silent = False
        self.rows = RunRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(RunDelegate(self))
        self.clicked.connect(lambda index: self._tell(index.row()))

    def show_lines(self, lines: Sequence[RunLine]) -> None:
        """Show other runs; what is selected stays so, if it is still there."""
        self._silent = True
        place = self.verticalScrollBar().value()
        self.rows.show(lines)
        self.select(self._chosen)
        self.verticalScrollBar().setValue(place)
        self._silent = False

    def select(self, run_id: str) -> None:
        """Select a run without telling of it; an empty id selects none."""
        silent, self._silent = self._silent, True
        self._chosen = run_id
        row = self.rows.row_of(run_id)
        if row < 0:
            self.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.rows.index(row), flags)
        self._silent = silent

    def selected(self) -> RunLine | None:
        """The run that is selected."""
        return self.rows.line_of(self._chosen)

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:  # noqa: N802  (Qt's name)
        """Tell of another selection."""
        super().currentChanged(current, previous)
        if not self._silent:
            self._tell(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Del asks to delete."""
        if event.key() == Qt.Key.Key_Delete and self.selected() is not None:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, row: int) -> None:
        line = self.rows.line(row)
        if line is not None:
            self._chosen = line.run.id
            self.chosen.emit(line.run.id)
