"""From kept votes to battles: what all ratings are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Protocol

from lab.ratings.contestants import Identities, Rated
from lab.records import Comparison, Contestant, Side, Vote, VoteChoice


class Answer(Protocol):
    """What battles need of an answer."""

    @property
    def id(self) -> str: ...  # noqa: D102

    @property
    def contestant(self) -> Contestant: ...  # noqa: D102


class Compared(Protocol):
    """What they need of a comparison."""

    @property
    def id(self) -> str: ...  # noqa: D102

    @property
    def a(self) -> Answer | None: ...  # noqa: D102

    @property
    def b(self) -> Answer | None: ...  # noqa: D102


class Cast(Protocol):
    """What they need of a vote; see ``lab.records.Vote``."""

    @property
    def id(self) -> str: ...  # noqa: D102

    @property
    def rater(self) -> str: ...  # noqa: D102

    @property
    def choice(self) -> VoteChoice | None: ...  # noqa: D102

    @property
    def aspect(self) -> str: ...  # noqa: D102

    @property
    def shown_first(self) -> Side: ...  # noqa: D102

    @property
    def blind(self) -> bool: ...  # noqa: D102

    @property
    def cast_utc(self) -> str: ...  # noqa: D102


class VotedOn(Protocol):
    """What they need of a comparison with its votes; see ``Judged``."""

    @property
    def comparison(self) -> Compared: ...  # noqa: D102

    @property
    def votes(self) -> Sequence[Cast]: ...  # noqa: D102

    @property
    def tags(self) -> Sequence[str]: ...  # noqa: D102

    @property
    def suite(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A comparison with everything that was voted on it."""

    comparison: Comparison
    votes: Sequence[Vote]
    """The whole history of it, oldest first, with what was changed or taken back later."""
    tags: Sequence[str] = ()
    """What it can be filtered by: the tags of its session."""
    suite: str = ""
    """The prompt suite that it belongs to; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Battle:
    """One vote of one rater on one pair of answers."""

    a: str
    """Id of the contestant on side A."""
    b: str
    answer_a: str
    """Id of A's answer."""
    answer_b: str
    choice: VoteChoice
    rater: str
    """The rater's name."""
    shown_first: Side
    """Which side stood on the left."""
    cast_utc: str
    """ISO 8601; sorts as text."""
    vote_id: str
    comparison_id: str
    blind: bool = True
    """True if the rater could not know who is who."""
    aspect: str = ""
    """What the vote is about; empty for the answer as a whole."""
    tags: tuple[str, ...] = ()
    suite: str = ""
    repeat: bool = False
    """True if the rater had voted on the same two answers and the same aspect before. It measures the rater, so no
    rating counts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Battles:
    """Battles and who fought them."""

    battles: tuple[Battle, ...]
    """In the order in which they were voted on."""
    contestants: Mapping[str, Rated]
    """By id; also those whose battles were filtered away."""

    def only(
        self,
        *,
        aspect: str | None = "",
        rater: str | None = None,
        tag: str | None = None,
        suite: str | None = None,
        blind: bool = False,
        repeats: bool = False,
    ) -> Battles:
        """Those that match.

        Args:
            aspect: Votes on this aspect; empty for the answer as a whole, None for all (never rate these together).
            rater: By this rater; None for all.
            tag: With this tag; None for all.
            suite: Of this suite; None for all.
            blind: Only votes that were blind.
            repeats: Keep what a rater was asked a second time.
        """
        return replace(
            self,
            battles=tuple(
                battle
                for battle in self.battles
                if (aspect is None or battle.aspect == aspect)
                and (rater is None or battle.rater == rater)
                and (tag is None or tag in battle.tags)
                and (suite is None or battle.suite == suite)
                and (battle.blind or not blind)
                and (repeats or not battle.repeat)
            ),
        )


# A vote that counts, all in one: time, id, choice, rater, aspect, shown first, blind, comparison, answers A and B, the
# numbers of their contestants' objects, tags, suite. Nested values, a hundred thousand times, would take more memory.
_Counted = tuple[str, str, VoteChoice, str, str, Side, bool, str, str, str, int, int, tuple[str, ...], str]


def battles_of(judged: Iterable[VotedOn], *, fold_to_models: bool = False) -> Battles:
    """The votes that count, as battles.

    Of each rater and aspect the last vote counts, unless it took the vote back. A blind vote is locked by what comes
    after the reveal: later votes that were not blind don't replace it. If the sides stood the other way round, it is
    another vote on the same answers: a repeat.

    Args:
        judged: Comparisons with their votes, looked at once and not held; those with one answer only are passed over.
        fold_to_models: Take all contestants of a model file for one.
    """
    seen: dict[int, Contestant] = {}
    counted: list[_Counted] = []
    for each in judged:
        comparison = each.comparison
        a, b = comparison.a, comparison.b
        if a is None or b is None:
            continue
        # By object: there are few, and what is equal is found out below.
        object_a, object_b = id(a.contestant), id(b.contestant)
        seen[object_a], seen[object_b] = a.contestant, b.contestant
        tags, suite = tuple(each.tags), each.suite
        for vote, choice in _counting(each.votes):
            counted.append(
                (
                    vote.cast_utc, vote.id, choice, vote.rater, vote.aspect, vote.shown_first, vote.blind,
                    comparison.id, a.id, b.id, object_a, object_b, tags, suite,
                )
            )  # fmt: skip
    identities = Identities([contestant.model for contestant in seen.values()], fold_to_models=fold_to_models)
    rated = {object_: identities.of(contestant) for object_, contestant in seen.items()}
    counted.sort(key=itemgetter(0, 1))
    return Battles(
        battles=tuple(_battles(counted, {object_: each.id for object_, each in rated.items()})),
        contestants={each.id: each for each in rated.values()},
    )


def _battles(counted: Iterable[_Counted], ids: Mapping[int, str]) -> Iterator[Battle]:
    """Votes in their order as battles; those that ask a rater again are marked."""
    asked: set[tuple[str, str, str, str]] = set()
    for (
        cast_utc,
        vote_id,
        choice,
        rater,
        aspect,
        shown_first,
        blind,
        comparison_id,
        a,
        b,
        by_a,
        by_b,
        tags,
        suite,
    ) in counted:
        question = (rater, aspect, a, b) if a < b else (rater, aspect, b, a)
        yield Battle(
            a=ids[by_a],
            b=ids[by_b],
            answer_a=a,
            answer_b=b,
            choice=choice,
            rater=rater,
            shown_first=shown_first,
            cast_utc=cast_utc,
            vote_id=vote_id,
            comparison_id=comparison_id,
            blind=blind,
            aspect=aspect,
            tags=tags,
            suite=suite,
            repeat=question in asked,
        )
        asked.add(question)


def _counting(votes: Sequence[Cast]) -> list[tuple[Cast, VoteChoice]]:
    """The votes of one comparison that count, with their choices."""
    if len(votes) == 1:  # nearly always
        (only,) = votes
        return [(only, only.choice)] if only.choice is not None else []
    counting: list[tuple[Cast, VoteChoice]] = []
    blind: dict[tuple[str, str], dict[Side, Cast]] = {}
    open_: dict[tuple[str, str], Cast] = {}
    for vote in votes:
        if vote.blind:
            blind.setdefault((vote.rater, vote.aspect), {})[vote.shown_first] = vote
        else:
            open_[vote.rater, vote.aspect] = vote
    for who in dict.fromkeys((*blind, *open_)):
        last = [(vote, vote.choice) for vote in blind.get(who, {}).values()]
        if all(choice is None for _, choice in last) and who in open_:
            last = [(open_[who], open_[who].choice)]
        counting += [(vote, choice) for vote, choice in last if choice is not None]
    return counting
