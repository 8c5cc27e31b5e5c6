"""Comparing blind: the draw, what is hidden until the reveal, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from lab.language import tr
from lab.preferences import PreferencesFile
from lab.records import Side
from lab.session.pairing import Pairing, fair_coin
from lab.session.session import Session
from ui.compare.blind_strip import StripDeed
from ui.compare.blindfold import Sight
from ui.compare.display import Display
from ui.compare.loading import Loading
from ui.compare.opinions import Opinions, can_be_voted_on
from ui.compare.page import ComparePage
from ui.compare.players import Players
from ui.compare.side_panel import Panel

EXPLAINED = tr(
    "Until the reveal you see no names and no figures, and both answers appear together. What can't be hidden: how "
    "long an answer is, and a base model's raw text, which often gives itself away."
)
BEGINS = tr("Blind: a draw has decided who stands where. To choose other models, switch Blind off first.")
WORKING = tr("Both are at work; their answers appear together.")
ANSWERED = tr("Which one is better? After your vote you can reveal who is who.")
NO_VOTE = tr("There is nothing to vote on here.")
VOTED = tr("Voted blind. You can change your vote until the reveal, or send the next prompt first.")
LOCKED = tr("Your blind vote is locked. A change now is kept apart, as a vote that was not blind.")
CHANGED = tr("Your blind vote stays as it was. The vote that you see now was not blind.")
REVEALED = tr("Revealed: votes are not blind any more. The next conversation is drawn anew.")
BLIND_NEXT = tr("Blind from the next conversation on.")
OPEN_NEXT = tr("Not blind from the next conversation on.")
_COVERED = tr("Shown after the reveal: it would tell who is who.")


class BlindMode(QObject):
    """Hides who is who in a conversation that is to be blind, until the user has it revealed.

    Args:
        page: Where everything is shown.
        session: The conversation.
        players: Who stands where.
        display: Draws the conversation, through its blindfold.
        opinions: The votes.
        preferences: Whether the user wants to compare blind.
        loading: Reads names out of the models' files.
        parent: Owns it.

    Attributes:
        coin: The draw; True lets the two change places.
        led: True while a blind session decides what is asked. Then every conversation is blind, and the session says
            where things stand.

    Signals:
        new_asked(): Begin another conversation.
        stop_asked(): Stop both.
    """

    new_asked = Signal()
    stop_asked = Signal()

    def __init__(
        self,
        page: ComparePage,
        session: Session,
        players: Players,
        display: Display,
        opinions: Opinions,
        preferences: PreferencesFile,
        loading: Loading,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.coin: Callable[[], bool] = fair_coin
        self.led = False
        self._page, self._session, self._players = page, session, players
        self._display, self._opinions, self._preferences = display, opinions, preferences
        self._blindfold = opinions.blindfold = display.blindfold
        self._drawn_for: Pairing | None = None
        opinions.follow(preferences)
        page.header.show_blind(preferences.value.blind)
        page.header.blind_wanted.connect(self._switch)
        page.blind_strip.asked.connect(self._do)
        page.sampler.changed.connect(lambda _settings: self._cover())
        players.shown.connect(self._players_shown)
        display.drawn.connect(self._show)
        opinions.said.connect(self._show)
        loading.named.connect(self._blindfold.take_names)

    @property
    def _empty(self) -> bool:
        return not len(self._session.tree)

    @property
    def _wanted(self) -> bool:
        """True if the next conversation is to be blind."""
        return self.led or self._preferences.value.blind

    def begin(self) -> None:
        """Another conversation begins: blind if the user wants that, and then the draw decides who stands where."""
        blind = self._wanted and self._players.pairing.complete
        self._set(Side.A, blind=blind)
        self._players.seat(swapped=blind and self.coin())

    def begin_repeat(self, *, swapped: bool) -> None:
        """What was voted on is shown once more, hidden again, and with its answers the other way round.

        Args:
            swapped: How the two stand now, which is not how they stood then.
        """
        self._set(Side.B, blind=True)
        self._players.seat(swapped=swapped)

    def open(self) -> None:
        """A conversation out of the history is shown; nothing of it is hidden."""
        self._set(Side.A, blind=False)

    def _set(self, shown_first: Side, *, blind: bool) -> None:
        self._page.vote_bar.flush()  # what is still being typed was meant for what was shown until now
        self._opinions.shown_first = shown_first
        self._drawn_for = self._players.pairing
        if blind:
            self._blindfold.put_on(self._players.pairing.choices.values())
        else:
            self._blindfold.sight = Sight.OPEN
        self._draw_blindfold()

    def reveal(self) -> None:
        """Show who is who. What was voted until now was blind, and stays so."""
        if self._blindfold.hidden and not self._session.busy:
            self._blindfold.sight = Sight.REVEALED
            self._draw_blindfold()
            self._display.show_current()
            for pane in self._page.panes.values():
                pane.view.go_to_last_turn()
            self._page.vote_bar.focus()

    def _draw_blindfold(self) -> None:
        hidden, (finder, tip) = self._blindfold.hidden, self._blindfold.marks()
        for pane in self._page.panes.values():
            pane.set_hidden(hidden)
            pane.view.marks.set_finder(finder, tip)
        self._page.sampler.set_swapped(self._players.pairing.swapped)
        self._display.show_facts()
        self._cover()

    def _cover(self) -> None:
        """Hide the panels at the side that would tell."""
        if not self._blindfold.hidden:
            self._page.side_panel.cover((), "")
        else:
            shared = self._preferences.value.settings.shared
            self._page.side_panel.cover((Panel.INSPECTOR,) if shared else tuple(Panel), _COVERED)

    def _players_shown(self) -> None:
        """Who plays has changed: an empty conversation is drawn anew if others play, or if two play at last."""
        pairing, wanted = self._players.pairing, self._wanted
        if not self._empty:
            if not pairing.complete:  # somebody has to be chosen, and that can't be done in the dark
                self.reveal()
        elif self._drawn_for is not pairing or self._blindfold.hidden != (wanted and pairing.complete):
            self.begin()
        if self._blindfold.hidden:
            self._blindfold.put_on(pairing.choices.values())
        self._page.sampler.set_swapped(pairing.swapped)

    def _switch(self, blind: bool) -> None:
        self._preferences.change(blind=blind)
        if self._empty and not self._session.busy:
            self.begin()
        self._show()

    def _do(self, deed: StripDeed) -> None:
        match deed:
            case StripDeed.STOP:
                self._page.rest_keyboard()  # the button goes, and the keyboard must not go with it
                self.stop_asked.emit()
            case StripDeed.REVEAL:
                self.reveal()
            case StripDeed.NEW:
                self.new_asked.emit()
            case StripDeed.GOT_IT:
                self._preferences.change(blind_explained=True)
                self._page.composer.focus()
                self._show()

    def _show(self) -> None:
        """Say in one line where things stand."""
        if self.led:
            return
        say = self._page.blind_strip.say
        kept = self._preferences.value
        known = self._opinions.known()
        if self._blindfold.hidden:
            self._show_hidden()
        elif known.voted_blind:
            again = self._blindfold.sight is Sight.REVEALED and kept.blind
            say(CHANGED if known.voted_otherwise else LOCKED, (StripDeed.NEW,) if again else ())
        elif self._blindfold.sight is Sight.REVEALED and kept.blind:
            say(REVEALED, (StripDeed.NEW,))
        elif kept.blind and not self._empty:
            say(BLIND_NEXT, (StripDeed.NEW,))
        else:
            say("")

    def _show_hidden(self) -> None:
        strip, kept = self._page.blind_strip, self._preferences.value
        shown = self._display.shown()
        if self._session.busy:
            strip.say_working(WORKING)
        elif shown is None:
            strip.say(
                BEGINS if kept.blind_explained else EXPLAINED, () if kept.blind_explained else (StripDeed.GOT_IT,)
            )
        elif not kept.blind:
            strip.say(OPEN_NEXT, (StripDeed.NEW, StripDeed.REVEAL))
        elif not can_be_voted_on(shown):
            strip.say(NO_VOTE, (StripDeed.REVEAL,))
        else:
            voted = self._opinions.known().voted_blind
            strip.say(VOTED if voted else ANSWERED, (StripDeed.REVEAL,), reveal_enabled=voted)
