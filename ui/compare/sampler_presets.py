"""Chooses, saves and deletes named settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from lab.language import tr
from lab.preferences import SHIPPED, Preset, ShippedPreset, SideSettings, named
from ui.controls.plain_tip import plain_tip

_LONGEST_NAME = 60
_OWN_MIX = tr("Your own mix")
_TIP = tr("Take over a whole set of settings, or delete one of yours")


class PresetBar(QWidget):
    """A button with the presets in its menu, and one to save the settings under a name.

    Args:
        parent: Of the widget.

    Signals:
        applied(object): The user has chosen a ``Preset`` or ``ShippedPreset``.
        saved(str): The user wants the settings kept under that name.
        deleted(object): The user wants this ``Preset`` gone.
    """

    applied = Signal(object)
    saved = Signal(str)
    deleted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets: tuple[Preset, ...] = ()
        self._settings = SideSettings()
        self._last = ""
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)
        self.delete_menu = QMenu(tr("Delete"), self)
        self.choice = QPushButton(self)
        self.choice.setObjectName("preset")
        self.choice.setMenu(self.menu)
        self.choice.setToolTip(_TIP)
        self.save_button = QPushButton(tr("Save as …"), self)
        self.save_button.setObjectName("savePreset")
        self.save_button.setToolTip(tr("Keep these settings under a name"))
        self.save_button.clicked.connect(self._ask_name)
        self.naming = _Naming(self)
        self.naming.hide()
        self.naming.confirmed.connect(self._save)
        self.naming.closed.connect(self._stop_naming)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.naming)

    def show_state(self, settings: SideSettings, presets: Sequence[Preset]) -> None:
        """Show which preset is in force for these settings."""
        self._settings, self._presets = settings, tuple(presets)
        self.naming.set_taken(self._presets)
        name = self.in_force()
        shown = name or _OWN_MIX
        short = _cut(shown)
        self.choice.setText(short.replace("&", "&&"))
        self.choice.setToolTip(_TIP if short == shown else plain_tip(f"{shown}\n{_TIP}"))
        self.choice.setAccessibleName(tr("Preset: {name}", name=shown))

    def in_force(self) -> str:
        """The name of the preset that these settings are; the one chosen last if several are the same; else empty."""
        fitting = [preset.name for preset in self._all() if preset.applied_to(self._settings) == self._settings]
        if self._last in fitting:
            return self._last
        return fitting[0] if fitting else ""

    def _all(self) -> tuple[Preset | ShippedPreset, ...]:
        return (*SHIPPED, *self._presets)

    def _fill(self) -> None:
        self.menu.clear()
        self.delete_menu.clear()
        for shipped in SHIPPED:
            self._offer(shipped).setToolTip(shipped.sentence)
        if self._presets:
            self.menu.addSeparator()
            for own in self._presets:
                self._offer(own).setToolTip(tr("One of your own: system prompt and sampler"))
                self._action(self.delete_menu, own.name, partial(self.deleted.emit, own))
            self.menu.addSeparator()
            self.menu.addMenu(self.delete_menu)

    def _offer(self, preset: Preset | ShippedPreset) -> QAction:
        action = self._action(self.menu, preset.name, partial(self._apply, preset))
        action.setCheckable(True)
        action.setChecked(preset.name == self.in_force())
        return action

    def _action(self, menu: QMenu, name: str, then: Callable[[], None]) -> QAction:
        action = menu.addAction(name.replace("&", "&&"))
        action.triggered.connect(lambda _checked: then())
        return action

    def _apply(self, preset: Preset | ShippedPreset) -> None:
        self._last = preset.name
        self.applied.emit(preset)

    def _ask_name(self) -> None:
        self.save_button.setEnabled(False)
        self.naming.ask(self._last if any(own.name == self._last for own in self._presets) else "")

    def _save(self, name: str) -> None:
        self._last = name
        self.saved.emit(name)

    def _stop_naming(self) -> None:
        self.save_button.setEnabled(True)
        if self.naming.isAncestorOf(self.focusWidget() or self):
            self.save_button.setFocus()
        self.naming.hide()


class _Naming(QWidget):
    """Asks for a name, in place.

    Signals:
        confirmed(str): A name that may be taken.
        closed(): The user is done here, with a name or without.
    """

    confirmed = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._presets: tuple[Preset, ...] = ()
        self.edit = QLineEdit(self)
        self.edit.setMaxLength(_LONGEST_NAME)
        self.edit.setPlaceholderText(tr("Name"))
        self.edit.setAccessibleName(tr("Name of the preset"))
        self.edit.setToolTip(tr("The name under which you find these settings again (Enter saves)"))
        self.edit.textChanged.connect(self._judge)
        self.edit.returnPressed.connect(self._confirm)
        self.button = QPushButton(tr("Save"), self)
        self.button.clicked.connect(self._confirm)
        cancel = QPushButton(tr("Cancel"), self)
        cancel.setToolTip(tr("Don't save (Esc)"))
        cancel.clicked.connect(self.closed)
        for button in (self.button, cancel):
            button.setProperty("role", "compact")
        self.hint = QLabel(self)
        self.hint.setProperty("role", "small")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.hint, 1)
        row.addWidget(self.button)
        row.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.edit)
        layout.addLayout(row)

    def ask(self, name: str) -> None:
        """Begin, with a name to start from."""
        self.edit.setText(name)
        self.edit.selectAll()
        self._judge()
        self.show()
        self.edit.setFocus()

    def set_taken(self, presets: tuple[Preset, ...]) -> None:
        """Which presets there are."""
        self._presets = presets
        self._judge()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _name(self) -> str:
        return " ".join(self.edit.text().split())

    def _judge(self) -> None:
        there = named(self._name(), self._presets)
        self.button.setText(tr("Replace") if isinstance(there, Preset) else tr("Save"))
        self.button.setToolTip(tr("Keep the settings under this name (Enter)"))
        self.button.setEnabled(bool(self._name()) and not isinstance(there, ShippedPreset))
        if isinstance(there, ShippedPreset):
            self.hint.setText(tr("This one comes with the program. Choose another name."))
        elif there is not None:
            self.hint.setText(tr("“{name}” will then have these settings.", name=there.name))
        else:
            self.hint.setText(tr("The system prompt is saved with it."))

    def _confirm(self) -> None:
        if self.button.isEnabled():
            name = self._name()
            self.closed.emit()
            self.confirmed.emit(name)


def _cut(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"
