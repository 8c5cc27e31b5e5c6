"""Small buttons for what is said about one side: a reason for the vote, and whether the answer is correct."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from lab.records import Side, VoteChoice


class ReasonChip(QPushButton):
    """A reason that speaks for A, for B, or for neither; each press goes one further.

    Args:
        reason: In a word or two.
        choice: Tells what is voted, since the first press means the side that won.
        parent: Of the widget.

    Signals:
        changed(): It speaks for another side now.
    """

    changed = Signal()

    def __init__(self, reason: str, choice: Callable[[], VoteChoice | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = reason
        self._choice = choice
        self._side: Side | None = None
        self.clicked.connect(self._step)
        self._show()

    def side(self) -> Side | None:
        """Which side it speaks for."""
        return self._side

    def set_side(self, side: Side | None) -> None:
        """Show which side it speaks for, without saying so."""
        self._side = side
        self._show()

    def _step(self) -> None:
        order: list[Side | None] = [None, Side.A, Side.B]
        if self._choice() is VoteChoice.B:
            order = [None, Side.B, Side.A]
        self._side = order[(order.index(self._side) + 1) % len(order)]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        letter = f" · {self._side.upper()}" if self._side else ""
        self.setText(self._reason.replace("&", "&&") + letter)
        whom = f"speaks for {self._side.upper()}" if self._side else "not chosen"
        self.setAccessibleName(f"{self._reason}: {whom}")
        self.setToolTip("Press until it names the side that this speaks for")
        self.setProperty("chip", self._side.value if self._side else "off")
        self.style().polish(self)


class CorrectChip(QPushButton):
    """Whether one side's answer is correct: not said, yes, no.

    Signals:
        changed(object): True, False, or None for not said.
    """

    changed = Signal(object)
    _WORDS = {None: "{} correct?", True: "{} correct ✓", False: "{} wrong ✗"}  # noqa: RUF012  (never changed)

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._value: bool | None = None
        self.setToolTip("Is it correct? Apart from which one is better. Press for yes, again for no.")
        self.clicked.connect(self._step)
        self._show()

    def value(self) -> bool | None:
        """What is said."""
        return self._value

    def set_value(self, value: bool | None) -> None:
        """Show what is said, without saying it."""
        self._value = value
        self._show()

    def _step(self) -> None:
        self._value = {None: True, True: False, False: None}[self._value]
        self._show()
        self.changed.emit(self._value)

    def _show(self) -> None:
        self.setText(self._WORDS[self._value].format(self._side.upper()))
        self.setAccessibleName(self.text())
        self.setProperty("chip", "off" if self._value is None else self._side.value)
        self.style().polish(self)
