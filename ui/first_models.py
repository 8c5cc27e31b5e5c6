"""How the window comes to its models: the offer of the first start, files that the user has, the demonstration."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from lab.errors import LabError
from lab.language import tr
from lab.models.library import Library
from lab.preferences import PreferencesFile
from lab.records import Model, Side
from lab.session.pairing import Pairing
from ui.compare.controller import CompareController
from ui.compare.loading import Loading
from ui.compare.page import ComparePage
from ui.demo import DemoPairing
from ui.first_start.panel import FirstStartPanel


class FirstModels(QObject):
    """Sees to it that two can play.

    Args:
        page: Where the panes are, or what stands in their place.
        compare: Drives the page.
        loading: Puts files into the library.
        library: The models.
        preferences: The user's wishes.
        pairing: Who plays.
        parent: Owns it.

    Attributes:
        pairing: Who plays which side.
        panel: The offer of the first start; None while it was not needed.

    Signals:
        trouble(LabError): Something that concerns the whole window.
    """

    trouble = Signal(object)

    def __init__(
        self,
        page: ComparePage,
        compare: CompareController,
        loading: Loading,
        library: Library,
        preferences: PreferencesFile,
        pairing: Pairing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.pairing = pairing
        self.panel: FirstStartPanel | None = None
        self._page, self._compare, self._loading = page, compare, loading
        self._library, self._preferences = library, preferences
        loading.added.connect(self._added)
        loading.not_added.connect(self.trouble)
        page.header.models_asked.connect(self.end_demo)
        for pane in page.panes.values():
            pane.head.add_asked.connect(self.add_files)

    def begin(self) -> None:
        """Show the two that play, or offer a pair if there is none."""
        self._refresh()
        if self.pairing.complete:
            self._show()
        else:
            self.offer()

    def offer(self) -> None:
        """Put the offer of the first start in the place of the panes."""
        if self.panel is None:
            self.panel = FirstStartPanel(self._library)
            self.panel.finished.connect(lambda _models: self.end_demo())
            self.panel.own_models_asked.connect(self.add_files)
            self.panel.demo_asked.connect(self.show_demo)
        self._page.header.show_scripted("")
        self._page.show_instead_of_panes(self.panel)

    def show_demo(self) -> None:
        """Let two scripts play."""
        self._use(DemoPairing(self._library, self._preferences))
        self.begin()

    def end_demo(self) -> None:
        """Let models play, if there are any; else offer a pair."""
        self._use(Pairing(self._library, self._preferences))
        self.begin()

    def use(self, model: Model, side: Side) -> None:
        """Let a model of the library play a side, also in the place of the demonstration or the offer."""
        if self.pairing.complete and not self.pairing.scripted:
            self._compare.players.use(side, model)
        else:
            real = Pairing(self._library, self._preferences)
            real.choose(side, model)
            self.end_demo()

    def look_again(self) -> None:
        """The library has changed: offer what is in it now, and begin if two can play at last."""
        if self.pairing.complete and not self.pairing.scripted:
            self._compare.players.refresh()
        elif not self.pairing.scripted:
            self.end_demo()

    def add_files(self) -> None:
        """Let the user choose model files."""
        kinds = tr("GGUF models (*.gguf);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._page.window(), tr("Add model files"), "", kinds)
        for name in names:
            self._loading.add(Path(name))

    def close_down(self) -> None:
        """End what the first start has under way."""
        if self.panel is not None:
            self.panel.close_down()

    def _use(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self._compare.use_pairing(pairing)

    def _refresh(self) -> None:
        try:
            self.pairing.refresh()
        except LabError as error:
            self.trouble.emit(error)

    def _show(self) -> None:
        self._page.show_panes()
        self._compare.show_models()
        self._page.composer.focus()

    def _added(self, model: Model) -> None:
        if self.pairing.complete and not self.pairing.scripted:
            self._compare.players.refresh()
            return
        real = Pairing(self._library, self._preferences)
        try:
            real.refresh()
        except LabError as error:
            self.trouble.emit(error)
            return
        if real.complete:
            self.end_demo()
        else:
            hint = tr("To compare, add one more, or get the pair here.")
            self.trouble.emit(LabError(tr("{name} was added.", name=model.name), hint))
