"""The line under the panes of a blind comparison: what is hidden, what both are at, what can be done."""

from __future__ import annotations

import time
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from lab.language import tr


class StripDeed(StrEnum):
    """What can be done from the line."""

    STOP = "stop"
    REVEAL = "reveal"
    NEW = "new"
    GOT_IT = "got it"
    NEXT = "next"
    END = "end"


_WORDS = {
    StripDeed.STOP: (tr("Stop"), tr("Stop both answers; what has been said stays (Esc)")),
    StripDeed.REVEAL: (
        tr("Reveal   R"),
        tr("Show who is who (R, or Alt+R while you type). From then on votes are not blind."),
    ),
    StripDeed.NEW: (tr("New"), tr("Begin another conversation (Ctrl+N)")),
    StripDeed.GOT_IT: (tr("Got it"), tr("Don't say this again")),
    StripDeed.NEXT: (tr("Next   N"), tr("Show the next pair (N or Enter)")),
    StripDeed.END: (tr("End"), tr("End the blind session; what was voted stays (Ctrl+Shift+B)")),
}
_TICK_MS = 1000
_HEIGHT = 38
"""As high without buttons as with them, so that nothing moves when they come and go."""


class BlindStrip(QFrame):
    """One sentence and the buttons that belong to it; hidden without a sentence.

    Signals:
        asked(StripDeed): A button was pressed.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("blindStrip")
        self.setAccessibleName(tr("Blind comparison"))
        self.setMinimumHeight(_HEIGHT)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        self._buttons = {deed: self._button(deed) for deed in StripDeed}
        for button in self._buttons.values():
            row.addWidget(button)
        self._buttons[StripDeed.REVEAL].setShortcut("Alt+R")
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._show_time)
        self._sentence = ""
        self._since: float | None = None
        self.say("")

    def say(
        self,
        sentence: str,
        deeds: Sequence[StripDeed] = (),
        *,
        reveal_enabled: bool = True,
        next_enabled: bool = True,
    ) -> None:
        """Show a sentence; none hides the line.

        Args:
            sentence: What.
            deeds: The buttons beside it.
            reveal_enabled: Whether there is anything to reveal yet.
            next_enabled: Whether this pair is done with.
        """
        self._since = None
        self._ticking.stop()
        self._show(sentence, deeds)
        self._buttons[StripDeed.REVEAL].setEnabled(reveal_enabled)
        self._buttons[StripDeed.NEXT].setEnabled(next_enabled)

    def say_working(self, sentence: str, deeds: Sequence[StripDeed] = (StripDeed.STOP,)) -> None:
        """Show that both are at work, for how long by now, and how to stop that."""
        if self._since is None:
            self._since = time.monotonic()
            self._ticking.start()
            self._show(sentence, deeds)

    def press(self, deed: StripDeed) -> None:
        """Do what a button does, if it is there."""
        if self.offers(deed) and self._buttons[deed].isEnabled():
            self._buttons[deed].click()

    def offers(self, deed: StripDeed) -> bool:
        """True if the button is there, be it enabled or not."""
        return not self.isHidden() and not self._buttons[deed].isHidden()

    def has_focus(self) -> bool:
        """True if the keyboard is here, or at one of the buttons."""
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def text(self) -> str:
        """What it says; empty if it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def _show(self, sentence: str, deeds: Sequence[StripDeed]) -> None:
        if sentence and sentence != self._sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        self._sentence = sentence
        self._label.setText(sentence)
        self.setAccessibleDescription(sentence)
        for deed, button in self._buttons.items():
            button.setVisible(deed in deeds)
        self.setVisible(bool(sentence))

    def _show_time(self) -> None:
        if self._since is not None:
            self._label.setText(f"{self._sentence}   {round(time.monotonic() - self._since)} s")

    def _button(self, deed: StripDeed) -> QPushButton:
        label, tip = _WORDS[deed]
        button = QPushButton(label, self)
        button.setAccessibleName(label.split("   ")[0])
        button.setToolTip(tip)
        button.setProperty("strip", deed.value)
        button.clicked.connect(lambda: self.asked.emit(deed))
        return button
