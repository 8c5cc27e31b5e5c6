"""One setting on the panel: its name, its field, what it does, and the way back to its default."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from lab.language import tr
from lab.preferences import SideSettings
from ui.compare.sampler_controls import SYSTEM_PROMPT, Control, Editor, idle_because, value_of
from ui.compare.sampler_editors import editor_for
from ui.compare.words import short_number


class SettingRow(QWidget):
    """A setting.

    Args:
        control: Which one.
        parent: Of the widget.

    Signals:
        edited(str, object): The user has given a field another value.
    """

    edited = Signal(str, object)

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.editor = editor_for(control, self)
        self.editor.describe(control.name, control.sentence)
        self._name = QLabel(control.name, self)
        self._name.setProperty("role", "settingName")
        self._name.setBuddy(self.editor)
        self.reset_button = QPushButton(tr("Clear") if self.editor.wide else tr("Reset"), self)
        self.reset_button.setProperty("role", "reset")
        self.reset_button.setToolTip(self._way_back())
        self.reset_button.setAccessibleName(tr("{setting}: {deed}", setting=control.name, deed=self._way_back()))
        self._sentence = _small(QLabel(control.sentence, self), "small")
        self._idle = _small(QLabel(self), "idle")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self._name, 0, 0)
        layout.addWidget(self.reset_button, 0, 1, 1, 2 if self.editor.wide else 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.editor, *((1, 0, 1, 3) if self.editor.wide else (0, 2, 1, 1)))
        layout.addWidget(self._sentence, 2, 0, 1, 3)
        layout.addWidget(self._idle, 3, 0, 1, 3)
        room = self.reset_button.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # a row must not jump when its value changes
        self.reset_button.setSizePolicy(room)
        self.setTabOrder(self.editor, self.reset_button)
        self.editor.edited.connect(lambda value: self.edited.emit(control.field, value))
        self.reset_button.clicked.connect(self._reset)

    def show_settings(self, settings: SideSettings) -> None:
        """Show the value that it has among these."""
        value = value_of(settings, self.control.field)
        self.editor.set_value(value)
        changed = value != self.control.default()
        if not changed and self.reset_button.hasFocus():
            self.editor.setFocus()
        self.reset_button.setVisible(changed)
        if self._name.property("changed") != changed:
            self._name.setProperty("changed", changed)
            self._name.style().unpolish(self._name)
            self._name.style().polish(self._name)
        idle = idle_because(settings.sampler, self.control.field)
        self._idle.setText(idle)
        self._idle.setVisible(bool(idle))
        self.editor.describe(self.control.name, f"{self.control.sentence} {idle}".strip())

    def _reset(self) -> None:
        self.edited.emit(self.control.field, self.control.default())

    def _way_back(self) -> str:
        default: Any = self.control.default()
        if self.control.field == SYSTEM_PROMPT or self.editor.wide:
            return tr("Make it empty again")
        if self.control.editor is Editor.SWITCH:
            return tr("Back to on, the default") if default else tr("Back to off, the default")
        return tr("Back to {value}, the default", value=short_number(default))


def _small(label: QLabel, role: str) -> QLabel:
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
