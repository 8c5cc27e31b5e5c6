"""Shows what a session is and what happens in it. What the user wants of it is in ``controller``."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.generation.collector import Collector
from lab.generation.protocol import Chunk, Event, Started
from lab.generation.schedule import Decision
from lab.language import tr
from lab.preferences import PreferencesFile
from lab.records import AnswerState, Comparison, Side
from lab.session.pairing import other_side
from lab.session.session import Session
from lab.session.tree import answer_of
from ui.compare import words
from ui.compare.blindfold import Blindfold
from ui.compare.conversation_view import ShownTurn
from ui.compare.inspector.speed import SpeedMeter
from ui.compare.opinions import Opinions
from ui.compare.page import ComparePage
from ui.compare.turn_bar import Place

_MOST_SPEEDS = 50
"""Of so many comparisons the speed is remembered, to be drawn again when one pages back to them."""

Speeds = Mapping[Side, list[tuple[float, float]]]


class Display(QObject):
    """Draws a session on the compare page; it is the session's listener.

    Args:
        page: Where.
        opinions: What is thought of the shown comparison.
        preferences: The user's settings, for the facts in the header.
        parent: Owns it.

    Attributes:
        session: What is shown; set once, by whoever makes both.
        decision: How the two run, for the facts in the header.
        title: What the conversation is called; empty until somebody names it.
        editing: True while an earlier prompt is being changed.
        scripted: The sides on which a script plays instead of a model.
        blindfold: What of it is hidden.

    Signals:
        drawn(): Another turn is shown, or the shown one has begun or ended.
        answered(Comparison): Both sides are done.
        first_prompt_sent(str): A new conversation has begun; its id.
        titled(str): What is shown is called this now; empty for a conversation that has not begun.
    """

    drawn = Signal()
    answered = Signal(object)
    first_prompt_sent = Signal(str)
    titled = Signal(str)

    def __init__(
        self, page: ComparePage, opinions: Opinions, preferences: PreferencesFile, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page, self._opinions, self._preferences = page, opinions, preferences
        self._meters: dict[Side, SpeedMeter] = {}
        self._given: dict[Side, str] = {}
        self._speeds: OrderedDict[str, Speeds] = OrderedDict()
        self._in_panes: str | None = None
        """The turn that the panes show last."""
        self.session: Session
        self.decision = Decision(in_turn=False, one_loaded_at_a_time=False, reason="")
        self.title = ""
        self.editing = False
        self.scripted: frozenset[Side] = frozenset()
        self.blindfold = Blindfold()

    def shown(self) -> Comparison | None:
        """The comparison that is shown last; None before the first."""
        return self.session.tree[self.session.current] if self.session.current else None

    def show_current(self, *, just_answered: bool = False) -> None:
        """Show the current turn and the way to it."""
        shown = self.shown()
        path = [self._placed(each) for each in self.session.tree.path(self.session.current)]
        for side, pane in self._page.panes.items():
            pane.set_loaded(self.session.has_worker(side))
            if not just_answered or self.blindfold.hidden:
                pane.show_turns(self._shown_turns(path, side), answer_of(path[-1], side) if path else None)
            pane.head.set_can_answer_again(shown is not None and self._opinions.shown_first is Side.A)
        self._in_panes = self.session.current
        told = None if self.blindfold.hidden or not path else path[-1]
        self._page.inspector.show_comparison(told)
        speeds = self._speeds.get(told.id, {}) if told else {}
        self._page.inspector.show_speed({self._place(side): points for side, points in speeds.items()})
        self._opinions.show(shown, just_answered=just_answered)
        self.show_place()
        self.show_facts()
        self.show_hint()
        self.drawn.emit()

    # What the session tells; see lab.session.session.Listener.

    def begun(self, comparison: Comparison, sides: Iterable[Side]) -> None:
        """A prompt has been sent."""
        self._meters = {side: SpeedMeter() for side in sides}
        self._given = {}
        self._remember_speeds(comparison.id)
        path = self.session.tree.path(comparison.parent_id)
        goes_on = comparison.parent_id is not None and comparison.parent_id == self._in_panes
        first = min(self._meters)
        for side, pane in self._page.panes.items():
            pane.head.set_busy(True)
            if side not in self._meters:
                pane.show_turns(self._shown_turns([*path, comparison], side), answer_of(comparison, side))
                continue
            if not goes_on:  # else it stands there already
                pane.show_turns(self._shown_turns(path, side), None)
            pane.begin(comparison.prompt, waits_for_turn=self.decision.in_turn and side is not first)
        self._in_panes = comparison.id
        self._page.composer.set_busy(True)
        if self._page.vote_bar.has_focus():  # it is about to be disabled, and would take the keyboard with it
            self._page.rest_keyboard()
        self._page.inspector.show_comparison(None)
        self._opinions.show(None)
        self.show_place()
        self.show_facts()
        self.show_hint()
        self.drawn.emit()
        if comparison.parent_id is None:
            self.first_prompt_sent.emit(self.session.id)

    def happened(self, side: Side, event: Event, collector: Collector | None) -> None:
        """Something came from a side."""
        meter = self._meters.get(side)
        speed = None
        if isinstance(event, Started):
            self._given[side] = event.rendered_prompt
            if not self.blindfold.hidden:
                self._page.inspector.show_given(self._given)
        if isinstance(event, Chunk) and meter is not None and collector is not None:
            fresh = meter.add(collector.completion_tokens)
            # Plot and foot are drawn a few times a second: on few cores every drawing is taken from the models.
            speed = meter.tokens_per_second() if fresh else None
            if fresh and self._page.inspector.isVisible() and not self.blindfold.hidden:
                self._page.inspector.show_speed(self._speeds[next(reversed(self._speeds))])
        self._page.panes[side].take(event, collector, speed)

    def ended(self, comparison: Comparison) -> None:
        """All sides are done."""
        self._page.composer.set_busy(False)
        for pane in self._page.panes.values():
            pane.head.set_busy(False)
        self.show_current(just_answered=True)
        if self.blindfold.hidden:
            self._show_both_at_once(comparison)
        composer = self._page.composer
        # Only from there: whoever is busy elsewhere, e.g. in the settings, goes on undisturbed.
        if composer.has_focus() and not composer.text() and self._page.vote_bar.isEnabled():
            self._page.vote_bar.focus()
        self.answered.emit(comparison)

    def show_place(self) -> None:
        """Show where in the tree we are."""
        self._page.turn_bar.show_place(place_of(self.session), busy=self.session.busy)

    def show_facts(self) -> None:
        """Show title and facts in the header."""
        path = self.session.tree.path(self.session.current)
        title = self.title or (path[0].prompt if path else "")
        self._page.header.show_conversation(title, words.facts_of(path, self._preferences.value, self.decision))
        self._page.header.show_why(self.decision.reason)
        self._page.header.show_scripted(self.blindfold.scripted(self.scripted))
        self.titled.emit(title)

    def show_hint(self) -> None:
        """Say what sending will do, where it is not plain."""
        place = place_of(self.session)
        if self.editing:
            hint = tr("Changing turn {turn}; the old version stays.", turn=place.turn)
        elif not self.session.busy and place.turn < place.turns:
            hint = tr("Sending branches from turn {turn}.", turn=place.turn)
        else:
            hint = ""
        self._page.composer.set_hint(hint, editing=self.editing)

    def _show_both_at_once(self, comparison: Comparison) -> None:
        """Show both from their beginning, and say what failed: a pane that hides who answers took no notice of it."""
        for side, pane in self._page.panes.items():
            pane.view.go_to_last_turn()
            answer = answer_of(comparison, side)
            if side in self._meters and answer is not None and answer.state is AnswerState.FAILED:
                crashed = not self.session.has_worker(side)
                pane.say_trouble(LabError(answer.problem), can_start_again=crashed)

    def _place(self, side: Side) -> Side:
        return side if self._opinions.shown_first is Side.A else other_side(side)

    def _placed(self, comparison: Comparison) -> Comparison:
        """A comparison with its answers where they stand on the page: A is the left one."""
        if self._opinions.shown_first is Side.A:
            return comparison
        return replace(comparison, a=comparison.b, b=comparison.a)

    def _shown_turns(self, path: Iterable[Comparison], side: Side) -> list[ShownTurn]:
        shown = []
        for comparison in path:
            answer = answer_of(comparison, side)
            if answer is None:
                shown.append(ShownTurn(prompt=comparison.prompt, answer="", note=tr("This side was not asked.")))
            else:
                note = self.blindfold.note(answer.response, answer.problem)
                text = self.blindfold.answer(answer.text)
                shown.append(ShownTurn(prompt=comparison.prompt, answer=text, note=note))
        return shown

    def _remember_speeds(self, comparison_id: str) -> None:
        self._speeds[comparison_id] = {side: meter.points for side, meter in self._meters.items()}
        while len(self._speeds) > _MOST_SPEEDS:
            self._speeds.popitem(last=False)


def place_of(session: Session) -> Place:
    """Where in the tree a session is."""
    if session.current is None:
        return Place()
    tree = session.tree
    siblings = tree.siblings(session.current)
    return Place(
        turn=len(tree.path(session.current)),
        turns=len(tree.path(tree.newest_end(session.current))),
        sibling=siblings.index(session.current) + 1,
        siblings=len(siblings),
    )
