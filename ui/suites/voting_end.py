"""What stands in the place of the pairs when a rater is through: who was who, and what the votes say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lab.language import number, tr
from lab.runs.plan import RunPlan
from lab.voting.summary import VotingSummary
from ui.controls.elided_label import ElidedLabel
from ui.suites.parts import button, letter, plain
from ui.suites.voting_words import again_of, agreements_of, tally_of, told_of, votes_of, who_of

_WIDTH = 560


class VotingEnd(QScrollArea):
    """Shows how many votes each got, how steady they are, and how far others agree.

    Signals:
        outcome_asked(): Show everything that came of the run.
        rest_asked(): Go on with the pairs that have no vote.
        back_asked(): Look at the pairs again.
    """

    outcome_asked = Signal()
    rest_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setObjectName("votingEnd")
        inside.setProperty("role", "column")
        self.setWidget(inside)
        self._card = QFrame(inside)
        self._card.setProperty("role", "card")
        self._card.setFixedWidth(_WIDTH)
        self._title = plain("", "title", self._card)
        self._votes = plain("", "", self._card)
        self._heading = plain(tr("Who was preferred"), "heading", self._card)
        self._told = plain("", "quiet", self._card)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(1, 1)
        self._cells: list[QWidget] = []
        self._again = plain("", "quiet", self._card)
        self._others_heading = plain(tr("Other people’s votes"), "heading", self._card)
        self._others = plain("", "quiet", self._card)
        self._outcome = self._button(
            tr("See what came out"), tr("The checks, the lengths and the profiles of this run"), self.outcome_asked
        )
        self._outcome.setProperty("role", "main")
        self._rest = self._button("", tr("Show the first pair without a vote"), self.rest_asked)
        self._back = self._button(tr("Look at the pairs"), tr("Go back to the last pair"), self.back_asked)
        self._lay_out(inside)

    def show_summary(self, plan: RunPlan, summary: VotingSummary, *, left: int, running: bool) -> None:
        """Show what came out.

        Args:
            plan: The run.
            summary: Of the votes.
            left: How many pairs have no vote.
            running: More pairs are to come.
        """
        voted = summary.again.pairs
        self._title.setText(tr("You are through") if not left and not running else tr("Up to here"))
        self._votes.setText(votes_of(summary, left))
        self._heading.setVisible(bool(voted))
        self._show_rows(plan, summary)
        self._told.setText(told_of(plan))
        self._told.setVisible(bool(voted))
        self._again.setText(again_of(summary))
        self._again.setVisible(bool(self._again.text()))
        others = agreements_of(summary)
        self._others.setText("\n".join(others))
        for label in (self._others_heading, self._others):
            label.setVisible(bool(others))
        self._rest.setText(tr("Vote on the rest ({n})", n=left))
        self._rest.setAccessibleName(self._rest.text())
        self._rest.setVisible(left > 0)
        self._back.setVisible(voted > 0)

    def focus(self) -> None:
        """Put the keyboard here."""
        self._outcome.setFocus()

    def _show_rows(self, plan: RunPlan, summary: VotingSummary) -> None:
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._cells.clear()
        if not summary.again.pairs:
            return
        for row, (side, words, count) in enumerate(tally_of(plan, summary)):
            name = ElidedLabel(words, self._card)
            figure = QLabel(number(count), self._card)
            figure.setProperty("role", "votingNumber")
            figure.setAccessibleName(f"{words}: {number(count)}")
            cells: list[QWidget] = [name, figure]
            if side is not None:
                of_side = letter(side, self._card)
                of_side.setToolTip(who_of(plan, side))
                self._rows.addWidget(of_side, row, 0)
                cells.append(of_side)
            self._rows.addWidget(name, row, 1)
            self._rows.addWidget(figure, row, 2, Qt.AlignmentFlag.AlignRight)
            for cell in cells:
                cell.show()
            self._cells += cells

    def _lay_out(self, inside: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._back)
        buttons.addStretch()
        buttons.addWidget(self._rest)
        buttons.addWidget(self._outcome)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for widget in (self._title, self._votes, self._heading):
            column.addWidget(widget)
        column.addLayout(self._rows)
        for widget in (self._told, self._again, self._others_heading, self._others):
            column.addWidget(widget)
        column.addSpacing(10)
        column.addLayout(buttons)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 8, 0, 8)
        whole.addStretch(2)
        # Not by alignment: Qt would ask how high the card is at the width of the page.
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._card)
        middle.addStretch()
        whole.addLayout(middle)
        whole.addStretch(3)
        for before, after in ((self._outcome, self._rest), (self._rest, self._back)):
            QWidget.setTabOrder(before, after)

    def _button(self, text: str, tip: str, signal: object) -> QPushButton:
        made = button(text, tip, self._card)
        made.setAutoDefault(True)  # so that Enter presses it
        made.clicked.connect(signal)
        return made
