"""The settings of one side, all of them: the usual ones at once, the rest when it is unfolded."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from lab.language import counted, tr
from lab.preferences import SideSettings
from ui.compare.sampler_controls import BASIC, MORE, MORE_CONTROLS, differing, with_value
from ui.compare.sampler_row import SettingRow

_BETWEEN_ROWS = 18


class SamplerForm(QWidget):
    """One row a setting.

    Args:
        parent: Of the widget.

    Signals:
        edited(object): The user has changed something; the whole ``SideSettings`` as they are now.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = SideSettings()
        self.rows: dict[str, SettingRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_BETWEEN_ROWS)
        for control in BASIC:
            self._layout.addWidget(self._row(control))
        self.more_button = QPushButton(self)
        self.more_button.setObjectName("more")
        self.more_button.setCheckable(True)
        self.more_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more_button.setToolTip(tr("Show or hide the settings that are seldom needed"))
        self.more_button.toggled.connect(self._fold)
        self._layout.addWidget(self.more_button)
        self._more: QWidget | None = None
        self.show_settings(self._settings)

    def show_settings(self, settings: SideSettings) -> None:
        """Show these settings."""
        self._settings = settings
        for row in self.rows.values():
            row.show_settings(settings)
        self._label_more()

    def _row(self, control: Any) -> SettingRow:
        row = SettingRow(control, self)
        row.edited.connect(self._edit)
        self.rows[control.field] = row
        return row

    def _edit(self, field: str, value: Any) -> None:
        settings = with_value(self._settings, field, value)
        if settings != self._settings:
            self.show_settings(settings)
            self.edited.emit(settings)

    def _fold(self, unfolded: bool) -> None:
        if unfolded and self._more is None:  # built when it is first wanted: most people never do
            self._more = self._build_more()
            self._layout.addWidget(self._more)
            self.show_settings(self._settings)
        if self._more is not None:
            self._more.setVisible(unfolded)
        self._label_more()

    def _build_more(self) -> QWidget:
        more = QWidget(self)
        layout = QVBoxLayout(more)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_BETWEEN_ROWS)
        for group in MORE:
            title = QLabel(group.title, more)
            title.setProperty("role", "groupTitle")
            title.setIndent(0)
            layout.addWidget(title)
            for control in group.controls:
                layout.addWidget(self._row(control))
        return more

    def _label_more(self) -> None:
        unfolded = self.more_button.isChecked()
        changed = differing(self._settings, MORE_CONTROLS)
        words = tr("Fewer settings") if unfolded else tr("More settings")
        if changed and not unfolded:
            words = counted(changed, tr("More settings · {n} changed", "one"), tr("More settings · {n} changed"))
        self.more_button.setText(words)
