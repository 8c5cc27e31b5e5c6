"""The cards of pairs and ladders worth trying: one row of them, or all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import tr
from lab.models.catalogue import CatalogueEntry, catalogue
from lab.models.library import Library
from lab.models.memory_now import MemoryNow, memory_now
from lab.models.offline import is_hub_closed
from lab.records import Model
from ui.controls.tab_order import tab_through
from ui.deliveries import Deliveries
from ui.first_start.errand import Shelf
from ui.models.card import Card
from ui.models.card_face import face_of, own_downloads
from ui.models.card_grid import CardGrid
from ui.models.card_offer import STARTER_ID, in_order, offer_of
from ui.models.card_starter import CardStarter
from ui.models.card_survey import Survey, survey, with_model
from ui.models.downloads import Downloads


class Cards(QWidget):
    """Drives the cards. It looks at the library and the computer when it is first shown.

    ``close_down`` must be called before it goes.

    Args:
        library: The models that are here.
        downloads: Fetches pairs and ladders.
        context_tokens: Says which context models will be loaded with.
        memory: Says what memory there is for models.
        shelf: Where the starter pair comes from.
        entries: The pairs and ladders; those that ship by default.
        parent: Of the widget.

    Attributes:
        all: Shows all cards, or one row.

    Signals:
        compare_asked(Model, Model): Put a base model on side A and a chat model on side B.
        fetched(list[Model]): The starter pair came; what comes by ``downloads`` is told there.
        opened(bool): All cards are shown; or one row again.
    """

    compare_asked = Signal(object, object)
    fetched = Signal(object)
    opened = Signal(bool)

    def __init__(
        self,
        library: Library,
        downloads: Downloads,
        context_tokens: Callable[[], int],
        *,
        memory: Callable[[], MemoryNow] = memory_now,
        shelf: Shelf | None = None,
        entries: Sequence[CatalogueEntry] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pairCards")
        self._library, self._downloads, self._context_tokens, self._memory = library, downloads, context_tokens, memory
        self._entries = tuple(catalogue() if entries is None else entries)
        self._starter = CardStarter(library, shelf or Shelf(), self)
        self._deliveries = Deliveries(self)
        self._desk = ThreadPoolExecutor(1, thread_name_prefix="cards")
        self._asked, self._closed = 0, False
        self._survey: Survey | None = None
        self._cards: dict[str, Card] = {}
        self._note = QLabel(tr("Looking at this computer …"), self)
        self._note.setProperty("role", "quiet")
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._again = QPushButton(tr("Look again", "for models"), self)
        self._again.setAccessibleName(tr("Look again at the library and this computer"))
        self._again.clicked.connect(self.refresh)
        self._again.hide()
        self.all = QPushButton(self)
        self.all.setProperty("role", "link")
        self.all.setCheckable(True)
        self.all.setCursor(Qt.CursorShape.PointingHandCursor)
        self.all.toggled.connect(self._open)
        self.all.hide()
        self._grid = CardGrid(self)  # the last one, so that Tab comes to it after what stands above
        self._lay_out()
        downloads.changed.connect(self._show_faces)
        downloads.finished.connect(self._came)
        self._starter.changed.connect(self._show_starter)
        self._starter.finished.connect(self._starter_came)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Look at the computer: memory and disk may have changed since it was last seen."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Look again: something about the library, the memory or the offline switch may have changed."""
        if self._closed:
            return
        self._show_faces()  # the switch takes effect at once
        self._asked += 1
        asked = self._asked

        def take(found: Survey) -> None:
            if asked == self._asked:  # else another look is under way, which knows more
                self._take(found)

        work = partial(survey, self._library, self._entries, self._starter.packed, self._memory)
        self._deliveries.when_done(self._desk.submit(work), take, self._fail)

    def cards(self) -> list[Card]:
        """All cards in their order."""
        return list(self._cards.values())

    def card(self, card_id: str) -> Card:
        """One card.

        Raises:
            KeyError: There is none of that id.
        """
        return self._cards[card_id]

    def close_down(self) -> None:
        """Stop the starter pair's download and end the thread. The others are stopped by ``downloads``."""
        self._closed = True
        self._starter.close_down()
        self._desk.shutdown(cancel_futures=True)

    # What is found

    def _take(self, found: Survey) -> None:
        self._survey = found
        self._note.hide()
        self._again.hide()
        if not self._cards:
            self._make_cards(found)
        for card in self._cards.values():
            card.show_fit(card.offer.fit(found.memory, self._context_tokens()))
        self._show_faces()

    def _fail(self, error: LabError) -> None:
        self._note.setText(f"{error.message} {error.hint}".strip())
        self._note.show()
        self._again.show()

    def _make_cards(self, found: Survey) -> None:
        offers = [self._starter.offer, *(offer_of(entry) for entry in self._entries)]
        for offer in in_order(offers, found.memory, self._context_tokens()):
            card = self._cards[offer.id] = Card(offer, self._grid)
            card.fetch_asked.connect(partial(self._fetch, card))
            card.pause_asked.connect(lambda card=card: self._downloads.pause(*self._own_ids(card)))
            card.resume_asked.connect(lambda card=card: self._downloads.resume(*self._own_ids(card)))
            card.cancel_asked.connect(partial(self._cancel, card))
            card.compare_asked.connect(partial(self._compare, card))
        self._grid.set_cards(self.cards())
        tab_through(self.all, *self.cards())
        self._open(self.all.isChecked())

    def _came(self, model: Model) -> None:
        if self._survey is not None:  # shown at once; looking again takes a moment
            self._survey = with_model(self._survey, self._entries, model)
        self.refresh()

    def _starter_came(self, models: list[Model]) -> None:
        self.refresh()
        self.fetched.emit(models)

    # What the user wants

    def _fetch(self, card: Card) -> None:
        entry = card.offer.entry
        present = self._survey.present.get(card.offer.id, {}) if self._survey else {}
        if entry is None:
            self._starter.fetch(present)
        elif ids := self._own_ids(card):
            self._downloads.resume(*ids)
        else:
            self._downloads.order_entry(entry, without=frozenset(present))

    def _cancel(self, card: Card) -> None:
        if card.offer.entry is None:
            self._starter.stop()
            return
        self._downloads.stop_asking(card.offer.id)
        self._downloads.cancel(*self._own_ids(card))

    def _compare(self, card: Card) -> None:
        models = card.face.models
        if models:
            self.compare_asked.emit(models[0], models[-1])

    def _own_ids(self, card: Card) -> list[str]:
        entry = card.offer.entry
        own = own_downloads(entry, self._downloads.all()) if entry else {}
        return [one.id for one in own.values()]

    # What is seen

    def _show_faces(self) -> None:
        if self._survey is None or self._closed:
            return
        under_way, is_offline = self._downloads.all(), is_hub_closed()
        for card in self._cards.values():
            entry = card.offer.entry
            if entry is None:
                continue
            face = face_of(
                card.offer,
                self._survey.present.get(entry.id, {}),
                own_downloads(entry, under_way),
                is_asking=self._downloads.is_asking(entry.id),
                refusal=self._downloads.refusal(entry.id),
                is_offline=is_offline,
                free_bytes=self._survey.free_bytes,
            )
            if face != card.face:
                card.show_face(face)
        self._show_starter()

    def _show_starter(self) -> None:
        if self._survey is not None and STARTER_ID in self._cards and not self._closed:
            present = self._survey.present.get(STARTER_ID, {})
            self._cards[STARTER_ID].show_face(self._starter.face(present, self._survey.free_bytes))

    def _open(self, wanted: bool) -> None:
        self._grid.show_all(wanted)
        count = len(self._cards)
        self.all.setText(tr("Show fewer") if wanted else tr("Show all {count}", count=count))
        self.all.setAccessibleName(tr("Show one row of pairs") if wanted else tr("Show all {count} pairs", count=count))
        self.all.setToolTip(tr("Back to one row") if wanted else tr("Show every pair and ladder that is known"))
        self.all.setVisible(count > 0)
        self.opened.emit(wanted)

    def _lay_out(self) -> None:
        heading = QLabel(tr("Pairs to begin with"), self)
        heading.setProperty("role", "heading")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(heading)
        head.addWidget(self._note, 1)
        head.addWidget(self._again)
        head.addStretch()
        head.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._grid)
