"""A report as values: what both documents say, in the same words. Only how it is set differs."""

from __future__ import annotations

from dataclasses import dataclass

from lab.records import Kind, Side
from lab.results.chart import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart and what is said about it."""

    title: str
    chart: Chart | None
    """None if there is nothing to draw; then the sentences say why."""
    axis: tuple[tuple[float, str], ...] = ()
    """What stands along the chart's scale: places, 0 to 1, and their words. Empty where each row has its own scale."""
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of the standings."""

    kind: Kind
    cells: tuple[str, ...]
    """Rank, name, badge, rating, interval, win rate, votes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A cell of the win matrix."""

    words: str
    won: float
    """The share, 0 to 1, of all votes between the two that the one of the row won."""
    even: float
    """The share that preferred neither."""
    votes: int
    """0 if they never met, and where a contestant meets itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Who beat whom."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Met, ...]], ...]
    """Each with its contestant."""
    left_out: str
    """A sentence about who is not shown; empty if all are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswer:
    """One side of an example."""

    side: Side
    name: str
    kind: Kind
    kind_words: str
    """The kind as a part of a sentence."""
    facts: str
    text: str
    """As the model wrote it, perhaps only its beginning."""
    cut: str
    """A sentence if there is more of it; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownExample:
    """A comparison with what was thought of it."""

    title: str
    prompt: str
    answers: tuple[ShownAnswer, ...]
    votes: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    """Who wrote it, and what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line about how a contestant's answers were made."""

    label: str
    words: str
    foreign: bool = False
    """True if the words are a stranger's, who may have made many lines of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a contestant's answers come from."""

    name: str
    kind: Kind
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A whole report."""

    made: str
    """When, and with what."""
    facts: tuple[tuple[str, str], ...]
    """Numbers, each with what it counts."""
    scope: tuple[str, ...]
    """Sentences on what was compared, when, by whom, and what is left out."""
    verdict: str
    """The one sentence that matters most."""
    notices: tuple[str, ...]
    """What a reader must know before believing it."""
    standings: Picture
    places: tuple[Place, ...]
    """The rows of the standings, as the chart has them."""
    style: Picture
    matrix: Matrix | None
    sways: tuple[Picture, ...]
    """One for each rater whose votes carry it."""
    too_few_to_sway: str
    """A sentence about the other raters; empty if there are none."""
    agreement: str
    """How far raters agree, as a sentence; empty unless there are several."""
    personality: tuple[Picture, ...]
    measures: tuple[tuple[str, str], ...]
    """What is measured, each with its explanation."""
    examples: tuple[ShownExample, ...]
    origins: tuple[Origin, ...]
