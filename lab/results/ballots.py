"""The votes of a history, read once, and looked at from any side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lab.ratings.battles import Battles, battles_of
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
    suite: str = ""
    """The id of the suite that asked it; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What one rater said an answer is like, with a vote or without one."""

    contestant: str
    """Id of who gave the answer."""
    comparison_id: str
    rater: str
    aspect: str
    """What it was said about; empty for the answer as a whole."""
    blind: bool
    words: tuple[str, ...]
    tags: tuple[str, ...]
    """Of the session."""
    suite: str = ""
    """The id of the suite that asked it; empty for none."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Ballots:
    """All votes that count, of all raters and aspects, with those that repeat a question."""

    battles: Battles
    correctness: tuple[Correctness, ...]
    descriptions: tuple[Description, ...]
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

    @cached_property
    def suites(self) -> tuple[str, ...]:
        """The ids of the suites that have votes, most votes first."""
        return _most_first(battle.suite for battle in self.battles.battles if battle.suite)

    def asked(self, question: Question, *, repeats: bool = False) -> Battles:
        """The battles that a question is about.

        Args:
            question: What is asked.
            repeats: Keep what a rater was asked a second time.
        """
        chosen = self.battles.only(
            aspect=question.aspect,
            rater=question.rater,
            tag=question.tag,
            suite=question.suite,
            blind=question.blind,
            repeats=repeats,
        )
        return self._fold(chosen) if question.fold_to_models else chosen

    def described(self, question: Question) -> dict[str, dict[str, int]]:
        """By contestant: how often each word was said of its answers, the most frequent first.

        Whatever aspect is asked about: what an answer is like is said of the whole.
        """
        found: dict[str, Counter[str]] = {}
        for each in self.descriptions:
            of_others = question.rater not in (None, each.rater) or question.suite not in (None, each.suite)
            if of_others or (question.blind and not each.blind) or question.tag not in (None, *each.tags):
                continue
            folded = self.folded.get(each.contestant) if question.fold_to_models else None
            found.setdefault(folded.id if folded else each.contestant, Counter()).update(each.words)
        return {contestant: dict(words.most_common()) for contestant, words in found.items()}

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
    gathered = _Gathered()
    battles = battles_of(gathered.voted_on(store, report, stopped))
    said = store.read(judged.judgements).result()
    go_on(stopped)
    models = [contestant.model for contestant in gathered.contestants]
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
                suite=each.suite,
            )
            for each in said
        ),
        descriptions=tuple(
            Description(
                contestant=identities.of(contestant).id,
                comparison_id=each.comparison.id,
                rater=vote.rater,
                aspect=vote.aspect,
                blind=vote.blind,
                words=words,
                tags=each.tags,
                suite=each.suite,
            )
            for contestant, words, vote, each in gathered.descriptions
        ),
        identities=identities,
        folded={identities.of(contestant).id: by_model.of(contestant) for contestant in gathered.contestants},
    )


class _Gathered:
    """What is met on the way through the votes: read once, and nothing of it is held longer than it is needed."""

    def __init__(self) -> None:
        self._contestants: dict[int, Contestant] = {}
        self.descriptions: list[tuple[Contestant, tuple[str, ...], judged.Cast, judged.VotedOn]] = []
        """Who was said to be what, in which last word, where."""

    @property
    def contestants(self) -> Collection[Contestant]:
        """All that answered, each once."""
        return self._contestants.values()

    def voted_on(self, store: Store, report: Report, stopped: Stopped) -> Iterator[judged.VotedOn]:
        """The comparisons that were voted on, one by one, read in pieces."""
        total = store.read(judged.count).result()
        done = after = 0
        while piece := store.read(judged.voted_on, after=after).result():
            go_on(stopped)
            for each in piece:
                _, (_, _, _, a, b), votes, _, _ = each
                for side in (a, b):
                    if side is not None:
                        self._contestants[id(side.contestant)] = side.contestant
                for vote in votes:
                    if vote.reasons_a or vote.reasons_b:
                        self._take_descriptions(each)
                        break
                yield each
            done, after = done + len(piece), piece[-1].number
            report(Progress(stage=Stage.READING_VOTES, done=min(done, total), total=total))

    def _take_descriptions(self, each: judged.VotedOn) -> None:
        for vote in _last_words(each.votes):
            for answer, reasons in ((each.comparison.a, vote.reasons_a), (each.comparison.b, vote.reasons_b)):
                if answer is not None and reasons:
                    self.descriptions.append((answer.contestant, reasons, vote, each))


def _last_words(votes: Iterable[judged.Cast]) -> Collection[judged.Cast]:
    """What counts of how answers were described, with a vote or without one: of each rater and aspect the last.

    As of votes, what was said blind is locked by the reveal, and a repeat with the sides swapped does not replace it.
    """
    last: dict[tuple[str, str], judged.Cast] = {}
    for vote in votes:
        before = last.setdefault((vote.rater, vote.aspect), vote)
        locked = before.blind and (before.reasons_a or before.reasons_b)
        if not locked or (vote.blind and vote.shown_first is before.shown_first):
            last[vote.rater, vote.aspect] = vote
    return last.values()


def _most_first(values: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))
