"""What came of a rater's votes on a run: who was preferred, how steady the votes are, and what others said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lab.ratings.agreement import RaterAgreement, between_raters, with_oneself
from lab.ratings.battles import Battles, battles_of
from lab.records import VoteChoice
from lab.runs.plan import RunPlan
from lab.session import blind_session
from lab.storage import run_votes
from lab.storage.judged import Answered, Cast, Compared, VotedOn
from lab.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class WithAnother:
    """How often two raters said the same about a pair."""

    rater: str
    """The other one."""
    shared: int
    """How many pairs both have voted on."""
    same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingSummary:
    """What came of one rater's votes on a run."""

    choices: Mapping[VoteChoice, int]
    """How often each was said, in the run's own sides; a pair that came twice counts once."""
    not_blind: int
    """How many of them were given while it could be seen who is who."""
    again: blind_session.Summary
    """How many pairs there were, how many came twice, and how often the same was said."""
    others: tuple[WithAnother, ...]
    """Those who have voted on pairs that this rater has voted on too; most pairs first."""
    between: RaterAgreement
    """How far all raters of the run agree, beyond chance."""


def read_summary(work: Work, plan: RunPlan, rater: str) -> VotingSummary:
    """Read a run's votes and sum them up."""
    return summarise_votes(plan, run_votes.cast_in(work, plan.run.id), rater)


def summarise_votes(plan: RunPlan, cast: Mapping[str, Sequence[Cast]], rater: str) -> VotingSummary:
    """Sum up one rater's votes.

    Args:
        plan: The run.
        cast: All votes of all raters by comparison, oldest first.
        rater: Whose.
    """
    battles = battles_of(_voted_on(plan, comparison_id, votes) for comparison_id, votes in cast.items())
    own = battles.only(rater=rater)
    said = {battle.comparison_id: battle.choice for battle in own.battles}
    oneself = with_oneself(battles, rater, aspect="")
    return VotingSummary(
        choices=Counter(said.values()),
        not_blind=sum(not battle.blind for battle in own.battles),
        again=blind_session.Summary(pairs=len(said), repeats=oneself.repeats, same=oneself.same),
        others=_others(battles, rater, said),
        between=between_raters(battles.only()),
    )


def _others(battles: Battles, rater: str, said: Mapping[str, VoteChoice]) -> tuple[WithAnother, ...]:
    shared, same = Counter[str](), Counter[str]()
    for battle in battles.only().battles:
        if battle.rater != rater and battle.comparison_id in said:
            shared[battle.rater] += 1
            same[battle.rater] += battle.choice is said[battle.comparison_id]
    return tuple(WithAnother(rater=who, shared=pairs, same=same[who]) for who, pairs in shared.most_common())


def _voted_on(plan: RunPlan, comparison_id: str, votes: Sequence[Cast]) -> VotedOn:
    """A pair as ratings look at it. Its answers need only be told apart, so the comparison's id and a side will do."""
    run = plan.run
    a, b = (Answered(f"{comparison_id} {side}", player) for side, player in (("a", run.a), ("b", run.b)))
    compared = Compared(comparison_id, run.session_id, "", a, b)
    return VotedOn(0, compared, tuple(votes), (), run.suite_id)
