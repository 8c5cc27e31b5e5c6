"""Looks through widgets for a stranger's text that Qt would take for HTML."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView, QWidget

HOSTILE = "<img src=x><b>x"


def named(where: QWidget) -> Iterator[str]:
    """All visible texts and tooltips that hold the stranger's; fails on the first that would be followed."""
    for widget in [where, *where.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and "img" in widget.text():
            assert _is_plain(widget), f"{type(widget).__name__} {widget.objectName()}: {widget.text()}"
            yield widget.text()
        tips = [widget.toolTip(), *(action.toolTip() for action in widget.actions())]
        if isinstance(widget, QAbstractItemView):
            tips += [str(tip) for tip in _tips_of(widget) if tip]
        for tip in tips:
            if "img" in tip:
                assert not follows(tip), f"the tooltip of {type(widget).__name__} {widget.objectName()}: {tip}"
                yield tip


def _tips_of(view: QAbstractItemView) -> Iterator[object]:
    rows = view.model()
    for row in range(rows.rowCount()):
        for column in range(rows.columnCount() if isinstance(view, QTableView) else 1):
            yield rows.index(row, column).data(Qt.ItemDataRole.ToolTipRole)


def _is_plain(label: QLabel) -> bool:
    match label.textFormat():
        case Qt.TextFormat.PlainText:
            return True
        case Qt.TextFormat.RichText:
            return not follows(label.text())
    return False  # who leaves it to Qt lets the stranger decide


def follows(text: str) -> bool:
    """Whether Qt would look for the picture."""
    return RichText.mightBeRichText(text) and "<img" in text
