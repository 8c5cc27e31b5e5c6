"""The list of keys that F1 opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

KEYS = (
    (
        "Ask",
        (
            ("Ctrl+Enter", "send the prompt, from anywhere on the page"),
            ("Enter", "send, while you type (can be set)"),
            ("Up and Down", "earlier prompts, in the first and the last row"),
            ("Ctrl+P", "prompts worth trying"),
            ("Ctrl+E", "change the shown prompt and send it again"),
            ("N", "write the next prompt"),
            ("Ctrl+N", "begin another conversation"),
            ("Ctrl+B", "compare blind, or not"),
        ),
    ),
    (
        "Answers",
        (
            ("Esc", "stop both"),
            ("Ctrl+R", "both answer again"),
            ("Ctrl+Shift+A or B", "one side answers again, or stops"),
            ("Alt+Left and Right", "earlier and later turn"),
            ("Alt+Up and Down", "the version before and after"),
        ),
    ),
    (
        "Vote",
        (
            ("1  2  3  4", "A is better, tie, both bad, B is better"),
            ("Alt+1 to 4", "the same, while you type"),
            ("D", "rate in detail, each aspect by 1 to 4"),
            ("Ctrl+Z", "take back what you said last"),
            ("R or Alt+R", "reveal who is who, after a blind vote"),
            ("Ctrl+Shift+B", "begin a blind session, or end it"),
            ("N or Enter", "its next pair"),
        ),
    ),
    (
        "Models",
        (
            ("A or B", "the selected model plays that side"),
            ("Enter", "it plays the side on which it makes a pair"),
            ("Del", "move its file to the trash"),
            ("Ctrl+F", "search these models"),
            ("F5", "look through this computer again"),
            ("Ctrl+O", "add a folder"),
            ("Ctrl+Shift+F", "search Hugging Face"),
            ("Esc or Alt+Left", "back to the models"),
        ),
    ),
    (
        "Results",
        (
            ("F5", "count again"),
            ("Ctrl+O", "import votes"),
            ("Ctrl+S", "export"),
        ),
    ),
    (
        "Window",
        (
            ("Ctrl+1, 2, 3 …", "the pages at the left"),
            ("Ctrl+I", "how the answers differ"),
            ("Ctrl+T", "settings for this comparison"),
            ("F1 or ?", "this list"),
        ),
    ),
)
"""By group: (key, what it does)."""

_GROUPS_AT_LEFT = 3
"""The others stand beside them, so that the list goes into a small window."""


class KeyList(QDialog):
    """Shows which keys do what; closing it deletes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys")
        self.setAccessibleName("Keys")
        columns = QHBoxLayout()
        columns.setSpacing(40)
        for groups in (KEYS[:_GROUPS_AT_LEFT], KEYS[_GROUPS_AT_LEFT:]):
            columns.addLayout(_column(groups))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setToolTip("Close this list (Esc)")
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(buttons)


def _column(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(3)
    for group, keys in groups:
        row = grid.rowCount()
        heading = _label(group, "heading")
        heading.setContentsMargins(0, 8 if row > 1 else 0, 0, 0)
        grid.addWidget(heading, row, 0, 1, 2)
        for key, what in keys:
            row = grid.rowCount()
            grid.addWidget(_label(key, "name"), row, 0)
            grid.addWidget(_label(what, "quiet"), row, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
