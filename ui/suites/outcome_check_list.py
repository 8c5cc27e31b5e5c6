"""Prompts with how both sides did in their checks, painted: a row for each prompt, a line in it for each check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lab.language import tr
from lab.records import Side
from lab.suites.checks.result import Verdict
from ui.controls.plain_tip import plain_tip
from ui.controls.sized_font import sized
from ui.suites.outcome_rows import CheckRow, verdicts_told
from ui.theme.palette import Palette

_AnyIndex = QModelIndex | QPersistentModelIndex

_LINE = 22
_PADDING = 8
_SIDE_SHARE = 0.3
"""How much of the width each side's verdicts get."""
_WIDEST_SIDE = 290


class CheckModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[CheckRow] = ()

    def show(self, rows: Sequence[CheckRow]) -> None:
        """Show other rows; if they are of the same prompts, whoever is at one stays there."""
        if [each.item_id for each in rows] == [each.item_id for each in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's name, Qt's default)
        """How many prompts are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row in words; the delegate paints it otherwise."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.prompt
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join(filter(None, [row.prompt, row.tip])))
        return None


class CheckDelegate(QStyledItemDelegate):
    """Paints a row: the prompt, then what is asked for with the verdicts of A and of B.

    Args:
        palette: The colours.
        parent: The list.
    """

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette = palette

    def sizeHint(self, _option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: N802  (Qt's name)
        """A line for the prompt and one for each check."""
        return QSize(100, row_height(_row(index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint it."""
        p, row, whole = self.palette, _row(index), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        inner = whole.adjusted(10, _PADDING, -10, -_PADDING)
        line = QRect(inner.left(), inner.top(), inner.width(), _LINE)
        _text(painter, line, row.prompt, sized(option.font, 0, QFont.Weight.DemiBold), p.ink)
        side_width = min(_WIDEST_SIDE, int(inner.width() * _SIDE_SHARE))
        small = sized(option.font, -1, QFont.Weight.Normal)
        for check in row.lines:
            line.translate(0, _LINE)
            asked = QRect(line.left(), line.top(), line.width() - 2 * side_width - 12, _LINE)
            _text(painter, asked, check.asks_for, small, p.quiet)
            for place, side in enumerate(Side):
                left = line.right() + 1 - side_width * (2 - place)
                self._paint_side(
                    painter, QRect(left, line.top(), side_width, _LINE), side, check.verdicts[side], row.samples, small
                )
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        p, whole = self.palette, option.rect
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(p.a) if current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(p.hover))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 6, 6)
        else:
            painter.setPen(QColor(p.line))
            painter.drawLine(whole.left() + 10, whole.bottom(), whole.right() - 10, whole.bottom())

    def _paint_side(
        self,
        painter: QPainter,
        room: QRect,
        side: Side,
        verdicts: Mapping[Verdict, int],
        samples: int,
        font: QFont,
    ) -> None:
        p = self.palette
        _text(painter, room, side.upper(), sized(font, 0, QFont.Weight.Bold), p.side(side))
        left = room.left() + 18
        told = verdicts_told(verdicts, samples)
        if not told:
            _text(painter, QRect(left, room.top(), room.right() - left, _LINE), tr("no answer yet"), font, p.quiet)
        colours = {Verdict.PASSED: p.good, Verdict.FAILED: p.danger, Verdict.CANNOT_TELL: p.fair}
        there = [verdict for verdict in Verdict if verdicts.get(verdict)]
        for verdict, words in zip(there, told, strict=True):
            _text(painter, QRect(left, room.top(), room.right() - left, _LINE), words, font, colours[verdict])
            left += QFontMetrics(font).horizontalAdvance(words) + 12


class CheckList(QListView):
    """All rows at full height: the page scrolls, not the list. Up and Down go through it, Enter asks for a row.

    Args:
        palette: The colours.
        parent: Of the widget.

    Signals:
        asked(str): The user wants to look at this comparison.
        reached(QRect): The arrow keys have come to this place of the list, which should be seen.
    """

    asked = Signal(str)
    reached = Signal(QRect)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomeChecks")
        self.setAccessibleName(tr("Checks by prompt. Enter shows the answers."))
        self.rows = CheckModel(self)
        self.setModel(self.rows)
        self._delegate = CheckDelegate(palette, self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._ask)

    def show_rows(self, rows: Sequence[CheckRow]) -> None:
        """Show these, and be as high as they are."""
        self.rows.show(rows)
        self.setFixedHeight(sum(map(row_height, rows)) + 4)
        self.setVisible(bool(rows))

    def set_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._delegate.palette = palette
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Enter asks for the row; the arrow keys go on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)
        if self.currentIndex().isValid():
            self.reached.emit(self.visualRect(self.currentIndex()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Never scroll by itself."""
        super().resizeEvent(event)
        self.verticalScrollBar().setRange(0, 0)

    def _ask(self, index: _AnyIndex) -> None:
        if comparison_id := _row(index).comparison_id:
            self.asked.emit(comparison_id)


def row_height(row: CheckRow) -> int:
    """In pixels."""
    return 2 * _PADDING + _LINE * (1 + len(row.lines))


def _row(index: _AnyIndex) -> CheckRow:
    model = index.model()
    assert isinstance(model, CheckModel)
    return model.rows[index.row()]


def _text(painter: QPainter, room: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), elided)
