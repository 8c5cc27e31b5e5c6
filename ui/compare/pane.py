"""One side of a comparison: its model, what it is doing, and the conversation with it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from lab.errors import LabError
from lab.generation.collector import Collector
from lab.generation.protocol import Cancelled, Chunk, Event, Failed, Loaded, LoadProgress, WorkerLost
from lab.language import number, tr
from lab.records import Framing, KeptAnswer, Kind, Model, Response, Side
from ui.compare import words
from ui.compare.conversation_view import ConversationView, ShownTurn
from ui.compare.pane_facts import answering_line, facts_line, save_answer
from ui.compare.pane_head import PaneHead
from ui.compare.trouble import Trouble
from ui.theme.palette import Palette


class Pane(QFrame):
    """One side.

    Attributes:
        head: Its head, with the signals of what the user chooses there.
        view: The conversation.

    Signals:
        start_again(): The user wants a crashed model loaded anew.
    """

    start_again = Signal()

    def __init__(self, side: Side, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Side {side}", side=side.upper()))
        self._side = side
        self._palette = palette
        self._model: Model | None = None
        self._framing = Framing.RAW
        self._rendered: bool | None = None
        """What the user wants to see; None leaves it to the kind of the model."""
        self._answering = self._said_answering = self._hidden = False
        self._waiting = "waiting"
        self._load_state = ""
        """What the model's process is at, whatever the foot says now."""
        self._error: LabError | None = None
        """What went wrong, also while only that something did may be shown."""
        self._trouble_with_model = False
        """The trouble that is shown is not about one answer: it stays until the model is started again."""
        self.head = PaneHead(side, palette, self)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("paneProgress")
        self._progress.setProperty("idle", True)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Progress of side {side}", side=side.upper()))
        self.view = ConversationView(self)
        self.view.setAccessibleName(tr("Answer of side {side}", side=side.upper()))
        self._welcome = QLabel(self)
        self._welcome.setProperty("role", "quiet")
        self._welcome.setWordWrap(True)
        self._welcome.setTextFormat(Qt.TextFormat.PlainText)
        self._welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble = Trouble(self)
        self._trouble.start_again.connect(self.start_again)
        self._foot = QLabel(self)
        self._foot.setProperty("role", "small")
        self._foot.setTextFormat(Qt.TextFormat.RichText)
        self._foot.setWordWrap(True)
        self._foot.setAccessibleName(tr("State of side {side}", side=side.upper()))
        self._lay_out()
        self.head.rendered_wanted.connect(self._want_rendered)
        self.head.copy_asked.connect(lambda: QGuiApplication.clipboard().setText(self.view.text()))
        self.head.save_asked.connect(self._save)
        self.set_palette(palette)
        self.show_model(None, Framing.RAW)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.head.set_palette(palette)
        self.view.set_palette(palette)

    def show_model(self, model: Model | None, framing: Framing) -> None:
        """Show which model is chosen and how it is asked."""
        before = self._model
        if (model and model.path) != (before and before.path):
            self._hide_trouble()
            self.say_unloaded()
        if model is None:
            self._say("")
        self._model, self._framing = model, framing
        self.head.show_model(model, framing)
        self._show_welcome()
        self._show_rendered()

    def set_hidden(self, hidden: bool) -> None:
        """Show nothing that tells who answers here, or show it again."""
        if hidden == self._hidden:
            return
        self._hidden = hidden
        self.head.set_hidden(hidden)
        for widget in (self._foot, self._foot_line):
            widget.setVisible(not hidden)
        self._show_progress(None)
        self._show_welcome()
        self._show_rendered()
        if self._error is not None:
            self._say_error(self._error, can_start_again=self._trouble_with_model)

    @property
    def load_state(self) -> str:
        """What the model's process is at."""
        return self._load_state

    def set_load_state(self, state: str) -> None:
        """Take over the process of the other side, which is at this."""
        self._load_state = state
        self._say(state)

    def show_turns(self, turns: Sequence[ShownTurn], last: KeptAnswer | None) -> None:
        """Show a finished conversation.

        Args:
            turns: All of it up to the current turn.
            last: The answer of the current turn; None if this side has none.
        """
        if not self._trouble_with_model:
            self._hide_trouble()
        self.view.set_turns(turns)
        self._stack.setCurrentWidget(self.view if turns else self._welcome_page)
        if last is not None and last.response is not None and not last.problem:
            self._show_facts(last.response)
        elif turns:
            self._say((last.problem or tr("not finished")) if last else tr("not asked"))
        else:
            self._say(self._load_state if self._model else "")

    def begin(self, prompt: str, *, waits_for_turn: bool = False) -> None:
        """A prompt has been sent to this side.

        Args:
            prompt: What was sent.
            waits_for_turn: The other side answers first.
        """
        self._answering, self._said_answering = True, False
        self._waiting = tr("waiting for its turn") if waits_for_turn else tr("waiting")
        self.head.set_answering(True)
        self._hide_trouble()
        self._stack.setCurrentWidget(self.view)
        self.view.begin(prompt)
        self._say(self._waiting)

    def take(self, event: Event, collector: Collector | None, tokens_per_second: float | None) -> None:
        """Show one event of this side; the collector has taken it already.

        Args:
            event: What came.
            collector: The running answer, if there is one.
            tokens_per_second: Its speed; None where it is not worth drawing anew.
        """
        self._note_load_state(event)
        if self._hidden and self._answering:
            # Both answers are shown together, by whoever shows the finished turn.
            self._answering = collector is not None and not collector.done
            self.head.set_answering(self._answering)
            return
        if not self._answering or collector is None:
            self._take_idle(event)
            return
        if isinstance(event, Chunk):
            self.view.append_text(event.text)
        if collector.done:
            self._finish(event, collector)
        elif isinstance(event, Chunk):
            if tokens_per_second is None and self._said_answering:
                return
            self._said_answering = True
            self._foot.setText(answering_line(collector.completion_tokens, tokens_per_second))
        elif isinstance(event, Loaded):
            self._say(self._waiting)
        else:
            self._say(collector.stage)

    def say_trouble(self, error: LabError, *, can_start_again: bool) -> None:
        """Show what went wrong.

        Args:
            error: What.
            can_start_again: The model is down, and the user can have it started anew.
        """
        self._trouble_with_model = can_start_again
        self._error = error
        self._say_error(error, can_start_again=can_start_again)
        self._say(tr("crashed") if can_start_again else tr("failed", "a model"))

    def clear_trouble(self) -> None:
        """Take away what is said about something that went wrong."""
        self._hide_trouble()
        self._say(tr("starting again"))

    def say_unloaded(self) -> None:
        """The model's process has been ended."""
        self._load_state = words.NOT_LOADED
        self._show_progress(None)
        self._say(self._load_state)

    def set_loaded(self, loaded: bool) -> None:
        """Take note whether the model has a process, without saying so now."""
        if not loaded:
            self._load_state = words.NOT_LOADED
            self._show_progress(None)

    def state(self) -> str:
        """What the foot says, as plain text."""
        return QTextDocumentFragment.fromHtml(self._foot.text()).toPlainText()

    def trouble(self) -> str:
        """The sentence about what went wrong; empty if nothing did."""
        return self._trouble.text()

    def _take_idle(self, event: Event) -> None:
        match event:
            case LoadProgress() | Loaded():
                self._hide_trouble()
                self._say(self._load_state)
            case Failed():
                self.say_trouble(LabError(event.message, event.hint, detail=event.detail), can_start_again=True)
            case WorkerLost():
                self.say_trouble(LabError(event.message, detail=event.detail), can_start_again=True)
            case Cancelled():
                self._say(self._load_state)

    def _note_load_state(self, event: Event) -> None:
        match event:
            case LoadProgress():
                self._load_state = tr("loading {percent}%", percent=number(100 * event.fraction))
                self._show_progress(event.fraction)
            case Loaded():
                self._load_state = words.READY
                self._show_progress(None)
            case WorkerLost():
                self._load_state = words.NOT_LOADED
                self._show_progress(None)
            case Failed() | Cancelled() if self._load_state != words.READY:  # it was the loading that ended
                self._load_state = words.NOT_LOADED
                self._show_progress(None)

    def _say_error(self, error: LabError, *, can_start_again: bool) -> None:
        shown = words.hidden_trouble(self._side) if self._hidden else error
        self._trouble.say(shown, can_start_again=can_start_again)

    def _hide_trouble(self) -> None:
        self._trouble_with_model = False
        self._error = None
        self._trouble.hide()

    def _finish(self, event: Event, collector: Collector) -> None:
        self._answering = False
        self.head.set_answering(False)
        response = collector.response()
        error = collector.error
        note = words.note(response, "" if error is None else error.message)
        self.view.finish(note)
        if error:
            self.say_trouble(error, can_start_again=isinstance(event, WorkerLost))
        elif response:
            self._show_facts(response)
        else:
            self._say(tr("stopped before it began"))

    def _show_progress(self, fraction: float | None) -> None:
        idle = fraction is None or fraction >= 1 or self._hidden
        self._progress.setValue(round((fraction or 0) * 100))
        # Always as high, so that nothing moves when it comes and goes.
        if self._progress.property("idle") != idle:
            self._progress.setProperty("idle", idle)
            self._progress.style().polish(self._progress)

    def _show_facts(self, response: Response) -> None:
        self._foot.setText(facts_line(response, self._model))

    def _say(self, state: str) -> None:
        self._foot.setText(escape(state))

    def _save(self) -> None:
        try:
            save_answer(self, f"answer-{self._side.value}.md", self.view.text())
        except LabError as error:
            self.say_trouble(error, can_start_again=False)

    def _want_rendered(self, rendered: bool) -> None:
        self._rendered = rendered
        self._show_rendered()

    def _show_welcome(self) -> None:
        self._welcome.setText(words.HIDDEN_WELCOME if self._hidden else words.welcome(self._model, self._side))

    def _show_rendered(self) -> None:
        natural = self._model is not None and self._model.verdict.kind is Kind.CHAT
        # While it is hidden who answers, both are drawn alike.
        rendered = True if self._hidden else natural if self._rendered is None else self._rendered
        self.head.set_rendered(rendered)
        self.view.set_markdown(rendered)

    def _lay_out(self) -> None:
        middle = QWidget(self)
        self._stack = QStackedLayout(middle)
        welcome = QWidget(self)
        inside = QHBoxLayout(welcome)
        inside.setContentsMargins(32, 24, 32, 24)
        inside.addWidget(self._welcome)
        self._stack.addWidget(welcome)
        self._stack.addWidget(self.view)
        self._welcome_page = welcome
        trouble = QHBoxLayout()
        trouble.setContentsMargins(12, 0, 12, 10)
        trouble.addWidget(self._trouble)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 9)
        foot.addWidget(self._foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._progress)
        layout.addWidget(middle, 1)
        layout.addLayout(trouble)
        self._foot_line = _line(self)
        layout.addWidget(self._foot_line)
        layout.addLayout(foot)


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "line")
    return line
