"""The window: rail, banner and pages. It lays them out and knows no models."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.banner import Banner
from ui.key_list import KeyList
from ui.rail import Rail
from ui.theme.icons import Icon
from ui.theme.palette import Palette

SMALLEST = (900, 600)
USUAL = (1360, 860)
NAME = "Counterpoint"
MOST_TITLE_CHARACTERS = 60


class MainWindow(QMainWindow):
    """Holds the pages.

    Signals:
        page_changed(str): Another page is shown.
        closing(): The user closes the window.
        drawn(): It has been drawn for the first time, so what takes long may begin.
    """

    page_changed = Signal(str)
    closing = Signal()
    drawn = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._was_drawn = False
        self.setWindowTitle(NAME)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.rail = Rail(palette, self)
        self.banner = Banner(palette, self)
        self._stack = QStackedWidget(self)
        self._pages: dict[str, QWidget] = {}
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self._stack, 1)
        whole = QWidget(self)
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)
        self.setCentralWidget(whole)
        self.rail.chosen.connect(self.show_page)
        for key in ("F1", "?"):  # a field in which one types takes "?" for itself
            QShortcut(QKeySequence(key), self).activated.connect(self.show_keys)

    def add_page(self, name: str, label: str, which: Icon, page: QWidget, *, at_the_end: bool = False) -> None:
        """Add a page and its button."""
        page.setProperty("role", "page")
        self._pages[name] = page
        self._stack.addWidget(page)
        self.rail.add(name, label, which, at_the_end=at_the_end)

    def replace_page(self, name: str, page: QWidget) -> None:
        """Put another widget where a page was, e.g. when what it shows has been opened; it takes over the keyboard."""
        page.setProperty("role", "page")
        old, self._pages[name] = self._pages[name], page
        self._stack.addWidget(page)
        if self._stack.currentWidget() is old:
            self._stack.setCurrentWidget(page)  # before the old one goes, else its neighbour would be shown first
        self._stack.removeWidget(old)
        old.deleteLater()

    def show_page(self, name: str) -> None:
        """Bring a page to the front; an unknown name shows the first."""
        name = name if name in self._pages else next(iter(self._pages))
        self._stack.setCurrentWidget(self._pages[name])
        self.rail.show_chosen(name)
        self.page_changed.emit(name)

    def page(self) -> str:
        """The name of the page that is shown."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    def page_names(self) -> tuple[str, ...]:
        """All pages, in the order of the rail."""
        return tuple(self._pages)

    def set_subject(self, subject: str) -> None:
        """Name in the title what is open; empty for nothing in particular."""
        line = " ".join(subject.split())
        short = line if len(line) <= MOST_TITLE_CHARACTERS else line[: MOST_TITLE_CHARACTERS - 1] + "…"
        self.setWindowTitle(f"{short} — {NAME}" if short else NAME)

    def show_keys(self) -> None:
        """Open the list of keys; a second time brings it to the front."""
        for opened in self.findChildren(KeyList):
            opened.raise_()
            opened.activateWindow()
            return
        KeyList(self).open()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.rail.set_palette(palette)
        self.banner.set_palette(palette)

    def geometry_text(self) -> str:
        """Size and place, to be kept."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_geometry_text(self, text: str) -> None:
        """Size and place as they were; Qt brings the window back from a screen that is gone."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii", errors="ignore")))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so, the first time."""
        super().paintEvent(event)
        if not self._was_drawn:
            self._was_drawn = True
            QTimer.singleShot(0, self, self.drawn.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so, and close."""
        self.closing.emit()
        super().closeEvent(event)
