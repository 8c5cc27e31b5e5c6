"""The lessons page and all that works behind it, made when it is first shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel

from lab.errors import LabError
from lab.generation.runner import LoadOptions
from lab.lessons.lesson import Role
from lab.models.library import Library
from lab.preferences import PreferencesFile
from lab.records import Model, Side
from lab.session.keeper import Keeper
from lab.session.pairing import Pairing
from lab.settings import folders
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
        controller: Leads through lessons.

    Signals:
        models_asked(): The learner wants to get a model.
        rater_chosen(str): Somebody else votes from now on, here and on the compare page.
    """

    models_asked = Signal()
    rater_chosen = Signal(str)

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
        self._waiting = QLabel(self.tr("Opening …"))
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def add_page(self) -> None:
        """Give the page its place in the window."""
        self._window.add_page(LESSONS, self.tr("Lessons"), Icon.LESSONS, self._waiting)
        self._window.page_changed.connect(lambda _name: self._open())
        self._window.drawn.connect(self._open)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        if self.page is not None:
            self.page.set_palette(palette)

    def is_hidden(self, session_id: str) -> bool:
        """True while it is hidden who is who in a conversation of a lesson."""
        return self.controller is not None and self.controller.is_hidden(session_id)

    def close_down(self) -> None:
        """Stop what is under way, and end the workers."""
        if self.controller is not None:
            self.controller.close_down()

    def _open(self) -> None:
        """Make the page if it is the one that is shown, unless it is there."""
        if self.page is not None or not self._window.isVisible() or self._window.page() != LESSONS:
            return
        from lab.lessons.progress_file import ProgressFile
        from ui.lessons.ballots import Ballots
        from ui.lessons.controller import LessonsController, Places
        from ui.lessons.page import LessonsPage

        data = folders().data
        self.page = LessonsPage(self._palette)
        self.controller = LessonsController(
            self.page,
            self._runs(),
            Ballots(self._keeper, lambda: self._history.store, self),
            ProgressFile(data / "lessons.json"),
            self._preferences,
            self._cast,
            Places(lessons=data / "lessons", suites=data / "suites"),
            parent=self,
        )
        self.page.models_asked.connect(self.models_asked)
        self.page.rater_chosen.connect(self.rater_chosen)
        self._window.replace_page(LESSONS, self.page)

    def _runs(self) -> LessonRuns:
        from lab.generation.runner import Runner
        from lab.generation.thread_budget import machine_threads
        from ui.bridge import RunnerBridge
        from ui.compare.loading import Loading
        from ui.lessons.runs import LessonRuns

        kept = self._preferences.value
        bridge = RunnerBridge(self)
        options = LoadOptions(context_tokens=kept.context_tokens, gpu_layers=kept.gpu_layers)
        runner = Runner(bridge.post, options=options, threads=kept.threads or machine_threads())
        loading = Loading(self._library, runner, self)
        return LessonRuns(runner, bridge, loading, self._keeper, self._preferences, self._make_room, self)

    def _make_room(self) -> LabError | None:
        """Two loaded pairs would need twice the memory, and threads of two pairs would hinder each other."""
        session = self._compare.session
        if session.busy:
            return LabError(
                self.tr("The compare page is still answering."), self.tr("Wait for it, or stop it, and run this again.")
            )
        for side in Side:
            if session.has_worker(side):
                self._compare.players.unload(side)
        return None

    def _cast(self) -> Mapping[Role, Model]:
        from lab.lessons.casting import cast

        pairing: Pairing = self._compare.players.pairing
        return cast(pairing.choices.values(), pairing.models)
