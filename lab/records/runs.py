"""A suite that is run over two contestants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lab.records.answers import Contestant, Schedule


class RunState(StrEnum):
    """How far a run has come."""

    RUNNING = "running"
    """A program is at it now."""
    STOPPED = "stopped"
    """There is more to do, and nobody does it: it was stopped, or its program ended."""
    FINISHED = "finished"
    """Every row has its answer, or a sentence that says why there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What a run is told besides who plays."""

    seed: int = 42
    """The seeds of all answers are made from this one."""
    context_tokens: int = 4096
    """The longest conversation to make room for."""
    schedule: Schedule = Schedule.AUTO
    """Whether both models may be loaded at once."""
    rows_a: int = 0
    """How many rows of A were answered at once when the run began; 0 if that is not known. One alone is computed in
    another way than many, so the same seed may give another answer."""
    rows_b: int = 0
    """The same for B."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRun:
    """A run as it stands in the history."""

    id: str
    session_id: str
    """The conversation that holds all of its comparisons."""
    suite_id: str
    suite_title: str
    suite: str
    """The whole suite as it was read, as JSON; a change of its file later changes no run."""
    suite_sha256: str
    """Of that JSON in UTF-8, lower-case hex; tells whether two runs had the same suite."""
    a: Contestant
    """Plays side A, with 0 for its seed. An item may bring a system prompt of its own."""
    b: Contestant
    samples: int
    """How often each prompt is asked."""
    settings: RunSettings
    state: RunState
    created_utc: str
    updated_utc: str
    """When it last got an answer or changed its state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InRun:
    """The place of a comparison in a run."""

    run_id: str
    suite_id: str
    item_id: str
    sample: int
    """From 0."""
