"""Lets a widget that paints itself take its colours from the style sheet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property
from PySide6.QtGui import QColor


def colour_property(name: str) -> Any:
    """A property for ``qproperty-<name>: #rrggbb;`` in the style sheet.

    Args:
        name: The same as the class attribute that it is bound to. The widget keeps the colour in ``self._<name>``.
    """
    kept = f"_{name}"

    def read(widget: Any) -> QColor:
        return QColor(getattr(widget, kept))

    def write(widget: Any, colour: QColor) -> None:
        setattr(widget, kept, QColor(colour))
        widget.update()

    return Property(QColor, read, write)
