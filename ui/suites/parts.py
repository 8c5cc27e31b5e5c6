"""Small parts that all views of the suites page are made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

_COLUMN_PIXELS = 760
"""What is wider is hard to read."""
_LETTER_PIXELS = 24


def plain(text: str, role: str, parent: QWidget) -> QLabel:
    """A label for text from anywhere, over several lines if need be."""
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def letter(side: str, parent: QWidget, pixels: int = _LETTER_PIXELS) -> QLabel:
    """The letter of a side on its colour."""
    label = QLabel(side.upper(), parent)
    label.setProperty("side", str(side))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFixedSize(pixels, pixels)
    return label


def button(words: str, tip: str, parent: QWidget) -> QPushButton:
    """A button that is called what it says."""
    made = QPushButton(words, parent)
    made.setAccessibleName(words)
    made.setToolTip(tip)
    return made


def scrolled(column: QWidget, scroll: QScrollArea) -> None:
    """Put a column into the middle of an area that scrolls up and down."""
    column.setMaximumWidth(_COLUMN_PIXELS)
    inside = QWidget(scroll)
    inside.setProperty("role", "column")
    middle = QHBoxLayout(inside)
    middle.setContentsMargins(0, 0, 0, 0)
    middle.addStretch(1)
    middle.addWidget(column, 100)
    middle.addStretch(1)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
