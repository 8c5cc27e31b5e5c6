"""Records to JSON and back, without losing what JSON has no word for."""

from __future__ import annotations

import hashlib
import math
import zlib
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from lab.records import Contestant, TokenDetail

T = TypeVar("T")


def to_json(value: Any) -> bytes:
    """A record as JSON, which has no word for some things.

    Infinite and undefined numbers become ``"-inf"``, ``"inf"``, ``"nan"`` (a logit bias of minus infinity is how a
    token is forbidden); halves of characters, as in a file name that is no text, become question marks.
    """
    return msgspec.json.encode(_spelled(msgspec.to_builtins(value)))


def from_json(data: bytes | str, kind: type[T]) -> T:
    """The record again.

    Raises:
        msgspec.ValidationError: It is JSON, but not that record.
        msgspec.DecodeError: It is not JSON.
    """
    # Not strict: that is how msgspec takes "-inf" for a number.
    return msgspec.json.decode(data, type=kind, strict=False)


def contestant_id(contestant: Contestant) -> str:
    """A name for a contestant that is the same wherever all of it but the seed is the same.

    The seed says which of its answers a contestant gave, not who it is. It differs from answer to answer, so with it
    no contestant would ever be met twice.
    """
    return hashlib.sha256(to_json(with_seed(contestant, 0))).hexdigest()[:32]


def with_seed(contestant: Contestant, seed: int) -> Contestant:
    """The contestant, drawing with another seed."""
    return replace(contestant, sampler=replace(contestant.sampler, seed=seed))


def storable(text: str) -> str:
    """Text that SQLite takes: half of a surrogate pair, which is no character, becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def packed(details: tuple[TokenDetail, ...]) -> bytes | None:
    """Token probabilities in little room; they repeat themselves a lot. None for none."""
    return zlib.compress(to_json(details), level=6) if details else None


def unpacked(data: bytes | None) -> tuple[TokenDetail, ...]:
    """The token probabilities again."""
    return from_json(zlib.decompress(data), tuple[TokenDetail, ...]) if data else ()


def _spelled(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, str):
        return value if value.isascii() else storable(value)
    if isinstance(value, dict):
        return {key: _spelled(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_spelled(inner) for inner in value]
    return value
