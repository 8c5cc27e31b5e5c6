"""What the Hub knows of repositories and their files, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class HubSort(StrEnum):
    """What search results are sorted by, the most first."""

    DOWNLOADS = "downloads"
    LIKES = "likes"


class Gate(StrEnum):
    """Whether the files of a repository are given to everybody."""

    OPEN = "open"
    ASK = "ask"
    """Whoever accepts the terms gets them at once."""
    APPROVAL = "approval"
    """A person decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HubFile:
    """A file on the Hub as it stands at one commit."""

    repository: str
    file: str
    """Its path in the repository."""
    commit: str
    size_bytes: int
    sha256: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRepository:
    """A repository as a search lists it."""

    repository: str
    """Owner and name."""
    downloads: int
    """Of the last 30 days."""
    likes: int
    licence: str
    """As its author wrote it, e.g. ``apache-2.0``; empty if unknown."""
    gate: Gate
    changed: str
    """The day of its last change, e.g. ``2025-03-01``; empty if unknown."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page of a search."""

    repositories: tuple[FoundRepository, ...]
    page: int
    """From 1."""
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HubRepository:
    """A repository as it stands at one commit, with the GGUF files whose checksum the Hub knows."""

    repository: str
    commit: str
    files: tuple[HubFile, ...]
    licence: str
    """As its author wrote it; empty if unknown."""
    licence_url: str
    gate: Gate
    downloads: int
    likes: int
    made_from: tuple[str, ...] = ()
    """Repositories of the weights that it was made from."""
    tags: tuple[str, ...] = ()
