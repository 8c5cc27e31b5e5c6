"""What the page shows, made ready on the thread that works it out, so that the window only has to put it in place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lab.results.chart import Chart


class Emptiness(StrEnum):
    """Why there is no ranking."""

    NO_VOTES = "no_votes"
    NONE_LIKE_THAT = "none_like_that"
    """There are votes, but none that the filter lets through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be filtered by, most votes first; each a value with its words."""

    raters: tuple[tuple[str, str], ...]
    tags: tuple[tuple[str, str], ...]
    aspects: tuple[tuple[str, str], ...]


class Secret(StrEnum):
    """Why nothing may be shown: the results would tell who is who in answers that are still hidden."""

    SESSION = "session"
    """A blind session is under way."""
    PAIR = "pair"
    """A blind comparison is open, and not revealed yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuelsShown:
    """Each against each; the rows begin with their contestant."""

    against: tuple[str, ...]
    """The heads of the columns after the first."""
    counted: tuple[tuple[str, ...], ...]
    """Wins and losses."""
    chances: tuple[tuple[str, ...], ...]
    """How likely the one of the row is to win."""
    left_out: int
    """How many contestants have no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingShown:
    """The ranking, and what it rests on."""

    emptiness: Emptiness | None
    facts: str
    choices: Choices
    rows: tuple[tuple[str, ...], ...]
    """The table's cells."""
    chart: Chart
    method: str
    """What the ratings mean, as sentences."""
    notices: tuple[str, ...]
    duels: DuelsShown


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartShown:
    """A chart with what is said below it, or why there is none."""

    chart: Chart | None
    second: str = ""
    """Beside the title."""
    foot: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsShown:
    """What needs the measures of the answers."""

    sways_title: str
    sways: ChartShown
    style: ChartShown
    measured: int
    """How many answers have measures."""
    missing: int
    """How many have none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleShown:
    """An answer from the history, as an example."""

    heading: str
    prompt: str
    text: str
