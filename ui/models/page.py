"""The models page: what stands where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lab.language import tr
from ui.controls.message_bar import MessageBar
from ui.controls.tab_order import tab_through
from ui.models.header import ModelsHeader
from ui.models.library_view import LibraryView


class ModelsPage(QWidget):
    """A head over the view of the library, or over another view that is open instead, e.g. the search of the Hub.

    Args:
        parent: Of the widget.

    Attributes:
        header: The head.
        library: The view of what is on this computer.
        message: Says what was done, or what went wrong.

    Signals:
        shown(): The page is seen; it may be out of date.
        folder_asked(): The user wants to add a folder.
        search_asked(str): The user wants to search the Hub, for something in particular unless it is empty; answer
            with ``open_view``.
        again_asked(): The computer should be looked through again.
    """

    shown = Signal()
    folder_asked = Signal()
    search_asked = Signal(str)
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setObjectName("modelsPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = ModelsHeader(self)
        self._views = QStackedWidget(self)
        self.library = LibraryView(self._views)
        self.message = MessageBar(self)
        self._strips: dict[int, QWidget] = {}
        self._views.addWidget(self.library)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._views, 1)
        layout.addWidget(self.message)
        self.header.folder_asked.connect(self.folder_asked)
        self.header.search_asked.connect(lambda: self.search_asked.emit(""))
        self.library.details.smaller_asked.connect(self.search_asked)
        self.header.back_asked.connect(self.close_view)
        self.library.again_asked.connect(self.again_asked)
        # A hidden page's keys are asleep, so these may hold for the whole window.
        self._here = (
            self._key("F5", self.again_asked.emit),
            self._key("Ctrl+F", self.library.filters.focus),
            self._key("Ctrl+O", self.folder_asked.emit),
            self._key("Ctrl+Shift+F", lambda: self.search_asked.emit("")),
        )
        self._elsewhere = (
            self._key("Alt+Left", self.close_view),
            self._key("Esc", self.close_view),
            self._key("Ctrl+F", self._focus_view),
        )
        self._elsewhere[1].setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_head(tr("Models"), elsewhere=False)

    def set_cards(self, cards: QWidget) -> None:
        """Put the cards of what can be got above the table."""
        self.library.set_above(0, cards)
        self._strips[0] = cards
        self._order_tabs()

    def set_downloads(self, downloads: QWidget) -> None:
        """Put what is being fetched between the cards and the table."""
        self.library.set_above(1, downloads)
        self._strips[1] = downloads
        self._order_tabs()

    def open_view(self, view: QWidget, title: str) -> None:
        """Show another view in the place of the library, with a way back. It is kept for the next time."""
        if self._views.indexOf(view) < 0:
            self._views.addWidget(view)
        self._views.setCurrentWidget(view)
        self._show_head(title, elsewhere=True)
        view.setFocus()

    def close_view(self) -> None:
        """Show the library again."""
        if not self.elsewhere:
            return
        self._views.setCurrentWidget(self.library)
        self._show_head(tr("Models"), elsewhere=False)
        self.library.focus()

    def _focus_view(self) -> None:
        view = self._views.currentWidget()
        if view is not None:
            view.setFocus()

    @property
    def elsewhere(self) -> bool:
        """Whether another view is shown than that of the library."""
        return self._views.currentWidget() is not self.library

    def focus(self) -> None:
        """Put the cursor where a person begins."""
        self.library.focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so: the first time everything is still to be found."""
        super().showEvent(event)
        self.shown.emit()

    def _order_tabs(self) -> None:
        """Let Tab come to the strips where they are seen; what is made in them later they order themselves."""
        tab_through(self.header.search, *(strip for _place, strip in sorted(self._strips.items())))

    def _show_head(self, title: str, *, elsewhere: bool) -> None:
        """Name what is shown; another view may use the library's keys for itself."""
        self.header.show_title(title, elsewhere=elsewhere)
        for keys, wanted in ((self._here, not elsewhere), (self._elsewhere, elsewhere)):
            for key in keys:
                key.setEnabled(wanted)

    def _key(self, keys: str, then: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(then)
        return shortcut
