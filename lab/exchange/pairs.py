"""Preference pairs as TRL's ``DPOTrainer`` reads them: JSONL with ``prompt``, ``chosen`` and ``rejected``.

Every row is in TRL's conversational format (lists of messages with ``role`` and ``content``), because a column of a
data set can have only one type. See https://huggingface.co/docs/trl/dataset_formats#preference; checked against
TRL 1.16.

In a conversation of several turns each side has its own past. The ``prompt`` is then as much as both were told alike,
and ``chosen`` and ``rejected`` each go on from there to the answers that were voted on; TRL's own ``extract_prompt``
splits two conversations in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

import msgspec

from lab.exchange.choice import Undecided
from lab.exchange.progress import Report, Steps
from lab.exchange.told import Ways, told
from lab.exchange.wanted import Wanted, count_places
from lab.records import AnswerState, Comparison, KeptAnswer, Side, VoteChoice
from lab.storage.votes import that_count
from lab.storage.work import Work


class Message(msgspec.Struct, frozen=True):
    """Something that was said."""

    role: str
    """``system``, ``user`` or ``assistant``."""
    content: str


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """One row."""

    prompt: list[Message]
    chosen: list[Message]
    rejected: list[Message]


def write_pairs(work: Work, out: BinaryIO, wanted: Wanted, undecided: Undecided, report: Report) -> int:
    """Write a row for each vote on the whole that counts, where both answers are whole.

    Returns:
        How many.
    """
    steps = Steps(report, count_places(work, wanted, voted=True))
    ways, rows = Ways(work), 0
    for each in told(work, wanted):
        choices = [vote.choice for vote in that_count(each.votes) if not vote.aspect]
        if choices and _is_whole(each.comparison.a) and _is_whole(each.comparison.b):
            conversation = ways.to(each.comparison)
            for choice in choices:
                for pair in pairs(conversation, choice, undecided):
                    out.write(msgspec.json.encode(pair) + b"\n")
                    rows += 1
        steps.one()
    return rows


def pairs(conversation: Sequence[Comparison], choice: VoteChoice | None, undecided: Undecided) -> Iterator[Pair]:
    """The rows for one vote on the last turn of a conversation; none if the sides were told nothing alike."""
    a, b = messages(conversation, Side.A), messages(conversation, Side.B)
    shared = _shared(a, b)
    if shared and (choice is VoteChoice.A or undecided.keeps(choice)):
        yield Pair(prompt=a[:shared], chosen=a[shared:], rejected=b[shared:])
    if shared and (choice is VoteChoice.B or undecided.keeps(choice)):
        yield Pair(prompt=b[:shared], chosen=b[shared:], rejected=a[shared:])


def messages(conversation: Sequence[Comparison], side: Side) -> list[Message]:
    """A conversation as one side had it.

    A turn in which it was not asked, or failed, was never told to it. The system prompt is there only if both sides
    had the same one: a row can't say that one was told more than the other.
    """
    said: list[Message] = []
    last = conversation[-1]
    prompts = {answer.contestant.system_prompt for answer in (last.a, last.b) if answer}
    if len(prompts) == 1 and (system := prompts.pop()):
        said.append(Message("system", system))
    for comparison in conversation:
        answer = comparison.a if side is Side.A else comparison.b
        if comparison is last or (answer and answer.text and answer.state is not AnswerState.FAILED):
            said.append(Message("user", comparison.prompt))
            said.append(Message("assistant", answer.text if answer else ""))
    return said


def _shared(a: list[Message], b: list[Message]) -> int:
    """How many messages both begin with, up to a user's: an answer has to follow."""
    # The last answers are never a part of the prompt, even if they are the same.
    most = min(len(a), len(b)) - 1
    shared = next((index for index in range(most) if a[index] != b[index]), most)
    while shared and a[shared - 1].role != "user":
        shared -= 1
    return shared


def _is_whole(answer: KeptAnswer | None) -> bool:
    return answer is not None and answer.state is AnswerState.FINISHED
