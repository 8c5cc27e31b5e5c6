"""Words and short sentences about what the Hub has."""

from __future__ import annotations

from lab.amounts import size
from lab.models.fit_verdict import FitVerdict
from lab.models.hub_siblings import read_name
from lab.models.hub_values import FoundRepository, Gate, HubRepository
from lab.records import Kind
from lab.visible import visible

GATE_WORDS = {Gate.OPEN: "", Gate.ASK: "asks for terms", Gate.APPROVAL: "asks for approval"}
GATE_SENTENCES = {
    Gate.OPEN: "",
    Gate.ASK: "This is given to everybody who accepts its terms.",
    Gate.APPROVAL: "This is given to people whom its author has approved. That can take a day or more.",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int) -> str:
    """How many, with no more digits than anybody needs: ``980``, ``12.4k``, ``1.2M``."""
    for limit, unit in ((1_000_000, "M"), (1000, "k")):
        if number >= limit:
            shown = number / limit
            return f"{shown:.0f}{unit}" if shown >= 100 else f"{shown:.1f}{unit}"
    return str(number)


def how_many(number: int, one: str, several: str) -> str:
    """A number with its noun."""
    return f"{count(number)} {one if number == 1 else several}"


def day(iso_day: str) -> str:
    """``2025-03-01`` as ``1 Mar 2025``, or as it is if it says something else."""
    year, _, rest = iso_day.partition("-")
    month, _, number = rest.partition("-")
    if not (month.isdecimal() and number.isdecimal() and 1 <= int(month) <= 12):
        return visible(iso_day)
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def name_of(repository: str) -> str:
    """The name without its owner."""
    return visible(repository.rpartition("/")[2])


def owner_of(repository: str) -> str:
    """Who put it there."""
    return visible(repository.partition("/")[0])


def licence_of(licence: str) -> str:
    """A licence as a list names it."""
    return visible(licence) or "licence unknown"


def popularity(downloads: int, likes: int) -> str:
    """How many people have taken it, and how many liked it."""
    return f"{how_many(downloads, 'download', 'downloads')} · {how_many(likes, 'like', 'likes')}"


def spoken(found: FoundRepository) -> str:
    """A row of the results, for a screen reader."""
    changed = f"updated {day(found.changed)}" if found.changed else ""
    words = (
        f"{name_of(found.repository)} by {owner_of(found.repository)}",
        popularity(found.downloads, found.likes).replace(" · ", ", "),
        changed,
        licence_of(found.licence),
        GATE_WORDS[found.gate],
    )
    return ", ".join(filter(None, words))


def licence_sentence(found: HubRepository) -> str:
    """What the licence is, and what to do if nobody says."""
    if found.licence:
        return f"Licence: {visible(found.licence)}"
    return "Its author names no licence. Ask before you use it for more than a try."


def relation(own: str, sibling: Kind) -> str:
    """What a sibling is to the repository that is shown: its base, or the chat model made from it."""
    if read_name(own).kind is Kind.CHAT or sibling is Kind.BASE:
        return "Its base"
    return "Its chat model"


def fit_sentence(verdict: FitVerdict) -> str:
    """What it needs of what is free."""
    return f"needs about {size(verdict.need_bytes)}, {size(verdict.available_bytes)} free"
