"""Words and short sentences about what is kept, used in several places of the page."""

from __future__ import annotations

from collections.abc import Sequence

from lab.language import counted, tr
from lab.preferences.rated import shown
from lab.records import AnswerState, Comparison, KeptAnswer, KeptSession, Origin, Vote
from lab.storage.votes import ME
from lab.visible import visible
from lab.words import CUT_SHORT, INTERRUPTED, VOTE_WORDS

ORIGIN_WORDS = {
    Origin.PROMPT: "",
    Origin.EDIT: tr("prompt edited"),
    Origin.REGENERATE: tr("answered again"),
    Origin.BRANCH: tr("another way on"),
}
NOTHING_ASKED = tr("Nothing asked yet")
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
    return counted(number, tr("{n} turn"), tr("{n} turns"))


def ending(answer: KeptAnswer) -> str:
    """Why an answer is shorter than it could be; empty if it ended by itself."""
    match answer.state:
        case AnswerState.STREAMING:
            return tr("It is being written now.")
        case AnswerState.PARTIAL:
            return INTERRUPTED
        case AnswerState.FAILED:
            return answer.problem or tr("The model failed.")
        case AnswerState.FINISHED:
            return CUT_SHORT.get(answer.response.finish_reason, "") if answer.response else ""


def vote_sentence(vote: Vote) -> str:
    """A vote with its reasons, e.g. ``A is better: clear (A), tone (B)``."""
    said = VOTE_WORDS[vote.choice] if vote.choice else tr("No vote")
    if vote.blind:
        said = tr("{vote}, blind", vote=said)
    for before in (shown(vote.aspect), "" if vote.rater == ME else vote.rater):
        said = tr("{about}: {vote}", about=before, vote=said) if before else said
    reasons = [f"{shown(each)} (A)" for each in vote.reasons_a] + [f"{shown(each)} (B)" for each in vote.reasons_b]
    return tr("{vote}. Because: {reasons}", vote=said, reasons=", ".join(reasons)) if reasons else said


def answer_of(comparison: Comparison) -> Sequence[tuple[str, KeptAnswer | None]]:
    """The two answers with their letters."""
    return (("a", comparison.a), ("b", comparison.b))
