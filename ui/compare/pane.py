"""One side of a comparison: which model, what it is doing, what it was asked, what it answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.generation.collector import Collector
from lab.generation.protocol import Chunk, Event, LoadProgress
from lab.generation.runner import Side
from lab.records import FinishReason, Framing, Kind, Model, Response
from ui.compare.answer_view import AnswerView

_FRAMING_WORDS = {
    Framing.RAW: "raw continuation",
    Framing.QA: "question and answer",
    Framing.IN_CONTEXT: "worked examples",
    Framing.CHAT: "chat template",
}
_FINISH_WORDS = {
    FinishReason.END_OF_ANSWER: "end of answer",
    FinishReason.LENGTH_LIMIT: "length limit",
    FinishReason.STOP_TEXT: "stop text",
    FinishReason.CONTEXT_FULL: "context full",
    FinishReason.CANCELLED: "stopped by you",
}


class Pane(QFrame):
    """One side.

    Signals:
        model_chosen(): The user has chosen another model.
    """

    model_chosen = Signal()

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAccessibleName(f"Side {side.upper()}")
        self._models: list[Model] = []
        letter = QLabel(side.upper(), self)
        letter.setProperty("side", side.value)
        self._model_box = QComboBox(self)
        self._model_box.setAccessibleName(f"Model for side {side.upper()}")
        self._model_box.setToolTip("Choose another model for this side")
        self._badge = QLabel(self)
        self._badge.setProperty("badge", side.value)
        self._framing_box = QComboBox(self)
        self._framing_box.setAccessibleName(f"Framing for side {side.upper()}")
        self._framing_box.setToolTip("How the prompt is put to this model")
        self._facts = _quiet(QLabel(self))
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._quote = QLabel(self)
        self._quote.setProperty("role", "quote")
        self._quote.setWordWrap(True)
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.hide()
        self._answer = AnswerView(self)
        self._answer.setAccessibleName(f"Answer of side {side.upper()}")
        self._trouble = QLabel(self)
        self._trouble.setProperty("role", "danger")
        self._trouble.setWordWrap(True)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.hide()
        self._foot = _quiet(QLabel("Ready when you are.", self))
        self._lay_out(letter)
        self._model_box.currentIndexChanged.connect(self._model_changed)

    def _lay_out(self, letter: QLabel) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (letter, self._model_box, self._badge):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self._framing_box)
        quote = QHBoxLayout()
        quote.setContentsMargins(16, 12, 16, 0)
        quote.addWidget(self._quote)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(_padded(head, 16, 12, 16, 4))
        layout.addLayout(_padded(_row(self._facts), 16, 0, 16, 10))
        layout.addWidget(self._progress)
        layout.addWidget(_line(self))
        layout.addLayout(quote)
        layout.addWidget(self._answer, 1)
        layout.addLayout(_padded(_row(self._trouble), 16, 0, 16, 8))
        layout.addWidget(_line(self))
        layout.addLayout(_padded(_row(self._foot), 16, 8, 16, 10))

    def set_models(self, models: Sequence[Model], chosen: Model | None) -> None:
        """Offer the models of the library."""
        self._models = list(models)
        self._model_box.blockSignals(True)
        self._model_box.clear()
        self._model_box.addItems([model.name for model in models])
        if chosen in self._models:
            self._model_box.setCurrentIndex(self._models.index(chosen))
        self._model_box.blockSignals(False)
        self._show_model()

    def model(self) -> Model | None:
        """The model that is chosen; None if there is none."""
        index = self._model_box.currentIndex()
        return self._models[index] if 0 <= index < len(self._models) else None

    def framing(self) -> Framing:
        """How the prompt is put to it."""
        data = self._framing_box.currentData()
        return Framing(data) if data else Framing.RAW

    def begin(self, prompt: str) -> None:
        """A prompt has been sent: show it and wait for the answer."""
        self._quote.setText(prompt if len(prompt) < 600 else prompt[:600] + " …")
        self._quote.show()
        self._trouble.hide()
        self._answer.begin()
        self._answer.set_markdown(self.framing() is Framing.CHAT)
        self._foot.setText("waiting")

    def take(self, event: Event, collector: Collector) -> None:
        """Show one event of this side; the collector has taken it already."""
        if isinstance(event, Chunk):
            self._answer.append_text(event.text)
        self._progress.setVisible(isinstance(event, LoadProgress) and event.fraction < 1)
        if isinstance(event, LoadProgress):
            self._progress.setValue(round(event.fraction * 100))
        if not collector.done:
            self._foot.setText(collector.stage)
            return
        self._answer.finish()
        if collector.error:
            self._show_trouble(collector.error)
        response = collector.response()
        self._foot.setText(foot_text(response) if response and not collector.error else "failed")

    def _show_trouble(self, error: LabError) -> None:
        self._trouble.setText(f"{error.message}\n{error.hint}".strip())
        self._trouble.show()

    def _model_changed(self) -> None:
        self._show_model()
        self.model_chosen.emit()

    def _show_model(self) -> None:
        model = self.model()
        self._badge.setVisible(model is not None)
        self._framing_box.clear()
        if model is None:
            self._facts.setText("No model")
            return
        self._badge.setText(model.verdict.kind.upper())
        self._facts.setText(f"{model.quantization} · {model.size_bytes / 1e6:,.0f} MB")
        for framing in Framing:
            if framing is not Framing.CHAT or model.has_chat_template:
                self._framing_box.addItem(_FRAMING_WORDS[framing], framing.value)
        natural = Framing.CHAT if model.verdict.kind is Kind.CHAT and model.has_chat_template else Framing.RAW
        self._framing_box.setCurrentIndex(self._framing_box.findData(natural.value))


def foot_text(response: Response) -> str:
    """Speed, time to the first token, length and end of an answer in one line."""
    parts = []
    if response.tokens_per_second is not None:
        parts.append(f"{response.tokens_per_second:.1f} tok/s")
    if response.time_to_first_token_ms is not None:
        parts.append(f"{response.time_to_first_token_ms / 1000:.2f} s to first token")
    parts.append(f"{response.completion_tokens} tokens")
    parts.append(f"stopped: {_FINISH_WORDS[response.finish_reason]}")
    return "   ".join(parts)


def _quiet(label: QLabel) -> QLabel:
    label.setProperty("role", "quiet")
    return label


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    return row


def _padded(layout: QHBoxLayout, left: int, top: int, right: int, bottom: int) -> QHBoxLayout:
    layout.setContentsMargins(left, top, right, bottom)
    return layout


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("line")
    return line
