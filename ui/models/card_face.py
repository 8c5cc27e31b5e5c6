"""What a card shows at one moment, worked out from what is here, what is under way and what was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lab.errors import LabError
from lab.language import tr
from lab.models.catalogue import CatalogueEntry
from lab.models.download_order import Download, DownloadState
from lab.records import Model
from ui.models import download_words as words
from ui.models.card_offer import CardOffer
from ui.models.card_survey import is_of


class Phase(StrEnum):
    """How far a card is."""

    OFFERED = "offered"
    ASKING = "asking"
    """The Hub is being asked for sizes and checksums."""
    UNDER_WAY = "under way"
    PAUSED = "paused"
    FAILED = "failed"
    INSTALLED = "installed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFace:
    """What is to be shown."""

    phase: Phase
    status: str = ""
    """What it is doing or needs, in one line."""
    obstacle: str = ""
    """Why nothing can be fetched now; empty if it can."""
    done_bytes: int = 0
    total_bytes: int = 0
    """0 if there is no progress to show."""
    lost_bytes: int = 0
    """What of it would be thrown away if it were cancelled."""
    missing_models: int = 0
    can_pause: bool = True
    can_cancel: bool = True
    """False while it is being stopped."""
    error: LabError | None = None
    models: tuple[Model, ...] = ()
    """Once all are installed: from the base model up."""


def own_downloads(entry: CatalogueEntry, downloads: Sequence[Download]) -> dict[str, Download]:
    """Which downloads are those of a pair or ladder, by the models' names in the catalogue."""
    return {
        model.name: one
        for one in downloads
        for model in entry.models
        if is_of(model, one.order.repository, one.order.files[0].file.rpartition("/")[2])
    }


def face_of(
    offer: CardOffer,
    present: Mapping[str, Model],
    downloads: Mapping[str, Download],
    *,
    is_asking: bool = False,
    refusal: LabError | None = None,
    is_offline: bool = False,
    free_bytes: int | None = None,
) -> CardFace:
    """What the card of a pair or ladder shows.

    Args:
        offer: What it is about.
        present: What is in the library, by name.
        downloads: What is under way, rests or has failed, by name.
        is_asking: Whether the Hub is being asked for it.
        refusal: Why the last try was refused before anything was fetched.
        is_offline: Whether nothing may be asked of the network.
        free_bytes: On the disk; None if unknown.
    """
    if all(model.name in present for model in offer.models):
        return installed(offer, present)
    missing = [model for model in offer.models if model.name not in present]
    obstacle = words.offline() if is_offline else ""
    count = len(missing)
    if is_asking:
        return CardFace(phase=Phase.ASKING, status=tr("Asking the Hub …"), missing_models=count, can_pause=False)
    if downloads:
        return _under_way(present, downloads, count, obstacle)
    if refusal is not None:
        return CardFace(phase=Phase.FAILED, error=refusal, obstacle=obstacle, missing_models=count)
    return offered(offer, present, obstacle, free_bytes)


def installed(offer: CardOffer, present: Mapping[str, Model]) -> CardFace:
    """All models are here."""
    return CardFace(phase=Phase.INSTALLED, models=tuple(present[model.name] for model in offer.models))


def offered(offer: CardOffer, present: Mapping[str, Model], obstacle: str, free_bytes: int | None) -> CardFace:
    """Something is missing, and nothing is done about it yet.

    Args:
        offer: What the card is about.
        present: What is here, by name.
        obstacle: Why nothing can be fetched; a full disk is noticed here.
        free_bytes: On the disk; None if unknown.
    """
    missing = [model for model in offer.models if model.name not in present]
    needed = sum(model.size_bytes for model in missing) + offer.extra_bytes
    if not obstacle and free_bytes is not None and needed > free_bytes:
        obstacle = words.no_room(needed, free_bytes)
    status = "" if obstacle else words.room(needed, free_bytes)
    return CardFace(phase=Phase.OFFERED, status=status, obstacle=obstacle, missing_models=len(missing))


def _under_way(
    present: Mapping[str, Model], downloads: Mapping[str, Download], missing: int, obstacle: str
) -> CardFace:
    came = sum(model.size_bytes for name, model in present.items() if name not in downloads)
    done = came + sum(one.done_bytes for one in downloads.values())
    total = came + sum(one.total_bytes for one in downloads.values())
    live = [one for one in downloads.values() if not one.state.is_over]
    failed = next((one for one in downloads.values() if one.state is DownloadState.FAILED), None)
    if live:
        now = next((one for one in live if one.state is not DownloadState.WAITING), live[0])
        speed = now.bytes_per_second
        status = words.facts(done, total, speed, (total - done) / speed if speed else None)
        if now.state is not DownloadState.RUNNING:
            status = f"{words.state(now)} · {words.of_size(done, total)}"
        phase, error = Phase.UNDER_WAY, None
    elif failed is not None:
        phase, error, status = Phase.FAILED, failed.error, words.of_size(done, total)
    else:
        phase, error, status = Phase.PAUSED, None, tr("Paused · {done_of_all}", done_of_all=words.of_size(done, total))
    return CardFace(
        phase=phase,
        status=status,
        obstacle="" if live else obstacle,
        done_bytes=done,
        total_bytes=total,
        lost_bytes=done - came,
        missing_models=missing,
        error=error,
    )
