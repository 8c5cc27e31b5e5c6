"""A card with rows: what is set stands on the left with its sentence, how it is set on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

_PADDING = 20
_BETWEEN = 16


class Card(QFrame):
    """One section of the page.

    Args:
        title: Its heading.
        parent: Of the widget.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        heading = QLabel(title, self)
        heading.setProperty("role", "cardTitle")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_PADDING, 16, _PADDING, _PADDING)
        self.body.setSpacing(_BETWEEN)
        self.body.addWidget(heading)

    def add_row(self, name: str, control: QWidget, sentence: str = "") -> QLabel:
        """Add a setting.

        Args:
            name: What is set.
            control: With what; it gets the name and the sentence for a screen reader if it has none yet.
            sentence: What it does; may be set later.

        Returns:
            The label with the sentence.
        """
        label = QLabel(name, self)
        label.setBuddy(control)
        explanation = quiet_label(sentence, self)
        if not control.accessibleName():
            control.setAccessibleName(name)
        if sentence and not control.accessibleDescription():
            control.setAccessibleDescription(sentence)
        row = QGridLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(24)
        row.setVerticalSpacing(2)
        row.setColumnStretch(0, 1)
        row.addWidget(label, 0, 0)
        row.addWidget(explanation, 1, 0)
        row.addWidget(control, 0, 1, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        return explanation


def quiet_label(text: str, parent: QWidget) -> QLabel:
    """A label for a sentence that steps back; it wraps and takes its text as it is."""
    label = QLabel(text, parent)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
