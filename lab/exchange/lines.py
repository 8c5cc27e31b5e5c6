"""The lines of an exported history: JSONL (https://jsonlines.org), UTF-8, one object a line, told apart by ``type``.

This is the documented format, version 2. A file without runs is still of version 1, and every file of version 1 can be
read. The order is a part of it:

====================== ===============================================================================================
``type``               what the line is, and where it stands
====================== ===============================================================================================
``counterpoint``       the first line: the version of the format
``session``            a conversation; all of its lines follow it, up to the next ``session``
``contestant``         a model with framing, system prompt and sampler; before the first answer that it gave, and before
                       the first run that it plays in
``run``                a suite that was run over two contestants, with all of the suite as JSON; after the session that
                       holds what it asked, before that session's comparisons (since version 2)
``answer``             an answer with all that made it; before the first comparison of its session that shows it
``comparison``         a prompt with its answers, at its place in the tree; after the one that it goes on from
``rater``              somebody who voted; before the first line that names them
``vote``               a vote on the comparison before it. All that were ever cast are there, the oldest first; of a
                       rater's votes on one aspect the last one counts
``judgement``          whether a side of the comparison before it is correct; of a rater's the last one counts
``note``               what a rater wrote beside the comparison before it
``end``                the last line, which tells a whole file from one that was cut off
====================== ===============================================================================================

What each field means stands with the records in ``lab.records``. Times are ISO 8601 in UTC with milliseconds. Numbers
that JSON lacks are written as ``"-inf"``, ``"inf"`` and ``"nan"``. Where a model's file lies is not told: it says more
of the computer and its user than of the answer, and no program should open a path that a stranger's file names.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Raw

from lab.records import AnswerState, FinishReason, Origin, RunSettings, RunState, Side, VoteChoice

VERSION = 2
"""Goes up when a file can no longer be read by the version before."""

WITHOUT_RUNS = 1
"""The version of a file that has no runs, so that older programs can read it too."""

Id = Annotated[str, Meta(pattern=r"\A[0-9a-z-]{1,64}\Z")]
Moment = Annotated[str, Meta(pattern=r"\A(19[7-9]\d|2\d\d\d)-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ\Z")]
"""Years in which every system can tell the local time."""
Count = Annotated[int, Meta(ge=0, le=2**53)]
Name = Annotated[str, Meta(max_length=1000)]
Slug = Annotated[str, Meta(pattern=r"\A[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?\Z")]
"""The id of a suite or of its item."""
Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Texts = Annotated[tuple[str, ...], Meta(max_length=10_000)]


class Line(msgspec.Struct, tag_field="type", forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One line."""


class Head(Line, tag="counterpoint", frozen=True):
    """The first line."""

    version: int
    """Of the format."""
    made_by: str
    """The program, e.g. ``Counterpoint 0.1.0``."""


class SessionLine(Line, tag="session", frozen=True):
    """A conversation."""

    id: Id
    title: str
    pinned: bool
    tags: Texts
    created_utc: Moment
    updated_utc: Moment


class ContestantLine(Line, tag="contestant", frozen=True):
    """Who answered."""

    id: Id
    """A hash of the rest, so it is the same in every file."""
    whole: Raw
    """A ``Contestant`` with an empty path, and 0 for the seed, which belongs to the answer."""


class RunLine(Line, tag="run", frozen=True):
    """A suite over two contestants."""

    id: Id
    session_id: Id
    suite_id: Slug
    suite_title: Name
    suite: Annotated[str, Meta(max_length=64 * 2**20)]
    """All of it, as JSON in a text, so that its checksum is that of these very characters."""
    suite_sha256: Sha256
    a: Id
    """The id of a contestant's line."""
    b: Id
    samples: Annotated[int, Meta(ge=1, le=1000)]
    settings: RunSettings
    state: RunState
    """Never ``running``: it is ``stopped`` in a file."""
    created_utc: Moment
    updated_utc: Moment


class PlaceInRun(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Where a comparison stands in a run."""

    run_id: Id
    suite_id: Slug
    item_id: Slug
    sample: Annotated[int, Meta(ge=0, le=1000)]


class ResponsePart(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What made an answer; its text stands beside it."""

    rendered_prompt: str
    token_ids: tuple[Annotated[int, Meta(ge=0, le=2**31)], ...]
    finish_reason: FinishReason
    prompt_tokens: Count
    cached_prompt_tokens: Count
    completion_tokens: Count
    dropped_turns: Count
    time_to_first_token_ms: float | None
    tokens_per_second: float | None
    prompt_tokens_per_second: float | None
    details: Raw
    """A list of ``TokenDetail``; empty unless probabilities were asked for."""


class AnswerLine(Line, tag="answer", frozen=True):
    """One side's answer."""

    id: Id
    contestant: Id
    """The id of a contestant's line."""
    seed: Annotated[int, Meta(ge=0, le=2**53)]
    state: AnswerState
    """Never ``streaming``: what was being written when the file was made is ``partial`` in it."""
    engine: str
    problem: str
    begun_utc: Moment
    saved_utc: Moment
    text: str
    response: ResponsePart | None


class ComparisonLine(Line, tag="comparison", frozen=True, omit_defaults=True):
    """A prompt and its answers."""

    id: Id
    session_id: Id
    parent_id: Id | None
    origin: Origin
    prompt: str
    created_utc: Moment
    a: Id | None
    """The id of A's answer."""
    b: Id | None
    in_run: PlaceInRun | None = None
    """Not written for a comparison that no run asked (since version 2)."""


class RaterLine(Line, tag="rater", frozen=True):
    """Somebody who voted. ``me@`` and a number is whoever calls themselves ``me`` on one computer; see ``raters``."""

    name: Name


class VoteLine(Line, tag="vote", frozen=True):
    """A vote."""

    id: Id
    comparison_id: Id
    rater: Name
    choice: VoteChoice | None
    aspect: str
    reasons_a: Texts
    reasons_b: Texts
    shown_first: Side
    blind: bool
    time_taken_ms: Count | None
    cast_utc: Moment


class JudgementLine(Line, tag="judgement", frozen=True):
    """Whether a side is correct."""

    id: Id
    comparison_id: Id
    side: Side
    rater: Name
    correct: bool | None
    judged_utc: Moment


class NoteLine(Line, tag="note", frozen=True):
    """A note."""

    comparison_id: Id
    rater: Name
    text: Annotated[str, Meta(min_length=1)]
    written_utc: Moment


class End(Line, tag="end", frozen=True):
    """The last line."""

    lines: Count
    """How many there are in all, with this one."""


AnyLine = (
    Head | SessionLine | ContestantLine | RunLine | AnswerLine | ComparisonLine | RaterLine | VoteLine
    | JudgementLine | NoteLine | End
)  # fmt: skip

_encoder = msgspec.json.Encoder()


def encoded(line: Line) -> bytes:
    """A line as it stands in the file."""
    return _encoder.encode(line) + b"\n"


def plain(value: Any) -> Raw:
    """What is JSON already, put into a line as it is."""
    return Raw(value)
