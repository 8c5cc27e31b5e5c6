"""What one rater has said about one comparison, now and as the history knows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lab.records import Side, Vote, VoteChoice
from ui.compare.opinion import Opinion

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one rater has said about one comparison."""

    opinion: Opinion = field(default_factory=Opinion)
    blind_choice: VoteChoice | None = None
    """What was voted while nobody could know who is who; what comes after the reveal leaves it."""
    choice: VoteChoice | None = None
    """What was chosen since the comparison is shown, as a side of it, wherever that stands."""
    took_ms: int | None = None
    """From both answers being there to that choice; None if that is not known."""

    @property
    def voted_blind(self) -> bool:
        """There is a vote that was given while nobody could know who is who."""
        return self.blind_choice is not None

    @property
    def voted_otherwise(self) -> bool:
        """The vote that is seen is not the blind one."""
        return self.voted_blind and self.opinion.choice is not self.blind_choice


def what_was_said(work: Work, comparison_id: str, rater: str) -> Said:
    """The newest that a rater has said, wherever the sides stood; repeats stay out, which ask the rater again."""
    from lab.storage import votes

    cast = [each for each in votes.history(work, comparison_id) if each.rater == rater]
    last: dict[str, Vote] = {}
    blind_choice = None
    first: dict[str, Side] = {}
    for vote in cast:
        if vote.blind and vote.shown_first is not first.setdefault(vote.aspect, vote.shown_first):
            continue  # a repeat
        last[vote.aspect] = vote
        if vote.blind and not vote.aspect:
            blind_choice = vote.choice
    whole = last.pop("", None)
    correct = {each.side: each.correct for each in votes.judgements(work, comparison_id) if each.rater == rater}
    opinion = Opinion(
        choice=whole.choice if whole else None,
        aspects={aspect: vote.choice for aspect, vote in last.items() if vote.choice is not None},
        tags_a=whole.reasons_a if whole else (),
        tags_b=whole.reasons_b if whole else (),
        correct_a=correct.get(Side.A),
        correct_b=correct.get(Side.B),
        note=next((each.text for each in votes.notes(work, comparison_id) if each.rater == rater), ""),
    )
    return Said(opinion=opinion, blind_choice=blind_choice, took_ms=whole.time_taken_ms if whole else None)
