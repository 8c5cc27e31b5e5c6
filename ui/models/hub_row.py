"""Paints a repository in the list of results: its name, who put it there and when, and how many people use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lab.models.hub_values import FoundRepository
from ui.models.hub_words import GATE_WORDS, day, licence_of, name_of, owner_of, popularity

if TYPE_CHECKING:
    from ui.models.hub_results import ResultsList

_SIDE = 12
_TOP = 9
_GAP = 3
_RADIUS = 8
_MARK = 3
_BADGE_SIDE = 7
_AnyIndex = QModelIndex | QPersistentModelIndex


class HubRow(QStyledItemDelegate):
    """Three lines; a mark where the author asks for something before the files are given."""

    def __init__(self, view: ResultsList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802  (Qt's name)
        """As high as its lines."""
        name, small = _fonts(option.font)
        height = QFontMetrics(name).height() + 2 * (QFontMetrics(small).height() + _GAP) + 2 * _TOP
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint a row."""
        found = self._view.rows.found(index.row())
        if found is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        inner = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        self._paint_lines(painter, option.font, inner, found)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        view = self._view
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or over:
            painter.setBrush(view.chosen_ground if chosen else view.hover)
            painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        if chosen:  # a bar too, so that it is not told by colour alone
            painter.setBrush(view.accent)
            mark = QRectF(area.left() + 2, area.top() + 8, _MARK, area.height() - 16)
            painter.drawRoundedRect(mark, 1.5, 1.5)
        if option.state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(view.accent, 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        elif not chosen:
            painter.setPen(view.line)
            left, right = area.left() + _SIDE, area.right() - _SIDE
            painter.drawLine(QPointF(left, area.bottom() + 1), QPointF(right, area.bottom() + 1))

    def _paint_lines(self, painter: QPainter, font: QFont, inner: QRect, found: FoundRepository) -> None:
        view = self._view
        name, small = _fonts(font)
        height, small_height = QFontMetrics(name).height(), QFontMetrics(small).height()
        line = QRect(inner.left(), inner.top(), inner.width(), height)
        painter.setPen(view.ink)
        _text(painter, name, line, name_of(found.repository))
        line = QRect(inner.left(), line.bottom() + 1 + _GAP, inner.width(), small_height)
        painter.setPen(view.quiet)
        changed = day(found.changed) if found.changed else ""
        whole = QRect(line)
        if words := GATE_WORDS[found.gate]:
            line.setRight(self._paint_badge(painter, small, line, words) - 8)
            painter.setPen(view.quiet)
        _text(painter, small, line, " · ".join(filter(None, (owner_of(found.repository), changed))))
        line = whole.translated(0, small_height + _GAP)
        facts = f"{popularity(found.downloads, found.likes)} · {licence_of(found.licence)}"
        _text(painter, small, line, facts)

    def _paint_badge(self, painter: QPainter, font: QFont, line: QRect, words: str) -> int:
        """Paint the mark of a gate at the end of a line; gives where it begins."""
        width = QFontMetrics(font).horizontalAdvance(words) + 2 * _BADGE_SIDE
        badge = QRectF(line.right() - width + 1, line.top() - 1, width, line.height() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._view.gate_ground)
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(self._view.gate_ink)
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
        return int(badge.left())


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    """Of the name, and of the lines below it."""
    name, small = QFont(font), QFont(font)
    name.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(12)
    return name, small


def _text(painter: QPainter, font: QFont, area: QRect, text: str) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
