"""What a recording is: a zip archive whose name ends with ``.counterpoint``, with these files in it and no others.

==================== =================================================================================================
``recording.json``   what it is, who made it and when, and size and checksum of the other files (``Head``)
``history.jsonl``    the comparisons with all that made their answers, and the votes on them, as ``lab.exchange.lines``
                     has them; a run brings its suite with it there
``lesson.md``        the lesson, as its author wrote it; only in the recording of a lesson
==================== =================================================================================================

The paths of model files stay out, and notes do unless they are asked for: people write them for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from lab.exchange.lines import Count, Id, Moment, Name, Sha256
from lab.lessons.lesson import MOST_PROMPTS, Lesson, Run
from lab.lessons.progress import Asking, Progress, asked
from lab.records import Side

VERSION = 1
"""Goes up when a file can no longer be read by the version before."""
TYPE = "counterpoint-recording"
SUFFIX = ".counterpoint"

HEAD, HISTORY, LESSON = "recording.json", "history.jsonl", "lesson.md"
"""The names of the files in it."""

_Place = Annotated[str, Meta(pattern=r"\A[0-9]{1,2}\Z")]


class Recorded(StrEnum):
    """What was recorded."""

    RUN = "run"
    """A suite over two contestants."""
    LESSON = "lesson"


class Piece(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One of the files."""

    size_bytes: Count
    sha256: Sha256


class RecordedStep(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The answers of one step of a lesson."""

    session_id: Id
    """The conversation that holds them."""
    comparisons: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=MOST_PROMPTS)]
    """One for each prompt that was asked."""
    sides: Annotated[tuple[Side, ...], Meta(min_length=1, max_length=MOST_PROMPTS)]
    """Which side of each the lesson's A stands on."""

    def __post_init__(self) -> None:
        """Say what can't be meant.

        Raises:
            ValueError: The two are not of one length.
        """
        if len(self.sides) != len(self.comparisons):
            raise ValueError("there must be one of `sides` for each of `comparisons`")


class Head(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True, omit_defaults=True):
    """The file ``recording.json``."""

    type: str
    """Always ``counterpoint-recording``."""
    version: int
    """Of this format."""
    id: Id
    """Another one for each recording, so that one that is opened twice is known again."""
    recorded: Recorded
    title: Name
    """Of the suite or the lesson."""
    by: Name = ""
    """Who recorded it, as people call them; empty if nobody says."""
    rater: Name = ""
    """What they are called in ``history.jsonl``, e.g. ``me@1a2b3c4d5e``; empty without their votes."""
    recorded_utc: Moment
    made_by: Name
    """The program, e.g. ``Counterpoint 0.1.0``."""
    run_id: Id | None = None
    """Of a run; else None."""
    steps: dict[_Place, RecordedStep] = {}
    """Of a lesson: by the step's place, from 0."""
    pieces: dict[str, Piece]
    """The other files, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A recording whose head and lesson have been read."""

    head: Head
    lesson: Lesson | None
    """None in the recording of a run."""

    def asking(self, place: int) -> Asking:
        """The recorded answers of a step of its lesson; none if it was not asked."""
        step = self.head.steps.get(str(place))
        if step is None:
            return Asking()
        act = self.lesson.steps[place].act if self.lesson else None
        blind = isinstance(act, Run) and act.blind
        return Asking(comparisons=step.comparisons, sides=step.sides, session_id=step.session_id, blind=blind)


def with_hidden(progress: Progress, recording: Recording) -> Progress:
    """A learner's progress in which the conversations of blind steps are marked as such, though not yet looked at."""
    for place in map(int, recording.head.steps):
        recorded = recording.asking(place)
        if recorded.blind and progress.asking(place) == Asking():
            progress = asked(progress, place, replace(recorded, comparisons=(), sides=()))
    return progress
