"""The pairs and stage ladders worth trying, as they ship with the program (resources/catalogue.toml).

The table says where to look and why. Sizes, checksums and commits come from the Hub when something is fetched.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from enum import StrEnum
from importlib.resources import files
from typing import Annotated

import msgspec

from lab.language import language
from lab.records import Kind

_Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9.-]*$")]
_Repository = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*$")]
_Pattern = Annotated[str, msgspec.Meta(pattern=r"(?i)^[\w.*?/-]+\.gguf$")]
_Words = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Address = Annotated[str, msgspec.Meta(pattern=r"^https://\S+$")]
_Bytes = Annotated[int, msgspec.Meta(gt=0)]


class Stage(StrEnum):
    """How far a model's training has gone."""

    BASE = "base"
    """Only pretrained."""
    SFT = "sft"
    """Shown examples of good answers."""
    DPO = "dpo"
    """Shown which of two answers people prefer."""
    CHAT = "chat"
    """As it was released for conversations."""

    @property
    def kind(self) -> Kind:
        """Base or chat."""
        return Kind.BASE if self is Stage.BASE else Kind.CHAT


class CatalogueModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One model of a pair or a ladder."""

    stage: Stage
    name: _Id
    """What it is called in the library."""
    repository: _Repository
    pattern: _Pattern
    """Which of its files, with ``*`` for anything; upper and lower case are one."""
    licence: _Words
    licence_url: _Address
    size_bytes: _Bytes
    """About; the Hub knows it exactly."""


class CatalogueEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pair (base and chat) or a ladder (every stage of one model's training)."""

    id: _Id
    """What ``counterpoint pull`` calls it."""
    title: _Words
    family: _Words
    made_by: _Words
    why: _Words
    """A sentence on why to try it."""
    models: Annotated[tuple[CatalogueModel, ...], msgspec.Meta(min_length=2, max_length=6)]
    """From the base model up."""
    terms: str = ""
    """A notice that must be shown before the download; empty if the licence asks for none."""

    def __post_init__(self) -> None:
        stages = [model.stage for model in self.models]
        if sorted(stages, key=list(Stage).index) != stages or len(set(stages)) != len(stages):
            raise ValueError(f"{self.id}: each stage stands once, and in the order {', '.join(Stage)}")
        if stages[0] is not Stage.BASE or stages[-1] is Stage.BASE:
            raise ValueError(f"{self.id}: it goes from a base model to another stage")

    @property
    def is_ladder(self) -> bool:
        """Whether it has stages between base and chat."""
        return len(self.models) > 2

    @property
    def size_bytes(self) -> int:
        """Of all its models together, about."""
        return sum(model.size_bytes for model in self.models)


class _Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said about an entry in another language."""

    why: _Words
    title: str = ""
    """Empty if it is a name, which stays."""


class _Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entries: tuple[CatalogueEntry, ...]


def parse_catalogue(data: bytes) -> tuple[CatalogueEntry, ...]:
    """Check a catalogue and give its entries in their order.

    Raises:
        msgspec.ValidationError: It says something else than it must; the message tells what and where.
        msgspec.DecodeError: It is not TOML.
    """
    entries = msgspec.toml.decode(data, type=_Catalogue).entries
    _refuse_twice([(entry.id, f"$.entries[{place}].id") for place, entry in enumerate(entries)])
    _refuse_twice(
        [
            (model.name, f"$.entries[{place}].models[{number}].name")
            for place, entry in enumerate(entries)
            for number, model in enumerate(entry.models)
        ],
        # The same file may be part of a pair and of a ladder.
        same={
            f"$.entries[{place}].models[{number}].name": f"{model.repository}/{model.pattern}"
            for place, entry in enumerate(entries)
            for number, model in enumerate(entry.models)
        },
    )
    return entries


def catalogue() -> tuple[CatalogueEntry, ...]:
    """The catalogue that ships; what is said about its entries, in the language that is spoken."""
    return _shipped(language())


@functools.cache
def _shipped(code: str) -> tuple[CatalogueEntry, ...]:
    entries = parse_catalogue((files("resources") / "catalogue.toml").read_bytes())
    wording = files("resources") / code / "catalogue.toml"
    return _worded(entries, wording.read_bytes()) if wording.is_file() else entries


def _worded(entries: Sequence[CatalogueEntry], wording: bytes) -> tuple[CatalogueEntry, ...]:
    words = msgspec.toml.decode(wording, type=dict[_Id, _Wording])
    return tuple(
        msgspec.structs.replace(entry, title=words[entry.id].title or entry.title, why=words[entry.id].why)
        if entry.id in words
        else entry
        for entry in entries
    )


def _refuse_twice(named: Sequence[tuple[str, str]], same: dict[str, str] | None = None) -> None:
    places: dict[str, str] = {}
    for name, place in named:
        first = places.setdefault(name, place)
        if first != place and (same is None or same[first] != same[place]):
            raise msgspec.ValidationError(f"'{name}' stands twice - at `{first}` and at `{place}`")
