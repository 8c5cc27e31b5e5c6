"""What is said of a recording and of the votes in it, the same in the window and in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from lab.language import tr
from lab.recording.recording import Head
from lab.recording.shelf import KeptRecording
from lab.records import Side, Vote, VoteChoice
from lab.words import VOTE_WORDS


def told(head: Head, day: str) -> str:
    """When and by whom it was recorded.

    Args:
        head: Of the recording.
        day: The day in words, on this computer's clock; see ``recorded_on``.
    """
    if head.by:
        return tr("Recorded on {day} by {name}. Nothing is computed here.", day=day, name=head.by)
    return tr("Recorded on {day}. Nothing is computed here.", day=day)


def recorded_on(head: Head) -> datetime:
    """When it was recorded, on this computer's clock."""
    return datetime.fromisoformat(head.recorded_utc).astimezone()


def recorder(head: Head) -> str:
    """Who recorded it, as they are named beside their votes."""
    return head.by or (head.rater if head.rater and "@" not in head.rater else tr("the recorder"))


def votes_told(kept: KeptRecording, cast: Mapping[str, VoteChoice | None]) -> str:
    """What was voted on a pair in a recording.

    Args:
        kept: The recording.
        cast: The vote on the whole pair that counts, by rater; only those who voted in the recording are told of.

    Returns:
        A sentence; empty if nobody voted.
    """
    known = {rater: choice for rater, choice in cast.items() if choice is not None and rater in kept.raters}
    if len(known) == 1:
        ((rater, choice),) = known.items()
        return tr("Vote of {name}: {vote}.", name=name_of(kept, rater), vote=VOTE_WORDS[choice])
    number = Counter(known.values())
    parts = [tr("{name}: {n}", name=words, n=number[choice]) for choice, words in VOTE_WORDS.items() if number[choice]]
    return tr("Recorded votes – {votes}", votes=", ".join(parts)) if parts else ""


def recorded_vote(kept: KeptRecording, votes: Sequence[Vote]) -> str:
    """The same, out of the votes on a pair that count."""
    return votes_told(kept, {vote.rater: vote.choice for vote in votes if not vote.aspect})


def judgements_told(kept: KeptRecording, judged: Mapping[str, Mapping[Side, bool | None]]) -> str:
    """Which of two answers were held to be correct in a recording.

    Args:
        kept: The recording.
        judged: What was said last of each side, by rater.

    Returns:
        A sentence; empty if nobody said anything.
    """
    known = {
        rater: {side: said[side] for side in Side if said.get(side) is not None}
        for rater, said in judged.items()
        if rater in kept.raters
    }
    known = {rater: said for rater, said in known.items() if said}
    if len(known) == 1:
        ((rater, said),) = known.items()
        words = {True: tr("correct", "an answer"), False: tr("not correct", "an answer")}
        parts = [
            tr("{side}: {verdict}", side=side.upper(), verdict=words[bool(correct)]) for side, correct in said.items()
        ]
        return tr("Opinion of {name} – {what}", name=name_of(kept, rater), what=", ".join(parts))
    by_side = {side: [said[side] for said in known.values() if side in said] for side in Side}
    parts = [
        tr("{side}: {correct} of {number}", side=side.upper(), correct=sum(map(bool, said)), number=len(said))
        for side, said in by_side.items()
        if said
    ]
    return tr("Held to be correct – {what}", what=", ".join(parts)) if parts else ""


def name_of(kept: KeptRecording, rater: str) -> str:
    """What somebody who voted in a recording is called, given their name in this history."""
    return recorder(kept.recording.head) if rater == kept.recorder_here else rater
