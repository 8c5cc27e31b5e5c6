"""Words and short sentences about what is kept, used in several places of the page."""

from __future__ import annotations

from collections.abc import Sequence

from lab.records import AnswerState, Comparison, FinishReason, KeptAnswer, KeptSession, Kind, Origin, Vote, VoteChoice
from lab.storage.votes import ME
from lab.visible import visible

VOTE_WORDS = {
    VoteChoice.A: "A is better",
    VoteChoice.TIE: "Tie",
    VoteChoice.BOTH_BAD: "Both bad",
    VoteChoice.B: "B is better",
}
ORIGIN_WORDS = {
    Origin.PROMPT: "",
    Origin.EDIT: "prompt edited",
    Origin.REGENERATE: "answered again",
    Origin.BRANCH: "another way on",
}
KIND_WORDS = {Kind.BASE: "BASE", Kind.CHAT: "CHAT", Kind.UNSURE: "KIND UNKNOWN"}

_END_WORDS = {
    FinishReason.END_OF_ANSWER: "",
    FinishReason.STOP_TEXT: "",
    FinishReason.LENGTH_LIMIT: "Stopped at the length limit.",
    FinishReason.CONTEXT_FULL: "Stopped because the context was full.",
    FinishReason.CANCELLED: "Stopped by you.",
}


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
    return one_line(session.title) or one_line(session.first_prompt) or "Nothing asked yet"


def turns(number: int) -> str:
    """How many turns."""
    return "1 turn" if number == 1 else f"{number:,} turns"


def ending(answer: KeptAnswer) -> str:
    """Why an answer is shorter than it could be; empty if it ended by itself."""
    match answer.state:
        case AnswerState.STREAMING:
            return "It is being written now."
        case AnswerState.PARTIAL:
            return "Cut off: the program ended before the answer did."
        case AnswerState.FAILED:
            return answer.problem or "The model failed."
        case AnswerState.FINISHED:
            return _END_WORDS[answer.response.finish_reason] if answer.response else ""


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
