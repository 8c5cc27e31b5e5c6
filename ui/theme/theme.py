"""Which palette is in force: the system's or the user's choice, told to everyone who paints."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from lab.preferences import Theme as Choice
from ui.theme.palette import DARK, LIGHT, Palette, system_palette
from ui.theme.style import style_sheet

_LINUX_FAMILIES = ("Inter", "Cantarell", "Ubuntu Sans", "Ubuntu", "Noto Sans")
_PIXELS = 14


class Theme(QObject):
    """Dresses the whole application.

    Args:
        app: The application.
        choice: What the user wants.

    Signals:
        changed(Palette): Another palette is in force.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, choice: Choice = Choice.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._palette = self._wanted()
        app.setStyle("Fusion")
        app.setFont(_font(app))
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    def choose(self, choice: Choice) -> None:
        """Follow the user's wish."""
        self._choice = choice
        self._follow()

    def _follow(self, _scheme: Qt.ColorScheme | None = None) -> None:
        wanted = self._wanted()
        if wanted != self._palette:
            self._palette = wanted
            self._dress()
            self.changed.emit(wanted)

    def _wanted(self) -> Palette:
        return {Choice.LIGHT: LIGHT, Choice.DARK: DARK}.get(self._choice) or system_palette()

    def _dress(self) -> None:
        p = self._palette
        colours = QPalette()
        for role, colour in (
            (QPalette.ColorRole.Window, p.ground),
            (QPalette.ColorRole.WindowText, p.ink),
            (QPalette.ColorRole.Base, p.card),
            (QPalette.ColorRole.AlternateBase, p.ground),
            (QPalette.ColorRole.Text, p.ink),
            (QPalette.ColorRole.PlaceholderText, p.quiet),
            (QPalette.ColorRole.Button, p.card),
            (QPalette.ColorRole.ButtonText, p.ink),
            (QPalette.ColorRole.ToolTipBase, p.card),
            (QPalette.ColorRole.ToolTipText, p.ink),
            (QPalette.ColorRole.Highlight, p.select),
            (QPalette.ColorRole.HighlightedText, p.ink),
            (QPalette.ColorRole.Link, p.a),
        ):
            colours.setColor(role, QColor(colour))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(p.quiet))
        self._app.setPalette(colours)
        self._app.setStyleSheet(style_sheet(p))


def _font(app: QApplication) -> QFont:
    """The system's font; on Linux, where that is often none in particular, a good one that is there."""
    font = QFont(app.font())
    if sys.platform.startswith("linux"):
        there = set(QFontDatabase.families())
        found = next((family for family in _LINUX_FAMILIES if family in there), None)
        if found:
            font.setFamilies([found, *font.families()])
    font.setPixelSize(_PIXELS)
    return font
