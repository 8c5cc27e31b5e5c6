"""The card on top: what is most different between the two sides in words, and all that was counted as bars."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from lab.language import tr
from lab.records import Side
from lab.runs.contrast import Aspect, contrasts
from lab.runs.progress import RunProgress
from lab.runs.summary import RunSummary
from lab.visible import visible
from ui.controls.elided_label import ElidedLabel
from ui.suites import outcome_words as words
from ui.suites.outcome_card import OutcomeCard
from ui.suites.parts import letter, plain
from ui.theme.palette import Palette

_FULL = 1000


class HeadlineCard(OutcomeCard):
    """A sentence, and a line for each aspect with the greatest difference first.

    Args:
        palette: The colours.
        parent: Of the widget.
    """

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(tr("What differs most"), parent)
        self._palette = palette
        self._told: tuple[RunSummary, Mapping[Side, str]] | None = None
        self._so_far = plain("", "outcomeSoFar", self)
        self._sentence = QLabel(self)
        self._sentence.setProperty("role", "outcomeHeadline")
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.setWordWrap(True)
        self._lines = QWidget(self)
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for column, share in ((0, 4), (1, 3), (2, 3), (4, 3), (5, 3)):
            grid.setColumnStretch(column, share)
        grid.setColumnMinimumWidth(3, 6)
        self._names = {side: ElidedLabel(parent=self._lines) for side in Side}
        for side, column in ((Side.A, 1), (Side.B, 4)):
            head = QWidget(self._lines)
            row = QGridLayout(head)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(letter(side, head), 0, 0)
            row.addWidget(self._names[side], 0, 1)
            row.setColumnStretch(1, 1)
            self._names[side].setProperty("role", "name")
            grid.addWidget(head, 0, column, 1, 2)
        self._rows = [_Line(grid, row, self._lines) for row in range(1, len(Aspect) + 1)]
        for part in (self._so_far, self._sentence, self._lines):
            self.body.addWidget(part)

    def show_summary(self, summary: RunSummary, progress: RunProgress, names: Mapping[Side, str]) -> None:
        """Show what came of a run up to now."""
        self._told = summary, names
        self._so_far.setText(words.so_far(progress))
        self._so_far.setVisible(bool(self._so_far.text()))
        found = contrasts(summary)
        for side in Side:
            self._names[side].setText(visible(names[side]))
        for number, line in enumerate(self._rows):
            line.setVisible(number < len(found))
        for line, each in zip(self._rows, found, strict=False):
            line.show_values(
                words.ASPECTS[each.aspect],
                {side: words.value_words(each.aspect, summary.sides[side]) for side in Side},
                each.values,
                max(each.values.values()) if each.aspect is Aspect.LENGTH else 1.0,
            )
        self._lines.setVisible(bool(found))
        self._say()

    def sentence(self) -> str:
        """What is said on top, as HTML."""
        return self._sentence.text()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._say()

    def _say(self) -> None:
        if self._told is not None:
            summary, names = self._told
            self._sentence.setText(words.headline(contrasts(summary), summary, names, self._palette))


class _Line:
    """One aspect: its name, and for each side a bar with the value beside it."""

    def __init__(self, grid: QGridLayout, row: int, parent: QWidget) -> None:
        self._name = plain("", "quiet", parent)
        grid.addWidget(self._name, row, 0)
        self._bars: dict[Side, QProgressBar] = {}
        self._values: dict[Side, QLabel] = {}
        for side, column in ((Side.A, 1), (Side.B, 4)):
            bar = QProgressBar(parent)
            bar.setRange(0, _FULL)
            bar.setTextVisible(False)
            bar.setProperty("outcomeBar", side.value)
            self._bars[side] = bar
            self._values[side] = plain("", "outcomeValue", parent)
            grid.addWidget(bar, row, column)
            grid.addWidget(self._values[side], row, column + 1)

    def setVisible(self, visible_: bool) -> None:  # noqa: N802  (as Qt calls it)
        """Show it or not."""
        for part in (self._name, *self._bars.values(), *self._values.values()):
            part.setVisible(visible_)

    def show_values(self, name: str, told: Mapping[Side, str], values: Mapping[Side, float], full: float) -> None:
        """Show values; a bar is full at ``full``."""
        self._name.setText(name)
        for side in Side:
            self._bars[side].setValue(round(values[side] / full * _FULL) if full else 0)
            self._bars[side].setAccessibleName(
                tr("{name}, {side}: {value}", name=name, side=side.upper(), value=told[side])
            )
            self._values[side].setText(told[side])
