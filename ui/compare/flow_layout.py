"""Lays widgets out like words: in lines, as many as fit into each."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

_MOST_STRETCH = 1.3
"""A column gets no wider than this against what its widest widget needs; else what belongs together drifts apart."""


class Flow(Enum):
    """How the widgets of a line stand."""

    CENTRED = auto()
    """Each as wide as it likes, in the middle."""
    LEFT = auto()
    """Each as wide as it likes, from the left."""
    COLUMNS = auto()
    """All equally wide, one under the other, the columns in the middle."""


class FlowLayout(QLayout):
    """Lines of widgets of their preferred height.

    Args:
        parent: Whose.
        spacing: Between two widgets and between two lines, in pixels.
        flow: How the widgets of a line stand.
    """

    def __init__(self, parent: QWidget, *, spacing: int, flow: Flow = Flow.CENTRED) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self._flow = flow
        self.setContentsMargins(0, 0, 0, 0)

    def insert_before(self, widget: QWidget, other: QWidget | None) -> None:
        """Add a widget before another one; at the end if that is None."""
        self.addChildWidget(widget)
        places = [place for place, item in enumerate(self._items) if item.widget() is other]
        self._items.insert(places[0] if places and other else len(self._items), QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  (Qt's name)
        """Add one at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt's name)
        """The one at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt's name)
        """Take out the one at a place."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  (Qt's name)
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt's name)
        """Fewer fit into a narrower line."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt's name)
        """How high all lines are together."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  (Qt's name)
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt's name)
        """As wide as the widest."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        shown = self._shown()
        sizes = self._sizes(shown, rect.width())
        lines: list[list[int]] = [[]]
        width = 0
        for place, size in enumerate(sizes):
            if lines[-1] and width + self._gap + size.width() > rect.width():
                lines.append([])
                width = 0
            width += size.width() + (self._gap if lines[-1] else 0)
            lines[-1].append(place)
        widest = max(self._width_of([sizes[place] for place in line]) for line in lines)
        top = rect.y()
        for line in lines:
            of_line = [sizes[place] for place in line]
            high = max((size.height() for size in of_line), default=0)
            taken = widest if self._flow is Flow.COLUMNS else self._width_of(of_line)
            left = rect.x() + (0 if self._flow is Flow.LEFT else max(0, (rect.width() - taken) // 2))
            for place, size in zip(line, of_line, strict=True):
                if move:
                    shown[place].setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self._gap
            top += high + self._gap
        return top - self._gap - rect.y()

    def _sizes(self, items: list[QLayoutItem], width: int) -> list[QSize]:
        sizes = [item.sizeHint() for item in items]
        if self._flow is not Flow.COLUMNS or not sizes:
            return sizes
        needed = max(size.width() for size in sizes)
        columns = min(len(sizes), max(1, (width + self._gap) // (needed + self._gap)))
        each = min((width - self._gap * (columns - 1)) // columns, round(needed * _MOST_STRETCH))
        return [QSize(max(1, each), size.height()) for size in sizes]

    def _width_of(self, sizes: list[QSize]) -> int:
        return sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
