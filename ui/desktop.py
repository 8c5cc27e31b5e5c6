"""Everything behind one window, from its opening to its closing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel

from lab.errors import LabError
from lab.generation.runner import LoadOptions, Runner
from lab.generation.thread_budget import machine_threads
from lab.models.library import Library
from lab.preferences import Preferences, PreferencesFile
from lab.records import Comparison
from lab.session.keeper import Keeper
from lab.session.pairing import Pairing
from lab.settings import folders
from ui.bridge import RunnerBridge
from ui.compare.controller import CompareController
from ui.compare.drafts import Drafts
from ui.compare.loading import Loading
from ui.compare.opinions import Opinions
from ui.compare.page import ComparePage
from ui.deliveries import Deliveries
from ui.demo import DemoPairing
from ui.first_start.panel import FirstStartPanel
from ui.main_window import MainWindow
from ui.settings.page import SettingsPage
from ui.theme.icons import Icon
from ui.theme.palette import Palette
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from lab.storage import Store
    from lab.storage.work import Work
    from ui.history.page import HistoryPage

COMPARE, HISTORY, SETTINGS = "compare", "history", "settings"


class Desktop(QObject):
    """Builds the window and all that it needs, and wires it once.

    Args:
        preferences: The user's wishes.
        theme: The colours.
        demo: Scripted answers instead of models.

    Attributes:
        window: The window.
        compare: Drives the compare page.
        to_restore: The backup that the user wants back; None for none.

    Signals:
        done(): The user has closed the window, or wants a backup back.
    """

    done = Signal()

    def __init__(self, preferences: PreferencesFile, theme: Theme, *, demo: bool = False) -> None:
        super().__init__()
        self.to_restore: Path | None = None
        self._preferences, self._theme = preferences, theme
        self._deliveries = Deliveries(self)
        self.window = MainWindow(theme.palette)
        self._troubles: list[LabError] = []
        self._store: Store | None = None
        self._library = Library(folders().data / "library.json")
        bridge = RunnerBridge(self)
        kept = preferences.value
        self._runner = Runner(bridge.post, options=_options(kept), threads=kept.threads or machine_threads())
        self._page = ComparePage(theme.palette, preferences)
        pairing_type = DemoPairing if demo else Pairing
        self._pairing = pairing_type(self._library, preferences)
        self._loading = Loading(self._library, self._runner, self)
        self._keeper = Keeper(None, lambda error: self._deliveries.call(partial(self._kept, error)))
        self._opinions = Opinions(self._page.vote_bar, self._say, self)
        self.compare = CompareController(
            self._page,
            self._runner,
            bridge,
            self._pairing,
            self._loading,
            self._keeper,
            self._opinions,
            preferences,
            self,
        )
        self._drafts = Drafts(self._page.composer, self)
        self._first_start: FirstStartPanel | None = None
        self._settings = SettingsPage(preferences, folders())
        self._history: HistoryPage | None = None
        self._no_history = QLabel("Opening …")
        self._no_history.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add_pages()
        self._wire()

    def open(self) -> None:
        """Show the window, then begin what takes longer."""
        kept = self._preferences.value
        self.window.restore_geometry_text(kept.window_geometry)
        self.window.show_page(kept.page)
        self._page.restore(self.window.width())
        self._page.composer.set_send_key(kept.send_key)
        self._page.vote_bar.set_reasons(kept.reasons)
        self.window.drawn.connect(self._begin)
        self.window.show()
        self._page.composer.focus()

    def raise_window(self) -> None:
        """Bring the window to the front."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close_down(self) -> None:
        """End workers and threads, and write what is left to write."""
        self.window.hide()
        self._runner.close()
        self._drafts.flush()
        self._loading.close_down()
        self._page.inspector.close_down()
        if self._first_start is not None:
            self._first_start.close_down()
        if self._store is not None:
            self._store.close()
        self.window.deleteLater()

    def _begin(self) -> None:
        self._open_history()
        for trouble in (*self._troubles, self._preferences.problem):
            if trouble is not None:
                self._say(trouble)
        try:
            self._pairing.refresh()
        except LabError as error:
            self._say(error)
        if self._pairing.complete:
            self.compare.show_models()
        else:
            self._offer_first_pair()
        self._drafts.restore(self._store)

    def _offer_first_pair(self) -> None:
        self._first_start = FirstStartPanel(self._library)
        self._first_start.finished.connect(lambda _models: self._pair_came())
        self._first_start.own_models_asked.connect(self._add_model)
        self._first_start.demo_asked.connect(self._show_demo)
        self._page.show_instead_of_panes(self._first_start)

    def _pair_came(self) -> None:
        self._pairing.refresh()
        if self._pairing.complete:
            self._page.show_panes()
            self.compare.show_models()
            self._page.composer.focus()

    def _show_demo(self) -> None:
        self._pairing = DemoPairing(self._library, self._preferences)
        self.compare.use_pairing(self._pairing)
        self._pair_came()

    def _add_model(self) -> None:
        kinds = "GGUF models (*.gguf);;All files (*)"
        names, _ = QFileDialog.getOpenFileNames(self.window, "Add model files", "", kinds)
        for name in names:
            self._loading.add(Path(name))

    def _model_added(self) -> None:
        before = self._pairing.complete
        self._pair_came() if not before else self.compare.refresh_models()

    def _open_history(self) -> None:
        """Open what is kept. Its imports take longer than all of the window, so the window is there first."""
        from lab import storage
        from ui.history import page as history_page

        try:
            self._store = storage.Store(folders().history)
        except LabError as error:
            self._troubles.append(error)
            self._no_history.setText(f"{error.message}\n{error.hint}".strip())
            return
        self._troubles += self._store.notices
        self._keeper.attach(self._store)
        self._opinions.attach(self._store)
        self._history = history_page.HistoryPage(self._store)
        self._history.opened.connect(self._open_session)
        self._history.new_asked.connect(self._new_comparison)
        self.window.replace_page(HISTORY, self._history)

    def _add_pages(self) -> None:
        self.window.add_page(COMPARE, "Compare", Icon.COMPARE, self._page)
        self.window.add_page(HISTORY, "History", Icon.HISTORY, self._no_history)
        self.window.add_page(SETTINGS, "Settings", Icon.SETTINGS, self._settings, at_the_end=True)

    def _wire(self) -> None:
        self._theme.changed.connect(self._set_palette)
        self._unsubscribe = self._preferences.subscribe(self._follow)
        self.window.closing.connect(self._closing)
        self.window.page_changed.connect(self._page_changed)
        self.window.banner.again.connect(self._keeper.retry)
        self.compare.trouble.connect(self._say)
        self.compare.conversation_changed.connect(self._drafts.go_to)
        self._page.vote_bar.reason_added.connect(
            lambda reason: self._preferences.change(reasons=(*self._preferences.value.reasons, reason))
        )
        for pane in self._page.panes.values():
            pane.head.add_asked.connect(self._add_model)
        self._loading.added.connect(self._model_added)
        self._loading.not_added.connect(self._say)
        self._settings.backup_asked.connect(self._back_up)
        self._settings.restore_asked.connect(self._restore)

    def _page_changed(self, name: str) -> None:
        self._preferences.change(page=name)
        if name == SETTINGS:
            from lab.storage import backups

            self._settings.set_engine(next(iter(self.compare.session.engines.values()), ""))
            self._settings.set_backups(backups.backups(folders().history))

    def _set_palette(self, palette: Palette) -> None:
        self.window.set_palette(palette)
        self._page.set_palette(palette)

    def _follow(self, preferences: Preferences) -> None:
        self._theme.choose(preferences.theme)
        self._page.composer.set_send_key(preferences.send_key)
        self._runner.options = _options(preferences)
        self._runner.threads = preferences.threads or machine_threads()

    def _open_session(self, session_id: str, comparison_id: str) -> None:
        from lab.storage import comparisons, sessions

        assert self._store is not None

        def read(work: Work) -> tuple[str, list[Comparison]]:
            return sessions.get(work, session_id).title, comparisons.of_session(work, session_id)

        def show(found: tuple[str, list[Comparison]]) -> None:
            self.window.show_page(COMPARE)
            self.compare.open(session_id, found[1], comparison_id or None, found[0])

        self._deliveries.when_done(self._store.read(read), show, self._say)

    def _new_comparison(self) -> None:
        self.window.show_page(COMPARE)
        self.compare.begin_new()

    def _back_up(self) -> None:
        if self._store is None:
            self._settings.show_backup_trouble(self._troubles[0])
            return
        from lab.storage import backups

        self._deliveries.when_done(
            self._store.back_up(),
            lambda _made: self._settings.set_backups(backups.backups(folders().history)),
            self._settings.show_backup_trouble,
        )

    def _restore(self, backup: Path) -> None:
        self.to_restore = backup
        self.done.emit()

    def _kept(self, error: LabError | None) -> None:
        if error is None:
            self.window.banner.hide()
        else:
            self.window.banner.say(error, can_retry=True)

    def _say(self, error: LabError) -> None:
        self.window.banner.say(error)

    def _closing(self) -> None:
        self._unsubscribe()
        self._preferences.change(window_geometry=self.window.geometry_text())
        self.done.emit()


def _options(preferences: Preferences) -> LoadOptions:
    return LoadOptions(context_tokens=preferences.context_tokens, gpu_layers=preferences.gpu_layers)
