"""Moves through the tree of a conversation: turns up and down, siblings left and right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from lab.language import tr
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

_ICON = QSize(16, 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the tree the window is; all counted from 1, 0 for nowhere."""

    turn: int = 0
    turns: int = 0
    """On the way from the first prompt through the shown turn to its newest end."""
    sibling: int = 0
    siblings: int = 0


class TurnBar(QWidget):
    """Where in the conversation we are.

    Signals:
        turn_wanted(int): One turn back (-1) or on (+1).
        sibling_wanted(int): The sibling before (-1) or after (+1).
        edit_asked(): The user wants to change the prompt and send it again.
        again_asked(): The user wants both answers anew.
    """

    turn_wanted = Signal(int)
    sibling_wanted = Signal(int)
    edit_asked = Signal()
    again_asked = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = self._button(tr("Earlier turn"), tr("Earlier turn (Alt+Left)"), "Alt+Left")
        self._on = self._button(tr("Later turn"), tr("Later turn (Alt+Right)"), "Alt+Right")
        self._before = self._button(tr("Other version before"), tr("The version before (Alt+Up)"), "Alt+Up")
        self._after = self._button(tr("Other version after"), tr("The version after (Alt+Down)"), "Alt+Down")
        self._edit = self._button(tr("Edit the prompt"), tr("Change the prompt and send it again (Ctrl+E)"), "Ctrl+E")
        self._again = self._button(tr("Both answers again"), tr("Answer again, both (Ctrl+R)"), "Ctrl+R")
        self._turn, self._sibling = QLabel(self), QLabel(self)
        for label in (self._turn, self._sibling):
            label.setProperty("role", "small")
        self._back.clicked.connect(lambda: self.turn_wanted.emit(-1))
        self._on.clicked.connect(lambda: self.turn_wanted.emit(1))
        self._before.clicked.connect(lambda: self.sibling_wanted.emit(-1))
        self._after.clicked.connect(lambda: self.sibling_wanted.emit(1))
        self._edit.clicked.connect(self.edit_asked)
        self._again.clicked.connect(self.again_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._back, self._turn, self._on):
            layout.addWidget(widget)
        layout.addSpacing(8)
        for widget in (self._before, self._sibling, self._after):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self._edit)
        layout.addWidget(self._again)
        self.set_palette(palette)
        self.show_place(Place(), busy=False)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for button, which in (
            (self._back, Icon.LEFT),
            (self._on, Icon.RIGHT),
            (self._before, Icon.LEFT),
            (self._after, Icon.RIGHT),
            (self._edit, Icon.EDIT),
            (self._again, Icon.AGAIN),
        ):
            button.setIcon(icon(which, palette.ink, palette.line))
            button.setIconSize(_ICON)

    def show_place(self, place: Place, *, busy: bool) -> None:
        """Show where we are; while an answer comes there is no moving about."""
        free = not busy
        self._turn.setText(tr("Turn {turn} of {turns}", turn=place.turn, turns=place.turns) if place.turns else "")
        self._sibling.setText(tr("Version {sibling} of {siblings}", sibling=place.sibling, siblings=place.siblings))
        several = place.siblings > 1
        for widget in (self._before, self._sibling, self._after):
            widget.setVisible(several)
        for widget in (self._back, self._on):
            widget.setVisible(place.turns > 1)
        self._back.setEnabled(free and place.turn > 1)
        self._on.setEnabled(free and place.turn < place.turns)
        self._before.setEnabled(free and place.sibling > 1)
        self._after.setEnabled(free and place.sibling < place.siblings)
        for button in (self._edit, self._again):
            button.setVisible(place.turn > 0)
            button.setEnabled(free)

    def _button(self, name: str, tip: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "plain")
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.setShortcut(key)
        return button
