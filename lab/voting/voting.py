"""Where a rater stands who votes through the pairs of a run: a value, made from what the history keeps."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lab.records import AnswerState, RunState, Side, VoteChoice
from lab.runs.plan import RunPlan
from lab.session.blind_session import LEAST_STEPS_BETWEEN
from lab.storage import run_votes, runs, votes
from lab.storage.judged import Cast
from lab.storage.runs import Place
from lab.storage.work import Work
from lab.voting.ballot_order import Ballot, order_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Voting:
    """The pairs that there are up to now, what was said about them, and which one is shown. Each change gives another.

    Those that were voted on before stand first, in the order of the votes; then what is left, in the rater's order.
    """

    order: tuple[Ballot, ...]
    """All pairs that the run can have."""
    ballots: tuple[Ballot, ...] = ()
    """Those that can be voted on now."""
    votes: Mapping[Ballot, VoteChoice]
    """What counts of what was said, in the sides of the comparison and not in places on the screen."""
    place: int = 0
    """Of the pair that is shown; the number of pairs once all were shown."""

    @property
    def current(self) -> Ballot | None:
        """The pair that is shown; None at the end."""
        return self.ballots[self.place] if self.place < len(self.ballots) else None

    @property
    def vote(self) -> VoteChoice | None:
        """What was said about the pair that is shown."""
        return self.votes.get(self.current) if self.current else None

    @property
    def number(self) -> int:
        """The place of the pair that is shown among those that are shown, from 1."""
        return self._shown(self.place) + 1

    @property
    def count(self) -> int:
        """How many pairs are shown, as far as is known now."""
        return self._shown(len(self.ballots))

    @property
    def done(self) -> int:
        """How many have a vote; a pair that came twice counts twice."""
        return len(self.votes)

    @property
    def left(self) -> int:
        """How many have none and are still to be asked."""
        return sum(1 for _ in self._without_vote())

    @property
    def can_go_back(self) -> bool:
        """True if a pair was shown before this one."""
        return self._shown(self.place) > 0

    def voted(self, ballot: Ballot, choice: VoteChoice | None) -> Voting:
        """The rater has said this about a pair; None takes back what was said."""
        others = {each: said for each, said in self.votes.items() if each != ballot}
        return replace(self, votes=others if choice is None else others | {ballot: choice})

    def next(self) -> Voting:
        """Go on to the pair behind; a repeat of what was not voted on is passed over."""
        unvoted = self._unvoted(self.place + 1)
        behind = (each for each in range(self.place + 1, len(self.ballots)) if not self._is_left_out(each, unvoted))
        return replace(self, place=next(behind, len(self.ballots)))

    def back(self) -> Voting:
        """Go back to the pair before; the same at the first one."""
        unvoted = self._unvoted(self.place)
        before = (each for each in reversed(range(self.place)) if not self._is_left_out(each, unvoted))
        return replace(self, place=next(before, self.place))

    def to_first_left(self) -> Voting:
        """Go to the first pair without a vote; to the end if there is none."""
        return replace(self, place=next(self._without_vote(), len(self.ballots)))

    def to(self, comparison_id: str) -> Voting:
        """Go to a certain pair, where it is asked first; the same if it can't be voted on."""
        found = (place for place, each in enumerate(self.ballots) if each.comparison_id == comparison_id)
        return replace(self, place=next(found, self.place))

    def with_pairs(self, votable: Collection[str]) -> Voting:
        """The run has come further: what is new takes its place among what is still to come.

        Args:
            votable: The ids of all comparisons that can be voted on by now.
        """
        met = self.ballots[: self.place + 1]
        known = set(met)
        coming = [each for each in self.order if each.comparison_id in votable and each not in known]
        voted_ahead = [each for each in self.ballots[self.place + 1 :] if each in self.votes]
        rest = [each for each in coming if each not in self.votes]
        return replace(self, ballots=_spread((*met, *voted_ahead, *rest), self.votes))

    def without_repeats_of(self, seen: Collection[str]) -> Voting:
        """Ask nothing a second time whose names the rater has seen meanwhile: it would not be blind.

        Args:
            seen: The ids of those comparisons.
        """
        stays = {each for each in self.order if not each.again or each in self.votes or each.comparison_id not in seen}
        kept = replace(
            self,
            order=tuple(each for each in self.order if each in stays),
            ballots=tuple(each for each in self.ballots if each in stays),
        )
        gone = sum(each not in stays for each in self.ballots[: self.place])
        return replace(kept, place=self.place - gone)

    def _without_vote(self) -> Iterator[int]:
        """The places of the pairs that can be asked and have no vote."""
        unvoted = self._unvoted(len(self.ballots))
        for place, ballot in enumerate(self.ballots):
            if ballot not in self.votes and not self._is_left_out(place, unvoted):
                yield place

    def _unvoted(self, end: int) -> frozenset[str]:
        """The comparisons among the first pairs that have no vote."""
        return frozenset(each.comparison_id for each in self.ballots[:end] if not each.again and each not in self.votes)

    def _is_left_out(self, place: int, unvoted: Collection[str]) -> bool:
        """True for a repeat of what was passed and not voted on: there is nothing to compare."""
        ballot = self.ballots[place]
        return ballot.again and ballot not in self.votes and ballot.comparison_id in unvoted

    def _shown(self, end: int) -> int:
        """How many of the pairs before ``end`` were shown or will be."""
        unvoted = self._unvoted(self.place)
        return sum(not self._is_left_out(place, unvoted) for place in range(end))


def begin(
    plan: RunPlan, rater: str, votable: Collection[str], cast: Mapping[str, Sequence[Cast]], *, blind: bool = True
) -> Voting:
    """Begin, or go on, with the first pair that a rater has not voted on.

    Args:
        plan: What the run asks.
        rater: Who votes.
        votable: The ids of the comparisons that can be voted on; see ``votable_in``.
        cast: All votes by comparison, oldest first.
        blind: It is hidden who is who; else nothing comes twice.
    """
    order: list[Ballot] = []
    said: dict[Ballot, VoteChoice] = {}
    when: dict[Ballot, tuple[str, int]] = {}
    for ballot in order_of(plan, rater):
        own = [vote for vote in cast.get(ballot.comparison_id, ()) if vote.rater == rater and not vote.aspect]
        first = _first(own)
        if ballot.again:
            asked_again = [vote for vote in own if vote.blind and vote.shown_first is Side.B]
            if not blind or (first is not None and first.shown_first is Side.B):
                continue
            vote = asked_again[-1] if asked_again else None
        else:
            vote = first
            if first is not None and first.blind:
                ballot = replace(ballot, left=first.shown_first)  # where it stood when it was voted on
        order.append(ballot)
        if vote is not None and vote.choice is not None and ballot.comparison_id in votable:
            said[ballot], when[ballot] = vote.choice, (vote.cast_utc, len(order))
    voted = sorted(said, key=lambda each: when[each])
    rest = [each for each in order if each.comparison_id in votable and each not in said]
    ballots = _spread((*voted, *rest), said)
    return Voting(order=tuple(order), ballots=ballots, votes=said, place=len(voted)).to_first_left()


def votable_in(places: Sequence[Place]) -> frozenset[str]:
    """The comparisons that can be voted on: both sides have answered, and neither has failed."""
    return frozenset(
        place.comparison_id
        for place in places
        if not place.trashed
        and len(place.answers) == len(Side)
        and all(state is AnswerState.FINISHED for _, state in place.answers.values())
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the history says about a run for a rater."""

    plan: RunPlan
    voting: Voting
    votable: frozenset[str]
    """The comparisons that can be voted on."""

    @property
    def running(self) -> bool:
        """Somebody is at the run, so more pairs are to come."""
        return self.plan.run.state is RunState.RUNNING


def read(work: Work, run_id: str, rater: str, *, blind: bool) -> Found:
    """Read all that voting needs to begin, in one transaction; no answer is read.

    Raises:
        NotInHistory: There is no such run.
        LabError: Its suite can't be read.
    """
    plan = RunPlan.of(runs.get(work, run_id))
    votable = votable_in(runs.places(work, run_id))
    voting = begin(plan, rater, votable, run_votes.cast_in(work, run_id), blind=blind)
    return Found(plan=plan, voting=voting, votable=votable)


def read_news(work: Work, before: Found) -> Found | None:
    """What can be voted on by now, and whether somebody is at the run; None if the run has not changed since."""
    run = runs.get(work, before.plan.run.id)
    if (run.updated_utc, run.state) == (before.plan.run.updated_utc, before.plan.run.state):
        return None
    votable = votable_in(runs.places(work, run.id))
    return replace(before, plan=replace(before.plan, run=run), votable=votable)


def _spread(ballots: Iterable[Ballot], votes: Container[Ballot]) -> tuple[Ballot, ...]:
    """Let each repeat wait until its first is some places away; one that would never be is left out."""
    spread: list[Ballot] = []
    place_of_first: dict[str, int] = {}
    waiting: list[Ballot] = []
    for ballot in ballots:
        if ballot.again and ballot not in votes:
            waiting.append(ballot)
        else:
            if not ballot.again:
                place_of_first[ballot.comparison_id] = len(spread)
            spread.append(ballot)
        for each in tuple(waiting):
            if len(spread) - place_of_first.get(each.comparison_id, len(spread)) >= LEAST_STEPS_BETWEEN:
                waiting.remove(each)
                spread.append(each)
    return tuple(spread)


def _first(own: Sequence[Cast]) -> Cast | None:
    """What counts of a rater's votes on a pair, a repeat aside."""
    counting = votes.that_count(own)
    return counting[-1] if counting else None
