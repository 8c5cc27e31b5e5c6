"""What stands in the place of the panes when a blind session is over: what came out of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.language import number, tr
from lab.session.blind_session import Summary
from ui.controls.elided_label import ElidedLabel

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
        self._card.setAccessibleName(tr("The blind session is over"))
        self._title = _label(tr("The blind session is over"), "title", self._card)
        self._sentence = _label("", "", self._card)
        self._agreement = _label("", "quiet", self._card)
        self._heading = _label(tr("Preferred"), "heading", self._card)
        self._cells: list[QLabel] = []
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(24)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(0, 1)
        self._results = self._button(tr("Results"), tr("Show what all votes say together"), self.results_asked)
        self._results.setProperty("role", "main")
        self._close = self._button(tr("Close"), tr("Begin another comparison"), self.closed)
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
        self._heading.setVisible(bool(summary.pairs))
        for before in self._cells:
            before.hide()
            before.deleteLater()
        self._cells.clear()
        for row, (who, count) in enumerate(tally if summary.pairs else ()):
            name = ElidedLabel(who, self._card)
            times = QLabel(number(count), self._card)
            times.setProperty("role", "name")
            times.setAccessibleName(tr("{who}: {count}", who=who, count=number(count)))
            self._rows.addWidget(name, row, 0)
            self._rows.addWidget(times, row, 1, Qt.AlignmentFlag.AlignRight)
            for label in (name, times):
                label.show()
                self._cells.append(label)

    def focus(self) -> None:
        """Put the keyboard here."""
        self._results.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self._results)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for widget in (self._title, self._sentence, self._agreement, self._heading):
            column.addWidget(widget)
        column.addLayout(self._rows)
        column.addSpacing(10)
        column.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        # Not by alignment: Qt would ask how high the card is at the width of the page.
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._card)
        middle.addStretch()
        whole.addLayout(middle)
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
