"""What each contestant's answers are like, over all of them, with how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from lab.analysis import DEFINITIONS, Unit
from lab.ratings.contestants import Rated, names
from lab.ratings.logistic import CONFIDENCE, share_interval
from lab.ratings.standings import Standing
from lab.ratings.strength import rate
from lab.results.ballots import Ballots
from lab.results.measures import NAMES, Measured
from lab.results.question import Question

SHOWN = (
    "stopped_by_itself", "repeated_phrases", "final_loop", "words", "headings", "list_items", "bold", "hedging",
    "second_person", "questions_to_you", "politeness", "reading_ease", "refusal",
)  # fmt: skip
"""What makes a profile, in the order in which it is shown; those of these that are measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """The average of a measure over answers; a share, 0 to 1, if it is a yes or no."""

    value: float
    low: float | None
    """Where the 95 % interval begins; None with a single answer."""
    high: float | None
    answers: int
    """How many it is the average of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of some."""

    times: float
    """May hold halves, of what was undecided."""
    of: int
    low: float
    """Where the 95 % interval of the share begins, 0 to 1."""
    high: float

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.times / self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class Personality:
    """One contestant over all its answers."""

    contestant: Rated
    name: str
    """That no other has."""
    answers: int
    """How many were measured."""
    means: Mapping[str, Mean]
    """By measure; without those that no answer has."""
    correct: Share | None
    """How many of its answers that were judged were held to be correct; None if none was."""
    preferred: Share | None
    """Wins and half of what was undecided, of all votes on it; None without votes."""
    described: Mapping[str, int]
    """How often each reason was given for or against its answers, the most frequent first."""


def personalities(ballots: Ballots, question: Question, measured: Measured) -> tuple[Personality, ...]:
    """Profiles of all who have an answer that was measured, or that was voted on; the most preferred first.

    Measures are of all answers, whatever a question is about: they don't depend on votes. What was preferred and held
    to be correct is of the votes in question.
    """
    rated = {of: ballots.identities.of(contestant) for of, contestant in measured.contestants.items()}
    if question.fold_to_models:
        rated = {of: ballots.who(each, fold_to_models=True) for of, each in rated.items()}
    rows: dict[str, list[int]] = defaultdict(list)
    for row, of in enumerate(measured.measures.contestants):
        rows[rated[of].id].append(row)
    ratings = rate(ballots.asked(question))
    preferred = {standing.contestant: _preferred(standing) for standing in ratings.standings}
    known = {each.id: each for each in (*rated.values(), *ballots.asked(question).contestants.values())}
    there = {id_: each for id_, each in known.items() if id_ in rows or id_ in preferred}
    called = names(there)
    correct = _correct(ballots, question)
    described = ballots.described(question)
    found = [
        Personality(
            contestant=each,
            name=called[id_],
            answers=len(rows[id_]),
            means=means_of(measured.measures.table[rows[id_]]),
            correct=correct.get(id_),
            preferred=preferred.get(id_),
            described=described.get(id_, {}),
        )
        for id_, each in there.items()
    ]
    return tuple(sorted(found, key=_most_preferred_first))


def mean_of(values: NDArray[np.float32], *, yes_no: bool) -> Mean | None:
    """The average with its interval: Student's for amounts, Jeffreys' for shares; None without a value.

    Args:
        values: One an answer; those that are not a number are left out.
        yes_no: Whether they are 1 for yes and 0 for no.
    """
    there = values[np.isfinite(values)].astype(np.float64)
    count = there.size
    if not count:
        return None
    value = float(there.mean())
    if yes_no:
        low, high = share_interval(float(there.sum()), count)
        return Mean(value=value, low=low, high=high, answers=count)
    if count == 1:
        return Mean(value=value, low=None, high=None, answers=1)
    reach = float(stdtrit(count - 1, (1 + CONFIDENCE) / 2)) * float(there.std(ddof=1)) / float(np.sqrt(count))
    # No measure is below zero, so neither is what it may be on average.
    return Mean(value=value, low=max(0.0, value - reach), high=value + reach, answers=count)


def share_of(times: float, of: int) -> Share:
    """A share with its interval."""
    low, high = share_interval(times, of)
    return Share(times=times, of=of, low=low, high=high)


def _preferred(standing: Standing) -> Share | None:
    if standing.score is None:
        return None
    return share_of(standing.score * standing.counted, standing.counted)


def _most_preferred_first(each: Personality) -> tuple[float, int, str]:
    return -(each.preferred.share if each.preferred else 0.0), -each.answers, each.name


def means_of(table: NDArray[np.float32]) -> dict[str, Mean]:
    """The mean of each measure that some answer has, by its name.

    Args:
        table: A row an answer, a column a measure in the order of ``NAMES``; NaN where it has none.
    """
    means = {
        name: mean_of(table[:, column], yes_no=name in DEFINITIONS and DEFINITIONS[name].unit is Unit.YES_NO)
        for column, name in enumerate(NAMES)
    }
    return {name: mean for name, mean in means.items() if mean is not None}


def _correct(ballots: Ballots, question: Question) -> dict[str, Share]:
    held: dict[str, list[bool]] = defaultdict(list)
    for each in ballots.correctness:
        of_others = question.rater not in (None, each.rater) or question.suite not in (None, each.suite)
        if of_others or (question.tag is not None and question.tag not in each.tags):
            continue
        held[_id(ballots, question, each.contestant)].append(each.correct)
    found = {}
    for contestant, said in held.items():
        found[contestant] = share_of(sum(said), len(said))
    return found


def _id(ballots: Ballots, question: Question, contestant: str) -> str:
    folded = ballots.folded.get(contestant) if question.fold_to_models else None
    return folded.id if folded else contestant
