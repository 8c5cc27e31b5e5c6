"""The lessons page and all that works behind it, made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.language import tr
from lab.lessons.lesson import Role
from lab.lessons.progress_file import ProgressFile
from lab.models.library import Library
from lab.preferences import PreferencesFile
from lab.records import Model, Side
from lab.session.keeper import Keeper
from lab.session.pairing import Pairing
from lab.settings import folders
from ui.controls.waiting import waiting_label
from ui.main_window import MainWindow
from ui.open_history import OpenHistory
from ui.theme.icons import Icon
from ui.theme.palette import Palette

if TYPE_CHECKING:  # imported late, with the page
    from ui.compare.controller import CompareController
    from ui.lessons.controller import LessonsController
    from ui.lessons.page import LessonsPage
    from ui.lessons.runs import LessonRuns

LESSONS = "lessons"


class OpenLessons(QObject):
    """Puts the page into the window and builds it when it is wanted.

    Args:
        window: Has the page.
        compare: The compare page, whose models give up their memory while a lesson asks.
        history: The votes.
        keeper: Keeps answers and votes.
        library: The models.
        preferences: The user's wishes.
        palette: The colours.
        parent: Owns it.

    Attributes:
        page: The page; None before it was first shown.
        controller: Leads through lessons; None before that, too.
        memory_advice: Says what else of ours could give memory back; empty if nothing could.

    Signals:
        models_asked(): The learner wants to get a model.
        rater_chosen(str): Somebody else votes from now on, here and on the compare page.
        busy_changed(bool): A step of a lesson is being answered, or not any more.
        record_asked(Lesson, Progress, bool): A lesson should be saved with its answers; with votes if True.
        recording_asked(): A recording should be opened.
    """

    models_asked = Signal()
    rater_chosen = Signal(str)
    busy_changed = Signal(bool)
    record_asked = Signal(object, object, bool)
    recording_asked = Signal()

    def __init__(
        self,
        window: MainWindow,
        compare: CompareController,
        history: OpenHistory,
        keeper: Keeper,
        library: Library,
        preferences: PreferencesFile,
        palette: Palette,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._compare, self._history, self._keeper = window, compare, history, keeper
        self._library, self._preferences, self._palette = library, preferences, palette
        self.page: LessonsPage | None = None
        self.controller: LessonsController | None = None
        self.memory_advice: Callable[[], str] = lambda: ""
        self._runs: LessonRuns | None = None
        self._waiting = waiting_label()
        compare.may_ask = self.may_others_ask

    def add_page(self) -> None:
        """Give the page its place in the window."""
        self._window.add_page(LESSONS, tr("Lessons"), Icon.LESSONS, self._waiting)
        self._window.page_changed.connect(lambda _name: self._open())
        self._window.drawn.connect(self._open)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        if self.page is not None:
            self.page.set_palette(palette)

    def is_hidden(self, session_id: str) -> bool:
        """True while it is hidden who is who in a conversation of a lesson."""
        return self._progress.is_hidden(session_id)

    @property
    def busy(self) -> bool:
        """True from the wish to run a step until its last answer."""
        return self._runs is not None and self._runs.running

    def open_recorded(self, key: str) -> None:
        """Show a recorded lesson whose answers have just come into the history; see ``KeptRecording`` for its key."""
        self._window.show_page(LESSONS)
        self._open()
        assert self.controller is not None
        self.controller.open_recorded(key)

    def say(self, sentence: str) -> None:
        """Say on the page that something was done."""
        if self.page is not None:
            self.page.lesson.message.say(sentence)

    def may_others_ask(self) -> LabError | None:
        """Why nobody else should ask models now; None if they may."""
        if not self.busy:
            return None
        return LabError(
            tr("A lesson is still being answered."), tr("Wait for it, or stop it on the Lessons page, and ask again.")
        )

    def close_down(self) -> None:
        """Stop what is under way, and end the workers."""
        if self.controller is not None:
            self.controller.close_down()

    def _open(self) -> None:
        """Make the page if it is the one that is shown, unless it is there."""
        if self.page is not None or not self._window.isVisible() or self._window.page() != LESSONS:
            return
        from ui.lessons.ballots import Ballots
        from ui.lessons.controller import LessonsController
        from ui.lessons.page import LessonsPage
        from ui.lessons.shelves import Places

        data = folders().data
        self.page = LessonsPage(self._palette)
        self._runs = self._make_runs()
        self._runs.running_changed.connect(self.busy_changed)
        ballots = Ballots(self._keeper, lambda: self._history.store, self)
        self._history.page_made.connect(lambda _page: ballots.known.emit())  # only now can what was asked be read
        self.controller = LessonsController(
            self.page,
            self._runs,
            ballots,
            self._progress,
            self._preferences,
            self._cast,
            Places(lessons=data / "lessons", suites=data / "suites", recordings=data / "recordings"),
            parent=self,
        )
        self.controller.record_asked.connect(self.record_asked)
        self.page.list.recording_asked.connect(self.recording_asked)
        self.page.models_asked.connect(self.models_asked)
        self.page.rater_chosen.connect(self.rater_chosen)
        self._window.replace_page(LESSONS, self.page)

    @cached_property
    def _progress(self) -> ProgressFile:
        return ProgressFile(folders().data / "lessons.json")

    def _make_runs(self) -> LessonRuns:
        from lab.generation.runner import Runner
        from ui.bridge import RunnerBridge
        from ui.compare.loading import Loading
        from ui.lessons.runs import LessonRuns

        bridge = RunnerBridge(self)
        runner = Runner(bridge.post)  # with which threads and context, each run says anew
        loading = Loading(self._library, runner, self)
        loading.memory_advice = self.memory_advice
        return LessonRuns(runner, bridge, loading, self._keeper, self._preferences, self._make_room, self)

    def _make_room(self) -> LabError | None:
        """Two loaded pairs would need twice the memory, and threads of two pairs would hinder each other."""
        session = self._compare.session
        if session.busy:
            return LabError(
                tr("The compare page is still answering."), tr("Wait for it, or stop it, and run this again.")
            )
        for side in Side:
            if session.has_worker(side):
                self._compare.players.unload(side)
        return None

    def _cast(self) -> Mapping[Role, Model]:
        from lab.lessons.casting import cast

        pairing: Pairing = self._compare.players.pairing
        return cast(pairing.choices.values(), pairing.models)
