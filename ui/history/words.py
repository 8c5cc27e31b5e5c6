"""Words and short sentences about what is kept, used in several places of the page."""

from __future__ import annotations

from collections.abc import Sequence

from lab.records import AnswerState, Comparison, KeptAnswer, KeptSession, Origin, Vote
from lab.storage.votes import ME
from lab.visible import visible
from lab.words import CUT_SHORT, INTERRUPTED, VOTE_WORDS

ORIGIN_WORDS = {
    Origin.PROMPT: "",
    Origin.EDIT: "prompt edited",
    Origin.REGENERATE: "answered again",
    Origin.BRANCH: "another way on",
}
NOTHING_ASKED = "Nothing asked yet"
"""What a conversation is called before its first prompt."""


def one_line(text: str, most: int = 200) -> str:
    """The beginning of a text as one line."""
    begin = " ".join(visible(text[: most * 4]).split())
    return begin if len(begin) <= most and len(text) <= most * 4 else begin[:most].rstrip() + " …"


def clipped(text: str, most: int) -> str:
    """The beginning of a long text, cut between words if it can be; nothing in it steers its reader."""
    begin = visible(text[:most])
    if len(text) <= most:
        return begin
    return begin[: max(begin.rfind(" "), begin.rfind("\n"), most - 80)].rstrip() + " …"


def title_of(session: KeptSession) -> str:
    """What a conversation is called: its title, or what it began with."""
    return one_line(session.title) or one_line(session.first_prompt) or NOTHING_ASKED


def turns(number: int) -> str:
    """How many turns."""
    return "1 turn" if number == 1 else f"{number:,} turns"


def ending(answer: KeptAnswer) -> str:
    """Why an answer is shorter than it could be; empty if it ended by itself."""
    match answer.state:
        case AnswerState.STREAMING:
            return "It is being written now."
        case AnswerState.PARTIAL:
            return INTERRUPTED
        case AnswerState.FAILED:
            return answer.problem or "The model failed."
        case AnswerState.FINISHED:
            return CUT_SHORT.get(answer.response.finish_reason, "") if answer.response else ""


def vote_sentence(vote: Vote) -> str:
    """A vote with its reasons, e.g. ``A is better: clear (A), tone (B)``."""
    reasons = [f"{reason} (A)" for reason in vote.reasons_a] + [f"{reason} (B)" for reason in vote.reasons_b]
    who = "" if vote.rater == ME else f"{vote.rater}: "
    what = f"{vote.aspect}: " if vote.aspect else ""
    choice = VOTE_WORDS[vote.choice] if vote.choice else "No vote"
    blind = ", blind" if vote.blind else ""
    return f"{who}{what}{choice}{blind}" + (f". Because: {', '.join(reasons)}" if reasons else "")


def answer_of(comparison: Comparison) -> Sequence[tuple[str, KeptAnswer | None]]:
    """The two answers with their letters."""
    return (("a", comparison.a), ("b", comparison.b))
