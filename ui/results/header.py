"""The head of the results page: how many votes, which of them count, and what takes them out and in."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.language import tr
from lab.results.question import Question
from ui.controls.elided_label import ElidedLabel
from ui.controls.segmented import Segmented
from ui.controls.switch import Switch
from ui.results.exchange_words import scope
from ui.results.export_menu import ExportMenu
from ui.results.shown import Choices

_ALL, _BLIND = "all", "blind"
_EXPORT_TIP = tr("Take these votes out, for another computer, a spreadsheet or training (Ctrl+S)")
_NO_EXPORT_TIP = tr("An export would tell who is who; it waits like the results")


class ResultsHeader(QFrame):
    """Says what is counted and lets the user choose; the choices stand in a line of their own, if there are any.

    Attributes:
        take_in: Imports votes.
        export: Opens the menu of what can be taken out.

    Signals:
        changed(): The user asks about other votes.
        import_asked(): The user wants to take in what another computer exported.
        export_asked(ExportFormat, Undecided): The user wants to take these votes out.
    """

    changed = Signal()
    import_asked = Signal()
    export_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        title = QLabel(tr("Results"), self)
        title.setProperty("role", "title")
        self.facts = ElidedLabel(parent=self)
        self.facts.setProperty("role", "quiet")
        self.blind = Segmented(
            [(_ALL, tr("All votes")), (_BLIND, tr("Blind only"))], name=tr("Which votes"), parent=self
        )
        self.blind.button(_ALL).setToolTip(tr("Count every vote"))
        self.blind.button(_BLIND).setToolTip(tr("Count only votes that were cast without knowing who is who"))
        self.raters = self._combo(tr("Whose votes"), tr("Everybody"))
        self.tags = self._combo(tr("From which sessions"), tr("All sessions"))
        self.aspects = self._combo(tr("Voted on what"), tr("Whole answers"))
        self.models = Switch(tr("By model"), self)
        self.models.setAccessibleName(tr("By model"))
        self.models.setToolTip(tr("Take all framings, system prompts and settings of a model for one contestant"))
        self.take_in = QPushButton(tr("Import votes …"), self)
        self.take_in.setAccessibleName(tr("Import votes"))
        self.take_in.setToolTip(tr("Take in what another computer exported (Ctrl+O)"))
        self.export = QPushButton(tr("Export ▾"), self)
        self.export.setObjectName("resultsExport")
        self.export.setAccessibleName(tr("Export"))
        menu = ExportMenu(lambda: scope(self.question()), self.export)
        self.export.setMenu(menu)
        self._lay_out(title)
        self.allow_export(True)
        self.take_in.clicked.connect(self.import_asked)
        menu.chosen.connect(self.export_asked)
        self.blind.chosen.connect(self.changed)
        self.models.clicked.connect(self.changed)
        for combo in (self.raters, self.tags, self.aspects):
            combo.activated.connect(self.changed)

    def question(self) -> Question:
        """What the user asks about; how it is to be worked out is asked elsewhere."""
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

    def allow_export(self, allowed: bool) -> None:
        """Let votes be taken out, or not while that would tell too much."""
        self.export.setEnabled(allowed)
        self.export.setToolTip(_EXPORT_TIP if allowed else _NO_EXPORT_TIP)

    def show_filters(self, wanted: bool) -> None:
        """Show the choices, or none where there is nothing to choose from."""
        self._filters.setVisible(wanted)
        self.blind.setVisible(wanted)
        self.models.setVisible(wanted)
        for combo in (self.raters, self.tags, self.aspects):
            combo.setVisible(wanted and combo.count() > 1)

    def _lay_out(self, title: QLabel) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 9, 20, 9)
        head.setSpacing(8)
        head.addWidget(title)
        head.addSpacing(4)
        head.addWidget(self.facts, 1)
        head.addWidget(self.take_in)
        head.addWidget(self.export)
        self._filters = QWidget(self)
        row = QHBoxLayout(self._filters)
        row.setContentsMargins(20, 0, 20, 9)
        row.setSpacing(8)
        choices: tuple[QWidget, ...] = (self.blind, self.raters, self.tags, self.aspects)
        for part in choices:
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.models)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._filters)
        before: QWidget = self.take_in
        for part in (self.export, *choices, self.models):
            QWidget.setTabOrder(before, part)
            before = part
        self.show_filters(True)

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
