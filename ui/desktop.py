"""Everything behind one window, from its opening to its closing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from lab.errors import LabError
from lab.generation.runner import LoadOptions, Runner
from lab.generation.thread_budget import machine_threads
from lab.language import tr
from lab.models import offline
from lab.models.library import Library
from lab.preferences import Preferences, PreferencesFile
from lab.recording.recording import SUFFIX
from lab.records import Model, Side
from lab.session.keeper import Keeper
from lab.session.pairing import Pairing
from lab.settings import folders
from ui.bridge import RunnerBridge
from ui.compare.controller import CompareController
from ui.compare.drafts import Drafts
from ui.compare.loading import Loading
from ui.compare.opinions import Opinions
from ui.compare.page import ComparePage
from ui.controls.waiting import waiting_label
from ui.deliveries import Deliveries
from ui.demo import DemoPairing
from ui.first_models import FirstModels
from ui.kept_sessions import KeptSessions
from ui.main_window import MainWindow
from ui.models.token_keeper import TokenKeeper
from ui.open_history import OpenHistory
from ui.open_lessons import OpenLessons
from ui.open_models import OpenModels
from ui.open_recordings import OpenRecordings
from ui.open_results import RESULTS, OpenResults
from ui.open_suites import OpenSuites
from ui.settings.backups import Backups
from ui.settings.page import SettingsPage
from ui.theme.icons import Icon
from ui.theme.palette import Palette
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from lab.storage import Store
    from ui.first_start.panel import FirstStartPanel
    from ui.history.page import HistoryPage

COMPARE, HISTORY, MODELS, SETTINGS = "compare", "history", "models", "settings"


class Desktop(QObject):
    """Builds the window and all that it needs, and wires it once.

    Args:
        preferences: The user's wishes.
        theme: The colours.
        demo: Scripted answers instead of models.
        troubles: What the user should be told at once.

    Attributes:
        window: The window.
        compare: Drives the compare page.
        to_restore: The backup that the user wants back; None for none.
        to_start_again: True if the user wants the whole program to be started again.

    Signals:
        done(): The user has closed the window, or wants a backup back, or another start.
    """

    done = Signal()

    def __init__(
        self,
        preferences: PreferencesFile,
        theme: Theme,
        *,
        demo: bool = False,
        troubles: Sequence[LabError] = (),
    ) -> None:
        super().__init__()
        offline.set_offline(preferences.value.offline)
        self.to_restore: Path | None = None
        self.to_start_again = False
        self._over = False
        self._preferences, self._theme, self._troubles = preferences, theme, troubles
        self._deliveries = Deliveries(self)
        self.window = MainWindow(theme.palette)
        library = Library(folders().data / "library.json")
        bridge = RunnerBridge(self)
        kept = preferences.value
        self._runner = Runner(bridge.post, options=_options(kept), threads=kept.threads or machine_threads())
        self._page = ComparePage(theme.palette, preferences)
        pairing = (DemoPairing if demo else Pairing)(library, preferences)
        self._loading = Loading(library, self._runner, self)
        self._keeper = Keeper(None, self._report_kept)
        self._opinions = Opinions(self._page.vote_bar, self._keeper, self._say, self)
        self.compare = CompareController(
            self._page, self._runner, bridge, pairing, self._loading, self._keeper, self._opinions, preferences, self
        )
        self._models = FirstModels(self._page, self.compare, self._loading, library, preferences, pairing, self)
        self._drafts = Drafts(self._page.composer, self)
        self._kept_all = OpenHistory(self._keeper, self._opinions, self._drafts, self._is_hidden, self)
        self._sessions = KeptSessions(self._page, self.compare, lambda: self._store, self)
        self._tokens = TokenKeeper(parent=self)
        self._library_page = OpenModels(
            library,
            preferences,
            self._tokens,
            theme.palette,
            playing=self._playing,
            worker_pids=self._worker_pids,
            parent=self,
        )
        self._results = OpenResults(self.window, self._kept_all, theme.palette, COMPARE, self.compare, self)
        self._lessons = OpenLessons(
            self.window, self.compare, self._kept_all, self._keeper, library, preferences, theme.palette, self
        )
        palette = theme.palette
        self._suites = OpenSuites(
            self.window, self.compare, self._lessons, self._kept_all, self._keeper, library, preferences, palette, self
        )
        self._loading.memory_advice = self._suites.memory_advice
        self._recordings = OpenRecordings(self.window, self._lessons, self._suites, self._kept_all, preferences, self)
        self._settings = SettingsPage(preferences, folders(), self._tokens)
        self._backups = Backups(self._settings, self._kept_all, self)
        self._no_history = waiting_label()
        self._add_pages()
        self._wire()

    def open(self) -> None:
        """Show the window, then begin what takes longer."""
        kept = self._preferences.value
        self.window.restore_geometry_text(kept.window_geometry)
        self.window.show_page(kept.page)
        self._page.restore(self.window.width())
        self._page.composer.set_send_key(kept.send_key)
        self.window.drawn.connect(self._begin)
        self.window.show()
        self._page.composer.focus()

    def open_file(self, path: Path) -> None:
        """Show a recording, once there is a history, or a model, which comes into the library."""
        if path.suffix.lower() == SUFFIX:
            self._recordings.open(path)
        else:
            self.window.show_page(MODELS)
            self._library_page.add_file(path)

    def raise_window(self) -> None:
        """Bring the window to the front."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close_down(self) -> None:
        """End workers and threads, and write what is left to write."""
        self._wind_up()
        self.window.hide()
        self._page.flush()
        self._loading.close_down()
        self._runner.close()
        self._drafts.flush()
        self._page.inspector.close_down()
        self._models.close_down()
        self._library_page.close_down()
        self._results.close_down()
        self._suites.close_down()
        self._recordings.close_down()
        self._lessons.close_down()
        self._backups.close_down()
        self._tokens.close_down()
        self._kept_all.close()
        self.window.deleteLater()
        self.deleteLater()

    # What others look at, e.g. whoever takes pictures.

    @property
    def _store(self) -> Store | None:
        return self._kept_all.store

    @property
    def _history(self) -> HistoryPage | None:
        return self._kept_all.page

    @property
    def _pairing(self) -> Pairing:
        return self._models.pairing

    @property
    def _first_start(self) -> FirstStartPanel | None:
        return self._models.panel

    def _begin(self) -> None:
        if self._over:  # closed before it was drawn
            return
        self._kept_all.open()
        self._page_changed(self.window.page())
        self._page.inspector.warm_up()
        for trouble in (*self._troubles, self._preferences.problem):
            if trouble is not None:
                self._say(trouble)
        self._models.begin()

    def _add_pages(self) -> None:
        self.window.add_page(COMPARE, tr("Compare"), Icon.COMPARE, self._page)
        self._lessons.add_page()
        self._suites.add_page()
        self.window.add_page(HISTORY, tr("History"), Icon.HISTORY, self._no_history)
        self._results.add_page()
        self.window.add_page(MODELS, tr("Models"), Icon.MODELS, waiting_label())
        self.window.add_page(SETTINGS, tr("Settings"), Icon.SETTINGS, self._settings, at_the_end=True)

    def _wire(self) -> None:
        self._theme.changed.connect(self._set_palette)
        self._unsubscribe = self._preferences.subscribe(self._follow)
        self.window.closing.connect(self._closing)
        self.window.page_changed.connect(self._page_changed)
        self.window.banner.again.connect(self._kept_all.try_again)
        self.compare.conversation_begun.connect(self._drafts.begun)
        self.compare.conversation_changed.connect(self._drafts.go_to)
        self.compare.display.titled.connect(self.window.set_subject)
        self.compare.run.results_asked.connect(lambda: self.window.show_page(RESULTS))
        self.compare.players.shown.connect(self._library_page.show_players)
        self._library_page.page_made.connect(partial(self.window.replace_page, MODELS))
        self._library_page.use.connect(self._models.use)
        self._library_page.compare_asked.connect(self._compare_these)
        self._library_page.library_changed.connect(self._models.look_again)
        self._library_page.settings_asked.connect(lambda: self.window.show_page(SETTINGS))
        self._kept_all.page_made.connect(self._show_history)
        self._kept_all.trouble.connect(self._say_history)
        self._kept_all.resolved.connect(self.window.banner.resolve)
        self._kept_all.session_changed.connect(self._sessions.follow)
        self._sessions.shown.connect(lambda: self.window.show_page(COMPARE))
        self._lessons.rater_chosen.connect(self._page.vote_bar.rater_button.chosen)
        self._suites.rater_chosen.connect(self._page.vote_bar.rater_button.chosen)
        self._lessons.models_asked.connect(lambda: self.window.show_page(MODELS))
        for part in (self.compare, self._models, self._library_page, self._sessions, self._recordings):
            part.trouble.connect(self._say)
        self._settings.restore_asked.connect(self._restore)
        self._settings.start_again_asked.connect(self._start_again)

    def _show_history(self, page: HistoryPage) -> None:
        page.opened.connect(self._sessions.open)
        page.new_asked.connect(self._new_comparison)
        self.window.replace_page(HISTORY, page)

    def _page_changed(self, name: str) -> None:
        if not self.window.isVisible():  # it is only being restored; once it was drawn, this is said again
            return
        self._preferences.change(page=name)
        if name == MODELS:
            self._library_page.open()
        if name == SETTINGS:
            self._settings.set_engine(next(iter(self.compare.session.engines.values()), ""))
            self._backups.show()

    def _set_palette(self, palette: Palette) -> None:
        for part in (self.window, self._page, self._library_page, self._results, self._lessons, self._suites):
            part.set_palette(palette)

    def _follow(self, preferences: Preferences) -> None:
        if not offline.is_forced() and offline.is_offline() != preferences.offline:
            offline.set_offline(preferences.offline)
            self._library_page.refresh()
        self._theme.choose(preferences.theme)
        self._page.composer.set_send_key(preferences.send_key)
        self._runner.options = _options(preferences)
        self._runner.threads = preferences.threads or machine_threads()

    def _is_hidden(self, session_id: str) -> bool:
        pages = (self.compare, self._lessons, self._suites)
        return any(page.is_hidden(session_id) for page in pages)

    def _compare_these(self, base: Model, chat: Model) -> None:
        self._models.use(base, Side.A)
        self._models.use(chat, Side.B)
        self.window.show_page(COMPARE)

    def _playing(self) -> dict[Side, Model]:
        chosen, scripted = self._pairing.choices, self._pairing.scripted
        return {side: model for side, model in chosen.items() if self._pairing.place_of(side) not in scripted}

    def _worker_pids(self) -> list[int]:
        return [pid for side in Side if (pid := self._runner.worker_pid(side)) is not None]

    def _new_comparison(self) -> None:
        self.window.show_page(COMPARE)
        self.compare.begin_new()
        if not self._pairing.complete:
            self._models.offer()

    def _restore(self, backup: Path) -> None:
        self.to_restore = backup
        self._closing()

    def _start_again(self) -> None:
        self.to_start_again = True
        self._closing()

    def _report_kept(self, error: LabError | None) -> None:
        """Comes on the storage thread. Whether anything waits is asked here: soon it may be kept already."""
        self._deliveries.call(partial(self._kept, error, self._keeper.waits))

    def _kept(self, error: LabError | None, waits: bool) -> None:
        if error is None:
            self.window.banner.resolve()
        else:
            self.window.banner.say(error, can_retry=waits)

    def _say(self, error: LabError) -> None:
        self.window.banner.say(error)

    def _say_history(self, error: LabError, can_retry: bool) -> None:
        if self._store is None:
            self._no_history.setText(f"{error.message}\n{error.hint}".strip())
        self.window.banner.say(error, can_retry=can_retry)

    def _closing(self) -> None:
        self._preferences.change(window_geometry=self.window.geometry_text())
        self._wind_up()
        self.done.emit()

    def _wind_up(self) -> None:
        """Follow nothing any more: preferences and theme outlive this window. May be called twice."""
        if not self._over:
            self._over = True
            self._unsubscribe()
            self._theme.changed.disconnect(self._set_palette)
            self._sessions.close_down()


def _options(preferences: Preferences) -> LoadOptions:
    return LoadOptions(context_tokens=preferences.context_tokens, gpu_layers=preferences.gpu_layers)
