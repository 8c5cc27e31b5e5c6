"""The panel at the right: the inspector or the settings for this comparison, one at a time or none."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QStackedLayout, QVBoxLayout, QWidget


class Panel(StrEnum):
    """What the side panel shows."""

    NONE = "none"
    INSPECTOR = "inspector"
    SETTINGS = "settings"


INSPECTOR_WIDTH, LEAST_INSPECTOR_WIDTH, MOST_INSPECTOR_WIDTH = 292, 260, 560
_SETTINGS_WIDTH = 340


class SidePanel(QFrame):
    """Holds both, shows one. The inspector may be made wider, the settings are as wide as they need.

    Attributes:
        inspector_width: How wide the inspector is to be, in pixels.
    """

    def __init__(self, inspector: QWidget, settings: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._widgets = {Panel.INSPECTOR: inspector, Panel.SETTINGS: settings}
        self._shown = Panel.NONE
        self.inspector_width = INSPECTOR_WIDTH
        self._stack = QStackedLayout(self)
        for widget in self._widgets.values():
            self._stack.addWidget(widget)
        self._covered: frozenset[Panel] = frozenset()
        self._cover_words = QLabel(self)
        self._cover_words.setProperty("role", "quiet")
        self._cover_words.setWordWrap(True)
        self._cover_words.setTextFormat(Qt.TextFormat.PlainText)
        self._cover = QWidget(self)
        column = QVBoxLayout(self._cover)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._cover_words)
        column.addStretch()
        self._stack.addWidget(self._cover)
        self.hide()

    @property
    def shown(self) -> Panel:
        """Which one is shown."""
        return self._shown

    @property
    def wanted_width(self) -> int:
        """How wide it is to be now."""
        if self._shown is Panel.SETTINGS:
            return _SETTINGS_WIDTH
        return max(LEAST_INSPECTOR_WIDTH, min(self.inspector_width, MOST_INSPECTOR_WIDTH))

    def show_panel(self, panel: Panel) -> None:
        """Show one, or none."""
        self._shown = panel
        self.setVisible(panel is not Panel.NONE)
        if panel is not Panel.NONE:
            settings = panel is Panel.SETTINGS
            self.setMinimumWidth(_SETTINGS_WIDTH if settings else LEAST_INSPECTOR_WIDTH)
            self.setMaximumWidth(_SETTINGS_WIDTH if settings else MOST_INSPECTOR_WIDTH)
            self._stack.setCurrentWidget(self._cover if panel in self._covered else self._widgets[panel])

    def cover(self, panels: Collection[Panel], sentence: str) -> None:
        """Show a sentence in the place of some panels; of none uncovers them all."""
        self._covered = frozenset(panels)
        self._cover_words.setText(sentence)
        if self._shown is not Panel.NONE:
            self._stack.setCurrentWidget(self._cover if self._shown in panels else self._widgets[self._shown])

    def toggle(self, panel: Panel, *, on: bool) -> None:
        """Show a panel, or hide it if it is the one that is shown."""
        if on:
            self.show_panel(panel)
        elif self._shown is panel:
            self.show_panel(Panel.NONE)
