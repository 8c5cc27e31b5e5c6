"""Times and names as they are kept."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now."""
    return datetime.now(UTC)


def as_text(moment: datetime) -> str:
    """A moment as it is kept: ISO 8601 in UTC with milliseconds, so that text sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id() -> str:
    """A name that no other computer will give."""
    return uuid.uuid4().hex
