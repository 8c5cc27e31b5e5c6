"""A blind session in the window: one pair after the other, each asked, voted on, and passed on by a key."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.language import tr
from lab.records import Comparison, Side, VoteChoice
from lab.session.blind_session import BlindSession, plan
from lab.session.tree import answer_of
from lab.words import VOTE_WORDS
from ui.compare import words
from ui.compare.blind_card import BlindCard
from ui.compare.blind_dialog import BlindDialog
from ui.compare.blind_strip import StripDeed
from ui.compare.blindfold import Sight
from ui.compare.opinions import Opinions, can_be_voted_on
from ui.compare.page import ComparePage

if TYPE_CHECKING:  # it makes this
    from ui.compare.controller import CompareController

WAITING = tr("Both are asked as soon as their models are ready.")
WORKING = tr("Both are at work; their answers appear together.")
ANSWERED = tr("Which one is better?")
VOTED = tr("Voted. You can change your vote until you go on.")
NO_VOTE = tr("There is nothing to vote on here.")
REVEALED = tr("Your blind vote is locked. What you say now is kept apart, as not blind.")
_NO_PAIR = LabError(tr("A blind session needs two models."), tr("Choose one for each side first."))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A pair that was answered."""

    comparison: Comparison
    swapped: bool
    """How the two models stood."""


class BlindRun(QObject):
    """Leads through a blind session. Its votes are kept one by one, so it may end at any moment.

    Args:
        page: Where it happens.
        compare: Drives the page, and owns this.
        opinions: The votes.

    Attributes:
        chance: Draws which pairs are repeated, and when; the system's own source of chance if None.

    Signals:
        trouble(LabError): It can't begin.
        results_asked(): The user wants to see the results.
    """

    trouble = Signal(object)
    results_asked = Signal()

    def __init__(self, page: ComparePage, compare: CompareController, opinions: Opinions) -> None:
        super().__init__(compare)
        self.chance: random.Random | None = None
        self._page, self._compare, self._opinions = page, compare, opinions
        self._plan: BlindSession | None = None
        self._may_reveal = False
        self._asked: dict[int, _Asked] = {}
        """By the place in the plan."""
        self._card = BlindCard(page)
        self._card.hide()
        self._card.closed.connect(compare.begin_new)
        self._card.results_asked.connect(self._show_results)
        page.session_asked.connect(self._wish)
        page.blind_strip.asked.connect(self._do)
        compare.display.answered.connect(self._answered)
        compare.display.drawn.connect(self._show)
        compare.players.shown.connect(self._players_shown)
        opinions.said.connect(self._said)

    @property
    def running(self) -> bool:
        """True while a session is under way."""
        return self._plan is not None

    @property
    def asked_in(self) -> frozenset[str]:
        """The conversations in which it is hidden who is who until the session is over."""
        return frozenset(each.comparison.session_id for each in self._asked.values())

    def begin(self, prompts: Sequence[str], *, may_reveal: bool) -> None:
        """Begin a session; answers that still come are stopped first.

        Args:
            prompts: At least one.
            may_reveal: Let the user see who is who after each vote; else all is revealed at the end.
        """
        if self._compare.waits_for_stop(partial(self.begin, prompts, may_reveal=may_reveal)):
            return
        if not self._compare.players.pairing.complete:
            self.trouble.emit(_NO_PAIR)
            return
        self._page.show_panes()
        self._plan = plan(prompts, chance=self.chance)
        self._may_reveal = may_reveal
        self._compare.blind.led = True
        self._page.set_led(True)
        self._go_on()

    def end(self) -> None:
        """End it, stop the answers that still come, and show what came out. Does nothing if it is over."""
        if self._plan is None or self._compare.waits_for_stop(self.end):
            return
        summary, tally = self._plan.summary(), self._tally(self._plan)
        self.leave()
        self._compare.show_new()
        self._card.show_summary(summary, tally)
        self._page.show_instead_of_panes(self._card)
        self._card.focus()

    def leave(self) -> None:
        """End it without a word, because something else is to be shown. Does nothing if it is over."""
        if self._plan is not None:
            self._plan, self._asked = None, {}
            self._compare.blind.led = False
            self._page.set_led(False)
        if self._card.isVisibleTo(self._page):
            self._page.show_panes()

    def _wish(self) -> None:
        if self.running:
            self.end()
        elif not self._compare.players.pairing.complete:
            self.trouble.emit(_NO_PAIR)
        elif not self._page.findChildren(BlindDialog):
            dialog = BlindDialog(self._page)
            dialog.chosen.connect(lambda prompts, may_reveal: self.begin(prompts, may_reveal=may_reveal))
            dialog.open()

    def _do(self, deed: StripDeed) -> None:
        if self._plan is None:
            return
        if deed is StripDeed.NEXT:
            self._plan = self._plan.next()
            self._go_on()
        elif deed is StripDeed.END:
            self.end()

    def _go_on(self) -> None:
        """Show the pair whose turn it is, or what came out if there is none."""
        assert self._plan is not None
        step = self._plan.current
        if step is None:
            self.end()
            return
        if step.repeat_of is None:
            self._compare.show_new()
            self._page.rest_keyboard()
            self._ask(self._plan.place)
        else:
            first = self._asked[step.repeat_of]
            self._compare.show_repeat(first.comparison, swapped=not first.swapped)
            self._page.vote_bar.focus()

    def _ask(self, place: int) -> None:
        """Ask the pair at a place, as soon as both can be asked; unless the user has gone on by then."""
        if self._plan is None or self._plan.current is None or self._plan.place != place:
            return
        if self._compare.players.ready:
            self._compare.ask_both(self._plan.current.prompt)
        else:
            self._compare.players.look_again(partial(self._ask, place))

    def _answered(self, comparison: Comparison) -> None:
        is_shown = comparison.id == self._compare.session.current  # else it is what was open before
        if is_shown and self._plan is not None and self._plan.current is not None:
            swapped = self._compare.players.pairing.swapped
            self._asked.setdefault(self._plan.place, _Asked(comparison=comparison, swapped=swapped))
            # Whoever is busy elsewhere, e.g. in the settings, goes on undisturbed.
            if self._page.blind_strip.has_focus() and self._page.vote_bar.isEnabled():
                self._page.vote_bar.focus()

    def _said(self) -> None:
        if self._plan is not None and self._plan.current is not None and self._compare.display.blindfold.hidden:
            self._plan = self._plan.voted(self._opinions.known().choice)
        self._show()

    def _players_shown(self) -> None:
        if self.running and not self._compare.players.pairing.complete:
            self.end()

    def _show(self) -> None:
        """Say in one line where things stand."""
        if self._plan is None or self._plan.current is None:
            return
        strip = self._page.blind_strip
        where = tr("Pair {number} of {count}.", number=self._plan.number, count=self._plan.count)
        shown, sight = self._compare.display.shown(), self._compare.display.blindfold.sight
        on = (StripDeed.NEXT, StripDeed.END)
        if self._compare.session.busy:
            strip.say_working(f"{where} {WORKING}", (StripDeed.STOP, StripDeed.END))
        elif shown is None:
            strip.say(f"{where} {WAITING}", on)
        elif not can_be_voted_on(shown):
            strip.say(f"{where} {NO_VOTE}", on)
        elif sight is Sight.REVEALED:
            strip.say(f"{where} {REVEALED}", on)
        else:
            voted = self._plan.vote is not None
            # A pair that is shown once more must stay hidden until then.
            reveals = (StripDeed.REVEAL,) if self._may_reveal and not self._plan.comes_again else ()
            sentence = VOTED if voted else ANSWERED
            strip.say(f"{where} {sentence}", (*reveals, *on), reveal_enabled=voted, next_enabled=voted)

    def _tally(self, session: BlindSession) -> list[tuple[str, int]]:
        """How often each was preferred, and nobody; a pair that came twice counts once."""
        picked: Counter[tuple[str, str]] = Counter()
        neither: Counter[VoteChoice] = Counter()
        for place, asked in self._asked.items():
            vote = session.votes[place]
            who = {
                side: (answer.contestant.model.name, words.FRAMING[answer.contestant.framing])
                for side in Side
                if (answer := answer_of(asked.comparison, side)) is not None
            }
            picked.update(dict.fromkeys(who.values(), 0))
            if vote in (VoteChoice.A, VoteChoice.B):
                picked[who[Side(vote.value)]] += 1
            elif vote is not None:
                neither[vote] += 1
        names = Counter(name for name, _ in picked)
        ranked = [
            (name if names[name] == 1 else f"{name}, {framing}", count)
            for (name, framing), count in picked.most_common()
        ]
        return [*ranked, *((VOTE_WORDS[each], neither[each]) for each in (VoteChoice.TIE, VoteChoice.BOTH_BAD))]

    def _show_results(self) -> None:
        self._compare.begin_new()
        self.results_asked.emit()
