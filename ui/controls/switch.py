"""A switch: a check box that looks like what it does, for something that takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QWidget

from ui.controls.colours import colour_property

_TRACK = QSize(36, 20)
_KNOB = 14
_RING = 2
"""Room around the track for the focus ring."""
_GAP = 8


class Switch(QCheckBox):
    """On or off, with its words to the right. Space turns it; a tick in it says "on" besides the colour.

    Its signal is the check box's ``toggled(bool)``, or ``clicked(bool)`` for what the user does only.

    Args:
        text: What is on or off; may be empty if a label stands beside it.
        parent: Of the widget.
    """

    off_colour = colour_property("off_colour")
    on_colour = colour_property("on_colour")
    knob_colour = colour_property("knob_colour")
    ring_colour = colour_property("ring_colour")

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._off_colour = QColor("#808080")
        self._on_colour = QColor("#0b6bb8")
        self._knob_colour = QColor("#ffffff")
        self._ring_colour = QColor("#0b6bb8")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The track, the ring around it and the words."""
        metrics = self.fontMetrics()
        words = _GAP + metrics.horizontalAdvance(self.text()) + 2 if self.text() else 0
        return QSize(_TRACK.width() + 2 * _RING + words, max(_TRACK.height() + 2 * _RING, metrics.height() + 4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The same: half a switch is none."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802  (Qt's name)
        """The words turn it too."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw the track, the knob, the tick and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        track = QRectF(self._mirrored(QRect(QPoint(_RING, (self.height() - _TRACK.height()) // 2), _TRACK)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._on_colour if self.isChecked() else self._off_colour)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        self._draw_knob(painter, track)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._ring_colour, 2))
            ring = track.adjusted(-1, -1, 1, 1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        if self.text():
            self._draw_text(painter)

    def _draw_knob(self, painter: QPainter, track: QRectF) -> None:
        inset = (track.height() - _KNOB) / 2
        at_right = self.isChecked() is (self.layoutDirection() is not Qt.LayoutDirection.RightToLeft)
        left = track.right() - inset - _KNOB if at_right else track.left() + inset
        painter.setBrush(self._knob_colour)
        painter.drawEllipse(QRectF(left, track.top() + inset, _KNOB, _KNOB))
        if self.isChecked():
            painter.setPen(QPen(self._on_colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            middle = QPointF(left + _KNOB / 2, track.center().y())
            painter.drawPolyline([middle + QPointF(-3, 0), middle + QPointF(-1, 2.2), middle + QPointF(3, -2.4)])

    def _draw_text(self, painter: QPainter) -> None:
        words = self.rect().adjusted(_TRACK.width() + 2 * _RING + _GAP, 0, 0, 0)
        painter.setPen(self.palette().windowText().color())
        side = (
            Qt.AlignmentFlag.AlignRight
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignLeft
        )
        flags = Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextShowMnemonic
        painter.drawText(self._mirrored(words), int(flags), self.text())

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
