"""Reads what the preview shows: actions for the storage thread, and the record that they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lab.records import Comparison, Judgement, KeptSession, Note, Vote
from lab.storage import comparisons, sessions, votes
from lab.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """What people thought of one comparison."""

    votes: tuple[Vote, ...] = ()
    """Those that count."""
    judgements: tuple[Judgement, ...] = ()
    """Of each rater and side the last, unless it was taken back."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTurns:
    """A conversation, or one comparison of it, as the preview shows it."""

    session: KeptSession
    comparisons: tuple[Comparison, ...]
    """In the order in which they came."""
    opinions: dict[str, Opinions] = field(default_factory=dict)
    """By comparison id, for those that were asked for."""
    place: int = 0
    """Of a single comparison: which turn of its conversation it is, from 1. Of a whole conversation: 0."""

    @property
    def ids(self) -> frozenset[str]:
        """Everything that a change may name: the conversation, its comparisons, their answers."""
        sides = [side.id for turn in self.comparisons for side in (turn.a, turn.b) if side is not None]
        return frozenset([self.session.id, *(turn.id for turn in self.comparisons), *sides])


def read_session(work: Work, session_id: str, *, most_opinions: int | None = None) -> KeptTurns:
    """A whole conversation.

    Args:
        work: The transaction.
        session_id: Which one.
        most_opinions: For how many comparisons, from the first, to read the votes and notes; all by default.

    Raises:
        NotInHistory: It is gone.
    """
    session = sessions.get(work, session_id)
    tree = tuple(comparisons.of_session(work, session_id))
    return KeptTurns(
        session=session, comparisons=tree, opinions=read_opinions(work, [turn.id for turn in tree[:most_opinions]])
    )


def read_comparison(work: Work, comparison_id: str) -> KeptTurns:
    """One comparison.

    Raises:
        NotInHistory: It is gone.
    """
    path = comparisons.path(work, comparison_id)
    return KeptTurns(
        session=sessions.get(work, path[-1].session_id),
        comparisons=(path[-1],),
        opinions=read_opinions(work, [comparison_id]),
        place=len(path),
    )


def read_opinions(work: Work, comparison_ids: Sequence[str]) -> dict[str, Opinions]:
    """Votes, judgements and notes by comparison."""
    return {one: _opinions(work, one) for one in comparison_ids}


def last_comparison(work: Work, session_id: str) -> str:
    """The newest comparison of a conversation; empty if there is none.

    Raises:
        NotInHistory: The conversation is gone.
    """
    sessions.get(work, session_id)
    tree = comparisons.of_session(work, session_id)
    return tree[-1].id if tree else ""


def _opinions(work: Work, comparison_id: str) -> Opinions:
    last = {(one.rater, one.side): one for one in votes.judgements(work, comparison_id)}
    return Opinions(
        votes=tuple(votes.current(work, comparison_id)),
        judgements=tuple(one for one in last.values() if one.correct is not None),
        notes=tuple(votes.notes(work, comparison_id)),
    )
