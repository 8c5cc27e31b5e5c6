"""How long the samples of each prompt are, as small multiples: a little panel for each prompt, all on one scale."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from lab.language import number, tr
from lab.records import Side
from ui.controls.plain_tip import plain_tip
from ui.controls.sized_font import sized
from ui.suites.outcome_rows import Panel
from ui.theme.palette import Palette

_HEIGHT, _LEAST_WIDTH, _GAP = 110, 320, 10
_PADDING, _TITLE, _STRIP, _TICKS = 10, 20, 28, 14
_TOLD_WIDTH, _LETTER_WIDTH = 56, 16
_DOT = 4.5
_LANES = (0.0, -5.0, 5.0, -10.0, 10.0)
"""Where dots that would cover each other stand instead, in pixels."""
_NICE = (1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10)
"""Half of each is a round number, too."""
_MOST_SPOKEN = 30
"""Panels that the description in words tells of; the arrow keys tell of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """What stands beside the dots."""

    head: str
    values: Mapping[Side, str]


class SamplePanels(QWidget):
    """Dots for the lengths of samples: those of A full circles, those of B hollow diamonds.

    The arrow keys go from panel to panel, Enter asks for the answers.

    Args:
        palette: The colours.
        parent: Of the widget.

    Signals:
        asked(str): The user wants to look at this comparison.
        reached(QRect): The arrow keys have come to this place of the widget, which should be seen.
    """

    asked = Signal(str)
    reached = Signal(QRect)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._panels: Sequence[Panel] = ()
        self._top = 1.0
        self._current, self._hovered = 0, -1
        self.setObjectName("outcomePanels")
        self.setAccessibleName(tr("Lengths of repeated answers, a panel for each prompt. Enter shows the answers."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def longest(self) -> float:
        """Where the scale of all panels ends, in words."""
        return self._top

    def show_panels(self, panels: Sequence[Panel], longest: int) -> None:
        """Show these.

        Args:
            panels: In their order.
            longest: The longest answer there is, in words, also of panels that are not shown.
        """
        self._panels = panels
        self._top = nice_top(longest)
        self._current = min(self._current, max(0, len(panels) - 1))
        self.setAccessibleDescription("\n".join(each.sentence for each in panels[:_MOST_SPOKEN]))
        self._fit()
        self.update()

    def set_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette
        self.update()

    def place(self, index: int) -> QRect:
        """Where a panel stands."""
        columns = self._columns()
        width = (self.width() - _GAP * (columns - 1)) // columns
        row, column = divmod(index, columns)
        return QRect(column * (width + _GAP), row * (_HEIGHT + _GAP), width, _HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Two panels beside each other, and as high as it is."""
        return QSize(2 * _LEAST_WIDTH + _GAP, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Be as high as the panels are in this width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Go from panel to panel."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(),
            Qt.Key.Key_Down: self._columns(),
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._panels:
            self._ask(self._current)
        elif (step := steps.get(Qt.Key(event.key()))) and 0 <= self._current + step < len(self._panels):
            self._current += step
            self.update()
            self.reached.emit(self.place(self._current))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._panels[self._current].sentence))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Ask for the panel's answers."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._ask(self._at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Show which panel a click would mean."""
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """No panel is meant any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def event(self, event: QEvent) -> bool:
        """Tell the numbers of the panel under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._at(event.pos())
            if index >= 0:
                QToolTip.showText(event.globalPos(), plain_tip(self._panels[index].sentence), self, self.place(index))
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint the panels that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, panel in enumerate(self._panels):
            place = self.place(index)
            if place.intersects(event.rect()):
                self._paint(painter, index, panel, place)

    def _paint(self, painter: QPainter, index: int, panel: Panel, place: QRect) -> None:
        p = self._palette
        current = self.hasFocus() and index == self._current
        painter.setPen(QPen(QColor(p.a if current else p.line), 2 if current else 1))
        painter.setBrush(QColor(p.hover if index == self._hovered else p.ground))
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 8, 8)
        inner = place.adjusted(_PADDING + 2, _PADDING - 2, -_PADDING, -4)
        title = QRect(inner.left(), inner.top(), inner.width() - 2 * _TOLD_WIDTH - 8, _TITLE)
        _write(painter, title, panel.prompt, sized(self.font(), -1, QFont.Weight.DemiBold), p.ink)
        said = (_Column(head=tr("words"), values=panel.shared), _Column(head=tr("checks"), values=panel.agree))
        strips = QRect(inner.left(), title.bottom() + 1, inner.width(), 2 * _STRIP)
        left, right = strips.left() + _LETTER_WIDTH + 8, strips.right() - 2 * _TOLD_WIDTH - 12
        self._paint_scale(painter, left, right, strips)
        small = sized(self.font(), -1, QFont.Weight.Normal)
        for place_, column in enumerate(said):
            room = QRect(inner.right() - (2 - place_) * _TOLD_WIDTH, title.top(), _TOLD_WIDTH, _TITLE)
            _write(
                painter,
                room,
                column.head,
                sized(self.font(), -2, QFont.Weight.Normal),
                p.quiet,
                Qt.AlignmentFlag.AlignRight,
            )
        for number_, side in enumerate(Side):
            strip = QRect(strips.left(), strips.top() + number_ * _STRIP, strips.width(), _STRIP)
            _write(painter, strip, side.upper(), sized(self.font(), -1, QFont.Weight.Bold), p.side(side))
            for place_, column in enumerate(said):
                room = QRect(strip.right() - (2 - place_) * _TOLD_WIDTH, strip.top(), _TOLD_WIDTH, _STRIP)
                _write(painter, room, column.values[side], small, p.ink, Qt.AlignmentFlag.AlignRight)
            self._paint_dots(painter, side, panel.lengths[side], left, right, strip.top() + _STRIP / 2)

    def _paint_scale(self, painter: QPainter, left: int, right: int, strips: QRect) -> None:
        tiny = sized(self.font(), -3, QFont.Weight.Normal)
        painter.setPen(QPen(QColor(self._palette.line), 1))
        for middle in (strips.top() + _STRIP / 2, strips.top() + 1.5 * _STRIP):
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for share in (0.0, 0.5, 1.0):
            x = left + share * (right - left)
            painter.setPen(QPen(QColor(self._palette.line), 1))
            painter.drawLine(QPointF(x, strips.top() + 2), QPointF(x, strips.bottom() - 1))
            label = QRectF(x - 30, strips.bottom() - 1, 60, _TICKS)
            painter.setFont(tiny)
            painter.setPen(QColor(self._palette.quiet))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, number(share * self._top))

    def _paint_dots(
        self, painter: QPainter, side: Side, lengths: Sequence[int], left: float, right: float, middle: float
    ) -> None:
        p = self._palette
        # A rim in the colour of the ground keeps full circles apart where they overlap.
        painter.setPen(QPen(QColor(p.ground), 1) if side is Side.A else QPen(QColor(p.b), 1.6))
        painter.setBrush(QColor(p.side(side) if side is Side.A else p.card))
        for x, lane in spread_out([left + length / self._top * (right - left) for length in lengths]):
            at = QPointF(x, middle + lane)
            if side is Side.A:
                painter.drawEllipse(at, _DOT, _DOT)
            else:  # shape and filling both tell it apart from A
                reach = _DOT + 0.3
                corners = (QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0))
                painter.drawPolygon(QPolygonF([at + corner for corner in corners]))

    def _columns(self) -> int:
        return max(1, (self.width() + _GAP) // (_LEAST_WIDTH + _GAP))

    def _fit(self) -> None:
        rows = math.ceil(len(self._panels) / self._columns())
        height = max(0, rows * (_HEIGHT + _GAP) - _GAP)
        if height != self.height():
            self.setFixedHeight(height)

    def _at(self, point: QPoint) -> int:
        return next((index for index in range(len(self._panels)) if self.place(index).contains(point)), -1)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _ask(self, index: int) -> None:
        if index >= 0 and (comparison_id := self._panels[index].comparison_id):
            self._current = index
            self.asked.emit(comparison_id)


def nice_top(longest: int) -> float:
    """Where a scale ends that is to hold a length: a round number, at least 10."""
    longest = max(longest, 10)
    power = 10.0 ** math.floor(math.log10(longest))
    return next(step * power for step in _NICE if step * power >= longest)


def spread_out(places: Sequence[float]) -> list[tuple[float, float]]:
    """Dots that would cover each other, moved a little up or down; each as its place and by how much it is moved."""
    taken = dict.fromkeys(_LANES, -math.inf)
    found = []
    for x in sorted(places):
        lane = next(
            (each for each, last in taken.items() if x - last >= 2 * _DOT), min(taken, key=lambda each: taken[each])
        )
        taken[lane] = x
        found.append((x, lane))
    return found


def _write(
    painter: QPainter,
    room: QRect,
    text: str,
    font: QFont,
    colour: str,
    towards: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(towards | Qt.AlignmentFlag.AlignVCenter), elided)
