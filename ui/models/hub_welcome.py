"""What the search shows before anything was searched for: what can be found, and examples to begin with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.language import tr

EXAMPLES = (
    ("SmolLM2 135M", tr("The smallest pair, quick on any laptop")),
    ("Qwen3 0.6B", tr("Small, and good at following instructions")),
    ("OLMo 2 1B", tr("Every stage of its training is open")),
)
_WIDEST = 560


class Welcome(QWidget):
    """A page with example searches.

    Signals:
        example(str): The user wants to search for this.
    """

    example = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self._label("title", tr("Find a model on Hugging Face"))
        what = self._label(
            "quiet",
            tr(
                "Type a name, such as a family or a size. You see each model’s files, whether they fit into this "
                "computer’s memory, and the base or chat model that belongs to it, before anything is downloaded."
            ),
        )
        try_one = self._label("quiet", tr("Or begin with one of these:"))
        self.buttons = [self._example(text, why) for text, why in EXAMPLES]
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(10)
        layout.addStretch(2)
        for label in (title, what):
            layout.addLayout(_centred(label))
        layout.addSpacing(8)
        layout.addLayout(_centred(try_one))
        layout.addLayout(row)
        layout.addStretch(3)

    def _label(self, role: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        label.setMaximumWidth(_WIDEST)
        return label

    def _example(self, text: str, why: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tr("{why}. Search for it.", why=why))
        button.setAccessibleName(tr("Search for {text}", text=text))
        button.setAccessibleDescription(why)
        button.clicked.connect(partial(self.example.emit, text))
        return button


def _centred(label: QLabel) -> QHBoxLayout:
    """A label in the middle, as wide as it may be; an alignment would make it too low for its lines."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 1000)
    row.addStretch(1)
    return row
