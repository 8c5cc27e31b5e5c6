"""The search of the Hugging Face Hub: what was found on the left, the chosen repository on the right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import tr
from lab.models import offline
from lab.models.download_order import Download
from lab.models.hub_http import endpoint_in_use
from lab.models.hub_values import FoundRepository, Gate, HubSort, SearchPage
from lab.preferences import PreferencesFile
from lab.visible import visible
from ui.controls.notice import Notice
from ui.models.hub_asker import Asker
from ui.models.hub_column import ResultsColumn
from ui.models.hub_questions import HubQuestions, OfferedRepository
from ui.models.hub_repository import RepositoryView
from ui.models.hub_search_bar import SearchBar
from ui.models.hub_welcome import Welcome
from ui.models.hub_words import offline_hint
from ui.models.token_dialog import TokenDialog
from ui.models.token_keeper import TokenKeeper, TokenState
from ui.theme.palette import Palette

_REST_MS = 150
"""Whoever runs through the list with the arrow keys doesn't want each repository asked for."""

_LIST_WIDTH = 320
_SEARCH, _REPOSITORY, _SIBLINGS, _CARD = "search", "repository", "siblings", "card"


class HubView(QWidget):
    """Searches, and shows what is found. All calls are made on threads; only the latest answer is shown.

    Args:
        palette: The colours.
        preferences: Say for how long a conversation files are judged.
        tokens: Gives the user's token.
        endpoint: Another Hub than the usual one.
        parent: Of the widget.

    Signals:
        order_asked(DownloadOrder): The user wants a file.
        settings_asked(): The user works offline and wants to see the switch.
    """

    order_asked = Signal(object)
    settings_asked = Signal()

    def __init__(
        self,
        palette: Palette,
        preferences: PreferencesFile,
        tokens: TokenKeeper,
        *,
        endpoint: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("hubView")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._preferences, self._tokens, self._endpoint = preferences, tokens, endpoint
        self._questions = HubQuestions(tokens.get, endpoint)
        self._asker = Asker("hub", self)
        self._cards = Asker("hub cards", self)
        self._wanted: tuple[str, HubSort] | None = None
        """What was searched for last; None if nothing was."""
        self._pages = 0
        self._repository = ""
        """Of which the right side shows something."""
        self._token_place = tokens.state.place if tokens.state else None
        self._is_closed = False
        """It says that the user works offline."""
        self._after_notice: Callable[[], Any] = self.search
        self.bar = SearchBar(self)
        self.bar.show_token(tokens.state)
        self.welcome = Welcome(self)
        self.notice = Notice(self)
        self.column = ResultsColumn(self)
        self.repository = RepositoryView(palette, self)
        self.reading = Notice(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.read)
        self.setFocusProxy(self.bar.field)
        self._lay_out()
        self._wire()
        self._show_nothing_chosen()

    # What the owner says.

    def set_palette(self, palette: Palette) -> None:
        """Other colours are in force."""
        self.repository.set_palette(palette)

    def focus(self) -> None:
        """Put the cursor where a person begins."""
        self.bar.focus()

    def show_downloads(self, downloads: Iterable[Download], here: Collection[str]) -> None:
        """Show on the files which of them are under way, and which are here.

        Args:
            downloads: All that are not over.
            here: The checksums of the models in the library.
        """
        self.repository.show_downloads(downloads, here)

    def order_refused(self) -> None:
        """An order could not be taken, e.g. for want of room; it may be asked for again."""
        self.repository.forget_asked()

    def network_changed(self) -> None:
        """The offline switch was turned; also looked at whenever the view is shown."""
        if offline.is_hub_closed():
            self._say_offline()
        elif self._is_closed:
            self.search()

    def close_down(self) -> None:
        """Want no more answers."""
        self.bar.pause()
        self._rest.stop()
        self._asker.close_down()
        self._cards.close_down()

    # Searching.

    def search(self) -> None:
        """Search for what stands in the field."""
        self.bar.pause()
        self._asker.forget(_SEARCH)
        if offline.is_hub_closed():
            self._say_offline()
            return
        self._is_closed = False
        text, order = self.bar.text, self.bar.order
        if not text:
            self._wanted = None
            self._middle.setCurrentWidget(self.welcome)
            return
        self._wanted = (text, order)
        if self._middle.currentWidget() is self._both:
            self.column.wait(tr("Searching …"))
        else:
            self._say(self.search, tr("Searching …"))
        self._asker.ask(_SEARCH, partial(self._questions.search, text, order, 1), self._show_found, self._search_failed)

    def search_more(self) -> None:
        """Ask for the next results of the same search."""
        if self._wanted is None:
            return
        text, order = self._wanted
        question = partial(self._questions.search, text, order, self._pages + 1)
        self._asker.ask(_SEARCH, question, self._show_more, self.column.show_trouble)

    def _show_found(self, page: SearchPage) -> None:
        self._pages = page.page
        self._choose(None)
        self.column.show_page(page)
        if page.repositories:
            self._middle.setCurrentWidget(self._both)
            return
        assert self._wanted is not None
        self._say(
            self._clear,
            tr("Nothing was found for “{text}”.", text=visible(self._wanted[0])),
            tr("Try fewer words, only the family for example, and look at the spelling."),
            tr("Clear the search"),
            tr("Empty the field and begin anew"),
        )

    def _show_more(self, page: SearchPage) -> None:
        self._pages = page.page
        self.column.show_page(page)

    def _search_failed(self, error: LabError) -> None:
        self.column.stop_waiting()
        if isinstance(error, offline.Offline):
            self._say_offline()
        else:
            self._say(self.search, error.message, error.hint, tr("Try again"), tr("Search again (Enter in the field)"))

    def _clear(self) -> None:
        self.bar.field.clear()
        self.bar.focus()

    def _say_offline(self) -> None:
        self._is_closed = True
        self._asker.forget(_SEARCH)
        forced = offline.is_forced() or not offline.is_offline()
        button = "" if forced else tr("Open the settings")
        tip = tr("Go to the switch “Work offline”")
        self._say(self.settings_asked.emit, tr("You work offline."), offline_hint(), button, tip)

    def _say(self, then: Callable[[], Any], *words: str) -> None:
        self._after_notice = then
        self.notice.say(*words)
        self._middle.setCurrentWidget(self.notice)

    # Reading a repository.

    def read(self) -> None:
        """Ask what the chosen repository holds."""
        self._rest.stop()
        repository = self._repository
        self._asker.forget(_SIBLINGS)
        self._cards.forget(_CARD)
        self.reading.say(tr("Looking at its files …"))
        self._right.setCurrentWidget(self.reading)
        question = partial(self._questions.look_up, repository, self._preferences.value.context_tokens)
        self._asker.ask(_REPOSITORY, question, self._show_repository, self._reading_failed)

    def _choose(self, found: FoundRepository | None) -> None:
        self._rest.stop()
        for subject in (_REPOSITORY, _SIBLINGS):
            self._asker.forget(subject)
        self._cards.forget(_CARD)
        self._repository = found.repository if found is not None else ""
        if found is None:
            self._show_nothing_chosen()
        else:
            self._rest.start()

    def _show_nothing_chosen(self) -> None:
        self.reading.say("", tr("Choose a repository to see its files, and whether they fit."))
        self._right.setCurrentWidget(self.reading)

    def _show_repository(self, offered: OfferedRepository) -> None:
        repository = offered.found.repository
        self.repository.show_repository(offered, f"{self._endpoint or endpoint_in_use()}/{repository}")
        self._right.setCurrentWidget(self.repository)
        # Without siblings nothing is missing, so nothing is said if they can't be had.
        self._asker.ask(
            _SIBLINGS,
            partial(self._questions.siblings, repository),
            self.repository.show_siblings,
            lambda _error: None,
        )

    def _reading_failed(self, error: LabError) -> None:
        if isinstance(error, offline.Offline):
            self._say_offline()
        self.reading.say(error.message, error.hint, tr("Try again"), tr("Ask for it again"))
        self._right.setCurrentWidget(self.reading)

    def _read_card(self) -> None:
        offered = self.repository.offered
        if offered is not None:
            question = partial(self._questions.card, offered.found.repository, offered.found.commit)
            self._cards.ask(_CARD, question, self.repository.show_card, self.repository.show_card_trouble)

    def _show_sibling(self, found: FoundRepository) -> None:
        if not self.column.list.select(found.repository):
            self._choose(found)

    # The token.

    def _ask_for_token(self) -> None:
        TokenDialog(self._tokens, self).open()

    def _follow_token(self, state: TokenState) -> None:
        self.bar.show_token(state)
        before, self._token_place = self._token_place, state.place
        offered = self.repository.offered
        is_shown = offered is not None and self._right.currentWidget() is self.repository
        if before != state.place and is_shown and offered is not None and offered.found.gate is not Gate.OPEN:
            self.read()

    # Qt.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """See whether the network may be used, and whether there is a token."""
        super().showEvent(event)
        self.network_changed()
        if self._tokens.state is None:
            self._tokens.look()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+F for this view; the page around it means its own search by it."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.focus()
                return True
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """A search that would begin by itself is not wanted any more."""
        super().hideEvent(event)
        self.bar.pause()

    def _lay_out(self) -> None:
        self._right = QStackedWidget(self)
        self._right.addWidget(self.reading)
        self._right.addWidget(self.repository)
        self._right.setMinimumWidth(490)
        self.column.setMinimumWidth(228)
        self._both = QSplitter(Qt.Orientation.Horizontal, self)
        self._both.setChildrenCollapsible(False)
        self._both.setHandleWidth(16)
        self._both.addWidget(self.column)
        self._both.addWidget(self._right)
        self._both.setStretchFactor(0, 0)
        self._both.setStretchFactor(1, 1)
        self._both.setSizes([_LIST_WIDTH, 3 * _LIST_WIDTH])
        self._middle = QStackedWidget(self)
        for widget in (self.welcome, self.notice, self._both):
            self._middle.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.bar)
        layout.addWidget(self._middle, 1)

    def _wire(self) -> None:
        self.bar.wanted.connect(self.search)
        self.bar.left_downwards.connect(self._go_down)
        self.bar.token_asked.connect(self._ask_for_token)
        self.welcome.example.connect(self.bar.search_for)
        self.notice.pressed.connect(lambda: self._after_notice())
        self.column.list.chosen.connect(self._choose)
        self.column.list.left_upwards.connect(self.bar.focus)
        self.column.more_asked.connect(self.search_more)
        self.reading.pressed.connect(self.read)
        self.repository.order_asked.connect(self.order_asked)
        self.repository.sibling_asked.connect(self._show_sibling)
        self.repository.card_asked.connect(self._read_card)
        self.repository.token_asked.connect(self._ask_for_token)
        self._tokens.changed.connect(self._follow_token)

    def _go_down(self) -> None:
        if self._middle.currentWidget() is self._both:
            self.column.list.enter()
        elif self._middle.currentWidget() is self.welcome:
            self.welcome.buttons[0].setFocus()
