"""The panel beside the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from lab.language import number, tr
from lab.records import Comparison, Side
from lab.session.tree import answer_of
from ui.compare.inspector.differences import Differences
from ui.compare.inspector.proof import proof
from ui.theme.palette import Palette

if TYPE_CHECKING:
    from ui.compare.inspector.speed_plot import SpeedPlot

_GIVEN_HEIGHT = 150


MOST_SHOWN_AT_AN_END = 20_000
"""Characters of what a model was given, at the beginning and at the end of a very long one."""


class Inspector(QScrollArea):
    """How they differ here, speed, what the models were given, the proof."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Inspector"))
        self._palette = palette
        self.differences = Differences(palette, self)
        self._plot: SpeedPlot | None = None
        self._plot_place = QVBoxLayout()
        self._no_speed = _small(tr("Drawn while they answer."))
        self._plot_place.addWidget(self._no_speed)
        self._given = _fixed_view("given", tr("What the models were given, letter by letter"))
        self._given.setFixedHeight(_GIVEN_HEIGHT)
        self._proof = _small("")
        self._proof.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QWidget(self)
        column.setProperty("role", "column")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(_heading(tr("How they differ here")))
        layout.addWidget(self.differences)
        layout.addWidget(_line())
        layout.addWidget(_heading(tr("Speed, tokens per second")))
        layout.addLayout(self._plot_place)
        layout.addWidget(_line())
        layout.addWidget(_heading(tr("What each model was given")))
        layout.addWidget(self._given)
        layout.addWidget(_line())
        layout.addWidget(_heading(tr("Proof")))
        layout.addWidget(self._proof)
        layout.addStretch()
        self.setWidget(column)
        self.show_comparison(None)

    def warm_up(self) -> None:
        """Get ready for the first answer, in the background."""
        self.differences.warm_up()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.differences.set_palette(palette)
        if self._plot is not None:
            self._plot.set_palette(palette)

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show what is known about a comparison that is over; None for none."""
        a, b = (answer_of(comparison, side) if comparison else None for side in Side)
        self.differences.show_answers(a, b)
        both = ((Side.A, a), (Side.B, b))
        self.show_given({side: answer.response.rendered_prompt for side, answer in both if answer and answer.response})
        self._proof.setText(proof(a, b))

    def show_given(self, given: Mapping[Side, str]) -> None:
        """Show what the models were given, of those that have read it."""
        parts = [f"{side.upper()}\n{_in_short(given[side])}" for side in Side if side in given]
        self._given.setPlainText("\n\n".join(parts) or tr("Shown as soon as a model has the prompt."))

    def show_speed(self, points: Mapping[Side, Sequence[tuple[float, float]]]) -> None:
        """Draw the speed of both sides."""
        if self._plot is None:
            if not any(points.values()):
                return
            from ui.compare.inspector.speed_plot import SpeedPlot  # late: it takes half a second

            self._plot = SpeedPlot(self._palette, self)
            self._no_speed.hide()
            self._plot_place.addWidget(self._plot)
        self._plot.show_points(points)

    def given_text(self) -> str:
        """What the models were given, as it is shown."""
        return self._given.toPlainText()

    def proof_text(self) -> str:
        """The proof, as it is shown."""
        return self._proof.text()

    def close_down(self) -> None:
        """End its thread."""
        self.differences.close_down()


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def _small(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "small")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line


def _fixed_view(name: str, accessible: str) -> QTextBrowser:
    view = QTextBrowser()
    view.setObjectName(name)
    view.setAccessibleName(accessible)
    view.setOpenLinks(False)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(11)
    view.document().setDefaultFont(font)
    view.document().setDocumentMargin(0)
    return view


def _in_short(text: str) -> str:
    """Both ends of a very long text: Qt lays out a line as a whole, and one of a megabyte takes minutes."""
    left_out = len(text) - 2 * MOST_SHOWN_AT_AN_END
    if left_out <= 0:
        return text
    told = tr("[… {n} characters are not shown here …]", n=number(left_out))
    return f"{text[:MOST_SHOWN_AT_AN_END]}\n{told}\n{text[-MOST_SHOWN_AT_AN_END:]}"
