"""Puts widgets where the Tab key expects them: Qt sets whatever is made late behind everything else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(before: QWidget, *widgets: QWidget) -> QWidget:
    """Let Tab go from one widget through all that can be reached in others, in the order in which it was made.

    Args:
        before: Where Tab comes from.
        widgets: All of one window with ``before``; those that hold nothing to reach are passed over.

    Returns:
        What Tab reaches last.
    """
    for widget in widgets:
        for inside in widget.findChildren(QWidget):
            if inside.focusPolicy() != Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(before, inside)
                before = inside
    return before
