"""Paints rows of a list that have a second, quieter line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.controls.sized_font import sized

SECOND_LINE = Qt.ItemDataRole.UserRole + 1
"""What the second line says."""

_SIDE = 14
_TOP = 5
_QUIET = 0.7
"""How much ink the second line has."""
_AnyIndex = QModelIndex | QPersistentModelIndex


class TwoLines(QStyledItemDelegate):
    """The ground as the style sheet has it, and both lines upon it."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802  (Qt's name)
        """As high as both."""
        small = sized(option.font, -1, option.font.weight())
        return QSize(100, QFontMetrics(option.font).height() + QFontMetrics(small).height() + 2 * _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint one row."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        title, whole.text = whole.text, ""
        style = whole.widget.style() if whole.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        area = QRect(option.rect).adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        small = sized(option.font, -1, option.font.weight())
        ink = whole.palette.text().color()
        painter.save()
        for text, font in ((title, option.font), (str(index.data(SECOND_LINE) or ""), small)):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(ink)
            line = QRect(area.left(), area.top(), area.width(), metrics.height())
            painter.drawText(
                line, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            )
            area.setTop(line.bottom() + 1)
            ink.setAlphaF(_QUIET)
        painter.restore()
