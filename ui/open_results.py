"""The results page and all that works behind it, made when it is first shown: who only compares doesn't wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lab.language import tr
from ui.controls.waiting import waiting_label
from ui.main_window import MainWindow
from ui.open_history import OpenHistory
from ui.theme.icons import Icon
from ui.theme.palette import Palette

if TYPE_CHECKING:  # imported late, with the page
    from ui.compare.controller import CompareController
    from ui.results.controller import ResultsController
    from ui.results.exchange import Exchange
    from ui.results.page import ResultsPage
    from ui.results.shown import Secret

RESULTS = "results"


class OpenResults(QObject):
    """Puts the page into the window and builds it when it is wanted.

    Args:
        window: Has the page.
        history: The votes.
        palette: The colours.
        compare: The name of the page on which one votes.
        comparing: Knows what is blind and not revealed yet, of which the page keeps still.
        parent: Owns it.

    Attributes:
        page: The page; None before it was first shown, and while there is no history.
        controller: Runs it.
        exchange: Takes votes out and in.
    """

    def __init__(
        self,
        window: MainWindow,
        history: OpenHistory,
        palette: Palette,
        compare: str,
        comparing: CompareController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._history, self._palette, self._compare = window, history, palette, compare
        self._comparing = comparing
        self.page: ResultsPage | None = None
        self.controller: ResultsController | None = None
        self.exchange: Exchange | None = None
        self._waiting = waiting_label()

    def add_page(self) -> None:
        """Give the page its place in the window."""
        self._window.add_page(RESULTS, tr("Results"), Icon.RESULTS, self._waiting)
        self._window.page_changed.connect(lambda _name: self._open())
        self._window.drawn.connect(self._open)
        self._history.page_made.connect(lambda _page: self._attach())

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        if self.page is not None:
            self.page.set_palette(palette)

    def close_down(self) -> None:
        """Stop what is under way."""
        if self.exchange is not None:
            self.exchange.close_down()
        if self.controller is not None:
            self.controller.close_down()

    def _open(self) -> None:
        """Make the page if it is the one that is shown, unless it is there."""
        if self.page is not None or not self._window.isVisible() or self._window.page() != RESULTS:
            return
        store = self._history.store
        if store is None:
            refusal = self._history.refusal
            self._waiting.setText(f"{refusal.message}\n{refusal.hint}".strip() if refusal else tr("Opening …"))
            return
        from ui.results.controller import ResultsController
        from ui.results.exchange import Exchange
        from ui.results.page import ResultsPage

        self.page = ResultsPage(self._palette)
        self.controller = ResultsController(self.page, store, self._secret, self)
        self.exchange = Exchange(self.page, store, self)
        self.page.compare_asked.connect(lambda: self._window.show_page(self._compare))
        self._window.replace_page(RESULTS, self.page)

    def _attach(self) -> None:
        """The history was opened, perhaps anew."""
        if self.controller is not None and self.exchange is not None and self._history.store is not None:
            self.controller.attach(self._history.store)
            self.exchange.attach(self._history.store)
        self._open()

    def _secret(self) -> Secret | None:
        """Why the page must keep still: votes that are counted, and answers by their makers, would tell who is who."""
        from ui.results.shown import Secret

        if self._comparing.run.running:
            return Secret.SESSION
        hidden = self._comparing.display.blindfold.hidden and len(self._comparing.session.tree)
        return Secret.PAIR if hidden else None
