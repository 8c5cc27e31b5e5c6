"""The turns of a conversation, and how many of them are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN_CHARACTERS = 60_000
"""Of a long conversation the last turns are shown, up to about this length; more on request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTurn:
    """One turn that is over."""

    prompt: str
    answer: str
    """As the model wrote it."""
    note: str = ""
    """A quiet line under it, such as "stopped by you"."""


def first_shown(turns: Sequence[ShownTurn], most_characters: int) -> int:
    """The first of the last turns that are not longer than this together; at least the last one is among them."""
    length = 0
    for index in range(len(turns) - 1, -1, -1):
        length += len(turns[index].answer)
        if length > most_characters:
            return min(index + 1, len(turns) - 1)
    return 0
