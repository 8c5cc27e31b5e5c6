"""The card that names the answers that failed, each with its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lab.language import counted, number, tr
from ui.suites.outcome_card import OutcomeCard
from ui.suites.outcome_rows import Failure
from ui.suites.parts import letter, plain

_MOST = 20


class FailuresCard(OutcomeCard):
    """Hidden while nothing failed.

    Args:
        parent: Of the widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Answers that failed"), parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._shown: Sequence[Failure] = ()
        self._labels: list[QLabel] = []
        self.hide()

    def show_failures(self, failed: Sequence[Failure], samples: int) -> None:
        """Name them; the run went on without them."""
        if list(failed) != list(self._shown):
            self._shown = list(failed)
            self._make(samples)
        self.setVisible(bool(failed))

    def _make(self, samples: int) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        for row, each in enumerate(self._shown[:_MOST]):
            where = f"“{each.prompt}”"
            if samples > 1:
                where = tr("“{prompt}”, sample {n}", prompt=each.prompt, n=each.sample)
            badge, told = letter(each.side, self), plain(f"{where}\n{each.problem}", "outcomeFailure", self)
            self._grid.addWidget(badge, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(told, row, 1)
            self._labels += [badge, told]
        total = len(self._shown)
        said = counted(
            total,
            tr("{total} answer is missing. The run went on without it."),
            tr("{total} answers are missing. The run went on without them."),
            total=number(total),
        )
        if total > _MOST:
            said = tr("{said} The first {n} are named here.", said=said, n=_MOST)
        self.say(said)
