"""Recordings in the window: opened by a button, a drop or at the start, and shown on the page where they belong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.preferences import PreferencesFile
from ui.main_window import MainWindow
from ui.open_history import OpenHistory
from ui.open_lessons import OpenLessons
from ui.open_suites import SUITES, OpenSuites
from ui.recording.controller import Recordings
from ui.recording.drop import RecordingDrop

if TYPE_CHECKING:
    from lab.storage import Store


class OpenRecordings(QObject):
    """Wires recordings to the window and its pages.

    Args:
        window: Takes drops, and shows pages.
        lessons: Shows recorded lessons.
        suites: Shows recorded runs.
        history: Where answers and votes come to.
        preferences: Who votes here.
        parent: Owns it.

    Attributes:
        recordings: Saves and opens them.

    Signals:
        trouble(LabError): Something could not be done.
    """

    trouble = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        lessons: OpenLessons,
        suites: OpenSuites,
        history: OpenHistory,
        preferences: PreferencesFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._lessons, self._suites, self._history = window, lessons, suites, history
        self._waits: Path | None = None
        self.recordings = Recordings(window, self._store, preferences, self)
        self.recordings.trouble.connect(self.trouble)
        self.recordings.told.connect(self._say)
        self.recordings.lesson_opened.connect(lessons.open_recorded)
        self.recordings.run_opened.connect(suites.open_run)
        suites.record_asked.connect(self.recordings.save_run)
        suites.recording_asked.connect(self.recordings.choose)
        lessons.record_asked.connect(self.recordings.save_lesson)
        lessons.recording_asked.connect(self.recordings.choose)
        RecordingDrop(window).dropped.connect(self.open)
        history.page_made.connect(self._open_waiting)

    def open(self, path: Path) -> None:
        """Open a recording now, or as soon as there is a history that its answers can come to."""
        if self._history.store is None and self._history.refusal is None:
            self._waits = path
        else:
            self.recordings.open(path)

    def close_down(self) -> None:
        """Stop what is under way."""
        self.recordings.close_down()

    def _open_waiting(self) -> None:
        path, self._waits = self._waits, None
        if path is not None:
            self.recordings.open(path)

    def _store(self) -> Store | None:
        return self._history.store

    def _say(self, sentence: str) -> None:
        (self._suites if self._window.page() == SUITES else self._lessons).say(sentence)
