"""Prompts worth trying, from ``resources/prompt_suggestions.toml``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import msgspec


class SuggestionGroup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Some prompts that show one thing."""

    name: str
    look_for: str
    """A sentence on what to look for in the answers."""
    prompts: tuple[str, ...]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[SuggestionGroup, ...]


@lru_cache
def suggestions() -> tuple[SuggestionGroup, ...]:
    """All groups, in the order in which a newcomer should meet them."""
    data = (files("resources") / "prompt_suggestions.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Table).group
