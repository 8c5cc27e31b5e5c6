"""Saves recordings and opens them at the user's wish: asks for files, works on a thread, and says how it ended."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from lab.errors import LabError
from lab.language import counted, tr
from lab.lessons.lesson import Lesson
from lab.lessons.progress import Progress
from lab.preferences import PreferencesFile
from lab.recording.recording import SUFFIX, Recorded
from lab.settings import folders
from lab.visible import visible
from ui.compare.rater_button import ME
from ui.deliveries import Deliveries
from ui.models.hub_asker import Asker
from ui.results.file_choice import FileChoice

if TYPE_CHECKING:  # imported on the thread
    from lab.recording.saving import Saved, Telling
    from lab.recording.taking import Taken
    from lab.storage import Store

FOLDER = "recordings"
"""Where is remembered which were opened; in the folder of the data."""
_WORK = "recording"
_SHOWN_AFTER_MS = 500
"""What is done sooner needs no bar."""
_MOST_NAME_CHARACTERS = 60


class Recordings(QObject):
    """One thing at a time.

    Args:
        window: What dialogs stand over.
        store: Gives the history; None while there is none.
        preferences: Who votes here.
        parent: Owns it.

    Attributes:
        files: Asks where files are.

    Signals:
        run_opened(str): The run of a recording is in the history; its id.
        lesson_opened(str): A recorded lesson can be taken; its key, see ``KeptRecording``.
        told(str): Something was done, as a sentence.
        trouble(LabError): Something could not be done.
    """

    run_opened = Signal(str)
    lesson_opened = Signal(str)
    told = Signal(str)
    trouble = Signal(object)

    def __init__(
        self,
        window: QWidget,
        store: Callable[[], Store | None],
        preferences: PreferencesFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._store, self._preferences = window, store, preferences
        self.files = FileChoice(window)
        self._asker = Asker("recording", self)
        self._deliveries = Deliveries(self)
        self._stop = threading.Event()
        self._bar: QProgressDialog | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being saved or opened."""
        return self._asker.waits_for(_WORK)

    def save_run(self, run_id: str, with_votes: bool) -> None:
        """Let the user say where the recording of a run goes, and write it there."""
        title = tr("Run", "of a suite")
        self._save(title, with_votes, lambda store, path, telling: ("run", store, run_id, path, telling))

    def save_lesson(self, lesson: Lesson, progress: Progress, with_votes: bool) -> None:
        """Let the user say where the recording of a lesson goes, and write it there."""
        self._save(
            lesson.title,
            with_votes,
            lambda store, path, telling: ("lesson", store, lesson, progress, path, telling),
        )

    def choose(self) -> None:
        """Let the user choose a recording, and open it."""
        if self._refusal() is not None:
            return
        kinds = tr("Recordings (*{suffix});;All files (*)", suffix=SUFFIX)
        path = self.files.to_read(tr("Open a recording"), kinds)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a recording: its answers come into the history, then it is shown."""
        store = self._refusal()
        if store is None:
            self._begin(tr("Opening the recording …"), ("take", self._opened_store, path, _folder()), self._taken)

    def close_down(self) -> None:
        """Stop what is under way; nobody waits for it."""
        self._stop.set()
        self._end()
        self._asker.close_down()

    def _save(self, title: str, with_votes: bool, task: Callable[[Store, Path, Telling], tuple[Any, ...]]) -> None:
        if self._refusal() is not None:
            return
        path = self.files.to_write(tr("Save as a recording"), _file_name(title), tr("Recording"))
        if path is None:
            return
        from lab.recording.saving import Telling

        rater = self._preferences.value.rater or ME
        telling = Telling(votes=with_votes, by="" if rater == ME else rater, rater=rater)
        work = task(self._opened_store, path, telling)
        self._begin(tr("Saving the recording …"), work, partial(self._saved, path))

    @property
    def _opened_store(self) -> Store:
        store = self._store()
        assert store is not None
        return store

    def _refusal(self) -> LabError | None:
        """Say why nothing can be done now; None if it can."""
        error = None
        if self.busy:
            error = LabError(tr("A recording is being saved or opened already."), tr("Wait until that is done."))
        elif self._store() is None:
            error = LabError(tr("The history can't be opened, so there are no recordings either."))
        if error is not None:
            self.trouble.emit(error)
        return error

    def _begin(self, doing: str, work: tuple[Any, ...], then: Callable[[Any], None]) -> None:
        self._stop = stop = threading.Event()
        bar = self._bar = QProgressDialog(doing, tr("Stop"), 0, 0, self._window)
        bar.setWindowTitle("Counterpoint")
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.setMinimumDuration(_SHOWN_AFTER_MS)
        bar.setAutoClose(False)
        bar.setAutoReset(False)
        bar.canceled.connect(stop.set)
        bar.setValue(0)

        def report(done: int, total: int) -> None:
            self._deliveries.call(partial(show, done, total))

        def show(done: int, total: int) -> None:
            if stop is self._stop and self._bar is not None and total:
                self._bar.setRange(0, 1000)
                self._bar.setValue(done * 1000 // total)

        def end(result: Any) -> None:
            self._end()
            then(result)

        self._asker.ask(_WORK, partial(_done, *work, report, stop.is_set), end, self._failed)

    def _saved(self, path: Path, saved: Saved | None) -> None:
        if saved is None:
            return
        pairs = counted(saved.comparisons, tr("{n} pair of answers"), tr("{n} pairs of answers"))
        votes = counted(saved.votes, tr("{n} vote"), tr("{n} votes"))
        self.told.emit(tr("Saved as {name}: {pairs}, {votes}.", name=visible(path.name), pairs=pairs, votes=votes))

    def _taken(self, taken: Taken | None) -> None:
        if taken is None:
            return
        head = taken.kept.recording.head
        if head.recorded is Recorded.RUN:
            assert head.run_id is not None
            self.run_opened.emit(head.run_id)
        else:
            self.lesson_opened.emit(taken.kept.key)

    def _failed(self, error: LabError) -> None:
        self._end()
        self.trouble.emit(LabError(visible(error.message), visible(error.hint)))

    def _end(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar.deleteLater()
            self._bar = None


def _folder() -> Path:
    return folders().data / FOLDER


def _file_name(title: str) -> str:
    """A name that every system takes."""
    words = "".join(each if each.isalnum() or each in " -_" else " " for each in title)
    return (" ".join(words.split())[:_MOST_NAME_CHARACTERS].strip() or "Counterpoint") + SUFFIX


def _done(what: str, *given: Any) -> Any:
    """Do something of ``work``; called on the thread."""
    from ui.recording import work

    return getattr(work, what)(*given)
