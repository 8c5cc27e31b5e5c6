"""The card that shows how alike repeated answers to one prompt are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from lab.language import tr
from lab.records import Side
from lab.runs.summary import ItemSummary, RunSummary
from ui.suites.outcome_card import MoreButton, OutcomeCard
from ui.suites.outcome_panels import SamplePanels
from ui.suites.outcome_rows import longest, panel, repeated
from ui.suites.parts import plain
from ui.theme.palette import Palette

_FEW = 24
_HOW_OFTEN = 5


class SamplesCard(OutcomeCard):
    """Small multiples, or a sentence where no prompt was asked twice.

    Args:
        palette: The colours.
        parent: Of the widget.

    Attributes:
        drawing: The panels.

    Signals:
        item_asked(str): The user wants to look at this comparison.
        reached(QRect): The arrow keys have come to this place of the drawing, which should be seen.
    """

    item_asked = Signal(str)
    reached = Signal(QRect)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(tr("The same prompt, asked again"), parent)
        self._found: Sequence[ItemSummary] = ()
        self._names: Mapping[Side, str] = {}
        self.drawing = SamplePanels(palette, self)
        self._legend = plain(
            tr(
                "●  an answer of A      ◇  an answer of B      Further right: more words, on one scale for all. "
                "Beside them: how many of their words two answers share, and how often their checks come out the same."
            ),
            "small",
            self,
        )
        self._more = MoreButton(_FEW, self)
        for part in (self._legend, self.drawing, self._more):
            self.body.addWidget(part)
        self._more.clicked.connect(self._fill)
        self.drawing.asked.connect(self.item_asked)
        self.drawing.reached.connect(self.reached)

    def show_summary(self, summary: RunSummary, names: Mapping[Side, str], samples: int) -> None:
        """Show what came of a run up to now, in which each prompt is asked so often."""
        self._found = repeated(summary)
        self._names = names
        if samples == 1:
            self.say(
                tr(
                    "Each prompt was asked once. Run the suite with {n} samples to see how much answers to one prompt "
                    "differ.",
                    n=_HOW_OFTEN,
                )
            )
        elif not self._found:
            self.say(tr("To be seen as soon as a side has answered a prompt twice."))
        else:
            self.say(tr("Prompts come first where one side repeats itself much more than the other."))
        self._fill()

    def forget(self) -> None:
        """Another run comes: show few prompts again."""
        self._more.forget()

    def set_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self.drawing.set_palette(palette)

    def _fill(self) -> None:
        shown = self._found[: self._more.bound(len(self._found))]
        self.drawing.show_panels([panel(item, self._names) for item in shown], longest(self._found))
        for part in (self.drawing, self._legend):
            part.setVisible(bool(self._found))
