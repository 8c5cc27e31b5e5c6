"""What people keep of comparisons: sessions, comparisons and the votes on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lab.records.answers import Contestant, Response
from lab.records.runs import InRun


class Side(StrEnum):
    """The two sides of a comparison."""

    A = "a"
    B = "b"


class VoteChoice(StrEnum):
    """Which answer is better. The four stay apart everywhere."""

    A = "a"
    B = "b"
    TIE = "tie"
    BOTH_BAD = "both_bad"


class Origin(StrEnum):
    """How a comparison came to stand where it stands in its conversation."""

    PROMPT = "prompt"
    """The next prompt of the conversation."""
    EDIT = "edit"
    """The prompt of a sibling, changed."""
    REGENERATE = "regenerate"
    """The prompt of a sibling, answered again by one side or both."""
    BRANCH = "branch"
    """Another way on from an earlier turn."""


class AnswerState(StrEnum):
    """How far a kept answer has come."""

    STREAMING = "streaming"
    """It is being written now."""
    FINISHED = "finished"
    """It ended in an orderly way; stopped by the user counts, its finish reason says so."""
    PARTIAL = "partial"
    """The program ended before it did; the text is what had been kept until then."""
    FAILED = "failed"
    """The model or its worker failed; ``problem`` says how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSession:
    """A conversation in the history."""

    id: str
    title: str
    """Empty until somebody names it."""
    pinned: bool
    tags: tuple[str, ...]
    """In alphabetical order."""
    created_utc: str
    """ISO 8601 with milliseconds and ``Z``, like all times here; so they sort as text."""
    updated_utc: str
    """When it last got a comparison, a title, a pin or a tag."""
    trashed_utc: str | None
    """When it was put into the trash; None if it is not there."""
    first_prompt: str
    """What the conversation began with; empty if it hasn't."""
    comparisons: int
    """How many there are, without those in the trash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """One side's answer as it stands in the history."""

    id: str
    state: AnswerState
    contestant: Contestant
    text: str
    response: Response | None
    """Everything that made it; None while it streams and if the program ended before it did."""
    engine: str
    """The llama.cpp that made it, e.g. ``llama.cpp b7000``; empty if unknown."""
    problem: str
    """What went wrong, as a sentence; empty if nothing did."""
    begun_utc: str
    saved_utc: str
    """When its text was last kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One prompt and its answers: a place in the tree of a conversation."""

    id: str
    session_id: str
    parent_id: str | None
    """The comparison that it goes on from; None for a first prompt."""
    origin: Origin
    prompt: str
    created_utc: str
    trashed_utc: str | None
    a: KeptAnswer | None
    """None if only the other side was asked."""
    b: KeptAnswer | None
    in_run: InRun | None = None
    """Its place in the run of a suite; None for all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What one rater thought of one comparison at one moment. A change of mind is another vote."""

    id: str
    comparison_id: str
    rater: str
    """The rater's name."""
    choice: VoteChoice | None
    """None takes the vote back."""
    aspect: str = ""
    """What the vote is about, e.g. ``clear``; empty for the answer as a whole."""
    reasons_a: tuple[str, ...] = ()
    """What A's answer is like, as the rater's chips say it; also without a choice."""
    reasons_b: tuple[str, ...] = ()
    shown_first: Side
    """Which side stood on the left."""
    blind: bool
    """True if the rater could not know who is who."""
    time_taken_ms: int | None
    """From both answers being there to the vote; None if unknown."""
    cast_utc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether one rater held one side's answer to be correct; apart from which one is better."""

    id: str
    comparison_id: str
    side: Side
    rater: str
    correct: bool | None
    """None takes the judgement back."""
    judged_utc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What one rater wrote beside a comparison."""

    comparison_id: str
    rater: str
    text: str
    written_utc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A comparison in which a search found something."""

    comparison_id: str
    session_id: str
    session_title: str
    prompt: str
    excerpt: str
    """A piece of the text around what was found; empty if no text was looked for."""
    created_utc: str
    model_a: str = ""
    """The name of A's model; empty if only B was asked."""
    model_b: str = ""
    choice: VoteChoice | None = None
    """The vote that counts now; None without one."""
