"""Which votes are asked about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """All of it must hold. Everybody's votes on answers as a whole, unless told otherwise."""

    blind: bool = False
    """Only votes that were blind."""
    rater: str | None = None
    """Only this rater's; None for everybody's."""
    tag: str | None = None
    """Only from sessions with this tag; None for all."""
    aspect: str = ""
    """What the votes are about; empty for the answer as a whole."""
    fold_to_models: bool = False
    """Take all contestants of a model file for one."""
