"""What stands in the place of the panes when a blind session is over: what came out of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.session.blind_session import Summary

_WIDTH = 480


class BlindCard(QWidget):
    """Shows how many votes there were, who was preferred, and how steady the votes are.

    Signals:
        results_asked(): Show the results of all votes.
        closed(): Go on with something else.
    """

    results_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("blindOver")
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self._card.setFixedWidth(_WIDTH)
        self._card.setAccessibleName("The blind session is over")
        self._title = _label("The blind session is over", "title", self._card)
        self._sentence = _label("", "", self._card)
        self._agreement = _label("", "quiet", self._card)
        self._heading = _label("Preferred", "heading", self._card)
        self._rows = QWidget(self._card)
        self._results = self._button("Results", "Show what all votes say together", self.results_asked)
        self._results.setProperty("role", "main")
        self._close = self._button("Close", "Begin another comparison", self.closed)
        self._lay_out()

    def show_summary(self, summary: Summary, tally: Sequence[tuple[str, int]]) -> None:
        """Show what came out.

        Args:
            summary: Of the votes.
            tally: Who was preferred how often, in the order in which it is to be read.
        """
        self._sentence.setText(summary.sentence)
        self._agreement.setText(summary.agreement)
        self._agreement.setVisible(bool(summary.agreement))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        rows = QWidget(self._card)
        rows.setLayout(grid)
        for row, (who, count) in enumerate(tally):
            grid.addWidget(_label(who, "", rows), row, 0)
            number = _label(f"{count:,}", "name", rows)
            number.setAccessibleName(f"{who}: {count:,}")
            grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        for widget in (self._heading, self._rows):
            widget.setVisible(bool(summary.pairs))

    def focus(self) -> None:
        """Put the keyboard here."""
        self._results.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self._results)
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(10)
        for widget in (self._title, self._sentence, self._agreement, self._heading, self._rows):
            self._column.addWidget(widget)
        self._column.addSpacing(10)
        self._column.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)
        QWidget.setTabOrder(self._results, self._close)

    def _button(self, text: str, tip: str, signal: object) -> QPushButton:
        button = QPushButton(text, self._card)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        button.setAutoDefault(True)  # so that Enter presses it
        button.clicked.connect(signal)
        return button


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
