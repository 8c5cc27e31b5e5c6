"""What happens on the compare page: between the user's wishes, the session, and what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.generation.runner import Runner
from lab.generation.schedule import Decision
from lab.preferences import PreferencesFile
from lab.records import Comparison, Contestant, Framing, Model, Schedule, Side
from lab.session.keeper import Keeper
from lab.session.pairing import Pairing
from lab.session.session import CRASHES_BEFORE_ASKING, Session
from ui.bridge import RunnerBridge
from ui.compare.display import Display
from ui.compare.loading import Loading
from ui.compare.opinions import Opinions
from ui.compare.page import ComparePage


class CompareController(QObject):
    """Drives the compare page.

    Attributes:
        session: The conversation.
        display: Shows it.

    Args:
        page: What is shown.
        runner: Answers; its envelopes come through ``bridge``.
        bridge: Brings them to this thread.
        pairing: Who plays which side.
        loading: Gets models ready.
        keeper: Keeps what is said.
        opinions: Keeps what is thought of it.
        preferences: The user's wishes.
        parent: Owns it.

    Signals:
        answered(Comparison): Both sides are done.
        trouble(LabError): Something that concerns the whole window.
        conversation_changed(str, bool): Another session is shown; its id, and whether anything was said in it.
    """

    answered = Signal(object)
    trouble = Signal(object)
    conversation_changed = Signal(str, bool)

    def __init__(
        self,
        page: ComparePage,
        runner: Runner,
        bridge: RunnerBridge,
        pairing: Pairing,
        loading: Loading,
        keeper: Keeper,
        opinions: Opinions,
        preferences: PreferencesFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._runner, self._pairing = page, runner, pairing
        self._loading, self._preferences = loading, preferences
        self._refusal: LabError | None = None
        self.display = Display(page, opinions, preferences, self)
        self.display.session = self.session = Session(runner, keeper, self.display)
        self.display.answered.connect(self.answered)
        self.display.first_prompt_sent.connect(lambda session_id: self.conversation_changed.emit(session_id, True))
        bridge.arrived.connect(self.session.take)
        self._connect()

    def _connect(self) -> None:
        page = self._page
        page.composer.submitted.connect(self.send)
        page.composer.stopped.connect(self.stop)
        page.composer.edit_cancelled.connect(self.cancel_edit)
        page.stop_asked.connect(self._escape)
        page.header.new_asked.connect(self.begin_new)
        page.header.schedule_chosen.connect(self._choose_schedule)
        page.turn_bar.turn_wanted.connect(self.go_turn)
        page.turn_bar.sibling_wanted.connect(self.go_sibling)
        page.turn_bar.edit_asked.connect(self.edit)
        page.turn_bar.again_asked.connect(lambda: self.regenerate(*Side))
        page.sampler.changed.connect(lambda _settings: self.display.show_facts())
        for side, pane in page.panes.items():
            pane.head.model_chosen.connect(partial(self.choose_model, side))
            pane.head.framing_chosen.connect(partial(self.choose_framing, side))
            pane.head.again_asked.connect(partial(self.regenerate, side))
            pane.head.unload_asked.connect(partial(self.unload, side))
            pane.start_again.connect(partial(self.start_again, side))
        self._loading.checked.connect(self._model_is_right)
        self._loading.failed.connect(lambda side, error: page.panes[side].say_trouble(error, can_start_again=True))
        self._loading.decided.connect(self._take_decision)
        self._loading.refused.connect(self._take_refusal)

    def show_models(self) -> None:
        """Show the sides as they are set, and load their models."""
        for side, pane in self._page.panes.items():
            pane.head.set_models(self._pairing.models)
            pane.show_model(self._pairing.model(side), self._pairing.framing(side))
        self._page.header.show_schedule(self._preferences.value.schedule)
        self.display.show_current()
        self.prepare()

    def refresh_models(self) -> None:
        """Offer what is in the library now."""
        self._pairing.refresh()
        self.show_models()

    def use_pairing(self, pairing: Pairing) -> None:
        """Let others choose who plays, e.g. for a demonstration."""
        self._pairing = pairing

    def prepare(self) -> None:
        """Get the chosen models ready in the background."""
        models = {side: model for side in Side if (model := self._pairing.model(side))}
        kept = self._preferences.value
        self._loading.prepare(models, kept.schedule, kept.context_tokens)

    def choose_model(self, side: Side, model: Model) -> None:
        """Let another model play a side."""
        if not self.session.busy:
            self._pairing.choose(side, model)
            self._page.panes[side].show_model(model, self._pairing.framing(side))
            self.display.show_facts()
            self.prepare()

    def choose_framing(self, side: Side, framing: Framing) -> None:
        """Ask a side in another way from the next prompt on."""
        self._pairing.choose_framing(side, framing)
        self._page.panes[side].show_model(self._pairing.model(side), framing)

    def send(self, prompt: str) -> None:
        """Send what is in the composer, as a new turn or as another version of the shown one."""
        sides = self._page.composer.target.sides
        contestants = self._contestants(sides)
        if contestants is None or self.session.busy:
            return
        editing, self.display.editing = self.display.editing, False
        ask = self.session.edit if editing else self.session.send
        if contestants:
            self._try(lambda: ask(prompt, contestants, self.display.decision))
        self._say_who_is_left_out(sides, contestants)
        if self.session.busy:
            self._page.composer.accept(prompt)

    def edit(self) -> None:
        """Let the user change the shown prompt."""
        shown = self.display.shown()
        if shown is not None and not self.session.busy:
            self.display.editing = True
            self._page.composer.set_text(shown.prompt)
            self._page.composer.focus()
            self.display.show_hint()

    def cancel_edit(self) -> None:
        """Leave the shown prompt as it is."""
        self.display.editing = False
        self._page.composer.set_text("")
        self.display.show_hint()

    def regenerate(self, *sides: Side) -> None:
        """Let one side or both answer the shown prompt anew."""
        shown = self.display.shown()
        if shown is None or self.session.busy:
            return
        version = len(self.session.tree.siblings(shown.id))
        contestants = self._contestants(sides, version=version)
        if contestants is None:
            return
        if contestants:
            self._try(lambda: self.session.regenerate(contestants, self.display.decision))
        self._say_who_is_left_out(sides, contestants)

    def stop(self) -> None:
        """Stop both."""
        self.session.stop()

    def unload(self, side: Side) -> None:
        """Give a side's memory back; the next prompt loads its model again."""
        if not self.session.busy:
            self._runner.unload(side)
            self._page.panes[side].say_state("not loaded")

    def start_again(self, side: Side) -> None:
        """Load a crashed model once more."""
        contestant = self._pairing.contestant(side)
        if contestant is not None and not (self.session.busy and side in self.session.answering):
            self._page.panes[side].clear_trouble()
            self.session.start_again(side, contestant)

    def begin_new(self) -> None:
        """Begin another conversation."""
        if not self.session.busy:
            self.session.begin_new()
            self.display.title = ""
            self.display.editing = False
            self.display.show_current()
            self._page.composer.focus()
            self.conversation_changed.emit(self.session.id, False)

    def open(self, session_id: str, comparisons: Iterable[Comparison], current: str | None, title: str) -> None:
        """Go on with a conversation out of the history."""
        if self.session.busy:
            self.stop()
            self.trouble.emit(LabError("The models are still answering.", "Open it again in a moment."))
            return
        self.session.load(session_id, comparisons, current)
        self.display.title = title
        self.display.show_current()
        self.conversation_changed.emit(session_id, True)

    def go_turn(self, step: int) -> None:
        """Show the turn before (-1) or the newest one after (+1)."""
        shown = self.display.shown()
        if shown is not None and not self.session.busy:
            below = self.session.tree.children(shown.id)
            wanted = shown.parent_id if step < 0 else (below[-1] if below else None)
            if wanted is not None:
                self._go(wanted)

    def go_sibling(self, step: int) -> None:
        """Show the version before (-1) or after (+1), with what goes on from it."""
        shown = self.display.shown()
        if shown is not None and not self.session.busy:
            siblings = self.session.tree.siblings(shown.id)
            place = siblings.index(shown.id) + step
            if 0 <= place < len(siblings):
                self._go(siblings[place])

    def _go(self, comparison_id: str) -> None:
        self.display.editing = False
        self.session.show(comparison_id)
        self.display.show_current()

    def _shown(self) -> Comparison | None:
        return self.session.tree[self.session.current] if self.session.current else None

    def _contestants(self, sides: Iterable[Side], *, version: int = 0) -> dict[Side, Contestant] | None:
        self._page.sampler.flush()  # it saves a moment after the last change
        if self._refusal is not None:
            self.trouble.emit(self._refusal)
            return None
        found = {}
        for side in sides:
            contestant = self._pairing.contestant(side, version=version)
            if contestant is None:
                self.trouble.emit(LabError(f"Side {side.upper()} has no model.", "Choose one first."))
                return None
            found[side] = contestant
        return {side: each for side, each in found.items() if not self.session.has_crashed_often(each)}

    def _say_who_is_left_out(self, sides: Iterable[Side], asked: Iterable[Side]) -> None:
        for side in set(sides) - set(asked):
            model = self._pairing.model(side)
            name = model.name if model else "This model"
            error = LabError(
                f"{name} has crashed {CRASHES_BEFORE_ASKING} times, so it was not asked.",
                "Press “Start again” to try once more, or choose another model.",
            )
            self._page.panes[side].say_trouble(error, can_start_again=True)

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except LabError as error:
            self.trouble.emit(error)

    def _escape(self) -> None:
        if self.display.editing:
            self.cancel_edit()
        else:
            self.stop()

    def _choose_schedule(self, schedule: Schedule) -> None:
        self._preferences.change(schedule=schedule)
        self._page.header.show_schedule(schedule)
        self.prepare()

    def _model_is_right(self, side: Side, model: Model) -> None:
        self._pairing.replace_model(side, model)
        self._page.panes[side].show_model(model, self._pairing.framing(side))
        contestant = self._pairing.contestant(side)
        may_load = side is Side.A or not self.display.decision.one_loaded_at_a_time
        if contestant and may_load and self._refusal is None and not self.session.has_crashed_often(contestant):
            self.session.preload(side, contestant)

    def _take_decision(self, decision: Decision) -> None:
        self.display.decision, self._refusal = decision, None
        self.display.show_facts()

    def _take_refusal(self, error: LabError) -> None:
        self._refusal = error
        self.trouble.emit(error)
