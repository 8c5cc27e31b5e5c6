"""How far a run is, as whoever shows it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lab.records import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class SideProgress:
    """One side of a run."""

    planned: int
    """How many answers it is to give in all."""
    done: int
    """How many it has given, those that failed among them."""
    failed: int
    never_asked: int
    """How many it will not be asked for, because what they go on from failed or was thrown away."""
    writing: int = 0
    """How many it is writing now."""

    @property
    def left(self) -> int:
        """How many are still to come."""
        return self.planned - self.done - self.never_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProgress:
    """A run at one moment."""

    sides: Mapping[Side, SideProgress]
    left_s: float | None
    """How long it will still take, in seconds; None while nothing is known."""
    paused: bool
    doing: str
    """What goes on, in a few words; empty if nothing does."""
    latest: str
    """The text that came last."""
    restarts: int
    """How often a model's process died and was started again."""

    @property
    def planned(self) -> int:
        """Answers of both sides that will be there at the end."""
        return sum(side.planned - side.never_asked for side in self.sides.values())

    @property
    def done(self) -> int:
        """Answers that are there."""
        return sum(side.done for side in self.sides.values())

    @property
    def finished(self) -> bool:
        """Whether nothing is left to ask."""
        return not any(side.left for side in self.sides.values())
