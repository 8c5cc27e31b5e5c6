"""Fonts of widgets that paint themselves: like the widget's own, a little larger or smaller."""

from __future__ import annotations

from PySide6.QtGui import QFont


def sized(font: QFont, change: int, weight: QFont.Weight) -> QFont:
    """A font that is so many pixels larger (or smaller), in another weight."""
    other = QFont(font)
    if font.pixelSize() > 0:
        other.setPixelSize(font.pixelSize() + change)
    else:
        other.setPointSizeF(font.pointSizeF() + change * 0.75)
    other.setWeight(weight)
    return other
