"""The suites page and all that works behind it, made when it is first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.language import tr
from lab.models.library import Library
from lab.preferences import PreferencesFile
from lab.records import Side
from lab.runs.opened import OpenedFile
from lab.session.keeper import Keeper
from lab.settings import folders
from ui.controls.waiting import waiting_label
from ui.main_window import MainWindow
from ui.open_history import OpenHistory
from ui.open_lessons import OpenLessons
from ui.suites.voting_hidden import HiddenRuns
from ui.theme.icons import Icon
from ui.theme.palette import Palette

if TYPE_CHECKING:  # imported late, with the page
    from ui.compare.controller import CompareController
    from ui.suites.controller import SuitesController
    from ui.suites.new_run import Players
    from ui.suites.page import SuitesPage
    from ui.suites.performer import Performer

SUITES = "suites"


class OpenSuites(QObject):
    """Puts the page into the window and builds it when it is wanted.

    Args:
        window: Has the page.
        compare: The compare page, to which a run gives way, and whose contestants are offered.
        lessons: The lessons page, to which a run gives way, too.
        history: Where runs are kept.
        keeper: Keeps votes.
        library: The models.
        preferences: The user's wishes.
        palette: The colours.
        parent: Owns it.

    Attributes:
        page: The page; None before it was first shown, and while there is no history.
        controller: Drives it.
        performer: Carries runs out.

    Signals:
        rater_chosen(str): Somebody else votes from now on, here and on the compare page.
        record_asked(str, bool): A run should be saved as a recording; with votes if True.
        recording_asked(): A recording should be opened.
    """

    rater_chosen = Signal(str)
    record_asked = Signal(str, bool)
    recording_asked = Signal()

    def __init__(
        self,
        window: MainWindow,
        compare: CompareController,
        lessons: OpenLessons,
        history: OpenHistory,
        keeper: Keeper,
        library: Library,
        preferences: PreferencesFile,
        palette: Palette,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._compare, self._lessons, self._history = window, compare, lessons, history
        self._keeper, self._library, self._preferences, self._palette = keeper, library, preferences, palette
        self.page: SuitesPage | None = None
        self.controller: SuitesController | None = None
        self.performer: Performer | None = None
        self._hidden = HiddenRuns(OpenedFile(folders().data / "voting.json"), preferences, self)
        lessons.memory_advice = self.memory_advice
        self._waiting = waiting_label()

    def add_page(self) -> None:
        """Give the page its place in the window."""
        self._window.add_page(SUITES, tr("Suites"), Icon.SUITES, self._waiting)
        self._window.page_changed.connect(lambda _name: self._open())
        self._window.drawn.connect(self._open)
        self._history.page_made.connect(lambda _page: self._attach())

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        if self.page is not None:
            self.page.set_palette(palette)

    def open_run(self, run_id: str) -> None:
        """Show a run that has just come into the history."""
        self._window.show_page(SUITES)
        self._open()
        if self.controller is not None:
            self.controller.open_new(run_id)

    def say(self, sentence: str) -> None:
        """Say on the page that something was done."""
        if self.page is not None:
            self.page.message.say(sentence)

    def is_hidden(self, session_id: str) -> bool:
        """True while it is hidden who is who in a run."""
        return self._hidden.is_hidden(session_id)

    def memory_advice(self) -> str:
        """What to do if models don't fit into memory because a run holds it; empty if none does."""
        if self.performer is None or not self.performer.run_id:
            return ""
        return tr("Or stop the run on the Suites page: it can go on later where it was.")

    def close_down(self) -> None:
        """Stop the run, wait until its last answer is kept, and end all threads."""
        if self.controller is not None:
            self.controller.close_down()
        self._hidden.close_down()

    def _open(self) -> None:
        """Make the page if it is the one that is shown, unless it is there."""
        if self.page is not None or not self._window.isVisible() or self._window.page() != SUITES:
            return
        if self._history.store is None:
            refusal = self._history.refusal
            self._waiting.setText(f"{refusal.message}\n{refusal.hint}".strip() if refusal else tr("Opening …"))
            return
        from ui.recording.controller import FOLDER
        from ui.suites.controller import SuitesController
        from ui.suites.looking import Looking
        from ui.suites.origin import origin_of
        from ui.suites.page import SuitesPage
        from ui.suites.performer import Performer
        from ui.suites.run_view import RunView

        self.performer = Performer(
            lambda: self._history.store, self._library, self._preferences, self._elsewhere, self._make_room, self
        )
        self.page = SuitesPage(self._palette, RunView(self._palette))
        find_origin = partial(origin_of, library=self._library, folder=folders().data / FOLDER)
        looking = Looking(
            self.page.run, lambda: self._history.store, self._keeper, self._preferences, self._hidden, find_origin, self
        )
        looking.rater_chosen.connect(self.rater_chosen)
        folder = folders().data / "suites"
        self.controller = SuitesController(
            self.page, self.performer, lambda: self._history.store, self._players, looking, folder, self
        )
        self.controller.attach(self._history.store)
        self.controller.record_asked.connect(self.record_asked)
        self.page.recording_asked.connect(self.recording_asked)
        self._window.replace_page(SUITES, self.page)

    def _attach(self) -> None:
        """The history was opened, perhaps anew."""
        store = self._history.store
        if store is None:
            return
        self._hidden.attach(store)
        if self.controller is not None:
            self.controller.attach(store)
        self._open()

    def _players(self) -> Players:
        from ui.suites.new_run import Players

        pairing, kept = self._compare.players.pairing, self._preferences.value
        chosen = {side: player for side in Side if (player := pairing.contestant(pairing.place_of(side)))}
        paths = {model.path for model in pairing.models}
        scripts = [player.model for player in chosen.values() if player.model.path not in paths]
        return Players(
            models=[*scripts, *pairing.models],
            chosen=chosen,
            context_tokens=kept.context_tokens,
            schedule=kept.schedule,
        )

    def _elsewhere(self) -> str:
        """Two pairs of models at once would hinder each other, and the user waits for the other one."""
        if self._compare.session.busy:
            return tr("Waits while Compare answers.")
        if self._lessons.controller is not None and self._lessons.controller.running:
            return tr("Waits while a lesson answers.")
        return ""

    def _make_room(self) -> bool:
        session = self._compare.session
        if session.busy:
            return False
        loaded = [side for side in Side if session.has_worker(side)]
        for side in loaded:
            self._compare.players.unload(side)
        return bool(loaded)
