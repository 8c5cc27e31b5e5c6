"""The panel of the first start: says what is missing, shows what would come, fetches it, and hands on the pair."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lab.errors import LabError
from lab.language import tr
from lab.models.library import Library
from lab.models.starter import StarterPlan
from lab.models.starter_table import StarterModel
from lab.records import Kind
from ui.deliveries import Deliveries
from ui.first_start.errand import Errand, Fetched, Found, Outcome, Shelf, Stopped, TermsUnseen
from ui.first_start.fetching import Fetching
from ui.first_start.offer import Offer
from ui.first_start.words import all_of

T = TypeVar("T")

_CARD_WIDTH = 640
_LOOK_EVERY_MS = 100
"""How often the progress is drawn. It is asked for, not told, so that a line that goes dead is seen to be dead."""

_WHY = tr(
    "To compare, the lab needs a base model and a chat model. They run on this computer; your prompts never leave it."
)


class State(StrEnum):
    """What the panel is doing."""

    LOOKING = "looking"
    OFFERING = "offering"
    FETCHING = "fetching"
    STOPPING = "stopping"
    """Cancel was pressed; what is under way is ending."""
    FAILED = "failed"
    READY = "ready"


class FirstStartPanel(QWidget):
    """Stands in the place of the panes while there is no pair of models.

    It begins to look for models when it is first shown, and again when it is needed once more. ``close_down`` must be
    called before it goes.

    Args:
        library: Where the models go.
        parent: Of the widget.
        shelf: Where models come from.

    Signals:
        finished(list[Model]): The pair is there: the base model, then the chat model.
        own_models_asked(): The user wants to choose model files.
        demo_asked(): The user wants to see how it is without models.
    """

    finished = Signal(object)
    own_models_asked = Signal()
    demo_asked = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None, *, shelf: Shelf | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firstStart")
        self._errand = Errand(library, shelf or Shelf())
        self._deliveries = Deliveries(self)
        self._asked = 0
        self._found: Found | None = None
        self._state: State | None = None
        self._title = _label("title", self)
        self._text = _label("", self)
        self._note = _label("quiet", self)
        self._trouble = _label("danger", self)
        self._hint = _label("quiet", self)
        self.offer = Offer(self)
        self.fetching = Fetching(self)
        self.main = QPushButton(self)
        self.main.setProperty("role", "main")
        self.main.clicked.connect(self._press)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.setAccessibleName(tr("Cancel"))
        self.cancel.setToolTip(tr("Stop the download; what has come of this file is thrown away (Esc)"))
        self.cancel.clicked.connect(self.stop)
        self.own = QPushButton(tr("Use model files I have …"), self)
        self.own.setAccessibleName(tr("Use model files I have"))
        self.own.setToolTip(tr("Choose GGUF files on this computer"))
        self.own.clicked.connect(self.own_models_asked)
        self.demo = QPushButton(tr("See a demonstration first"), self)
        self.demo.setAccessibleName(tr("See a demonstration first"))
        self.demo.setToolTip(tr("Two prepared answers, without any model"))
        self.demo.clicked.connect(self.demo_asked)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_EVERY_MS)
        self._watch.timeout.connect(self._read_progress)
        self._lay_out()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.stop)
        self._enter(State.LOOKING)

    @property
    def state(self) -> State:
        """What it is doing."""
        assert self._state is not None
        return self._state

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Look for models when it is first seen, and when it is needed again after all was there."""
        super().showEvent(event)
        if not self._asked or self._state is State.READY:
            self.look()

    def look(self, note: str = "") -> None:
        """Look what is missing and where it could come from.

        Args:
            note: A sentence about what was before, shown above what is found.
        """
        self._note.setText(note)
        self._enter(State.LOOKING)
        self._await(self._errand.look(), self._take_found)

    def fetch(self) -> None:
        """Fetch what is offered, as the user has asked; its terms are on the screen."""
        if self._found is None:
            return
        plan = self._found.plan
        self._note.clear()
        self._await(self._errand.fetch(plan.to_fetch), self._take_outcome)
        self._enter(State.FETCHING)
        self._read_progress()

    def stop(self) -> None:
        """Cancel the download."""
        if self._state is State.FETCHING:
            self._enter(State.STOPPING)
            self._errand.stop()

    def close_down(self) -> None:
        """Stop what is under way and wait until it has ended; nothing half-finished stays."""
        self._asked += 1  # what still comes is not for anybody
        self._watch.stop()
        self._errand.close()

    # What comes from the thread

    def _await(self, future: Future[T], take: Callable[[T], None], *, is_told: bool = True) -> None:
        """Take what comes, unless something else was asked for since; that it fails is told, or is nothing new."""
        self._asked += 1
        asked = self._asked

        def take_if_wanted(value: T) -> None:
            if asked == self._asked:
                take(value)

        def fail_if_wanted(error: LabError) -> None:
            if asked == self._asked and is_told:
                self._fail(error)

        self._deliveries.when_done(future, take_if_wanted, fail_if_wanted)

    def _take_found(self, found: Found) -> None:
        self._found = found
        if not found.plan.to_fetch:
            self.fetch()  # there is nothing to fetch; it gives the pair
            return
        self.offer.show_plan(found.plan, found.free_bytes)
        self._enter(State.OFFERING)

    def _take_what_is_left(self, found: Found) -> None:
        if found.plan.to_fetch:
            self._found = found
            self.offer.show_plan(found.plan, found.free_bytes)

    def _read_progress(self) -> None:
        self.fetching.show_reading(self._errand.reading())

    def _take_outcome(self, outcome: Outcome) -> None:
        match outcome:
            case Fetched(models=models):
                self._text.setText(tr("{names} are here.", names=all_of(model.name for model in models)))
                self._enter(State.READY)
                self.finished.emit(models)
            case Stopped():
                self.look(tr("The download was cancelled. Nothing half-finished was kept."))
            case TermsUnseen(model=model):
                self._offer_instead(model)

    def _offer_instead(self, model: StarterModel) -> None:
        """Show the terms of a model that would come in the place of another."""
        assert self._found is not None
        plan = self._found.plan
        gone = next((other for other in plan.to_fetch if other.kind is model.kind), model)
        instead = tuple(model if other.kind is model.kind else other for other in plan.to_fetch)
        self._found = replace(self._found, plan=replace(plan, to_fetch=instead))
        self.offer.show_plan(self._found.plan, self._found.free_bytes)
        self._note.setText(
            tr(
                "{gone} could not be had from the Hub. {model} can come instead; please read its terms first.",
                gone=gone.name,
                model=model.name,
            )
        )
        self._enter(State.OFFERING)

    def _fail(self, error: LabError) -> None:
        self._trouble.setText(error.message)
        self._hint.setText(error.hint)
        self._enter(State.FAILED)
        if self._found is not None:
            # One of the two may have come; what is offered now is what is still missing. If that can't be seen either,
            # what is said stays.
            self._await(self._errand.look(), self._take_what_is_left, is_told=False)

    def _press(self) -> None:
        if self._found is None:
            self.look()
        else:
            self.fetch()

    # What is seen

    def _enter(self, state: State) -> None:
        self._state = state
        if state is State.FETCHING:
            self._watch.start()
        else:
            self._watch.stop()
        failed, found = state is State.FAILED, self._found
        under_way = state in (State.FETCHING, State.STOPPING)
        self._title.setText(_title(state, found.plan if found else None))
        if state is not State.READY:
            self._text.setText(_WHY)
        self._text.setVisible(not failed)
        self._note.setVisible(bool(self._note.text()) and state is not State.READY)
        self._trouble.setVisible(failed)
        self._hint.setVisible(failed and bool(self._hint.text()))
        self.offer.setVisible(found is not None and state in (State.OFFERING, State.FAILED))
        self.fetching.setVisible(under_way)
        self.cancel.setVisible(under_way)
        self.cancel.setEnabled(state is State.FETCHING)
        if state is State.STOPPING:
            self.fetching.say(tr("Stopping …"))
        self._dress_main(failed, found.plan if found else None)
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.main.setVisible(failed or state is State.OFFERING)
        for button in (self.own, self.demo):
            button.setVisible(state in (State.LOOKING, State.OFFERING, State.FAILED))
        if had_focus:  # it must not jump into the panel from where somebody types
            (self.cancel if under_way else self.main).setFocus()

    def _dress_main(self, failed: bool, plan: StarterPlan | None) -> None:
        terms = plan is not None and any(model.terms for model in plan.to_fetch)
        words = tr("Accept and download") if terms else tr("Download")
        tip = tr("Accept the terms above and fetch the models") if terms else tr("Fetch the models")
        if failed:
            words, tip = (
                tr("Try again"),
                tr("Fetch the models again") if plan is not None else tr("Look for models again"),
            )
        self.main.setText(words)
        self.main.setAccessibleName(words)
        self.main.setToolTip(tip)

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setMaximumWidth(_CARD_WIDTH)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.main, self.cancel, self.own, self.demo):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self._title, self._text, self._note, self._trouble, self._hint, self.offer, self.fetching):
            column.addWidget(widget)
        column.addLayout(buttons)
        middle = QWidget(self)
        middle.setProperty("role", "column")
        around = QHBoxLayout(middle)
        around.setContentsMargins(16, 16, 16, 16)
        around.addStretch(1)
        around.addWidget(card, 100, Qt.AlignmentFlag.AlignVCenter)
        around.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)


def _title(state: State, plan: StarterPlan | None) -> str:
    match state:
        case State.LOOKING:
            return tr("Looking for models …")
        case State.FETCHING | State.STOPPING:
            return tr("Fetching models")
        case State.FAILED:
            return (
                tr("The models could not be fetched") if plan is not None else tr("The models could not be looked for")
            )
        case State.READY:
            return tr("Ready")
    kinds = {model.kind for model in plan.to_fetch} if plan is not None else set()
    if kinds == {Kind.BASE}:
        return tr("A base model is missing")
    if kinds == {Kind.CHAT}:
        return tr("A chat model is missing")
    return tr("Two models are missing")


def _label(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
