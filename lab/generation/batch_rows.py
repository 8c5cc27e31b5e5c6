"""What is asked of a batch, row by row, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass

from lab.errors import LabError
from lab.records import Contestant, Response, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A prompt for one contestant, and those that follow it, one after each answer."""

    number: int
    """The caller's; once in a run."""
    contestant: Contestant
    """Seed and length limit are inside; the file is the engine's own."""
    prompt: str
    turns: tuple[Turn, ...] = ()
    """What is said already."""
    then: tuple[str, ...] = ()
    """The prompts that follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLoading:
    """How much of the model file has been read, 0 to 1."""

    fraction: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelReady:
    """Answers can begin."""

    engine: str
    """Name and version of what runs the model."""
    context_tokens: int
    """Of each row."""
    rows: int
    """How many are answered at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowStarted:
    """An answer begins."""

    row: Row
    place: int
    """Which of the row's prompts: 0 for ``row.prompt``, 1 for the first of ``row.then``, and so on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProgress:
    """An answer grows."""

    row: Row
    place: int
    text: str
    """All of it up to now."""
    completion_tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAnswered:
    """An answer is complete."""

    row: Row
    place: int
    response: Response
    turn: Turn
    """What it adds to the conversation."""
    last: bool
    """The row is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFailed:
    """There is no answer; this row is over, the run goes on."""

    row: Row
    place: int
    error: LabError


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRestarted:
    """The model's process died; what it was at is tried once more."""

    message: str


RunEvent = ModelLoading | ModelReady | RowStarted | RowProgress | RowAnswered | RowFailed | WorkerRestarted
