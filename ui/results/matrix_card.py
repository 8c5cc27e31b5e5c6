"""Who beat whom how often."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.results.card import Card, Complain
from ui.results.shown import RankingShown
from ui.results.table import FullTable
from ui.theme.palette import Palette


class MatrixCard(Card):
    """A table of all pairs: the one of the row against the one of the column."""

    def __init__(self, palette: Palette, complain: Complain, parent: QWidget | None = None) -> None:
        super().__init__("Who beat whom", palette, complain, parent)
        self.second.setText("the row's wins and losses against each column")
        self.table = FullTable("Who beat whom", parent=self)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_ranking(self, ranking: RankingShown) -> None:
        """Show another ranking's matrix."""
        self.table.fill(ranking.matrix_heads, ranking.matrix, wide=0)
