"""What an action on the history is given, and what it says about what it changed.

An action is a small function whose first argument is a ``Work``: ``sessions.rename(work, session_id, title)``. It runs
on the storage thread, inside one transaction that is the thread's to commit.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection


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


Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now."""
    return datetime.now(UTC)


def as_text(moment: datetime) -> str:
    """A moment as it is kept: ISO 8601 in UTC with milliseconds, so that text sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id() -> str:
    """A name that no other computer will give, for a session, an answer, a comparison or a vote.

    Whoever does not want to wait for the disk makes the name first and hands it in with the action.
    """
    return uuid.uuid4().hex
