"""Proposes the base model to a chat model and the other way round, by what repositories are called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lab.models import hub
from lab.models.hub_values import FoundRepository, HubSort
from lab.models.naming import STORED_AS
from lab.models.token_store import HubToken
from lab.records import Kind

_CHAT = {"instruct", "it", "chat", "sft", "dpo", "rlhf", "orpo", "zephyr", "assistant", "thinking"}
_BASE = {"base", "pt", "pretrained", "pretrain"}
_STORAGE = re.compile(rf"(?<![a-z0-9])(gguf|ggml|i1|imatrix|imat|hf|ud|{STORED_AS})(?![a-z0-9])")
_DATE = re.compile(r"2[0-9](0[1-9]|1[0-2])")
"""A year and a month, as in ``Qwen3-4B-Instruct-2507``: its base model carries none."""
_MOST_RESULTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryName:
    """What a repository's name says."""

    core: tuple[str, ...]
    """The words that a base model and its chat model share, e.g. ``('smollm2', '135m')``."""
    kind: Kind
    """By its words; ``UNSURE`` without any. Such a name belongs to the base model in one family and to the chat model
    in another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """A repository that may be the other half of a pair."""

    repository: FoundRepository
    kind: Kind
    """By its words; ``UNSURE`` without any."""
    same_owner: bool
    """From the same quantizer: then the two differ in their training alone."""


def read_name(repository: str) -> RepositoryName:
    """Take a repository's name apart."""
    name = _STORAGE.sub(" ", repository.rpartition("/")[2].lower())
    words = [word for word in re.split(r"[-_\s]+", name) if word]
    kinds = [Kind.CHAT for word in words if word in _CHAT] + [Kind.BASE for word in words if word in _BASE]
    core = tuple(word for word in words if word not in _CHAT | _BASE and not _DATE.fullmatch(word))
    return RepositoryName(core=core, kind=kinds[0] if kinds else Kind.UNSURE)


def siblings_among(repository: str, found: Iterable[FoundRepository]) -> list[Sibling]:
    """Those that may be the other half of a pair: the same words but for those that say base or chat.

    Args:
        repository: Owner and name of the one half.
        found: What there is, the most wanted first.

    Returns:
        From the same owner first, then as they came.
    """
    own, owner = read_name(repository), repository.partition("/")[0]
    siblings = []
    for other in found:
        name = read_name(other.repository)
        if name.core == own.core and name.kind is not own.kind and other.repository != repository:
            same = other.repository.partition("/")[0] == owner
            siblings.append(Sibling(repository=other, kind=name.kind, same_owner=same))
    return sorted(siblings, key=lambda sibling: not sibling.same_owner)


def find_siblings(repository: str, *, token: HubToken | None = None, endpoint: str | None = None) -> list[Sibling]:
    """Search the Hub for the other half of a pair.

    Raises:
        DownloadFailed: The Hub is out of reach.
    """
    core = read_name(repository).core
    if not core:
        return []
    page = hub.search(" ".join(core), sort=HubSort.DOWNLOADS, page_size=_MOST_RESULTS, token=token, endpoint=endpoint)
    return siblings_among(repository, page.repositories)
