"""Records to JSON and back, without losing what JSON has no word for."""

from __future__ import annotations

import hashlib
import math
import zlib
from typing import Any, TypeVar

import msgspec

from lab.records import Contestant, TokenDetail

T = TypeVar("T")


def to_json(value: Any) -> bytes:
    """A record as JSON. Infinite and undefined numbers, which JSON lacks, become ``"-inf"``, ``"inf"``, ``"nan"``.

    (A logit bias of minus infinity is how a token is forbidden.)
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
    """A name for a contestant that is the same wherever all of it is the same."""
    return hashlib.sha256(to_json(contestant)).hexdigest()[:32]


def packed(details: tuple[TokenDetail, ...]) -> bytes | None:
    """Token probabilities in little room; they repeat themselves a lot. None for none."""
    return zlib.compress(to_json(details), level=6) if details else None


def unpacked(data: bytes | None) -> tuple[TokenDetail, ...]:
    """The token probabilities again."""
    return from_json(zlib.decompress(data), tuple[TokenDetail, ...]) if data else ()


def _spelled(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {key: _spelled(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_spelled(inner) for inner in value]
    return value
