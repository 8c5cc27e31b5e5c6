"""What an action on the history is given, and what it says about what it changed.

An action is a small function whose first argument is a ``Work``: ``sessions.rename(work, session_id, title)``. It runs
on the storage thread, inside one transaction that is the thread's to commit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection

# Whoever acts on the history needs these too, and finds them here.
from lab.stamps import Clock as Clock
from lab.stamps import as_text as as_text
from lab.stamps import new_id as new_id
from lab.stamps import utc_now as utc_now

_MOST_NAMED = 500


class Area(StrEnum):
    """A part of the history that a view may show."""

    SESSIONS = "sessions"
    """Which sessions there are, their titles, pins, tags, and whether they are in the trash."""
    COMPARISONS = "comparisons"
    ANSWERS = "answers"
    VOTES = "votes"
    """Votes and judgements."""
    NOTES = "notes"
    DRAFTS = "drafts"
    RUNS = "runs"
    """Runs of suites, and how far they have come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a write changed, so that each view can tell whether to draw itself again."""

    areas: frozenset[Area]
    ids: frozenset[str] = frozenset()
    """The sessions, comparisons or answers; empty if it was more than can be named."""


@dataclass(slots=True)
class Work:
    """One transaction.

    Attributes:
        db: The connection; inside a transaction.
        now: The time, as it is kept.
        areas: What has been changed up to now.
        ids: Whom that concerned.
    """

    db: Connection
    now: str
    areas: set[Area] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def changed(self, area: Area, *ids: str) -> None:
        """Say that something in an area is another now."""
        self.areas.add(area)
        self.ids.update(ids)

    def change(self) -> Change | None:
        """All of it; None if nothing was changed."""
        return Change(areas=frozenset(self.areas), ids=frozenset(self.ids)) if self.areas else None


def in_pieces(ids: Collection[str]) -> Iterator[list[str]]:
    """Ids in pieces that one question can name, however many there are: SQLite bounds the number of parameters."""
    listed = list(ids)
    return (listed[start : start + _MOST_NAMED] for start in range(0, len(listed), _MOST_NAMED))
