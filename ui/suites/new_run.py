"""What is chosen for a new run: a suite, two contestants, how often, how long."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lab.errors import LabError
from lab.generation.sampler_ranges import MAX_SEED
from lab.language import tr
from lab.records import Contestant, Framing, Model, RunSettings, Schedule, Side
from lab.runs.beginning import Wanted
from lab.suites.shelf import ShelvedSuite
from lab.suites.suite import Suite
from lab.visible import visible
from lab.words import KIND_BADGES
from ui.compare.words import FRAMING
from ui.controls.number_field import NumberField
from ui.suites.parts import button, letter, plain, scrolled
from ui.suites.suite_picker import SuitePicker
from ui.suites.words import HEADER_PIXELS, sum_of, told

_MOST_TOKENS = 100_000
_LABELS_PIXELS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Players:
    """Who can play, and what a contestant is told besides."""

    models: Sequence[Model]
    chosen: Mapping[Side, Contestant]
    """As on the compare page; without a side that has no model."""
    context_tokens: int
    schedule: Schedule


class NewRun(QWidget):
    """The form.

    Attributes:
        picker: Chooses the suite.
        models: Choose who plays, by side.
        framings: Choose how each is asked.
        samples: How often each prompt is asked.
        max_tokens: Where answers are cut off.
        seed: What all seeds are made from.
        start: The button.

    Signals:
        start_asked(Wanted): The user wants it to begin.
        left(): The user does not want a run after all.
    """

    start_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._players = Players(models=(), chosen={}, context_tokens=4096, schedule=Schedule.AUTO)
        self._starting = False
        self._suite: Suite | None = None
        """What the fields were set for; what the user changes in them stays until another one is chosen."""
        self.picker = SuitePicker(self)
        self.models = {side: QComboBox(self) for side in Side}
        self.framings = {side: QComboBox(self) for side in Side}
        self.samples = NumberField(1, 50, parent=self)
        self.max_tokens = NumberField(1, _MOST_TOKENS, step=50, parent=self)
        self.seed = NumberField(0, MAX_SEED, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addWidget(self._body(), 1)
        layout.addWidget(self._footer())
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # a button would forget its own with the next text
            QShortcut(QKeySequence(key), self).activated.connect(self.start.click)
        self.picker.chosen.connect(self._suite_chosen)
        self.samples.valueChanged.connect(lambda _: self._show_sum())
        for side in Side:
            self.models[side].currentIndexChanged.connect(lambda _, which=side: self._model_chosen(which))

    def _header(self) -> QWidget:
        header = QFrame(self)
        header.setObjectName("header")
        header.setFixedHeight(HEADER_PIXELS)
        title = QLabel(tr("New run"), header)
        title.setProperty("role", "title")
        second = QLabel(tr("Both models answer every prompt of a suite"), header)
        second.setProperty("role", "quiet")
        row = QHBoxLayout(header)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(title)
        row.addWidget(second, 1)
        return header

    def _body(self) -> QWidget:
        column = QWidget(self)
        column.setProperty("role", "column")
        rows = QVBoxLayout(column)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(10)
        rows.addWidget(self.picker)
        rows.addSpacing(6)
        rows.addWidget(plain(tr("Who answers"), "heading", column))
        rows.addLayout(self._who(column))
        rows.addWidget(
            plain(tr("System prompts, temperature and the rest are as on the compare page."), "small", column)
        )
        rows.addSpacing(6)
        rows.addWidget(plain(tr("How much"), "heading", column))
        rows.addLayout(self._how_much(column))
        rows.addStretch(1)
        scroll = QScrollArea(self)
        scrolled(column, scroll)
        return scroll

    def _who(self, parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for row, side in enumerate(Side):
            model, framing = self.models[side], self.framings[side]
            model.setAccessibleName(tr("Model of side {letter}", letter=side.upper()))
            model.setToolTip(tr("Choose the model of side {letter}", letter=side.upper()))
            framing.setAccessibleName(tr("Framing of side {letter}", letter=side.upper()))
            framing.setToolTip(tr("How the prompt is put to this model"))
            for box in (model, framing):
                box.setMinimumContentsLength(8)
                box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(letter(side, parent), row, 0)
            grid.addWidget(model, row, 1)
            grid.addWidget(framing, row, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        return grid

    def _how_much(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        fields = (
            (self.samples, tr("Samples"), tr("How often each prompt is asked, with another seed each time")),
            (self.max_tokens, tr("Most tokens"), tr("Answers are cut off after this many tokens")),
            (self.seed, tr("Seed"), tr("The same seed gives the same answers again")),
        )
        for field, words, tip in fields:
            column = QVBoxLayout()
            column.setSpacing(4)
            label = plain(words, "small", parent)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setToolTip(tip)
            field.setFixedWidth(_LABELS_PIXELS)
            column.addWidget(label)
            column.addWidget(field)
            row.addLayout(column)
        row.addStretch(1)
        return row

    def _footer(self) -> QWidget:
        footer = QFrame(self)
        footer.setObjectName("suitesFooter")
        self._sum = plain("", "name", footer)
        self._fault = plain("", "suitesFault", footer)
        self._fault.hide()
        self.start = QPushButton(tr("Start"), footer)
        self.start.setProperty("role", "main")
        self.start.setAccessibleName(tr("Start the run"))
        self.start.setToolTip(tr("Ask both models all of it, in the background (Ctrl+Enter)"))
        self.start.clicked.connect(self._start)
        cancel = button(tr("Cancel"), tr("Back to the runs (Esc)"), footer)
        cancel.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sum, 1)
        row.addWidget(cancel)
        row.addWidget(self.start)
        layout = QVBoxLayout(footer)
        layout.setContentsMargins(20, 10, 20, 10)
        layout.setSpacing(8)
        layout.addWidget(self._fault)
        layout.addLayout(row)
        return footer

    def begin(self, players: Players) -> None:
        """Begin with a new form, in which those of the compare page are chosen."""
        for box in self.models.values():
            box.setCurrentIndex(-1)
        self._suite = None
        self.show_players(players)
        self.seed.setValue(random.SystemRandom().randrange(1_000_000))
        self._suite_chosen(self.picker.suite)

    def show_players(self, players: Players) -> None:
        """Offer other models; what is chosen stays so, if it is still there."""
        self._players = players
        paths = [model.path for model in players.models]
        for side in Side:
            box, before, as_there = self.models[side], self._model(side), players.chosen.get(side)
            framing = self.framings[side].currentData()
            wanted = before or (as_there.model if as_there else None)
            box.blockSignals(True)
            box.clear()
            for model in players.models:
                box.addItem(f"{visible(model.name)}  ·  {KIND_BADGES[model.verdict.kind]}", model)
            box.setCurrentIndex(paths.index(wanted.path) if wanted and wanted.path in paths else -1)
            box.setPlaceholderText(tr("Choose a model"))
            box.blockSignals(False)
            self._model_chosen(side)
            place = self.framings[side].findData(framing)
            if before is not None and self._model(side) == before and place >= 0:
                self.framings[side].setCurrentIndex(place)

    def complain(self, error: LabError) -> None:
        """Say why it can't begin."""
        self.set_starting(False)
        self._fault.setText(told(error))
        self._fault.show()

    def set_starting(self, starting: bool) -> None:
        """It is about to begin, or is not any more."""
        self._starting = starting
        self.start.setText(tr("Starting …") if starting else tr("Start"))
        self.start.setEnabled(not starting)
        if starting:
            self._fault.hide()

    def focus(self) -> None:
        """Put the keyboard on the suites."""
        self.picker.list.setFocus()

    def _suite_chosen(self, each: ShelvedSuite | None) -> None:
        if each is None or each.suite == self._suite:
            return
        self._suite = each.suite
        self._fault.hide()
        self.samples.setValue(each.suite.samples)
        usual = [player.sampler.max_tokens for player in self._players.chosen.values()]
        self.max_tokens.setValue(each.suite.max_tokens or max(usual, default=400))
        for side in Side:
            self._show_framing(side)
        self._show_sum()

    def _model_chosen(self, side: Side) -> None:
        self._fault.hide()
        box, model = self.framings[side], self._model(side)
        box.clear()
        if model is not None:
            for framing in Framing:
                if framing is not Framing.CHAT or model.has_chat_template:
                    box.addItem(FRAMING[framing], framing.value)
        box.setEnabled(model is not None)
        self._show_framing(side)

    def _show_framing(self, side: Side) -> None:
        """The suite's own framing if it has one, else that of the compare page, else what is natural for the model."""
        model, chosen, each = self._model(side), self._players.chosen.get(side), self.picker.suite
        if model is None:
            return
        as_before = chosen.framing if chosen and chosen.model.path == model.path else model.natural_framing
        wanted = (each.suite.framing if each else None) or as_before
        place = self.framings[side].findData(wanted.value)
        self.framings[side].setCurrentIndex(
            place if place >= 0 else self.framings[side].findData(model.natural_framing.value)
        )

    def _show_sum(self) -> None:
        each = self.picker.suite
        self._sum.setText(sum_of(each.suite, int(self.samples.number())) if each else "")

    def _model(self, side: Side) -> Model | None:
        model: Model | None = self.models[side].currentData()
        return model

    def _start(self) -> None:
        each = self.picker.suite
        players = {side: player for side in Side if (player := self._player(side))}
        if each is None or self._starting:
            return
        if len(players) < len(Side):
            missing = next(side for side in Side if side not in players)
            self.complain(LabError(tr("Side {side} has no model.", side=missing.upper()), tr("Choose one first.")))
            return
        settings = RunSettings(
            seed=int(self.seed.number()),
            context_tokens=self._players.context_tokens,
            schedule=self._players.schedule,
        )
        wanted = Wanted(
            suite=each.suite,
            a=players[Side.A],
            b=players[Side.B],
            samples=int(self.samples.number()),
            max_tokens=int(self.max_tokens.number()),
            settings=settings,
        )
        self.set_starting(True)
        self.start_asked.emit(wanted)

    def _player(self, side: Side) -> Contestant | None:
        model, like = self._model(side), self._players.chosen.get(side)
        if model is None:
            return None
        framing = Framing(self.framings[side].currentData())
        like = like or next(iter(self._players.chosen.values()), None)
        if like is None:
            return Contestant(model=model, framing=framing)
        return replace(like, model=model, framing=framing)
