"""Prompts worth trying, from ``resources/prompt_suggestions.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import msgspec

from lab.language import tr

_HEADINGS = {
    "first-meeting": (
        tr("First meeting"),
        tr("One answers, the other goes on writing. Which one knows that you asked something?"),
    ),
    "follows-instructions": (
        tr("Follows instructions"),
        tr("Count the words, the sentences, the steps. Was it done as asked?"),
    ),
    "knows-when-to-stop": (
        tr("Knows when to stop"),
        tr("Look at the foot of each pane: did it stop by itself, or was it cut off?"),
    ),
    "where-a-base-model-shines": (
        tr("Where a base model shines"),
        tr("A base model goes on with text. Give it a beginning instead of a question."),
    ),
    "tone-and-manners": (
        tr("Tone and manners"),
        tr("Who speaks to you, who is polite, who sounds sure of itself?"),
    ),
    "sure-but-wrong": (
        tr("Sure but wrong"),
        tr("Mark what is correct apart from what you like better."),
    ),
}
"""Of each group its name, and what to look for in the answers. Here, where Qt's tools find them; the prompts are in
English in every language, since models that only read English answer them."""


class _Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    prompts: tuple[str, ...]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[_Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionGroup:
    """Some prompts that show one thing."""

    name: str
    look_for: str
    """A sentence on what to look for in the answers."""
    prompts: tuple[str, ...]


@lru_cache
def suggestions() -> tuple[SuggestionGroup, ...]:
    """All groups, in the order in which a newcomer should meet them."""
    data = (files("resources") / "prompt_suggestions.toml").read_bytes()
    found = []
    for group in msgspec.toml.decode(data, type=_Table).group:
        name, look_for = _HEADINGS[group.id]
        found.append(SuggestionGroup(name=name, look_for=look_for, prompts=group.prompts))
    return tuple(found)
