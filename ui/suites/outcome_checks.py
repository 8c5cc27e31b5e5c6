"""The card with the checks: what was asked for, and how both sides did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from lab.language import counted, number, tr
from lab.runs.contrast import checks_differ
from lab.runs.summary import ItemSummary, RunSummary
from ui.controls.segmented import Segmented
from ui.suites.outcome_card import MoreButton, OutcomeCard
from ui.suites.outcome_check_list import CheckList
from ui.suites.outcome_rows import check_row
from ui.suites.parts import plain
from ui.theme.palette import Palette

_ALL, _DIFFERING = "all", "differing"
_FEW = 60


class ChecksCard(OutcomeCard):
    """Rows of prompts, all or only those where the sides differ.

    Args:
        palette: The colours.
        parent: Of the widget.

    Attributes:
        rows: The list.
        shown: Which prompts are shown.

    Signals:
        item_asked(str): The user wants to look at this comparison.
        reached(QRect): The arrow keys have come to this place of the list, which should be seen.
    """

    item_asked = Signal(str)
    reached = Signal(QRect)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(tr("Checks"), parent)
        self._found: Sequence[ItemSummary] = ()
        self._differing: Sequence[ItemSummary] = ()
        self._samples = 1
        self.shown = Segmented(
            [(_ALL, tr("All")), (_DIFFERING, tr("Only differing"))], name=tr("Which prompts"), parent=self
        )
        self.shown.button(_ALL).setToolTip(tr("All prompts that have checks"))
        self.shown.button(_DIFFERING).setToolTip(tr("Only prompts in which one side did better than the other"))
        self.head.addWidget(self.shown)
        self.rows = CheckList(palette, self)
        self._nothing = plain("", "quiet", self)
        self._more = MoreButton(_FEW, self)
        for part in (self.rows, self._nothing, self._more):
            self.body.addWidget(part)
        self.shown.chosen.connect(self._fill)
        self._more.clicked.connect(self._fill)
        self.rows.asked.connect(self.item_asked)
        self.rows.reached.connect(self.reached)

    def show_summary(self, summary: RunSummary, samples: int) -> None:
        """Show what came of a run up to now, in which each prompt is asked so often."""
        self._found = [item for item in summary.items if item.item.checks]
        self._differing = [item for item in self._found if checks_differ(item)]
        self._samples = samples
        self._fill()

    def forget(self) -> None:
        """Another run comes: show few prompts again."""
        self._more.forget()

    def set_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self.rows.set_palette(palette)

    def _fill(self) -> None:
        items = self._differing if self.shown.value() == _DIFFERING else self._found
        self.rows.show_rows([check_row(item, self._samples) for item in items[: self._more.bound(len(items))]])
        self.shown.setVisible(bool(self._found))
        if not self._found:
            self.say("")
            self._nothing.setText(tr("No prompt of this suite has a check. Read the answers, or vote on them."))
        else:
            self.say(
                counted(
                    len(self._found),
                    tr("The sides differ in {differing} of {total} prompt. Press it to see its answers."),
                    tr("The sides differ in {differing} of {total} prompts. Press one to see its answers."),
                    differing=number(len(self._differing)),
                    total=number(len(self._found)),
                )
            )
            self._nothing.setText(tr("Both sides do equally well in every prompt."))
        self._nothing.setVisible(not items)
