"""The right side of the page: what is selected, read in full, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lab.language import counted, number, tr
from lab.storage.trash import KEEP_DAYS
from ui.controls.elided_label import ElidedLabel
from ui.history.days import local, long_date, long_when
from ui.history.kept_turns import KeptTurns, Opinions
from ui.history.turn_card import TurnCard
from ui.history.words import title_of, turns

CARDS_AT_ONCE = 20
"""How many turns are laid out before the user asks for more."""


class Deed(StrEnum):
    """What can be done with what is shown."""

    OPEN = "open"
    RENAME = "rename"
    TAG = "tag"
    PIN = "pin"
    COPY = "copy"
    DELETE = "delete"
    RESTORE = "restore"


_WORDS = {
    Deed.OPEN: (tr("Open"), tr("Go on from here on the Compare page (Enter)")),
    Deed.RESTORE: (tr("Restore"), tr("Take it out of the trash (Enter)")),
    Deed.RENAME: (tr("Rename"), tr("Give the conversation a title (F2)")),
    Deed.TAG: (tr("Tags"), tr("Give the conversation tags (Ctrl+T)")),
    Deed.PIN: (tr("Pin"), tr("Keep the conversation on top of the list (Ctrl+P)")),
    Deed.COPY: (tr("Copy as Markdown"), tr("Copy prompts, answers, vote and notes (Ctrl+Shift+C)")),
    Deed.DELETE: (tr("Delete"), tr("Put it into the trash (Del)")),
}
WRITES = (Deed.RESTORE, Deed.RENAME, Deed.TAG, Deed.PIN, Deed.DELETE)


class Preview(QWidget):
    """Shows a conversation or a comparison.

    Args:
        clock: Tells the time, to say when something was.
        parent: Of the widget.

    Signals:
        asked(Deed): A button was pressed.
        turn_opened(str): The user wants to go on from the comparison of this id.
        more_opinions_wanted(tuple): Votes and notes of the comparisons of these ids are about to be shown.
    """

    asked = Signal(object)
    turn_opened = Signal(str)
    more_opinions_wanted = Signal(tuple)

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._kept: KeptTurns | None = None
        self._laid_out = 0
        self._writable = True
        self._title = ElidedLabel("", self)
        self._title.setProperty("role", "title")
        self._facts = ElidedLabel("", self)
        self._facts.setProperty("role", "quiet")
        self._facts.setContentsMargins(2, 0, 2, 0)
        self.buttons = {deed: self._button(deed) for deed in Deed}
        self._more = QPushButton(tr("Show more turns"), self)
        self._more.setToolTip(tr("Show the next turns of this conversation"))
        self._more.clicked.connect(self._show_more)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("historyTurns")
        self._scroll.setAccessibleName(tr("Turns"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()

    def show_turns(
        self, kept: KeptTurns, *, trashed: bool, cards: int = CARDS_AT_ONCE, keep_place: bool = False
    ) -> None:
        """Show something.

        Args:
            kept: What.
            trashed: Whether it lies in the trash.
            cards: How many turns to lay out; their votes and notes are in ``kept``.
            keep_place: It was shown already and has only changed: scroll to where it was.
        """
        place = self._scroll.verticalScrollBar().value() if keep_place else 0
        self._kept = kept
        self._title.setText(title_of(kept.session))
        self._facts.setText(self._about(kept, trashed))
        self._offer(kept, trashed)
        column = QWidget(self._scroll)
        column.setProperty("role", "column")
        self._cards = QVBoxLayout(column)
        self._cards.setContentsMargins(0, 2, 6, 2)
        self._cards.setSpacing(12)
        self._cards.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._cards.addStretch(1)
        self._laid_out = 0
        self._add_cards(cards, kept.opinions)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(column)
        if old is not None:
            old.deleteLater()
        self._scroll.verticalScrollBar().setValue(place)

    def add_opinions(self, opinions: dict[str, Opinions]) -> None:
        """Lay out the turns whose votes and notes were asked for; a second click may have asked for the same."""
        if self._kept is not None and any(turn.id in opinions for turn in self._kept.comparisons[self._laid_out :]):
            self._add_cards(CARDS_AT_ONCE, opinions)

    def set_writable(self, writable: bool) -> None:
        """Whether anything can be changed."""
        self._writable = writable
        for deed in WRITES:
            self.buttons[deed].setEnabled(writable)

    @property
    def turns(self) -> KeptTurns | None:
        """What is shown; None if nothing has been yet."""
        return self._kept

    @property
    def cards(self) -> int:
        """How many turns are laid out."""
        return self._laid_out

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(2, 0, 2, 0)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.buttons[Deed.RESTORE])
        head.addWidget(self.buttons[Deed.OPEN])
        deeds = QHBoxLayout()
        deeds.setContentsMargins(2, 0, 2, 0)
        deeds.setSpacing(6)
        for deed in (Deed.RENAME, Deed.TAG, Deed.PIN, Deed.COPY):
            deeds.addWidget(self.buttons[deed])
        deeds.addStretch()
        deeds.addWidget(self.buttons[Deed.DELETE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._facts)
        layout.addLayout(deeds)
        layout.addSpacing(4)
        layout.addWidget(self._scroll, 1)

    def _button(self, deed: Deed) -> QPushButton:
        words, tip = _WORDS[deed]
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.setProperty("role", "main" if deed in (Deed.OPEN, Deed.RESTORE) else "deed")
        button.clicked.connect(lambda: self.asked.emit(deed))
        return button

    def _offer(self, kept: KeptTurns, trashed: bool) -> None:
        for deed, button in self.buttons.items():
            of_trash = deed is Deed.RESTORE
            button.setVisible(deed is Deed.COPY or of_trash == trashed)
        pinned = kept.session.pinned
        self.buttons[Deed.PIN].setText(tr("Unpin") if pinned else tr("Pin"))
        self.buttons[Deed.PIN].setAccessibleName(tr("Unpin") if pinned else tr("Pin"))
        self.buttons[Deed.PIN].setToolTip(
            tr("No longer keep the conversation on top (Ctrl+P)") if pinned else _WORDS[Deed.PIN][1]
        )

    def _about(self, kept: KeptTurns, trashed: bool) -> str:
        if kept.place:
            words = [tr("Turn {place} of {turns}", place=kept.place, turns=number(kept.session.comparisons))]
            gone_utc = kept.comparisons[0].trashed_utc
        else:
            begun = tr("begun {date}", date=long_when(local(kept.session.created_utc)))
            words = [turns(kept.session.comparisons), begun]
            gone_utc = kept.session.trashed_utc
        if trashed and gone_utc:
            last_day = local(gone_utc) + timedelta(days=KEEP_DAYS)
            words.insert(0, tr("Goes for good on {date}", date=long_date(last_day)))
        return " · ".join([*words, *(f"#{tag}" for tag in kept.session.tags)])

    def _add_cards(self, most: int, opinions: dict[str, Opinions]) -> None:
        kept = self._kept
        if kept is None:
            return
        now = self._clock()
        end = min(self._laid_out + most, len(kept.comparisons))
        several = len(kept.comparisons) > 1
        can_go_on = several and kept.session.trashed_utc is None
        for place in range(self._laid_out, end):
            turn = kept.comparisons[place]
            card = TurnCard(
                turn,
                opinions.get(turn.id, Opinions()),
                now=now,
                number=place + 1 if several else 0,
                can_go_on=can_go_on,
                parent=self,
            )
            card.opened.connect(self.turn_opened)
            self._cards.insertWidget(self._cards.count() - 2, card)
        self._laid_out = end
        left = len(kept.comparisons) - end
        self._more.setVisible(left > 0)
        self._more.setText(
            counted(
                left,
                tr("Show {some} more of {n} turn"),
                tr("Show {some} more of {n} turns"),
                some=min(left, CARDS_AT_ONCE),
            )
        )

    def _show_more(self) -> None:
        if self._kept is not None:
            next_ones = self._kept.comparisons[self._laid_out : self._laid_out + CARDS_AT_ONCE]
            self.more_opinions_wanted.emit(tuple(turn.id for turn in next_ones))
