"""The votes of a history, read once, and looked at from any side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lab.ratings.battles import Battles, Judged, battles_of
from lab.ratings.contestants import Identities, Rated
from lab.records import Contestant
from lab.results.progress import Progress, Report, Stage, Stopped, go_on, never, nobody
from lab.results.question import Question
from lab.storage import Store, judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctness:
    """Whether one rater held one answer to be correct."""

    contestant: str
    """Id of who gave it."""
    answer_id: str
    rater: str
    correct: bool
    tags: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Ballots:
    """All votes that count, of all raters and aspects, with those that repeat a question."""

    battles: Battles
    correctness: tuple[Correctness, ...]
    described: Mapping[str, Mapping[str, int]]
    """By contestant: how often each reason was given for or against its answers, the most frequent first."""
    identities: Identities
    """Who the contestants of this history are."""
    folded: Mapping[str, Rated]
    """By contestant: the model that it is folded to."""

    @cached_property
    def raters(self) -> tuple[str, ...]:
        """Who voted, most votes first."""
        return _most_first(battle.rater for battle in self.battles.battles)

    @cached_property
    def aspects(self) -> tuple[str, ...]:
        """What was voted on besides answers as a whole, most votes first."""
        return _most_first(battle.aspect for battle in self.battles.battles if battle.aspect)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The tags that have votes, most votes first."""
        return _most_first(tag for battle in self.battles.battles for tag in battle.tags)

    def asked(self, question: Question, *, repeats: bool = False) -> Battles:
        """The battles that a question is about.

        Args:
            question: What is asked.
            repeats: Keep what a rater was asked a second time.
        """
        chosen = self.battles.only(
            aspect=question.aspect, rater=question.rater, tag=question.tag, blind=question.blind, repeats=repeats
        )
        return self._fold(chosen) if question.fold_to_models else chosen

    def who(self, rated: Rated, *, fold_to_models: bool) -> Rated:
        """A contestant, or the model that it is folded to."""
        return self.folded.get(rated.id, rated) if fold_to_models else rated

    def _fold(self, battles: Battles) -> Battles:
        return Battles(
            battles=tuple(
                replace(battle, a=self.folded[battle.a].id, b=self.folded[battle.b].id) for battle in battles.battles
            ),
            contestants={rated.id: rated for rated in self.folded.values()},
        )


def gather(store: Store, report: Report = nobody, stopped: Stopped = never) -> Ballots:
    """Read all votes that are not in the trash.

    It is read in pieces, so that others get at the history in between. What is written meanwhile may be in it or not.

    Args:
        store: The history.
        report: Is told how far it is.
        stopped: Is asked whether to give up.

    Raises:
        GaveUp: It was stopped.
        LabError: The history can't be read.
    """
    total = store.read(judged.count).result()
    kept: list[Judged] = []
    after = 0
    while piece := store.read(judged.voted_on, after=after).result():
        go_on(stopped)
        kept += [Judged(comparison=each.comparison, votes=each.votes, tags=each.tags) for each in piece]
        after = piece[-1].number
        report(Progress(stage=Stage.READING_VOTES, done=min(len(kept), total), total=total))
    said = store.read(judged.judgements).result()
    go_on(stopped)
    battles = battles_of(kept)
    seen = _contestants(kept)
    models = [contestant.model for contestant in seen.values()]
    identities = Identities([*models, *(each.contestant.model for each in said)])
    by_model = Identities(models, fold_to_models=True)
    return Ballots(
        battles=battles,
        correctness=tuple(
            Correctness(
                contestant=identities.of(each.contestant).id,
                answer_id=each.answer_id,
                rater=each.judgement.rater,
                correct=bool(each.judgement.correct),
                tags=each.tags,
            )
            for each in said
        ),
        described=_described(kept, identities),
        identities=identities,
        folded={identities.of(contestant).id: by_model.of(contestant) for contestant in seen.values()},
    )


def _contestants(kept: Iterable[Judged]) -> dict[int, Contestant]:
    sides = (side for each in kept for side in (each.comparison.a, each.comparison.b) if side)
    return {id(side.contestant): side.contestant for side in sides}


def _described(kept: Iterable[Judged], identities: Identities) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {}
    for each in kept:
        if not any(vote.reasons_a or vote.reasons_b for vote in each.votes):
            continue
        last = {(vote.rater, vote.aspect): vote for vote in each.votes}
        for vote in last.values():
            for answer, reasons in ((each.comparison.a, vote.reasons_a), (each.comparison.b, vote.reasons_b)):
                if answer is not None and reasons:
                    found.setdefault(identities.of(answer.contestant).id, Counter()).update(reasons)
    return {contestant: dict(reasons.most_common()) for contestant, reasons in found.items()}


def _most_first(values: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))
