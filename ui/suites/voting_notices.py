"""What is said in the place of a pair, or beside it: a sentence, a hint, a button and its tip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lab.errors import LabError
from lab.language import tr
from lab.recording.shelf import KeptRecording
from lab.recording.words import recorded_vote
from lab.records import Comparison, Vote
from lab.runs.plan import RunPlan
from ui.compare.opinion import across
from ui.suites.voting_sight import Standing

Notice = tuple[str, str, str, str]


NO_HISTORY: Notice = (
    tr("The history is not open."),
    tr("Votes are kept there. As soon as it is open, you can vote."),
    tr("Try again"),
    tr("Look whether the history is open now"),
)
READING: Notice = (tr("Reading the pairs …"), "", "", "")
COUNTING: Notice = (tr("Counting the votes …"), "", "", "")
FIRST_TO_COME: Notice = (
    tr("There is no pair yet."),
    tr("The run is going on. As soon as both have answered a prompt, you can vote on it here."),
    "",
    "",
)
MORE_TO_COME: Notice = (
    tr("You have voted on all that is there."),
    tr("The run is going on, and the next pair appears here by itself."),
    tr("End"),
    tr("Stop voting here, and see who was who. Your votes stay."),
)
NO_PAIR: Notice = (
    tr("There is nothing to vote on."),
    tr("No prompt of this run has an answer from both sides. Go on with the run first."),
    "",
    "",
)
_LOCKED = tr("Your blind vote is locked. What you say now is kept apart, as not blind.")
_SEEN = tr("You have seen who is who in this pair, so what you say about it is not blind.")
_EMPTY = tr("One of the answers has no text.")
_BOTH_EMPTY = tr("Neither answer has any text.")
_READ_ONLY = tr("This history can only be read, so no vote can be kept.")


def failed(error: LabError) -> Notice:
    """The history can't be read."""
    return error.message, error.hint, tr("Try again"), tr("Read the pairs again")


def about(comparison: Comparison, standing: Standing, *, writable: bool) -> str:
    """What else there is to know about a pair; mostly nothing.

    Args:
        comparison: The pair; both have answered.
        standing: How the rater stands to it.
        writable: Votes can be kept.
    """
    if not writable:
        return _READ_ONLY
    empty = sum(answer is None or not answer.text.strip() for answer in (comparison.a, comparison.b))
    said = ({Standing.LOCKED: _LOCKED, Standing.SEEN: _SEEN}.get(standing, ""), ("", _EMPTY, _BOTH_EMPTY)[empty])
    return " ".join(filter(None, said))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is said beside a pair."""

    sentence: str = ""
    """What else there is to know about it."""
    votes: Sequence[Vote] = ()
    """All that count, as it was when the pair came in sight; with B on the left, A and B have changed places."""

    def told(self, recording: KeptRecording | None) -> str:
        """All of it, for a rater who has voted; a recording adds what was voted when it was made."""
        recorded = recorded_vote(recording, self.votes) if recording is not None else ""
        return " ".join(filter(None, (self.sentence, recorded)))


def swapped(votes: Sequence[Vote]) -> list[Vote]:
    """The votes on a pair whose B stands where the screen says A."""
    return [replace(vote, choice=across(vote.choice)) for vote in votes]


def item_words(plan: RunPlan, comparison: Comparison) -> tuple[str, str]:
    """What to look for in the answers to a prompt, and what both were told before it."""
    place = comparison.in_run
    for item in plan.suite.items:
        if place is not None and item.id == place.item_id:
            return item.look_for, item.system_prompt
    return "", ""
