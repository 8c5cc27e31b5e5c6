"""From kept votes to battles: what all ratings are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lab.ratings.contestants import Identities, Rated
from lab.records import Comparison, Side, Vote, VoteChoice


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


def battles_of(judged: Iterable[Judged], *, fold_to_models: bool = False) -> Battles:
    """The votes that count, as battles.

    Of each rater and aspect the last vote counts, unless it took the vote back. A blind vote is locked by what comes
    after the reveal: later votes that were not blind don't replace it. If the sides stood the other way round, it is
    another vote on the same answers: a repeat.

    Args:
        judged: Comparisons with their votes; those with one answer only are passed over.
        fold_to_models: Take all contestants of a model file for one.
    """
    kept = [each for each in judged if each.comparison.a and each.comparison.b]
    models = [side.contestant.model for each in kept for side in (each.comparison.a, each.comparison.b) if side]
    identities = Identities(models, fold_to_models=fold_to_models)
    contestants: dict[str, Rated] = {}
    battles: list[Battle] = []
    for each in kept:
        a, b = each.comparison.a, each.comparison.b
        if a is None or b is None:
            continue
        rated_a, rated_b = identities.of(a.contestant), identities.of(b.contestant)
        contestants[rated_a.id], contestants[rated_b.id] = rated_a, rated_b
        battles.extend(
            Battle(
                a=rated_a.id,
                b=rated_b.id,
                answer_a=a.id,
                answer_b=b.id,
                choice=choice,
                rater=vote.rater,
                shown_first=vote.shown_first,
                cast_utc=vote.cast_utc,
                vote_id=vote.id,
                comparison_id=each.comparison.id,
                blind=vote.blind,
                aspect=vote.aspect,
                tags=tuple(each.tags),
                suite=each.suite,
            )
            for vote, choice in _counting(each.votes)
        )
    battles.sort(key=lambda battle: (battle.cast_utc, battle.vote_id))
    return Battles(battles=tuple(_marked(battles)), contestants=contestants)


def _counting(votes: Sequence[Vote]) -> Iterator[tuple[Vote, VoteChoice]]:
    """The votes of one comparison that count, with their choices."""
    blind: dict[tuple[str, str], dict[Side, Vote]] = {}
    open_: dict[tuple[str, str], Vote] = {}
    for vote in votes:
        if vote.blind:
            blind.setdefault((vote.rater, vote.aspect), {})[vote.shown_first] = vote
        else:
            open_[vote.rater, vote.aspect] = vote
    for who in dict.fromkeys((*blind, *open_)):
        last = [(vote, vote.choice) for vote in blind.get(who, {}).values()]
        if all(choice is None for _, choice in last) and who in open_:
            last = [(open_[who], open_[who].choice)]
        for vote, choice in last:
            if choice is not None:
                yield vote, choice


def _marked(battles: Iterable[Battle]) -> Iterator[Battle]:
    """The battles, with those marked that ask a rater again."""
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for battle in battles:
        question = (battle.rater, battle.aspect, frozenset((battle.answer_a, battle.answer_b)))
        yield replace(battle, repeat=True) if question in seen else battle
        seen.add(question)
