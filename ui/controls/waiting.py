"""What stands where a page will be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from lab.language import tr


def waiting_label() -> QLabel:
    """A label that says that a page is being opened."""
    label = QLabel(tr("Opening …"))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
