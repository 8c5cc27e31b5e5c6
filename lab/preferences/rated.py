"""What answers are rated on: what ships, and how the user's own words come in and go."""

from __future__ import annotations

from collections.abc import Sequence

from lab.words import rated_word

ASPECTS = ("helpful", "follows the instruction", "clear", "accurate", "tone", "safe", "creative")
"""What one answer can do better than another, in the order in which they are offered."""
TAGS = ("energetic", "list-heavy", "cautious", "reflective", "paragraph-like", "exploratory", "chatty")
"""What a single answer can be like: its personality."""
MOST_OWN = 12
"""So many own words of a kind can be seen at once and still be told apart."""
MOST_CHARACTERS = 40
# It stands in lab.words, which reports may read; they must not know the preferences.
shown = rated_word


def tidy(word: str) -> str:
    """A word as it is kept: one line of bounded length; empty if nothing is left."""
    return " ".join(word.split())[:MOST_CHARACTERS].strip()


def with_own(own: Sequence[str], word: str, shipped: Sequence[str]) -> tuple[str, ...]:
    """The user's own words with one more at the end; of more than ``MOST_OWN`` the oldest goes.

    Args:
        own: What there is already.
        word: As it was typed.
        shipped: What is offered anyway; it is not taken in again, in whatever case it is written.
    """
    word = tidy(word)
    if not word or as_offered(word, (*shipped, *own)) in (*shipped, *own):
        return tuple(own)
    return (*own, word)[-MOST_OWN:]


def as_offered(word: str, offered: Sequence[str]) -> str:
    """A typed word as one that is offered already is kept, whichever way that is shown; tidied if it is new."""
    word = tidy(word)
    typed = word.casefold()
    return next((each for each in offered if typed in (each.casefold(), shown(each).casefold())), word)
