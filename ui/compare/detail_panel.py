"""Everything that can be said beside the vote: each aspect with its four choices, and what each answer is like."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lab.language import tr
from lab.records import Side
from ui.compare.aspect_row import AspectRow
from ui.compare.flow_layout import Flow, FlowLayout
from ui.compare.opinion import Opinion
from ui.compare.rating_chips import adding_chip
from ui.compare.tag_column import TagColumn

_LEAST_HEIGHT = 120


class DetailPanel(QScrollArea):
    """As high as it needs, up to what the page spares; then it scrolls.

    Signals:
        rated(str, object): A choice on an aspect, or None to take it back.
        judged(Side, object): A side is correct (True), wrong (False), or it is not said (None).
        described(Side, str, bool): A side's answer is like that, or not.
        aspect_asked(): The user wants an aspect of their own.
        aspect_removed(str): An own aspect is to go off the list.
        tag_asked(Side): The user wants a word of their own for a side's answer.
        tag_removed(str): An own word is to go off the list.
    """

    rated = Signal(str, object)
    judged = Signal(object, object)
    described = Signal(object, str, bool)
    aspect_asked = Signal()
    aspect_removed = Signal(str)
    tag_asked = Signal(object)
    tag_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailPanel")
        self.setAccessibleName(tr("Rate in detail"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: dict[str, AspectRow] = {}
        self._own: frozenset[str] = frozenset()
        self._room = _LEAST_HEIGHT
        self._content = QWidget(self)
        self._content.setObjectName("detailContent")
        self._content.installEventFilter(self)
        aspects = QWidget(self._content)
        self._flow = FlowLayout(aspects, spacing=6, flow=Flow.COLUMNS)
        self._last = QWidget(aspects)
        self._add = adding_chip(tr("+ aspect"), tr("Rate the answers on something of your own"), self._last)
        self._add.clicked.connect(self.aspect_asked)
        last = QHBoxLayout(self._last)
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._flow.addWidget(self._last)
        self.columns = {side: TagColumn(side, self._content) for side in Side}
        both = QHBoxLayout()
        both.setSpacing(14)
        for side, column in self.columns.items():
            column.judged.connect(partial(self.judged.emit, side))
            column.described.connect(partial(self.described.emit, side))
            column.asked.connect(partial(self.tag_asked.emit, side))
            column.removed.connect(self.tag_removed)
            both.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self._content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(aspects)
        line = QFrame(self._content)
        line.setProperty("role", "line")
        whole.addWidget(line)
        whole.addLayout(both)
        whole.addStretch(1)
        self.setWidget(self._content)

    def set_room(self, height: int) -> None:
        """How much of the page's height it may take."""
        self._room = max(_LEAST_HEIGHT, height)
        self._fit()

    def offer(
        self,
        aspects: Collection[str],
        tags: Collection[str],
        *,
        own_aspects: Collection[str],
        own_tags: Collection[str],
    ) -> None:
        """Show these aspects and tags, and no others; own ones can be taken off the list."""
        others = [column.offer(tags, own=own_tags) for column in self.columns.values()]
        own = frozenset(own_aspects)
        if tuple(aspects) != tuple(self.rows) or own != self._own:
            self._own = own
            self._make_rows(aspects)
            others.append(True)
        if any(others):
            self._order_tabs()
            self._fit()

    def show_opinion(self, opinion: Opinion) -> None:
        """Show what is said."""
        for aspect, row in self.rows.items():
            row.show_choice(opinion.aspects.get(aspect))
        for side, column in self.columns.items():
            column.show_said(opinion.tags(side), opinion.correct(side))

    def focus_first(self) -> None:
        """Put the keyboard at the first aspect."""
        next(iter(self.rows.values())).focus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Fewer stand beside each other in a narrower page."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """What is inside may need another height, e.g. once its style is known."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _make_rows(self, aspects: Collection[str]) -> None:
        for row in self.rows.values():
            self._flow.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for aspect in aspects:
            row = AspectRow(aspect, self._last.parentWidget(), own=aspect in self._own)
            row.chosen.connect(partial(self.rated.emit, aspect))
            row.step_asked.connect(partial(self._step, aspect))
            row.removal_asked.connect(partial(self.aspect_removed.emit, aspect))
            self._flow.insert_before(row, self._last)
            row.show()
            self.rows[aspect] = row

    def _step(self, aspect: str, step: int) -> None:
        rows = list(self.rows.values())
        place = list(self.rows).index(aspect) + step
        if 0 <= place < len(rows):
            rows[place].focus()

    def _order_tabs(self) -> None:
        for row in self.rows.values():
            row.set_stops(all_of_them=True)
        in_order: list[QWidget] = [button for row in self.rows.values() for button in row.buttons.values()]
        in_order.append(self._add)
        for column in self.columns.values():
            in_order += column.in_order()
        for before, after in pairwise(in_order):
            QWidget.setTabOrder(before, after)
        for row in self.rows.values():
            row.set_stops(all_of_them=False)

    def _fit(self) -> None:
        layout = self._content.layout()
        if layout is not None:
            needed = layout.totalHeightForWidth(self.viewport().width())
            self.setFixedHeight(min(needed, self._room))
