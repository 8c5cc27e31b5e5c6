"""Paints the cells of the table: names with their side, badges, pills and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lab.language import tr
from lab.models.fit_verdict import Fit
from lab.records import Kind, Side
from ui.controls.sized_font import sized
from ui.models.columns import Column, text_of
from ui.models.rows import ModelRow

if TYPE_CHECKING:
    from ui.models.table_view import TableView

ROW_HEIGHT = 40
SIDE_PADDING = 12
_PILL_HEIGHT = 20
_PILL_PADDING = 9
_LETTER = 18
_BUTTON_HEIGHT = 28
_BUTTON_GAP = 6
_RADIUS = 8
_MARK = 3
_AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints a row of the table, cell by cell.

    Args:
        view: The table, which has the colours.
    """

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view
        self._fonts_of: QFont | None = None
        self._prepare(view.font())

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802  (Qt's name)
        """All rows are alike."""
        return QSize(40, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint one cell."""
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, ModelRow):
            return
        self._prepare(option.font)
        column = Column(index.column())
        area = QRect(option.rect)
        hovered = self._view.hovered_row == index.row()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        self._paint_ground(painter, area, column, selected, hovered)
        match column:
            case Column.MODEL:
                self._paint_name(painter, area, row)
            case Column.KIND:
                pointed = hovered and self._view.hovered_column == column
                ink, ground = self._kind(row)
                # The ground of a selected row has the colour of a badge.
                ground = self._view.card if selected else ground
                self._paint_pill(painter, self.pill_rect(area, row, column), text_of(row, column), ink, ground)
                if pointed:
                    self._paint_outline(painter, self.pill_rect(area, row, column))
            case Column.FIT:
                self._paint_pill(painter, self.pill_rect(area, row, column), text_of(row, column), *self._fit(row))
            case Column.USE:
                for side in Side:
                    self._paint_button(painter, self.button_rect(area, side), row, side, hovered)
            case _:
                quiet = column is Column.WHERE
                self._paint_text(painter, area, text_of(row, column), self._view.quiet if quiet else self._view.ink)
        painter.restore()

    def pill_rect(self, area: QRect, row: ModelRow, column: Column) -> QRect:
        """Where the badge or the pill of a cell is."""
        width = self._pill_metrics.horizontalAdvance(text_of(row, column)) + 2 * _PILL_PADDING
        left = area.left() + SIDE_PADDING
        return QRect(left, area.center().y() - _PILL_HEIGHT // 2 + 1, width, _PILL_HEIGHT)

    def button_rect(self, area: QRect, side: Side) -> QRect:
        """Where a button of the last cell is."""
        width = (area.width() - SIDE_PADDING - _BUTTON_GAP) // 2
        left = area.left() + (width + _BUTTON_GAP if side is Side.B else 0)
        return QRect(left, area.center().y() - _BUTTON_HEIGHT // 2 + 1, width, _BUTTON_HEIGHT)

    def _prepare(self, font: QFont) -> None:
        if font == self._fonts_of:
            return
        self._fonts_of = QFont(font)
        self._text_font = sized(font, -1, QFont.Weight.Normal)
        self._name_font = sized(font, 0, QFont.Weight.DemiBold)
        self._pill_font = sized(font, -3, QFont.Weight.Bold)
        self._text_metrics = QFontMetrics(self._text_font)
        self._name_metrics = QFontMetrics(self._name_font)
        self._pill_metrics = QFontMetrics(self._pill_font)

    def _paint_ground(self, painter: QPainter, area: QRect, column: Column, selected: bool, hovered: bool) -> None:
        view = self._view
        first, last = column is Column.MODEL, column is Column.USE
        if selected or hovered:
            painter.fillRect(area.adjusted(0, 0, 0, -1), view.chosen_ground if selected else view.hover)
        painter.setPen(QPen(view.line, 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if selected and view.hasFocus():
            painter.setPen(QPen(view.accent, 2))
            painter.drawLine(area.left(), area.top() + 1, area.right(), area.top() + 1)
            painter.drawLine(area.left(), area.bottom() - 1, area.right(), area.bottom() - 1)
            if last:
                painter.drawLine(area.right(), area.top(), area.right(), area.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected and first:
            # Not by colour alone: the chosen row also has a mark at its edge.
            painter.fillRect(QRect(area.left(), area.top(), _MARK, area.height() - 1), view.accent)

    def _paint_name(self, painter: QPainter, area: QRect, row: ModelRow) -> None:
        inner = area.adjusted(SIDE_PADDING, 0, -8, 0)
        room = inner.width() - len(row.sides) * (_LETTER + 6)
        name = self._name_metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._name_font)
        painter.setPen(self._view.ink)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        left = inner.left() + self._name_metrics.horizontalAdvance(name) + 8
        for side in row.sides:
            box = QRect(left, inner.center().y() - _LETTER // 2 + 1, _LETTER, _LETTER)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._side_ink(side))
            painter.drawRoundedRect(box, 5, 5)
            painter.setFont(self._pill_font)
            painter.setPen(self._view.card)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side.upper())
            left = box.right() + 5

    def _paint_text(self, painter: QPainter, area: QRect, text: str, colour: QColor) -> None:
        inner = area.adjusted(SIDE_PADDING, 0, -8, 0)
        painter.setFont(self._text_font)
        painter.setPen(colour)
        shown = self._text_metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_pill(self, painter: QPainter, box: QRect, text: str, ink: QColor, ground: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._pill_font)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_outline(self, painter: QPainter, box: QRect) -> None:
        """The badge is pointed at: it can be clicked."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._view.quiet, 1))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _paint_button(self, painter: QPainter, box: QRect, row: ModelRow, side: Side, hovered: bool) -> None:
        view = self._view
        plays = side in row.sides
        pointed = hovered and view.hovered_side is side
        painter.setPen(QPen(self._side_ink(side) if plays else view.line, 1))
        painter.setBrush(self._side_ground(side) if plays else view.hover if pointed else view.card)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setFont(self._text_font)
        painter.setPen(self._side_ink(side) if plays else view.ink)
        letter = side.upper()
        if view.short_buttons:
            words = f"{letter} ✓" if plays else letter
        else:
            words = tr("Is {side} ✓", side=letter) if plays else tr("Use as {side}", side=letter)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _kind(self, row: ModelRow) -> tuple[QColor, QColor]:
        view = self._view
        if row.kind is Kind.UNSURE:
            return view.quiet, view.line
        return (view.a, view.a_soft) if row.kind is Kind.BASE else (view.b, view.b_soft)

    def _fit(self, row: ModelRow) -> tuple[QColor, QColor]:
        view = self._view
        if row.fit is Fit.FITS:
            return view.good, view.good_soft
        return (view.bad, view.bad_soft) if row.fit is Fit.WONT_FIT else (view.fair, view.fair_soft)

    def _side_ink(self, side: Side) -> QColor:
        return QColor(self._view.a if side is Side.A else self._view.b)

    def _side_ground(self, side: Side) -> QColor:
        return QColor(self._view.a_soft if side is Side.A else self._view.b_soft)
