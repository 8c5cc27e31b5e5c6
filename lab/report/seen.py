"""One walk through the part of the history that a report is about: what was compared, by whom, and how it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lab.exchange.progress import Report, Steps
from lab.exchange.raters import name_abroad
from lab.exchange.told import Told, told
from lab.exchange.wanted import Wanted, count_places
from lab.records import Contestant, KeptAnswer, Note, Vote
from lab.report.examples import Choosing, Example
from lab.storage.votes import ME, that_count
from lab.storage.work import Work


@dataclass(slots=True)
class Making:
    """What went into one contestant's answers that is no part of who it is."""

    answers: int = 0
    seeds: set[int] = field(default_factory=set)
    engines: set[str] = field(default_factory=set)
    """The llama.cpp versions; without those that are not known."""
    first_utc: str = ""
    last_utc: str = ""

    def add(self, other: Making) -> None:
        """Take in what went into others."""
        self.answers += other.answers
        self.seeds |= other.seeds
        self.engines |= other.engines
        self.first_utc = min(filter(None, (self.first_utc, other.first_utc)), default="")
        self.last_utc = max(self.last_utc, other.last_utc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is, whatever was voted."""

    at_utc: str
    """When the history was looked at."""
    comparison_ids: frozenset[str]
    answer_ids: frozenset[str]
    sessions: int
    voted: int
    """How many of the comparisons have a vote that is asked about."""
    first_utc: str
    """When the first comparison was made; empty if there is none."""
    last_utc: str
    makings: Mapping[Contestant, Making]
    """By contestant, with 0 for its seed and no path."""
    examples: tuple[Example, ...]


def look(work: Work, wanted: Wanted, report: Report) -> Seen:
    """Walk through it; texts of answers are held for the examples only.

    Args:
        work: A reading transaction.
        wanted: What is asked about. Sessions choose comparisons; blind and rater choose votes, not comparisons.
        report: Is told how many comparisons are done, and of how many.
    """
    everything = Wanted(session_ids=wanted.session_ids)
    steps = Steps(report, count_places(work, everything))
    me = name_abroad(work)
    choosing = Choosing()
    comparison_ids: set[str] = set()
    answer_ids: set[str] = set()
    sessions: set[str] = set()
    moments: list[str] = []
    makings: dict[Contestant, Making] = {}
    voted = 0
    for each in told(work, everything, voted=False):
        comparison = each.comparison
        comparison_ids.add(comparison.id)
        sessions.add(comparison.session_id)
        moments = [min([*moments[:1], comparison.created_utc]), max([*moments[1:], comparison.created_utc])]
        for answer in (comparison.a, comparison.b):
            if answer is not None and answer.id not in answer_ids:
                answer_ids.add(answer.id)
                makings.setdefault(who(answer), Making()).add(_making(answer))
        votes = _asked_about(each, wanted, me)
        voted += bool(votes)
        choosing.offer(comparison, votes, _notes(each, wanted, me))
        steps.one()
    return Seen(
        at_utc=work.now,
        comparison_ids=frozenset(comparison_ids),
        answer_ids=frozenset(answer_ids),
        sessions=len(sessions),
        voted=voted,
        first_utc=moments[0] if moments else "",
        last_utc=moments[1] if moments else "",
        makings=makings,
        examples=choosing.chosen(),
    )


def who(answer: KeptAnswer) -> Contestant:
    """Who gave an answer, without what differs from answer to answer and from computer to computer."""
    contestant = answer.contestant
    return replace(contestant, model=replace(contestant.model, path=""), sampler=replace(contestant.sampler, seed=0))


def _making(answer: KeptAnswer) -> Making:
    return Making(
        answers=1,
        seeds={answer.contestant.sampler.seed},
        engines={answer.engine} - {""},
        first_utc=answer.begun_utc,
        last_utc=answer.begun_utc,
    )


def _asked_about(each: Told, wanted: Wanted, me: str) -> list[Vote]:
    here = [replace(vote, rater=ME) if vote.rater == me else vote for vote in that_count(each.votes)]
    return [vote for vote in here if (vote.blind or not wanted.blind_only) and wanted.rater in ("", vote.rater)]


def _notes(each: Told, wanted: Wanted, me: str) -> Sequence[Note]:
    here = [replace(note, rater=ME) if note.rater == me else note for note in each.notes]
    return [note for note in here if wanted.rater in ("", note.rater)]
