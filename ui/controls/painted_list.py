"""A list whose rows are painted, in colours of the style sheet: one row at a time is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QWidget

from ui.controls.colours import colour_property

_RADIUS = 8
_MARK = 3


class PaintedList(QListView):
    """The list; whoever makes one gives it its model and its delegate.

    Args:
        name: Which rules of the style sheet hold for it.
        spoken: What it is called for who can't see it.
        parent: Of the widget.
    """

    ink = colour_property("ink")
    quiet = colour_property("quiet")
    line = colour_property("line")
    hover = colour_property("hover")
    chosen_ground = colour_property("chosen_ground")
    accent = colour_property("accent")

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Until the style sheet sets them.
        self._ink = self._quiet = self._line = self._accent = self.palette().text().color()
        self._hover = self._chosen_ground = self.palette().base().color()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        """Paint what is behind a row: nothing, or that it is chosen, has the keyboard, or is under the mouse."""
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        box = area.adjusted(2, 1, -2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(self._chosen_ground if selected else self._hover)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if selected:
            # Not by colour alone: the chosen row also has a mark at its edge.
            painter.setBrush(self._accent)
            painter.drawRoundedRect(QRect(box.left(), box.top() + 8, _MARK, box.height() - 16), 1, 1)
        if selected and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._accent, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
