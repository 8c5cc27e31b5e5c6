"""The compare page: two panes over one composer, and the runner that answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.generation.collector import Collector
from lab.generation.runner import Envelope, Request, Runner, Side
from lab.models.library import Library, is_missing
from lab.models.starter import default_pair
from lab.records import Contestant, SamplerSettings, Turn
from ui.bridge import RunnerBridge
from ui.compare.composer import Composer
from ui.compare.pane import Pane

_FIRST_PROMPT = "Explain photosynthesis simply."


class ComparePage(QWidget):
    """One prompt, two models.

    Args:
        runner: Answers; its events must come through ``bridge``.
        bridge: Where the runner posts its events.
        library: The models to choose from.
        parent: Of the widget.

    Signals:
        answered(): Both sides have finished.
    """

    answered = Signal()

    def __init__(self, runner: Runner, bridge: RunnerBridge, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._runner = runner
        self._library = library
        self._collectors: dict[Side, Collector] = {}
        self._turns: dict[Side, tuple[Turn, ...]] = dict.fromkeys(Side, ())
        self.panes = {side: Pane(side, self) for side in Side}
        self.composer = Composer(self)
        self._notice = QLabel(self)
        self._notice.setWordWrap(True)
        self._notice.hide()
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(16)
        for pane in self.panes.values():
            pane.setMinimumWidth(340)
            splitter.addWidget(pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._notice)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.composer)
        bridge.arrived.connect(self._take)
        self.composer.submitted.connect(self.ask)
        self.composer.stopped.connect(self._stop)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._stop)
        for pane in self.panes.values():
            pane.model_chosen.connect(self._forget)
        self._offer_models()

    def ask(self, prompt: str) -> None:
        """Send one prompt to both models."""
        contestants = self._contestants()
        if contestants is None or self._runner.busy:
            self.composer.set_text(prompt)
            return
        self._collectors = {
            side: Collector(Request(contestant=contestant, prompt=prompt, turns=self._turns[side]))
            for side, contestant in contestants.items()
        }
        for pane in self.panes.values():
            pane.begin(prompt)
        self.composer.set_busy(True)
        self._runner.compare({side: collector.request for side, collector in self._collectors.items()})

    def _take(self, envelope: Envelope) -> None:
        event = self._runner.handle(envelope)
        collector = self._collectors.get(envelope.side)
        if event is None or collector is None:
            return
        collector.take(event)
        self.panes[envelope.side].take(event, collector)
        if not self._runner.busy and self._collectors:
            self._finish()

    def _finish(self) -> None:
        for side, collector in self._collectors.items():
            if turn := collector.turn():
                self._turns[side] = (*collector.request.turns, turn)
        self.composer.set_busy(False)
        self.composer.focus()
        self.answered.emit()

    def _stop(self) -> None:
        self._runner.stop()

    def _forget(self) -> None:
        self._turns = dict.fromkeys(Side, ())

    def _offer_models(self) -> None:
        try:
            models = [model for model in self._library.models() if not is_missing(model)]
            pair = default_pair(self._library)
        except LabError as error:
            models, pair = [], None
            self._say(f"{error.message} {error.hint}")
        for pane, chosen in zip(self.panes.values(), pair or (None, None), strict=True):
            pane.set_models(models, chosen)
        if not models:
            self._say("There is no model yet. Fetch the starter pair in a terminal with: counterpoint starter")
        self.composer.set_text(_FIRST_PROMPT)
        self.composer.focus()

    def _contestants(self) -> dict[Side, Contestant] | None:
        contestants = {}
        for side, pane in self.panes.items():
            model = pane.model()
            if model is None:
                self._say("Choose a model for each side first.")
                return None
            contestants[side] = Contestant(model=model, framing=pane.framing(), sampler=SamplerSettings())
        return contestants

    def _say(self, sentence: str) -> None:
        self._notice.setText(sentence)
        self._notice.show()
