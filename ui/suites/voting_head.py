"""The lines above a pair that is voted on: which one it is, the way on and back, what to look for."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from lab.language import tr
from ui.controls.elided_label import ElidedLabel
from ui.controls.switch import Switch
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

_PROGRESS_WIDTH = 120
_MOST_LOOK_FOR = 240
"""Characters of what to look for that are shown; all of it is in the tooltip. The answers are the main thing."""


class VotingHead(QFrame):
    """Says where the rater is, and leads on.

    Signals:
        back_asked(): To the pair before.
        skip_asked(): On without a vote.
        next_asked(): On, with one.
        end_asked(): Enough; who was who?
        blind_wanted(bool): Hide who is who from now on, or don't.
    """

    back_asked = Signal()
    skip_asked = Signal()
    next_asked = Signal()
    end_asked = Signal()
    blind_wanted = Signal(bool)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("votingHead")
        self._where = QLabel(self)
        self._where.setProperty("role", "title")
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(_PROGRESS_WIDTH)
        self._back = QToolButton(self)
        self._back.setProperty("role", "plain")
        self._back.setAccessibleName(tr("The pair before"))
        self._back.setToolTip(tr("The pair before (P). You can change your mind there."))
        self._back.clicked.connect(self.back_asked)
        self._skip = self._button(tr("Skip   S"), tr("Skip"), tr("Show the next pair without a vote (S)"))
        self._skip.clicked.connect(self.skip_asked)
        self._next = self._button(tr("Next   N"), tr("Next"), tr("Show the next pair (N or Enter)"))
        self._next.clicked.connect(self.next_asked)
        self.blind = Switch(tr("Blind"), self)
        self.blind.setAccessibleName(tr("Blind"))
        self.blind.clicked.connect(self.blind_wanted)
        self._end = self._button(tr("End"), tr("End"), tr("Stop voting here, and see who was who. Your votes stay."))
        self._end.clicked.connect(self.end_asked)
        self._told = ElidedLabel(parent=self)
        self._told.setProperty("role", "quiet")
        self._look_for = QLabel(self)
        self._look_for.setProperty("role", "votingLookFor")
        self._look_for.setTextFormat(Qt.TextFormat.PlainText)
        self._look_for.setWordWrap(True)
        self._state = QLabel(self)
        self._state.setProperty("role", "small")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self._lay_out()
        self.set_palette(palette)
        for key, button in (("P", self._back), ("S", self._skip), ("N", self._next)):
            QShortcut(key, self).activated.connect(button.click)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._back.setIcon(icon(Icon.LEFT, palette.ink, palette.line))

    def show_where(self, number: int, count: int, done: int, *, can_go_back: bool, voted: bool) -> None:
        """Say which pair is shown.

        Args:
            number: Its place, from 1.
            count: How many there are.
            done: How many were voted on.
            can_go_back: There is one before.
            voted: This one has a vote.
        """
        self._where.setText(tr("Pair {number} of {count}", number=number, count=count))
        self._progress.setRange(0, max(1, count))
        self._progress.setValue(done)
        self._progress.setAccessibleName(tr("{done} of {count} voted on", done=done, count=count))
        self._progress.setToolTip(self._progress.accessibleName())
        self._back.setEnabled(can_go_back)
        self._next.setEnabled(voted)
        self._skip.setEnabled(not voted)

    def show_blind(self, blind: bool, *, enabled: bool) -> None:
        """Say whether it is hidden who is who."""
        self.blind.setChecked(blind)
        self.blind.setEnabled(enabled)
        self.blind.setToolTip(
            tr("Names are hidden, and sides are drawn for each pair. Off shows the names; then votes are not blind.")
            if enabled
            else tr("You have voted on everything, so nothing is hidden any more.")
        )

    def show_item(self, look_for: str, system_prompt: str) -> None:
        """Say what to look for in the answers, and what both were told before; what is empty is not shown."""
        short = look_for if len(look_for) <= _MOST_LOOK_FOR else f"{look_for[:_MOST_LOOK_FOR].rstrip()} …"
        self._look_for.setText(tr("What to look for: {what}", what=short))
        self._look_for.setToolTip(look_for if short != look_for else "")
        self._look_for.setAccessibleDescription(look_for)
        self._look_for.setVisible(bool(look_for))
        told = " ".join(system_prompt.split())
        self._told.setText(tr("Told before: “{prompt}”", prompt=told))
        self._told.setVisible(bool(told))

    def say(self, sentence: str) -> None:
        """Say what else there is to know about this pair; empty for nothing."""
        self._state.setText(sentence)
        self._state.setVisible(bool(sentence))

    def press_next(self) -> None:
        """Go on if this pair is voted on."""
        self._next.click()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._back, self._where, self._progress):
            row.addWidget(widget)
        row.addStretch()
        controls = (self.blind, self._end, self._skip, self._next)
        for control in controls:
            row.addWidget(control)
        for before, after in itertools.pairwise((self._back, *controls)):
            QWidget.setTabOrder(before, after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        for line in (self._told, self._look_for, self._state):
            column.addWidget(line)

    def _button(self, text: str, name: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button
