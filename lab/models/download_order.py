"""What is to be downloaded, how far it is, and what stands beside an unfinished file on disk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Annotated

import msgspec

from lab.errors import DownloadFailed, LabError
from lab.language import tr
from lab.models.hub_values import HubFile
from lab.records import Kind, Model

PART_SUFFIX = ".part"
SIDECAR_SUFFIX = ".part.json"
_COMMIT_DIGITS = 12
_SAFE_NAME = re.compile(r"[^\x00-\x1f\x7f<>:\"/\\|?*\ud800-\udfff]+")
_MOST_NAME_BYTES = 200
"""Systems take 255; what stands beside an unfinished file has a longer name than the file itself."""
_RESERVED_ON_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")

_Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
_Commit = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{40,64}$")]
_Bytes = Annotated[int, msgspec.Meta(gt=0)]
_Count = Annotated[int, msgspec.Meta(ge=1, le=10_000)]
_Address = Annotated[str, msgspec.Meta(pattern="^https?://")]
_OrderId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]


class DownloadState(StrEnum):
    """Where a download is."""

    WAITING = "waiting"
    CHECKING = "checking"
    """What is already on the disk is being hashed."""
    RUNNING = "running"
    RETRYING = "retrying"
    """The line broke; it will be tried again in a moment."""
    ADDING = "adding"
    """It is being entered in the library."""
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing happens any more by itself."""
        return self in (DownloadState.PAUSED, DownloadState.DONE, DownloadState.FAILED, DownloadState.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadOrder:
    """A model to fetch: one file, or the parts of one that was split."""

    files: tuple[HubFile, ...]
    """In the order of their parts; all of one repository at one commit."""
    name: str = ""
    """What to call it in the library; made from the file's name if empty."""
    kind: Kind | None = None
    """Base or chat, if our catalogue says so about exactly this file."""
    licence: str = ""
    licence_url: str = ""

    @property
    def repository(self) -> str:
        """Where it comes from."""
        return self.files[0].repository

    @property
    def commit(self) -> str:
        """As it stood at this commit."""
        return self.files[0].commit

    @property
    def size_bytes(self) -> int:
        """Of all files together."""
        return sum(file.size_bytes for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A download as it stands at one moment."""

    id: str
    order: DownloadOrder
    state: DownloadState
    done_bytes: int
    """On the disk, of all files."""
    total_bytes: int
    path: Path
    """Where the file will stand, the first one of several."""
    bytes_per_second: float | None = None
    """Over the last seconds; None while nothing comes."""
    seconds_left: float | None = None
    """At that speed."""
    retry_in_s: float | None = None
    """While it is ``RETRYING``: the length of the wait."""
    error: LabError | None = None
    """Why it failed, or what it is being tried again for."""
    model: Model | None = None
    """As the library knows it, once it is done."""


class Sidecar(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside an unfinished file, enough to go on with it in another process."""

    order: _OrderId
    """The download that it belongs to."""
    position: Annotated[int, msgspec.Meta(ge=0)]
    """Of this file in its download."""
    of: _Count
    """How many files the download has."""
    repository: str
    commit: _Commit
    file: str
    url: _Address
    size_bytes: _Bytes
    sha256: _Sha256
    etag: str = ""
    """As the server that gives the bytes calls this version of them; empty before the first byte or if it has none."""
    name: str = ""
    kind: Kind | None = None
    licence: str = ""
    licence_url: str = ""

    def __post_init__(self) -> None:
        try:
            folder_name(self.repository, self.commit)
            safe_path(self.file)
        except DownloadFailed as error:
            raise ValueError(error.message) from error

    @property
    def source(self) -> HubFile:
        """What to fetch."""
        return HubFile(
            repository=self.repository,
            file=self.file,
            commit=self.commit,
            size_bytes=self.size_bytes,
            sha256=self.sha256,
            url=self.url,
        )


def sidecars_of(identity: str, order: DownloadOrder) -> list[Sidecar]:
    """The sidecars with which an order begins."""
    return [
        Sidecar(
            order=identity,
            position=position,
            of=len(order.files),
            repository=file.repository,
            commit=file.commit,
            file=file.file,
            url=file.url,
            size_bytes=file.size_bytes,
            sha256=file.sha256,
            name=order.name,
            kind=order.kind,
            licence=order.licence,
            licence_url=order.licence_url,
        )
        for position, file in enumerate(order.files)
    ]


def order_of(sidecars: list[Sidecar]) -> DownloadOrder | None:
    """The order that sidecars were written for; None if one is missing."""
    ranked = sorted(sidecars, key=lambda one: one.position)
    if not ranked or [one.position for one in ranked] != list(range(ranked[0].of)):
        return None
    first = ranked[0]
    return DownloadOrder(
        files=tuple(one.source for one in ranked),
        name=first.name,
        kind=first.kind,
        licence=first.licence,
        licence_url=first.licence_url,
    )


def target_of(models: Path, file: HubFile) -> Path:
    """Where a file will stand: one folder for each repository and commit, so that nothing is ever mixed up.

    Raises:
        DownloadFailed: Its name can't be a file's name everywhere, or leads out of the folder.
    """
    return models / folder_name(file.repository, file.commit) / safe_path(file.file)


def folder_name(repository: str, commit: str) -> str:
    """The folder of a repository at a commit.

    Raises:
        DownloadFailed: That is not a repository's name, or not a commit: the Hub says both, and they make a path.
    """
    if not _REPOSITORY.fullmatch(repository) or ".." in repository:
        raise DownloadFailed(
            tr("'{repository}' is not the name of a repository.", repository=repository),
            tr("It looks like owner/name."),
        )
    if not _COMMIT.fullmatch(commit):
        raise DownloadFailed(
            tr("The Hub does not say at which commit {repository} stands.", repository=repository),
            tr("Try again later."),
        )
    return f"{repository.replace('/', '--')}@{commit[:_COMMIT_DIGITS]}"


def safe_path(file: str) -> Path:
    """A file's path below its folder, as the Hub names it.

    Raises:
        DownloadFailed: It can't be a file's name everywhere, or leads out of the folder.
    """
    names = PurePosixPath(file).parts
    fine = bool(names) and "/".join(names) == file
    for name in names:
        fine = fine and _SAFE_NAME.fullmatch(name) is not None and name not in (".", "..")
        fine = fine and len(name.encode()) <= _MOST_NAME_BYTES
        fine = fine and not name.endswith((" ", ".")) and not _RESERVED_ON_WINDOWS.fullmatch(name)
    if not fine:
        raise DownloadFailed(
            tr("The file's name '{file}' can't be used on this computer.", file=file),
            tr("Choose another file of the repository."),
        )
    return Path(*names)
