"""The line below the vote: the aspects at a glance, each a press away."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from lab.language import tr
from lab.records import Side
from ui.compare.flow_layout import FlowLayout
from ui.compare.opinion import Opinion
from ui.compare.rating_chips import AspectChip, CorrectChip


class WhyRow(QWidget):
    """What is said on each aspect, and whether each answer is correct.

    Signals:
        rated(str, object): A choice on an aspect, or None to take it back.
        judged(Side, object): A side is correct (True), wrong (False), or it is not said (None).
    """

    rated = Signal(str, object)
    judged = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=4)
        question = QLabel(tr("Why?"), self)
        question.setProperty("role", "quiet")
        self._flow.addWidget(question)
        self.chips: dict[str, AspectChip] = {}
        self._correct = {side: CorrectChip(side, self) for side in Side}
        for side, chip in self._correct.items():
            chip.changed.connect(partial(self.judged.emit, side))
            self._flow.addWidget(chip)

    def offer(self, aspects: Iterable[str]) -> None:
        """Show these aspects, and no others."""
        aspects = tuple(aspects)
        if aspects == tuple(self.chips):
            return
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {aspect: AspectChip(aspect, self) for aspect in aspects}
        first = self._correct[Side.A]
        for aspect, chip in self.chips.items():
            chip.chosen.connect(partial(self.rated.emit, aspect))
            self._flow.insert_before(chip, first)
            chip.show()
        in_order: tuple[QWidget, ...] = (*self.chips.values(), *self._correct.values())
        for before, after in pairwise(in_order):
            QWidget.setTabOrder(before, after)

    def show_opinion(self, opinion: Opinion) -> None:
        """Show what is said."""
        for aspect, chip in self.chips.items():
            chip.show_choice(opinion.aspects.get(aspect), opinion.choice)
        for side, correct in self._correct.items():
            correct.set_value(opinion.correct(side))
