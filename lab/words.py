"""Words for what is kept, the same in the window and in a terminal."""

from __future__ import annotations

from lab.records import FinishReason, Kind, VoteChoice

KIND_BADGES = {Kind.BASE: "BASE", Kind.CHAT: "CHAT", Kind.UNSURE: "UNSURE"}
"""What stands beside a model's name."""
VOTE_WORDS = {
    VoteChoice.A: "A is better",
    VoteChoice.TIE: "Tie",
    VoteChoice.BOTH_BAD: "Both bad",
    VoteChoice.B: "B is better",
}
"""In the order in which they are offered."""
FINISH_WORDS = {
    FinishReason.END_OF_ANSWER: "ended by itself",
    FinishReason.STOP_TEXT: "ended: stop text",
    FinishReason.LENGTH_LIMIT: "cut off: length limit",
    FinishReason.CONTEXT_FULL: "cut off: context full",
    FinishReason.CANCELLED: "stopped by you",
}
"""How an answer ended, in a line of facts."""
CUT_SHORT = {
    FinishReason.LENGTH_LIMIT: "Cut off at the length limit.",
    FinishReason.CONTEXT_FULL: "Cut off: the context is full.",
    FinishReason.CANCELLED: "Stopped by you.",
}
"""Why an answer is shorter than it could be; one that ended by itself is not in here."""
INTERRUPTED = "The program ended before this answer did."


def left_out(dropped_turns: int) -> str:
    """That old turns did not fit into the context, as a part of a sentence."""
    if dropped_turns == 1:
        return "the oldest turn was left out to fit the context"
    return f"the oldest {dropped_turns} turns were left out to fit the context"
