"""Words for what is kept, the same in the window and in a terminal."""

from __future__ import annotations

from lab.language import counted, tr
from lab.records import FinishReason, Kind, VoteChoice

KIND_BADGES = {Kind.BASE: "BASE", Kind.CHAT: "CHAT", Kind.UNSURE: "UNSURE"}
"""What stands beside a model's name."""
VOTE_WORDS = {
    VoteChoice.A: tr("A is better"),
    VoteChoice.TIE: tr("Tie"),
    VoteChoice.BOTH_BAD: tr("Both bad"),
    VoteChoice.B: tr("B is better"),
}
"""In the order in which they are offered."""
FINISH_WORDS = {
    FinishReason.END_OF_ANSWER: tr("ended by itself"),
    FinishReason.STOP_TEXT: tr("ended: stop text"),
    FinishReason.LENGTH_LIMIT: tr("cut off: length limit"),
    FinishReason.CONTEXT_FULL: tr("cut off: context full"),
    FinishReason.CANCELLED: tr("stopped by you"),
}
"""How an answer ended, in a line of facts."""
CUT_SHORT = {
    FinishReason.LENGTH_LIMIT: tr("Cut off at the length limit."),
    FinishReason.CONTEXT_FULL: tr("Cut off: the context is full."),
    FinishReason.CANCELLED: tr("Stopped by you."),
}
"""Why an answer is shorter than it could be; one that ended by itself is not in here."""
INTERRUPTED = tr("The program ended before this answer did.")


def left_out(dropped_turns: int) -> str:
    """That old turns did not fit into the context, as a part of a sentence."""
    return counted(
        dropped_turns,
        tr("the oldest turn was left out to fit the context"),
        tr("the oldest {n} turns were left out to fit the context"),
    )
