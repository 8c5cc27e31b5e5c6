"""What happens on the compare page: between the user's wishes, the session, and what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.generation.runner import Runner
from lab.language import tr
from lab.preferences import PreferencesFile
from lab.records import Comparison, Contestant, Side
from lab.session.keeper import Keeper
from lab.session.pairing import Pairing
from lab.session.session import CRASHES_BEFORE_ASKING, Session
from ui.bridge import RunnerBridge
from ui.compare.blind_mode import BlindMode
from ui.compare.blind_run import BlindRun
from ui.compare.display import Display
from ui.compare.loading import Loading
from ui.compare.opinions import Opinions
from ui.compare.page import ComparePage
from ui.compare.players import Players


class CompareController(QObject):
    """Drives the compare page.

    Attributes:
        session: The conversation.
        display: Shows it.
        players: The models of both sides.
        blind: Hides who is who, if the user wants that.
        run: Leads through a blind session.
        may_ask: Says why nobody should be asked now, e.g. because others use the models; None if they may.

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
        answered(Comparison): All sides that were asked are done.
        trouble(LabError): Something that concerns the whole window.
        conversation_begun(str): The first prompt of a conversation has gone out; its id.
        conversation_changed(str): Another conversation is shown; its id, empty for one without a prompt.
    """

    answered = Signal(object)
    trouble = Signal(object)
    conversation_begun = Signal(str)
    conversation_changed = Signal(str)

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
        self._page = page
        self._when_stopped: Callable[[], None] | None = None
        self.may_ask: Callable[[], LabError | None] = lambda: None
        self.display = Display(page, opinions, preferences, self)
        self.display.session = self.session = Session(runner, keeper, self.display)
        self.players = Players(page, pairing, loading, self.session, self.display, preferences, self)
        self.players.trouble.connect(self._say)
        self.blind = BlindMode(page, self.session, self.players, self.display, opinions, preferences, loading, self)
        self.blind.new_asked.connect(self.begin_new)
        self.blind.stop_asked.connect(self.stop)
        self.display.answered.connect(self._ended)
        self.display.first_prompt_sent.connect(self._begun)
        self.run = BlindRun(page, self, opinions)
        self.run.trouble.connect(self._say)
        bridge.arrived.connect(self.session.take)
        self._connect()

    def _connect(self) -> None:
        page = self._page
        page.composer.submitted.connect(self.send)
        page.composer.stopped.connect(self.stop)
        page.composer.edit_cancelled.connect(self.cancel_edit)
        page.stop_asked.connect(self._escape)
        page.header.new_asked.connect(self.begin_new)
        page.turn_bar.turn_wanted.connect(self.go_turn)
        page.turn_bar.sibling_wanted.connect(self.go_sibling)
        page.turn_bar.edit_asked.connect(self.edit)
        page.turn_bar.again_asked.connect(lambda: self.regenerate(*Side))
        page.sampler.changed.connect(lambda _settings: self.display.show_facts())
        for side, pane in page.panes.items():
            pane.head.again_asked.connect(partial(self.regenerate, side))
            pane.head.stop_asked.connect(partial(self.stop, side))

    def use_pairing(self, pairing: Pairing) -> None:
        """Let others play, e.g. in a demonstration; in a conversation that has begun they stand as those before did.

        A blind session is over with it.
        """
        self.run.end()
        pairing.seat(swapped=self.players.pairing.swapped)
        self.players.pairing = pairing

    def show_models(self) -> None:
        """Show the sides as they are set, and load their models."""
        self.players.show()

    def send(self, prompt: str) -> None:
        """Send what is in the composer, as a new turn or as another version of the shown one."""
        if self.session.busy:
            return
        if not self.players.ready:
            self.players.look_again(lambda: self.send(prompt))
            return
        sides = self._page.composer.target.sides
        contestants = self._contestants(sides)
        if contestants is None:
            return
        editing, self.display.editing = self.display.editing, False
        ask = self.session.edit if editing else self.session.send
        if contestants:
            self._try(lambda: ask(prompt, contestants, self.display.decision))
        self._say_who_is_left_out(sides, contestants)
        if self.session.busy:
            self._page.composer.accept(prompt)
        else:
            self.display.editing = editing

    def ask_both(self, prompt: str) -> None:
        """Ask both what comes next, or neither; what the user has written for later stays in the composer."""
        contestants = self._contestants(Side)
        if contestants is not None:
            if len(contestants) == len(Side):
                self._try(lambda: self.session.send(prompt, contestants, self.display.decision))
            self._say_who_is_left_out(Side, contestants)

    def edit(self) -> None:
        """Let the user change the shown prompt."""
        shown = self.display.shown()
        if shown is not None and not self.session.busy:
            self.display.editing = True
            self._page.composer.begin_edit(shown.prompt)
            self.display.show_hint()

    def cancel_edit(self) -> None:
        """Leave the shown prompt as it is."""
        self.display.editing = False
        self._page.composer.end_edit()
        self.display.show_hint()

    def regenerate(self, *sides: Side) -> None:
        """Let one side or both answer the shown prompt anew."""
        shown = self.display.shown()
        if shown is None or self.session.busy:
            return
        if not self.players.ready:
            self.players.look_again(lambda: self.regenerate(*sides))
            return
        contestants = self._contestants(sides, version=len(self.session.tree.siblings(shown.id)))
        if contestants is None:
            return
        if contestants:
            self.cancel_edit()
            self._try(lambda: self.session.regenerate(contestants, self.display.decision))
        self._say_who_is_left_out(sides, contestants)

    def is_hidden(self, session_id: str) -> bool:
        """True while it is hidden who is who in a conversation. Other pages keep still about it."""
        return session_id in self.run.asked_in or (self.display.blindfold.hidden and session_id == self.session.id)

    def stop(self, side: Side | None = None) -> None:
        """Stop one side or both; what has been said stays."""
        self.session.stop(side)

    def begin_new(self) -> None:
        """Begin another conversation, or end the blind session; answers that still come are stopped first."""
        if self.waits_for_stop(self.begin_new):
            return
        if self.run.running:
            self.run.end()
            return
        self.run.leave()
        self.show_new()
        self._page.composer.focus()

    def show_new(self) -> None:
        """Show another conversation. Only while nobody answers."""
        self._page.vote_bar.flush()
        self.session.begin_new()
        self.blind.begin()
        self._show_other("", "")

    def show_repeat(self, comparison: Comparison, *, swapped: bool) -> None:
        """Show a comparison once more, blind, with its answers the other way round. Only while nobody answers.

        Args:
            comparison: The only one of its conversation.
            swapped: How the two models stand now, which is not how they stood then.
        """
        self.session.load(comparison.session_id, (comparison,))
        self.blind.begin_repeat(swapped=swapped)
        self.display.show_current(just_answered=True)
        for pane in self._page.panes.values():
            pane.view.go_to_last_turn()

    def open(self, session_id: str, comparisons: Iterable[Comparison], current: str | None, title: str) -> None:
        """Go on with a conversation out of the history; answers that still come are stopped first."""
        comparisons = tuple(comparisons)
        if self.waits_for_stop(lambda: self.open(session_id, comparisons, current, title)):
            return
        self.run.leave()
        if session_id == self.session.id and len(self.session.tree) > len(comparisons):
            # The disk has not taken all of it yet; what is in memory is newer.
            comparisons = tuple(self.session.tree)
        self.session.load(session_id, comparisons, current)
        self.blind.open()
        self.players.adopt(self.display.shown())
        self._show_other(session_id, title)

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
        self.cancel_edit()
        self.session.show(comparison_id)
        self.display.show_current()

    def _show_other(self, session_id: str, title: str) -> None:
        self.cancel_edit()
        self.display.title = title
        self.display.show_current()
        if not self.run.running:  # what is written meanwhile belongs to what was open before
            self.conversation_changed.emit(session_id)

    def waits_for_stop(self, action: Callable[[], None]) -> bool:
        """Stop the answers that still come, and do something then; False if none come, so that it can be done now."""
        if self.session.busy:
            self._when_stopped = action
            self.stop()
        return self.session.busy

    def _begun(self, session_id: str) -> None:
        if not self.run.running:
            self.conversation_begun.emit(session_id)

    def _ended(self, comparison: Comparison) -> None:
        self.players.settle()
        self.answered.emit(comparison)
        action, self._when_stopped = self._when_stopped, None
        if action is not None:
            action()

    def _contestants(self, sides: Iterable[Side], *, version: int = 0) -> dict[Side, Contestant] | None:
        self._page.sampler.flush()  # it saves a moment after the last change
        if (refusal := self.may_ask()) is not None:
            self._say(refusal)
            return None
        found = {}
        for side in sides:
            contestant = self.players.pairing.contestant(side, version=version)
            if contestant is None:
                self.trouble.emit(LabError(tr("Side {side} has no model.", side=side.upper()), tr("Choose one first.")))
                return None
            found[side] = contestant
        return {side: each for side, each in found.items() if not self.session.has_crashed_often(each)}

    def _say_who_is_left_out(self, sides: Iterable[Side], asked: Iterable[Side]) -> None:
        for side in set(sides) - set(asked):
            model = self.players.pairing.model(side)
            name = model.name if model else tr("This model")
            error = LabError(
                tr("{name} has crashed {times} times, so it was not asked.", name=name, times=CRASHES_BEFORE_ASKING),
                tr("Press “Start again” to try once more, or choose another model."),
            )
            self._page.panes[side].say_trouble(error, can_start_again=True)

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except LabError as error:
            self._say(error)

    def _say(self, error: LabError) -> None:
        self.trouble.emit(self.display.blindfold.news(error))

    def _escape(self) -> None:
        if self.display.editing:
            self.cancel_edit()
        else:
            self.stop()
