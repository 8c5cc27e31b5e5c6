"""Who beat whom how often, and how likely that is the next time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lab.language import counted, tr
from ui.results.card import Card, Complain, plain_label
from ui.results.shown import RankingShown
from ui.results.table import FullTable
from ui.theme.palette import Palette

_TITLE = tr("Who beat whom")
_CHANCES = tr(
    "The chance of the row to beat the column, as their Bradley-Terry ratings have it, with its "
    "95 % interval; a tie counts half."
)


class MatrixCard(Card):
    """Two tables of all pairs: the one of the row against the one of the column.

    Attributes:
        table: Wins and losses, as they were counted.
        chances: How likely a win is, as the ratings have it.
    """

    def __init__(self, palette: Palette, complain: Complain, parent: QWidget | None = None) -> None:
        super().__init__(_TITLE, palette, complain, parent)
        self.second.setText(tr("the row's wins and losses against each column"))
        self.table = FullTable(_TITLE, parent=self)
        self.chances = FullTable(tr("Chances to win"), parent=self)
        self._about = plain_label("small", self)
        self._left_out = plain_label("small", self)
        for part in (self.table, self._about, self.chances, self._left_out):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_ranking(self, ranking: RankingShown) -> None:
        """Show another ranking's pairs."""
        duels = ranking.duels
        two = len(duels.against) > 1
        self.table.fill((tr("Wins : losses against"), *duels.against), duels.counted, wide=None)
        self.chances.fill((tr("Chance to beat"), *duels.against), duels.chances, wide=None)
        self._about.setText(_CHANCES)
        for part in (self.chances, self._about):
            part.setVisible(two)
        self._left_out.setText(
            counted(
                duels.left_out,
                tr("{n} more contestant has no room here."),
                tr("{n} more contestants have no room here."),
            )
        )
        self._left_out.setVisible(bool(duels.left_out))
