"""Words and short sentences about what the Hub has."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt

from lab.amounts import size
from lab.language import counted, number, tr
from lab.models.fit_verdict import FitVerdict
from lab.models.hub_siblings import read_name
from lab.models.hub_values import FoundRepository, Gate, HubRepository
from lab.models.offline import how_to_go_online
from lab.records import Kind
from lab.visible import visible

GATE_WORDS = {Gate.OPEN: "", Gate.ASK: tr("asks for terms"), Gate.APPROVAL: tr("asks for approval")}
GATE_SENTENCES = {
    Gate.OPEN: "",
    Gate.ASK: tr("This is given to everybody who accepts its terms."),
    Gate.APPROVAL: tr("This is given to people whom its author has approved. That can take a day or more."),
}


def count(how_many: int) -> str:
    """How many, with no more digits than anybody needs: ``980``, ``12.4k``, ``1.2M``."""
    if how_many >= 1_000_000:
        return tr("{count}M", "millions", count=_short(how_many / 1e6))
    if how_many >= 1000:
        return tr("{count}k", "thousands", count=_short(how_many / 1e3))
    return str(how_many)


def _short(shown: float) -> str:
    return number(shown, 0 if shown >= 100 else 1)


def day(iso_day: str) -> str:
    """``2025-03-01`` as ``1 Mar 2025``, or as it is if it says something else."""
    said = QDate.fromString(iso_day, Qt.DateFormat.ISODate)
    return QLocale().toString(said, "d MMM yyyy") if said.isValid() else visible(iso_day)


def name_of(repository: str) -> str:
    """The name without its owner."""
    return visible(repository.rpartition("/")[2])


def owner_of(repository: str) -> str:
    """Who put it there."""
    return visible(repository.partition("/")[0])


def licence_of(licence: str) -> str:
    """A licence as a list names it."""
    return visible(licence) or tr("licence unknown")


def popularity(downloads: int, likes: int) -> str:
    """How many people have taken it, and how many liked it."""
    taken = counted(downloads, tr("{short} download"), tr("{short} downloads"), short=count(downloads))
    liked = counted(likes, tr("{short} like"), tr("{short} likes"), short=count(likes))
    return f"{taken} · {liked}"


def spoken(found: FoundRepository) -> str:
    """A row of the results, for a screen reader."""
    changed = tr("updated {day}", day=day(found.changed)) if found.changed else ""
    words = (
        tr("{name} by {owner}", name=name_of(found.repository), owner=owner_of(found.repository)),
        popularity(found.downloads, found.likes).replace(" · ", ", "),
        changed,
        licence_of(found.licence),
        GATE_WORDS[found.gate],
    )
    return ", ".join(filter(None, words))


def licence_sentence(found: HubRepository) -> str:
    """What the licence is, and what to do if nobody says."""
    if found.licence:
        return tr("Licence: {licence}", licence=visible(found.licence))
    return tr("Its author names no licence. Ask before you use it for more than a try.")


def relation(own: str, sibling: Kind) -> str:
    """What a sibling is to the repository that is shown: its base, or the chat model made from it."""
    if read_name(own).kind is Kind.CHAT or sibling is Kind.BASE:
        return tr("Its base")
    return tr("Its chat model")


def offline_hint() -> str:
    """How one may search again, and that what is here needs no network."""
    way = how_to_go_online(tr("search", "to search"))
    return " ".join((way, tr("Models that are here already can be used as always.")))


def fit_sentence(verdict: FitVerdict) -> str:
    """What it needs of what is free, and how to see more."""
    need, free = size(verdict.need_bytes), size(verdict.available_bytes)
    return tr("Needs about {need}, {free} free. Press to see the sum.", need=need, free=free)
