"""Sentences about a rater's votes on a run, without a widget."""

from __future__ import annotations

from lab.language import counted, tr
from lab.records import Contestant, Side, VoteChoice
from lab.runs.plan import RunPlan
from lab.voting.summary import VotingSummary
from lab.words import VOTE_WORDS
from ui.compare import words


def who_of(plan: RunPlan, side: Side) -> str:
    """A contestant in one line: by its model, and by its framing where both have the same model."""
    player, other = _player(plan, side), _player(plan, Side.B if side is Side.A else Side.A)
    if player.model.name != other.model.name:
        return player.model.name
    return tr("{model}, {framing}", model=player.model.name, framing=words.FRAMING[player.framing])


def tally_of(plan: RunPlan, summary: VotingSummary) -> list[tuple[Side | None, str, int]]:
    """How often each was preferred, the more frequent first, and how often nobody was."""
    sides = [(side, who_of(plan, side), summary.choices.get(VoteChoice(side.value), 0)) for side in Side]
    sides.sort(key=lambda each: -each[2])
    neither = (VoteChoice.TIE, VoteChoice.BOTH_BAD)
    return [*sides, *((None, VOTE_WORDS[each], summary.choices.get(each, 0)) for each in neither)]


def told_of(plan: RunPlan) -> str:
    """Who the letters of the run stand for, wherever they stood while it was voted."""
    return tr(
        "A and B are the sides of the run: A is {a}, B is {b}. While you voted, each pair had its sides drawn anew.",
        a=who_of(plan, Side.A),
        b=who_of(plan, Side.B),
    )


def votes_of(summary: VotingSummary, left: int) -> str:
    """How many pairs were voted on, how many were not, and how many of the votes were not blind."""
    voted = summary.again.pairs
    if not voted:
        return tr("You have not voted on any pair of this run.")
    said = counted(voted, tr("You voted on {n} pair."), tr("You voted on {n} pairs."))
    if left:
        said += " " + counted(left, tr("{n} has no vote yet."), tr("{n} have no vote yet."))
    if summary.not_blind:
        said += " " + counted(
            summary.not_blind, tr("{n} vote was not blind."), tr("{n} of your votes were not blind.")
        )  # fmt: skip
    return said


def again_of(summary: VotingSummary) -> str:
    """How often a pair that came twice got the same vote; empty if none did."""
    repeats, same = summary.again.repeats, summary.again.same
    if not repeats:
        return ""
    return counted(
        repeats,
        tr("{n} pair came twice, the second time with its sides swapped: you said the same {same} of {n} times."),
        tr("{n} pairs came twice, the second time with their sides swapped: you said the same {same} of {n} times."),
        same=same,
    )


def agreements_of(summary: VotingSummary) -> list[str]:
    """How far others have said the same, one sentence each; and how far all agree, where there is enough to tell."""
    said = [
        counted(
            each.shared,
            tr("“{rater}” voted on {n} of these pairs, too: the same as you {same} of {n} times."),
            tr("“{rater}” voted on {n} of these pairs, too: the same as you {same} of {n} times."),
            rater=each.rater,
            same=each.same,
        )
        for each in summary.others
    ]
    if said and summary.between.low is not None:
        said.append(summary.between.sentence)
    return said


def _player(plan: RunPlan, side: Side) -> Contestant:
    return plan.run.a if side is Side.A else plan.run.b
