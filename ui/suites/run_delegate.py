"""Paints the rows of the list of runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.controls.sized_font import sized

if TYPE_CHECKING:
    from ui.suites.run_list import RunList

_SIDE = 12
_TOP = 9
_GAP = 3
_BAR = 3
_AnyIndex = QModelIndex | QPersistentModelIndex


class RunDelegate(QStyledItemDelegate):
    """The suite and when it was begun; who plays; how far it is, with a bar while it goes on."""

    def __init__(self, view: RunList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802  (Qt's name)
        """As high as its three lines and the bar."""
        title, small = _fonts(option.font)
        high = QFontMetrics(title).height() + 2 * (QFontMetrics(small).height() + _GAP)
        return QSize(100, high + 2 * _TOP + _GAP + _BAR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint one row."""
        rows = self._view.rows
        if not 0 <= index.row() < len(rows.lines):
            return
        title, when, who, state = rows.texts(index.row())
        title_font, small_font = _fonts(option.font)
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._view.paint_ground(painter, area, option.state)
        inner = area.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        high = QFontMetrics(title_font).height()
        line = QRect(inner.left(), inner.top(), inner.width(), high)
        _write(painter, line, when, small_font, self._view.quiet, Qt.AlignmentFlag.AlignRight)
        line.setRight(line.right() - QFontMetrics(small_font).horizontalAdvance(when) - _SIDE)
        _write(painter, line, title, title_font, self._view.ink)
        top = inner.top() + high + _GAP
        for text in (who, state):
            line = QRect(inner.left(), top, inner.width(), QFontMetrics(small_font).height())
            _write(painter, line, text, small_font, self._view.quiet)
            top += line.height() + _GAP
        share = rows.share(index.row())
        if share is not None:
            self._paint_bar(painter, QRect(inner.left(), top + 1, inner.width(), _BAR), share)
        painter.restore()

    def _paint_bar(self, painter: QPainter, bar: QRect, share: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._view.line)
        painter.drawRoundedRect(bar, 1, 1)
        bar.setWidth(max(_BAR, round(bar.width() * min(1.0, share))))
        painter.setBrush(self._view.accent)
        painter.drawRoundedRect(bar, 1, 1)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    return sized(font, 0, QFont.Weight.DemiBold), sized(font, -2, QFont.Weight.Normal)


def _write(
    painter: QPainter,
    room: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, short)
