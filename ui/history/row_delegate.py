"""Paints the rows of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.controls.sized_font import sized
from ui.history.entries import Entry

if TYPE_CHECKING:
    from ui.history.list_view import ListView

_SIDE = 12
_TOP = 9
_GAP = 3
_HEADING_ABOVE = 12
_HEADING_BELOW = 6
_EXCERPT_ROWS = 2
_SURELY_LONG = 100
_AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """A title with its time, below it a quiet line with tags, or an excerpt; above it a heading where a day begins."""

    def __init__(self, view: ListView) -> None:
        super().__init__(view)
        self._view = view
        self._fonts_of: QFont | None = None
        self._prepare(view.font())

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: N802  (Qt's name)
        """As high as its lines."""
        self._prepare(option.font)
        model = self._view.rows
        entry = model.entry(index.row())
        if entry is None:
            return QSize(100, 0)
        height = self._only_title
        if entry.excerpt:
            height += _GAP + self._excerpt_rows(entry.excerpt) * self._excerpt_line
        elif entry.beneath or entry.tags:
            height += _GAP + self._small_metrics.height()
        if model.begins_group(index.row()):
            height += self._heading_height
        return QSize(100, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint one row."""
        self._prepare(option.font)
        model = self._view.rows
        entry = model.entry(index.row())
        if entry is None:
            return
        state: QStyle.StateFlag = option.state
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if model.begins_group(index.row()):
            self._paint_heading(painter, area, entry.group)
            area.setTop(area.top() + self._heading_height)
        self._view.paint_ground(painter, area, state)
        inner = area.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        self._paint_title(painter, inner, entry)
        inner.setTop(inner.top() + self._title_metrics.height() + _GAP)
        if entry.excerpt:
            self._paint_excerpt(painter, inner, entry)
        else:
            self._paint_line(painter, inner, entry)
        painter.restore()

    def _excerpt_rows(self, excerpt: str) -> int:
        """How many lines it takes; a long one is not measured, because a page of rows is."""
        if len(excerpt) > _SURELY_LONG:
            return _EXCERPT_ROWS
        room = self._view.viewport().width() - 2 * _SIDE
        return 1 if self._excerpt_metrics.horizontalAdvance(excerpt) <= room else _EXCERPT_ROWS

    def _prepare(self, font: QFont) -> None:
        if font == self._fonts_of:
            return
        self._fonts_of = QFont(font)
        self._title_font = sized(font, 0, QFont.Weight.DemiBold)
        self._small_font = sized(font, -2, QFont.Weight.Normal)
        self._excerpt_font = sized(font, -1, QFont.Weight.Normal)
        self._heading_font = sized(font, -2, QFont.Weight.DemiBold)
        self._title_metrics = QFontMetrics(self._title_font)
        self._small_metrics = QFontMetrics(self._small_font)
        self._more_width = self._small_metrics.horizontalAdvance(" +99")
        self._excerpt_metrics = QFontMetrics(sized(font, -1, QFont.Weight.Bold))
        self._excerpt_line = QFontMetrics(self._excerpt_font).lineSpacing()
        self._only_title = 2 * _TOP + self._title_metrics.height()
        self._heading_height = _HEADING_ABOVE + QFontMetrics(self._heading_font).height() + _HEADING_BELOW

    def _paint_heading(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setFont(self._heading_font)
        painter.setPen(self._view.quiet)
        line = area.adjusted(_SIDE, _HEADING_ABOVE, -_SIDE, 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)

    def _paint_title(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        painter.setFont(self._small_font)
        painter.setPen(self._view.quiet)
        when_width = self._small_metrics.horizontalAdvance(entry.when)
        line = QRect(area.left(), area.top(), area.width(), self._title_metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.when)
        line.setRight(line.right() - when_width - _SIDE)
        painter.setFont(self._title_font)
        painter.setPen(self._view.ink)
        title = self._title_metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_line(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        painter.setFont(self._small_font)
        painter.setPen(self._view.quiet)
        metrics = self._small_metrics
        area.setHeight(metrics.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.beneath)
        left = area.left() + metrics.horizontalAdvance(entry.beneath) + 10
        for number, tag in enumerate(entry.tags):
            text = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, 110)
            chip = QRect(left, area.top() - 1, metrics.horizontalAdvance(text) + 14, metrics.height() + 2)
            last = number == len(entry.tags) - 1
            if chip.right() + (0 if last else self._more_width) > area.right():
                room = QRect(left, area.top(), area.right() - left, area.height())
                more = f"+{len(entry.tags) - number}"
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, more)
                break
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._view.line, 1))
            painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
            painter.setPen(self._view.quiet)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
            left = chip.right() + 6

    def _paint_excerpt(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        text, ranges = entry.excerpt, _formats(entry, self._view.ink)
        layout = _laid_out(text, ranges, self._excerpt_font, area.width())
        if layout.lineCount() > _EXCERPT_ROWS:
            last = layout.lineAt(_EXCERPT_ROWS - 1)
            shown = _from_utf16(text, last.textStart() + last.textLength())
            layout = _laid_out(shown[:-3].rstrip() + " …", ranges, self._excerpt_font, area.width())
        painter.setPen(self._view.quiet)
        for number in range(min(layout.lineCount(), _EXCERPT_ROWS)):
            layout.lineAt(number).draw(painter, QPointF(area.left(), area.top() + number * self._excerpt_line))


def _formats(entry: Entry, ink: QColor) -> list[QTextLayout.FormatRange]:
    """What was found, in bold and ink. Qt counts in UTF-16, where some letters are two."""
    ranges = []
    for start, length in entry.found:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        bold.setForeground(ink)
        piece = QTextLayout.FormatRange()
        piece.start = _utf16_length(entry.excerpt[:start])
        piece.length = _utf16_length(entry.excerpt[start : start + length])
        piece.format = bold
        ranges.append(piece)
    return ranges


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _from_utf16(text: str, length: int) -> str:
    """The beginning of a text that is so long for Qt."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * length].decode("utf-16-le", "ignore")


def _laid_out(text: str, ranges: list[QTextLayout.FormatRange], font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(ranges)
    layout.beginLayout()
    while layout.lineCount() <= _EXCERPT_ROWS:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
    layout.endLayout()
    return layout
