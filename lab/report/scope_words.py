"""What a report is about, in words: how much of what, when and by whom, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lab.amounts import percent
from lab.language import counted, number, tr
from lab.report.findings import Findings
from lab.report.origin_words import span
from lab.storage.votes import ME

MOST_RATERS = 6
"""Raters that are named in one sentence."""


@dataclass(frozen=True, slots=True)
class RaterNames:
    """What raters are called. Whoever uses this computer is ``me`` in the history, and ``you`` on the screen.

    Attributes:
        dress: Makes a name that a stranger gave harmless in a sentence.
    """

    dress: Callable[[str], str]

    def within(self, name: str) -> str:
        """Within a sentence."""
        return tr("the author of this report") if name == ME else self.dress(name)

    def first(self, name: str) -> str:
        """Where a sentence begins."""
        return tr("The author of this report") if name == ME else self.dress(name)


def facts(found: Findings) -> tuple[tuple[str, str], ...]:
    """A few numbers, each with what it counts."""
    votes, raters = found.ranking.votes, len(found.raters)
    prompts, makers = len(found.seen.comparison_ids), len(found.makers)
    return (
        (number(prompts), counted(prompts, tr("comparison", "after 1"), tr("comparisons", "after a number"))),
        (number(makers), counted(makers, tr("contestant", "after 1"), tr("contestants", "after a number"))),
        (number(votes), counted(votes, tr("vote", "after 1"), tr("votes", "after a number"))),
        (number(raters), counted(raters, tr("rater", "after 1"), tr("raters", "after a number"))),
        (percent(found.blind_votes / votes) if votes else "–", tr("cast blind", "after a share of all votes")),
    )


def scope(found: Findings, raters: RaterNames) -> Iterator[str]:
    """Sentences on what was compared, when, by whom, and what is left out."""
    seen = found.seen
    if seen.comparison_ids:
        yield tr(
            "{comparisons} in {conversations}, made {when}; {voted} voted on.",
            comparisons=counted(len(seen.comparison_ids), tr("{n} comparison"), tr("{n} comparisons")),
            conversations=counted(seen.sessions, tr("{n} conversation"), tr("{n} conversations")),
            when=span(seen.first_utc, seen.last_utc),
            voted=number(seen.voted),
        )
    if found.raters:
        yield _who_voted(found, raters)
    if found.ranking.repeats:
        yield counted(
            found.ranking.repeats,
            tr("{n} more vote repeats a question; it measures the rater and rates nobody."),
            tr("{n} more votes repeat a question; they measure the rater and rate nobody."),
        )
    if found.aspect_votes:
        yield counted(
            found.aspect_votes,
            tr("{n} vote is on one aspect of the answers; they are not counted here."),
            tr("{n} votes are on one aspect of the answers; they are not counted here."),
        )
    yield from _left_out(found, raters)


def _who_voted(found: Findings, raters: RaterNames) -> str:
    names = ", ".join(
        tr("{rater} ({votes})", rater=raters.within(name), votes=counted(votes, tr("{n} vote"), tr("{n} votes")))
        for name, votes in list(found.raters.items())[:MOST_RATERS]
    )
    more, when = len(found.raters) - MOST_RATERS, span(found.first_vote_utc, found.last_vote_utc)
    if more > 0:
        return tr("Votes were cast {when}, by {raters} and {n} more.", when=when, raters=names, n=number(more))
    return tr("Votes were cast {when}, by {raters}.", when=when, raters=names)


def _left_out(found: Findings, raters: RaterNames) -> Iterator[str]:
    wanted = found.wanted
    if wanted.session_ids:
        chosen = len(wanted.session_ids)
        yield counted(chosen, tr("Only {n} chosen conversation."), tr("Only {n} chosen conversations."))
    if wanted.blind_only:
        yield tr("Only votes that were cast blind.")
    if wanted.rater:
        yield tr("Only what this rater thought: {rater}.", rater=raters.within(wanted.rater))
    if found.unmeasured:
        yield counted(
            found.unmeasured,
            tr("{n} answer is not measured, because the history can only be read."),
            tr("{n} answers are not measured, because the history can only be read."),
        )
