"""The models page and all that works behind it, made when it is first shown: who only compares doesn't wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.language import tr
from lab.models.library import Library
from lab.models.memory_now import MemoryNow, held_bytes, memory_now
from lab.preferences import PreferencesFile
from lab.records import Model, Side
from lab.settings import folders
from ui.theme.palette import Palette

if TYPE_CHECKING:  # imported late, with the page
    from ui.models.cards import Cards
    from ui.models.controller import ModelsController
    from ui.models.downloads import Downloads
    from ui.models.downloads_panel import DownloadsPanel
    from ui.models.hub_view import HubView
    from ui.models.page import ModelsPage
    from ui.models.stock import Contents
    from ui.models.token_keeper import TokenKeeper


class OpenModels(QObject):
    """Builds the page and wires its parts.

    Args:
        library: The models.
        preferences: The user's wishes.
        tokens: Knows of the token for the Hub.
        palette: The colours.
        playing: Who plays which side now.
        worker_pids: The processes of our own workers, whose memory another model would get.
        parent: Owns it.

    Attributes:
        page: The page; None before it was first shown.

    Signals:
        page_made(ModelsPage): The page is there.
        use(Model, Side): The user wants a model on a side.
        compare_asked(Model, Model): The user wants to compare a base model and a chat model.
        library_changed(): Models came, went or are of another kind.
        trouble(LabError): Something went wrong while the page was not seen.
        settings_asked(): The user works offline and wants to see the switch.
    """

    page_made = Signal(object)
    use = Signal(object, object)
    compare_asked = Signal(object, object)
    library_changed = Signal()
    trouble = Signal(object)
    settings_asked = Signal()

    def __init__(
        self,
        library: Library,
        preferences: PreferencesFile,
        tokens: TokenKeeper,
        palette: Palette,
        *,
        playing: Callable[[], Mapping[Side, Model]],
        worker_pids: Callable[[], Iterable[int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._preferences, self._tokens, self._palette = library, preferences, tokens, palette
        self._playing, self._worker_pids = playing, worker_pids
        self.page: ModelsPage | None = None
        self._controller: ModelsController
        self._downloads: Downloads
        self._cards: Cards
        self._panel: DownloadsPanel
        self._hub: HubView | None = None
        self._here: frozenset[str] = frozenset()
        """The checksums of the models that can be used."""

    def open(self) -> None:
        """Make the page, unless it is there."""
        if self.page is not None:
            return
        from ui.models.cards import Cards
        from ui.models.controller import ModelsController
        from ui.models.downloads import Downloads
        from ui.models.downloads_panel import DownloadsPanel
        from ui.models.page import ModelsPage

        self.page = page = ModelsPage()
        self._downloads = downloads = Downloads(self._library, token=self._tokens.get, parent=self)
        self._controller = controller = ModelsController(
            page,
            self._library,
            folders(),
            self._preferences,
            playing=self._playing,
            worker_pids=self._worker_pids,
            parent=self,
        )
        self._cards = cards = Cards(
            self._library, downloads, lambda: self._preferences.value.context_tokens, memory=self._memory
        )
        self._panel = panel = DownloadsPanel(downloads)
        page.set_cards(cards)
        page.set_downloads(panel)
        page.search_asked.connect(self._search)
        controller.use.connect(self.use)
        controller.trouble.connect(self.trouble)
        controller.library_changed.connect(self.library_changed)
        controller.library_changed.connect(cards.refresh)
        controller.stock.changed.connect(self._take_stock)
        downloads.finished.connect(self._downloaded)
        downloads.trouble.connect(self.trouble)
        downloads.changed.connect(self._show_downloads)
        panel.emptied.connect(page.focus)
        cards.fetched.connect(self._starter_came)
        cards.compare_asked.connect(self.compare_asked)
        self.page_made.emit(page)
        downloads.restore()

    def add_file(self, file: Path) -> None:
        """Put a model file into the library and show it."""
        self.open()
        self._controller.add_file(file)

    def refresh(self) -> None:
        """The library or the offline switch has changed."""
        if self.page is None:
            return
        self._controller.refresh()
        self._cards.refresh()
        self._panel.refresh()
        if self._hub is not None:
            self._hub.network_changed()

    def show_players(self) -> None:
        """Other models may play now. While the page is not seen that can wait: it looks when it is shown."""
        if self.page is not None and self.page.isVisible():
            self._controller.refresh()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        if self._hub is not None:
            self._hub.set_palette(palette)

    def close_down(self) -> None:
        """End what is under way; downloads go on from there when they are resumed."""
        if self.page is None:
            return
        if self._hub is not None:
            self._hub.close_down()
        self._cards.close_down()
        self._controller.close_down()
        self._downloads.close_down()

    def _search(self, text: str) -> None:
        assert self.page is not None
        if self._hub is None:
            from ui.models.hub_view import HubView

            self._hub = HubView(self._palette, self._preferences, self._tokens)
            self._hub.order_asked.connect(self._downloads.order)
            self._hub.settings_asked.connect(self.settings_asked)
            self._downloads.trouble.connect(self._hub.order_refused)
        self._show_downloads()
        self.page.open_view(self._hub, tr("Search Hugging Face"))
        if text:
            self._hub.bar.search_for(text)

    def _starter_came(self, models: Iterable[Model]) -> None:
        for model in models:
            self._controller.model_arrived(model)

    def _downloaded(self, model: Model) -> None:
        self._here |= {model.sha256}  # at once; looking through the library takes a moment
        self._controller.model_arrived(model)

    def _take_stock(self, contents: Contents) -> None:
        self._here = frozenset(row.model.sha256 for row in contents.rows if row.model is not None)
        self._show_downloads()

    def _show_downloads(self) -> None:
        if self._hub is not None:
            self._hub.show_downloads(self._downloads.all(), self._here - {""})

    def _memory(self) -> MemoryNow:
        """What a pair would have: what is free, and what the models that are loaded now would give back."""
        now = memory_now()
        return replace(now, available=now.available + held_bytes(self._worker_pids()))
