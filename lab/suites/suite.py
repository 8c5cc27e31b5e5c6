"""A suite and its items, as they stand in a file; what each may hold is checked when it is read."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from lab.records import Framing
from lab.suites.checks.kinds import AnyCheck

MOST_ITEMS = 10_000
MOST_PROMPT_CHARACTERS = 100_000
MOST_TURNS = 20

Slug = Annotated[str, Meta(pattern=r"\A[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?\Z")]
"""What is typed: small letters, digits, hyphens and dots, 64 at most."""
Prompt = Annotated[str, Meta(pattern=r"\S", max_length=MOST_PROMPT_CHARACTERS)]
"""Any text that is not only space."""
_Title = Annotated[str, Meta(pattern=r"\A\S[^\n]*\Z", max_length=100)]
_Sentences = Annotated[str, Meta(max_length=1000)]
_Tag = Annotated[str, Meta(pattern=r"\A[^\W_](?:[\w -]{0,38}[^\W_])?\Z")]
_Tags = Annotated[tuple[_Tag, ...], Meta(max_length=20)]


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One prompt of a suite, or a conversation with prompts that are given in advance."""

    id: Slug
    """Once in its suite."""
    prompt: Prompt
    turns: Annotated[tuple[Prompt, ...], Meta(max_length=MOST_TURNS)] = ()
    """What the user says next, after each answer."""
    system_prompt: Annotated[str, Meta(max_length=MOST_PROMPT_CHARACTERS)] = ""
    """What chat models are told before the conversation."""
    tags: _Tags = ()
    look_for: _Sentences = ""
    """What a person should look for in the answers."""
    checks: Annotated[tuple[AnyCheck, ...], Meta(max_length=10)] = ()
    """Of the last answer."""


class Suite(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Prompts that belong together."""

    id: Slug
    """What it is called on the command line."""
    title: _Title
    shows: _Sentences = ""
    """What can be seen with it."""
    for_whom: _Sentences = ""
    tags: _Tags = ()
    samples: Annotated[int, Meta(ge=1, le=50)] = 1
    """How often each prompt should be asked, with another seed each time."""
    max_tokens: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    """Where answers should be cut off; None for what the user has set."""
    framing: Framing | None = None
    """How every contestant should be given the prompts; None for each in its natural way."""
    items: Annotated[tuple[Item, ...], Meta(min_length=1, max_length=MOST_ITEMS)]

    @property
    def number_of_checks(self) -> int:
        """Of all items together."""
        return sum(len(item.checks) for item in self.items)
