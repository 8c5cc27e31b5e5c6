"""The panel at the right: the inspector or the settings for this comparison, one at a time or none."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget


class Panel(StrEnum):
    """What the side panel shows."""

    NONE = "none"
    INSPECTOR = "inspector"
    SETTINGS = "settings"


_WIDTHS = {Panel.INSPECTOR: 292, Panel.SETTINGS: 340}


class SidePanel(QFrame):
    """Holds both, shows one."""

    def __init__(self, inspector: QWidget, settings: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._widgets = {Panel.INSPECTOR: inspector, Panel.SETTINGS: settings}
        self._shown = Panel.NONE
        self._stack = QStackedLayout(self)
        for widget in self._widgets.values():
            self._stack.addWidget(widget)
        self.hide()

    @property
    def shown(self) -> Panel:
        """Which one is shown."""
        return self._shown

    def show_panel(self, panel: Panel) -> None:
        """Show one, or none."""
        self._shown = panel
        self.setVisible(panel is not Panel.NONE)
        if panel is not Panel.NONE:
            self.setFixedWidth(_WIDTHS[panel])
            self._stack.setCurrentWidget(self._widgets[panel])

    def toggle(self, panel: Panel, *, on: bool) -> None:
        """Show a panel, or hide it if it is the one that is shown."""
        if on:
            self.show_panel(panel)
        elif self._shown is panel:
            self.show_panel(Panel.NONE)
