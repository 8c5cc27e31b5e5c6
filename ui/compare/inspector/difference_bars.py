"""One measure of both answers as two bars, with the difference in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lab.analysis.comparison import Row
from lab.analysis.measure import Measure, Unit
from lab.language import number, tr
from lab.records import Side
from ui.theme.palette import Palette

_HIGH = 34
_LABEL = 130
_BAR = 6
_VALUE = 40


class DifferenceBars(QWidget):
    """A label, two bars, two values; the sentence is its tooltip and what a screen reader says."""

    def __init__(self, row: Row, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self._palette = row, palette
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{row.sentence}\n{row.explanation}")
        self.setAccessibleName(tr("{label}: {sentence}", label=row.label, sentence=row.sentence))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As high as two bars, as wide as it gets."""
        return QSize(220, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(self._palette.ink if self._row.differs else self._palette.quiet))
        label = painter.fontMetrics().elidedText(self._row.label, Qt.TextElideMode.ElideRight, _LABEL - 8)
        painter.drawText(QRectF(0, 0, _LABEL, _HIGH), Qt.AlignmentFlag.AlignVCenter, label)
        for place, (side, measure, length) in enumerate(
            ((Side.A, self._row.a, self._row.bar_a), (Side.B, self._row.b, self._row.bar_b))
        ):
            self._bar(painter, side, measure, length, 8 + place * 12)
        if self.hasFocus():
            painter.setPen(QColor(self._palette.a))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _bar(self, painter: QPainter, side: Side, measure: Measure, length: float, top: float) -> None:
        room = max(0, self.width() - _LABEL - _VALUE - 16)
        painter.setPen(QColor(self._palette.side(side)))
        painter.drawText(QRectF(_LABEL, top - 5, 12, 16), Qt.AlignmentFlag.AlignVCenter, side.upper())
        bar = QRectF(_LABEL + 16, top, max(3.0 if measure.value else 0.0, room * length), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.side(side)))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.setPen(QColor(self._palette.quiet))
        where = QRectF(self.width() - _VALUE, top - 5, _VALUE, 16)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, value_text(measure))


def value_text(measure: Measure) -> str:
    """A measure's value in a few characters; a dash where there is none."""
    value = measure.value
    if value is None:
        return "–"
    match measure.unit:
        case Unit.YES_NO:
            return tr("yes") if value else tr("no")
        case Unit.PERCENT:
            return tr("{percent} %", percent=number(value))
        case Unit.COUNT | Unit.SCORE:
            return number(value)
        case _:
            return number(value, 1)
