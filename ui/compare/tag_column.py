"""What one side's answer is like, and whether it is correct: chips under that side."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from lab.language import tr
from lab.records import Side
from ui.compare.flow_layout import Flow, FlowLayout
from ui.compare.rating_chips import CorrectChip, TagChip, adding_chip

_LETTER = 20


class TagColumn(QWidget):
    """The chips of one side.

    Args:
        side: Which.
        parent: Of the widget.

    Signals:
        judged(object): The answer is correct (True), wrong (False), or it is not said (None).
        described(str, bool): The answer is like that, or not.
        asked(): The user wants a word of their own.
        removed(str): An own word is to go off the list.
    """

    judged = Signal(object)
    described = Signal(str, bool)
    asked = Signal()
    removed = Signal(str)

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._own: frozenset[str] = frozenset()
        self.chips: dict[str, TagChip] = {}
        letter = QLabel(side.upper(), self)
        letter.setProperty("side", side.value)
        letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        letter.setFixedSize(_LETTER, _LETTER)
        chips = QWidget(self)
        self._flow = FlowLayout(chips, spacing=4, flow=Flow.LEFT)
        self._correct = CorrectChip(side, chips)
        self._correct.changed.connect(self.judged)
        self._add = adding_chip(
            tr("+ tag"), tr("Say in a word of your own what {side} is like", side=side.upper()), chips
        )
        self._add.setAccessibleName(tr("{side}: + tag", side=side.upper()))
        self._add.clicked.connect(self.asked)
        self._flow.addWidget(self._correct)
        self._flow.addWidget(self._add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(letter, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(chips, 1)

    def offer(self, tags: Collection[str], *, own: Collection[str]) -> bool:
        """Show these tags, and no others.

        Returns:
            False if they were there already.
        """
        if tuple(tags) == tuple(self.chips) and frozenset(own) == self._own:
            return False
        self._own = frozenset(own)
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for tag in tags:
            chip = TagChip(self._side, tag, self._add.parentWidget(), own=tag in self._own)
            chip.said.connect(partial(self.described.emit, tag))
            chip.removal_asked.connect(partial(self.removed.emit, tag))
            self._flow.insert_before(chip, self._add)
            chip.show()
            self.chips[tag] = chip
        return True

    def show_said(self, tags: Collection[str], correct: bool | None) -> None:
        """Show what is said."""
        self._correct.set_value(correct)
        for tag, chip in self.chips.items():
            chip.set_on(tag in tags)

    def in_order(self) -> list[QPushButton]:
        """The buttons in the order in which Tab goes through them."""
        return [self._correct, *self.chips.values(), self._add]
