"""Draws what is behind the text: bars of quotations, cards of code, rules, and the mark where more text will come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from ui.compare.view_items import Form, Kind
from ui.compare.view_look import Look

_BAR_PIXELS = 3
_CARD_RADIUS = 8
_BEYOND = 40
"""How far a card reaches over the edge of the window if it goes on there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A block of code of which something is in sight, in coordinates of the viewport."""

    rect: QRectF
    place: int
    """In the document: of a line of it."""
    language: str
    has_head: bool
    """Whether its head is in sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """A block in sight."""

    block: QTextBlock
    form: Form
    rect: QRectF


def _in_sight(view: QTextEdit, look: Look) -> Iterator[_Sight]:
    layout = view.document().documentLayout()
    x, y = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    height = view.viewport().height()
    block = view.cursorForPosition(QPoint(0, 0)).block()
    if block.previous().isValid():
        block = block.previous()
    while block.isValid():
        rect = layout.blockBoundingRect(block).translated(-x, -y)
        if rect.top() - look.code_head > height:
            return
        yield _Sight(block=block, form=look.form_of(block.blockFormat()), rect=rect)
        block = block.next()


class Backdrop:
    """What is drawn behind the text, for what is in sight now."""

    def __init__(self, view: QTextEdit, look: Look) -> None:
        document = view.document()
        x = view.horizontalScrollBar().value()
        self._look = look
        self._left = document.documentMargin() - x
        self._right = document.textWidth() - document.documentMargin() - x
        self._height = view.viewport().height()
        self._bars: list[QRectF] = []
        self._rules: list[QRectF] = []
        self.cards: list[Card] = []
        """The blocks of code in sight, from above to below."""
        growing: dict[tuple[int, bool], QRectF] = {}
        lines: list[_Sight] = []
        for sight in _in_sight(view, look):
            growing = self._go_on_with_bars(sight, growing)
            if lines and (sight.form.kind is not Kind.CODE or sight.form.opens):
                self._end_card(lines)
                lines = []
            if sight.form.kind is Kind.CODE:
                lines.append(sight)
            elif sight.form.kind is Kind.RULE:
                left = self._left + look.indent(sight.form.path)
                self._rules.append(QRectF(left, sight.rect.top(), self._right - left, 1))
        if lines:
            self._end_card(lines)

    def paint(self, painter: QPainter) -> None:
        """Draw it all."""
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in self.cards:
            painter.setPen(QColor(palette.line))
            painter.setBrush(QColor(palette.ground))
            painter.drawRoundedRect(card.rect.adjusted(0.5, 0.5, -0.5, -0.5), _CARD_RADIUS, _CARD_RADIUS)
            if card.has_head:
                self._paint_head(painter, card)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.line))
        for bar in self._bars:
            painter.drawRoundedRect(bar, 1, 1)
        for rule in self._rules:
            painter.drawRect(rule)

    def _paint_head(self, painter: QPainter, card: Card) -> None:
        look = self._look
        strip = QRectF(card.rect.left(), card.rect.top(), card.rect.width(), look.px(28))
        painter.fillRect(QRectF(strip.left() + 1, strip.bottom(), strip.width() - 2, 1), QColor(look.palette.line))
        font = QFont(look.font)
        font.setPixelSize(max(7, round(look.text_pixels * 0.86)))
        painter.setFont(font)
        painter.setPen(QColor(look.palette.quiet))
        inner = strip.adjusted(look.code_padding, 0, -look.px(70), 0)
        text = painter.fontMetrics().elidedText(
            card.language or "code", Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _end_card(self, lines: list[_Sight]) -> None:
        first, last = lines[0], lines[-1]
        look = self._look
        top = first.rect.top() - look.code_head if first.form.opens else -_BEYOND
        bottom = last.rect.bottom() + look.code_padding if last.form.closes else self._height + _BEYOND
        left = self._left + look.indent(first.form.path)
        if bottom > 0 and top < self._height:
            self.cards.append(
                Card(
                    rect=QRectF(left, top, self._right - left, bottom - top),
                    place=last.block.position(),
                    language=first.form.language,
                    has_head=first.form.opens,
                )
            )

    def _go_on_with_bars(
        self, sight: _Sight, growing: dict[tuple[int, bool], QRectF]
    ) -> dict[tuple[int, bool], QRectF]:
        """Let the bars beside a block grow; one that a block does not have ends."""
        if sight.form.kind is Kind.HIDDEN:
            return growing
        bars: dict[tuple[int, bool], QRectF] = {}
        offset = 0.0
        for container in sight.form.path:
            if container == "q":
                key = (round(offset), sight.form.rtl)
                bar = None if sight.form.kind is Kind.PROMPT and sight.form.opens else growing.get(key)
                if bar is None:
                    left = self._right - offset - _BAR_PIXELS if sight.form.rtl else self._left + offset
                    bar = QRectF(left, sight.rect.top(), _BAR_PIXELS, sight.rect.height())
                    self._bars.append(bar)
                bar.setBottom(max(bar.bottom(), sight.rect.bottom()))
                bars[key] = bar
            offset += self._look.quote_indent if container == "q" else self._look.list_indent
        return bars


def mark_rect(view: QTextEdit, look: Look) -> QRectF:
    """Where the next letter will be, in coordinates of the viewport: there a mark shows that the model is at work."""
    block = view.document().lastBlock()
    rect = view.document().documentLayout().blockBoundingRect(block)
    layout = block.layout()
    line = layout.lineAt(layout.lineCount() - 1)
    x, y = rect.left(), rect.bottom()
    height = look.text_pixels * 1.15
    if line.isValid() and look.form_of(block.blockFormat()).kind is not Kind.HIDDEN:
        x = rect.left() + _x_of_end(line, block)
        y = rect.top() + line.y() + line.ascent() + line.descent()
    shift = QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    return QRectF(x + 1, y - height, look.px(7), height).translated(-shift.x(), -shift.y())


def _x_of_end(line: QTextLine, block: QTextBlock) -> float:
    found = line.cursorToX(block.length() - 1)
    return float(found[0]) if isinstance(found, tuple) else 0.0
