"""Who is better, how sure that is, and what a reader must know before believing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lab.language import counted, number, tr
from lab.ratings.battles import Battles
from lab.ratings.contestants import Rated, names
from lab.ratings.standings import AVERAGE, Ratings
from lab.ratings.strength import bootstrap, elo, rate
from lab.results.ballots import Ballots
from lab.results.progress import GaveUp, Progress, Report, Stage, Stopped, never, nobody
from lab.results.question import Method, Question

SAMPLES = 200
"""How many a bootstrap takes."""
_MOST_GAPS = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """The answer to one question."""

    question: Question
    ratings: Ratings
    contestants: Mapping[str, Rated]
    """Those in the ratings, by id."""
    names: Mapping[str, str]
    """By id; no two are the same."""
    votes: int
    """How many votes it rests on."""
    open_votes: int
    """How many of them were not blind."""
    repeats: int
    """How many votes repeat a question; they measure the rater and are not among ``votes``."""
    raters: int
    elo: Mapping[str, float] | None = None
    """Elo ratings by id, if the question asks for them; ``ratings`` are Bradley-Terry's all the same."""

    @property
    def order(self) -> tuple[str, ...]:
        """The ids, best first by what was asked for."""
        best_first = tuple(each.contestant for each in self.ratings.standings)
        elo = self.elo
        return best_first if elo is None else tuple(sorted(best_first, key=lambda id_: -elo[id_]))

    @property
    def notices(self) -> tuple[str, ...]:
        """What can't be said, as sentences, the gravest first."""
        said = list(self.ratings.notices)
        against_itself = self.ratings.tally.against_itself
        if against_itself:
            said.append(
                counted(
                    against_itself,
                    tr("{n} vote compares a contestant with itself; that says nothing about who is better."),
                    tr("{n} votes compare a contestant with itself; that says nothing about who is better."),
                )
            )
        if 0 < self.open_votes < self.votes:
            seen, votes = number(self.open_votes), number(self.votes)
            said.append(tr("{seen} of {n} votes were cast with the names in view.", seen=seen, n=votes))
        elif self.open_votes and self.votes:
            said.append(tr("All votes were cast with the names in view. Blind votes say more."))
        return tuple(said)

    @property
    def unseparated(self) -> tuple[str, ...]:
        """Which neighbours these votes can't tell apart, and how many more votes would; best first, three at most."""
        if len(self.ratings.standings) < 2:
            return ()
        said = [
            gap.sentence(self.names[gap.better], self.names[gap.worse])
            for gap in self.ratings.neighbours
            if not gap.separate
        ]
        more = len(said) - _MOST_GAPS
        if more > 0:
            more_than_one = tr("{n} more neighbours can't be told apart.", n=number(more))
            said[_MOST_GAPS:] = [more_than_one if more > 1 else said[_MOST_GAPS]]
        return tuple(said)


def rank(ballots: Ballots, question: Question, report: Report = nobody, stopped: Stopped = never) -> Ranking:
    """Rank the contestants by the votes that a question is about.

    Args:
        ballots: All votes.
        question: Which of them, and how.
        report: Is told how far it is, where that takes long.
        stopped: Is asked whether to give up.

    Raises:
        GaveUp: It was stopped.
    """
    asked = ballots.asked(question, repeats=True)
    battles = asked.only(aspect=question.aspect)
    ratings = _sampled(battles, report, stopped) if question.method is Method.BOOTSTRAP else rate(battles)
    contestants = {each.contestant: asked.contestants[each.contestant] for each in ratings.standings}
    return Ranking(
        question=question,
        ratings=ratings,
        contestants=contestants,
        names=names(contestants),
        votes=len(battles.battles),
        open_votes=sum(not battle.blind for battle in battles.battles),
        repeats=len(asked.battles) - len(battles.battles),
        raters=len({battle.rater for battle in battles.battles}),
        elo=_elo(battles, contestants) if question.method is Method.ELO else None,
    )


def _sampled(battles: Battles, report: Report, stopped: Stopped) -> Ratings:
    def tell(done: int) -> None:
        report(Progress(stage=Stage.SAMPLING, done=done, total=SAMPLES))

    ratings = bootstrap(battles, samples=SAMPLES, progress=tell, stopped=stopped)
    if ratings is None:
        raise GaveUp
    return ratings


def _elo(battles: Battles, contestants: Mapping[str, Rated]) -> dict[str, float]:
    """Those who fought nobody but themselves stay where everyone begins."""
    return dict.fromkeys(contestants, AVERAGE) | elo(battles)
