"""The head of the results page: how many votes, and which of them count."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QWidget

from lab.results.question import Question
from ui.controls.elided_label import ElidedLabel
from ui.controls.segmented import Segmented
from ui.controls.switch import Switch
from ui.results.shown import Choices

_ALL, _BLIND = "all", "blind"


class ResultsHeader(QFrame):
    """Says what is counted and lets the user choose.

    Signals:
        changed(): The user asks about other votes.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(52)
        title = QLabel("Results", self)
        title.setProperty("role", "title")
        self.facts = ElidedLabel(parent=self)
        self.facts.setProperty("role", "quiet")
        self.blind = Segmented([(_ALL, "All votes"), (_BLIND, "Blind only")], name="Which votes", parent=self)
        self.blind.button(_ALL).setToolTip("Count every vote")
        self.blind.button(_BLIND).setToolTip("Count only votes that were cast without knowing who is who")
        self.raters = self._combo("Whose votes", "Everybody")
        self.tags = self._combo("From which sessions", "All sessions")
        self.aspects = self._combo("Voted on what", "Whole answers")
        self.models = Switch("By model", self)
        self.models.setAccessibleName("By model")
        self.models.setToolTip("Take all framings, system prompts and settings of a model for one contestant")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addSpacing(4)
        layout.addWidget(self.facts, 1)
        for part in (self.blind, self.raters, self.tags, self.aspects, self.models):
            layout.addWidget(part)
        self.blind.chosen.connect(self.changed)
        self.models.clicked.connect(self.changed)
        for combo in (self.raters, self.tags, self.aspects):
            combo.activated.connect(self.changed)

    def question(self) -> Question:
        """What the user asks about."""
        return Question(
            blind=self.blind.value() == _BLIND,
            rater=self.raters.currentData(),
            tag=self.tags.currentData(),
            aspect=self.aspects.currentData() or "",
            fold_to_models=self.models.isChecked(),
        )

    def show_everything(self) -> None:
        """Filter by nothing."""
        self.blind.set_value(_ALL)
        for combo in (self.raters, self.tags, self.aspects):
            combo.setCurrentIndex(0)
        self.changed.emit()

    def offer(self, choices: Choices) -> None:
        """Offer what there is; what leaves no choice is not shown."""
        _fill(self.raters, choices.raters, least=2)
        _fill(self.tags, choices.tags, least=1)
        _fill(self.aspects, choices.aspects, least=1)

    def show_filters(self, wanted: bool) -> None:
        """Show the choices, or none where there is nothing to choose from."""
        self.blind.setVisible(wanted)
        self.models.setVisible(wanted)
        for combo in (self.raters, self.tags, self.aspects):
            combo.setVisible(wanted and combo.count() > 1)

    def _combo(self, name: str, everything: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setMaximumWidth(150)
        combo.addItem(everything, None)
        return combo


def _fill(combo: QComboBox, choices: Iterable[tuple[str, str]], *, least: int) -> None:
    """Offer other choices; what was chosen stays chosen if it is still there."""
    wanted = list(choices)
    chosen = combo.currentData()
    there = [combo.itemData(place) for place in range(1, combo.count())]
    if len(wanted) < least:
        wanted = []
    if there != [value for value, _ in wanted]:
        while combo.count() > 1:
            combo.removeItem(1)
        for value, words in wanted:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)) if chosen is not None else 0)
