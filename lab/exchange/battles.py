"""Votes as LMArena publishes its battles: a JSON array of objects.

The fields are those that FastChat's ``serve/monitor/clean_battle_data.py`` writes and its ``elo_analysis.py`` reads
(fschat 0.2.36): ``question_id``, ``model_a``, ``model_b``, ``winner``, ``judge``, ``conversation_a``,
``conversation_b``, ``turn``, ``anony``, ``language``, ``tstamp``.
"""

from __future__ import annotations

from datetime import datetime
from typing import BinaryIO

import msgspec

from lab.exchange.history_lines import contestant_line
from lab.exchange.pairs import Message, messages
from lab.exchange.progress import Report, Steps
from lab.exchange.told import Ways, told
from lab.exchange.wanted import Wanted, count_places
from lab.records import Contestant, Side, VoteChoice
from lab.storage.votes import that_count
from lab.storage.work import Work

WINNERS = {
    VoteChoice.A: "model_a",
    VoteChoice.B: "model_b",
    VoteChoice.TIE: "tie",
    VoteChoice.BOTH_BAD: "tie (bothbad)",
}


class Battle(msgspec.Struct, frozen=True, kw_only=True):
    """One row."""

    question_id: str
    """The comparison's id."""
    model_a: str
    model_b: str
    winner: str
    judge: str
    """The rater."""
    conversation_a: list[Message]
    """Without system prompts, as LMArena has them."""
    conversation_b: list[Message]
    turn: int
    """How many prompts A's conversation has."""
    anony: bool
    """True if the vote was blind. LMArena rates no others."""
    language: str = "unknown"
    """LMArena's word for a language that was not recognised; here nobody tries."""
    tstamp: float
    """Seconds since 1970."""


def write_battles(work: Work, out: BinaryIO, wanted: Wanted, report: Report) -> int:
    """Write a row for each vote on the whole that counts.

    Left out are comparisons of a contestant with itself: they say nothing of it, and ratings can't take them.

    Returns:
        How many.
    """
    steps = Steps(report, count_places(work, wanted, voted=True))
    ways, rows = Ways(work), 0
    out.write(b"[")
    for each in told(work, wanted):
        comparison, votes = each.comparison, [vote for vote in that_count(each.votes) if not vote.aspect]
        if votes and comparison.a and comparison.b:
            model_a, model_b = names(comparison.a.contestant, comparison.b.contestant)
            conversation = ways.to(comparison)
            said = {side: _without_system(messages(conversation, side)) for side in Side}
            for vote in votes if model_a != model_b else ():
                assert vote.choice is not None
                row = Battle(
                    question_id=comparison.id,
                    model_a=model_a,
                    model_b=model_b,
                    winner=WINNERS[vote.choice],
                    judge=vote.rater,
                    conversation_a=said[Side.A],
                    conversation_b=said[Side.B],
                    turn=len(said[Side.A]) // 2,
                    anony=vote.blind,
                    tstamp=datetime.fromisoformat(vote.cast_utc).timestamp(),
                )
                out.write((b",\n" if rows else b"\n") + msgspec.json.encode(row))
                rows += 1
        steps.one()
    out.write(b"\n]\n")
    return rows


def names(a: Contestant, b: Contestant) -> tuple[str, str]:
    """What both are called: their models' names.

    A model that plays against itself is told apart by its framing and the beginning of the contestant's id; the names
    are the same only if the contestants are.
    """
    if a.model.name != b.model.name:
        return a.model.name, b.model.name
    return _full_name(a), _full_name(b)


def _full_name(contestant: Contestant) -> str:
    return f"{contestant.model.name} · {contestant.framing} · {contestant_line(contestant).id[:8]}"


def _without_system(said: list[Message]) -> list[Message]:
    return [message for message in said if message.role != "system"]
