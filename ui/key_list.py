"""The list of keys that F1 opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lab.language import tr
from ui.controls.segmented import Segmented

KEYS = (
    (
        tr("Ask"),
        (
            ("Ctrl+Enter", tr("send the prompt, from anywhere on the page")),
            ("Enter", tr("send, while you type (can be set)")),
            (tr("Up and Down"), tr("earlier prompts, in the first and the last row")),
            ("Ctrl+P", tr("prompts worth trying")),
            ("Ctrl+E", tr("change the shown prompt and send it again")),
            ("N", tr("write the next prompt")),
            ("Ctrl+N", tr("begin another conversation")),
            ("Ctrl+B", tr("compare blind, or not")),
        ),
    ),
    (
        tr("Answers"),
        (
            ("Esc", tr("stop both")),
            ("Ctrl+R", tr("both answer again")),
            (tr("Ctrl+Shift+A or B"), tr("one side answers again, or stops")),
            (tr("Alt+Left and Right"), tr("earlier and later turn")),
            (tr("Alt+Up and Down"), tr("the version before and after")),
        ),
    ),
    (
        tr("Vote"),
        (
            ("1  2  3  4", tr("A is better, tie, both bad, B is better")),
            (tr("Alt+1 to 4"), tr("the same, while you type")),
            ("D", tr("rate in detail, each aspect by 1 to 4")),
            ("Ctrl+Z", tr("take back what you said last")),
            (tr("R or Alt+R"), tr("reveal who is who, after a blind vote")),
            ("Ctrl+Shift+B", tr("begin a blind session, or end it")),
            (tr("N or Enter"), tr("its next pair")),
        ),
    ),
    (
        tr("Window"),
        (
            ("Ctrl+1, 2, 3 …", tr("the pages at the left")),
            ("Ctrl+I", tr("how the answers differ")),
            ("Ctrl+T", tr("settings for this comparison")),
            (tr("F1 or ?"), tr("this list")),
        ),
    ),
    (
        tr("Lessons"),
        (
            (tr("Alt+Right"), tr("the next step")),
            (tr("Alt+Left"), tr("the step before")),
            ("Ctrl+Enter", tr("let both answer, or stop them")),
            (tr("1 to 6"), tr("choose an answer, or vote")),
            ("Esc", tr("back to the lessons")),
        ),
    ),
    (
        tr("Models"),
        (
            (tr("A or B"), tr("the selected model plays that side")),
            ("Enter", tr("it plays the side on which it makes a pair")),
            ("Del", tr("move its file to the trash")),
            ("Ctrl+F", tr("search these models")),
            ("F5", tr("look through this computer again")),
            ("Ctrl+O", tr("add a folder")),
            ("Ctrl+Shift+F", tr("search Hugging Face")),
            (tr("Esc or Alt+Left"), tr("back to the models")),
        ),
    ),
    (
        tr("Results"),
        (
            ("F5", tr("count again")),
            ("Ctrl+O", tr("import votes")),
            ("Ctrl+S", tr("export")),
        ),
    ),
    (
        tr("Suites"),
        (
            ("Ctrl+N", tr("choose a new run")),
            ("Ctrl+Enter", tr("start it")),
            ("F6, F7, F8", tr("the run, its votes, what came out")),
            ("Del", tr("delete the selected run")),
        ),
    ),
)
"""By group: (key, what it does)."""

_VIEWS = ((tr("Comparing"), KEYS[:2], KEYS[2:4]), (tr("Other pages"), KEYS[4:5] + KEYS[6:], KEYS[5:6]))
"""What is seen at a time, so that it goes into a small window: the groups at the left, and those beside them."""

_WORDS_PIXELS = 278
"""What is longer, as in other languages, takes two lines."""


class KeyList(QDialog):
    """Shows which keys do what; closing it deletes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        self.setAccessibleName(tr("Keys"))
        switch = Segmented(((str(place), view[0]) for place, view in enumerate(_VIEWS)), name=tr("Keys"), parent=self)
        views = QStackedWidget(self)
        for _words, *columns in _VIEWS:
            views.addWidget(_view(columns))
        switch.chosen.connect(lambda which: views.setCurrentIndex(int(which)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setToolTip(tr("Close this list (Esc)"))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.setSpacing(16)
        layout.addWidget(switch, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(views)
        layout.addWidget(buttons)


def _view(columns: Sequence[Sequence[tuple[str, Sequence[tuple[str, str]]]]]) -> QWidget:
    view = QWidget()
    row = QHBoxLayout(view)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(32)
    for groups in columns:
        row.addLayout(_column(groups))
    return view


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
            grid.addWidget(_label(key, "name"), row, 0, Qt.AlignmentFlag.AlignTop)
            told = _label(what, "quiet")
            told.setWordWrap(True)
            told.setFixedWidth(_WORDS_PIXELS)
            grid.addWidget(told, row, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
