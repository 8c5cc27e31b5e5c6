"""What is said in the place of a pair, or beside it: a sentence, a hint, a button and its tip."""

from __future__ import annotations

from enum import Enum, auto

from lab.errors import LabError
from lab.language import tr
from lab.records import Comparison
from lab.runs.plan import RunPlan

Notice = tuple[str, str, str, str]


class Standing(Enum):
    """What may be said about a pair."""

    USUAL = auto()
    LOCKED = auto()
    """It has a blind vote, and the names are shown."""
    SEEN = auto()
    """The rater votes blind, but has seen the names of this one."""


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


def item_words(plan: RunPlan, comparison: Comparison) -> tuple[str, str]:
    """What to look for in the answers to a prompt, and what both were told before it."""
    place = comparison.in_run
    for item in plan.suite.items:
        if place is not None and item.id == place.item_id:
            return item.look_for, item.system_prompt
    return "", ""
