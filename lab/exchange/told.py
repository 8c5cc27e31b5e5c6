"""Comparisons with all that was thought of them, a few at a time, for the formats that are one row an opinion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from lab.exchange.history_lines import comparison_lines, session_lines
from lab.exchange.lines import ComparisonLine
from lab.exchange.opinions import opinions
from lab.exchange.raters import name_abroad
from lab.exchange.wanted import Wanted, places
from lab.records import Comparison, InRun, KeptAnswer, Note, Vote
from lab.storage import answers, comparisons
from lab.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One comparison."""

    comparison: Comparison
    """Without token probabilities."""
    session_title: str
    votes: Sequence[Vote]
    """All that are wanted, oldest first."""
    notes: Sequence[Note]


def told(work: Work, wanted: Wanted, *, voted: bool = True) -> Iterator[Told]:
    """All comparisons that are wanted, session by session; only those with votes, unless told otherwise."""
    me = name_abroad(work)
    for piece in places(work, wanted, voted=voted):
        lines = comparison_lines(work, numbers=[number for _, number in piece if number is not None])
        sessions = session_lines(work, sorted({session_id for session_id, _ in piece}))
        shown = sorted({answer for line in lines.values() for answer in (line.a, line.b) if answer})
        kept = answers.by_id(work, shown, with_details=False)
        thought = opinions(work, wanted, [line.id for line in lines.values()], me=me)
        # As the piece has them: sessions by their age, each as its tree grew.
        for line in (lines[number] for _, number in piece if number is not None):
            yield Told(
                comparison=_record(line, kept),
                session_title=sessions[line.session_id].title,
                votes=thought.votes.get(line.id, ()),
                notes=thought.notes.get(line.id, ()),
            )


class Ways:
    """Finds the conversations that lead to comparisons. Holds one session at a time, so that each is read once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._session_id = ""
        self._known: dict[str, Comparison] = {}

    def to(self, comparison: Comparison) -> list[Comparison]:
        """The conversation from its first prompt to a comparison, both included."""
        way = [comparison]
        while (parent_id := way[-1].parent_id) is not None:
            if comparison.session_id != self._session_id:
                self._session_id = comparison.session_id
                self._known = {each.id: each for each in comparisons.of_session(self._work, self._session_id)}
            way.append(self._known[parent_id])
        return way[::-1]


def _record(line: ComparisonLine, kept: dict[str, KeptAnswer]) -> Comparison:
    return Comparison(
        id=line.id,
        session_id=line.session_id,
        parent_id=line.parent_id,
        origin=line.origin,
        prompt=line.prompt,
        created_utc=line.created_utc,
        trashed_utc=None,
        a=kept.get(line.a or ""),
        b=kept.get(line.b or ""),
        in_run=InRun(**msgspec.structs.asdict(line.in_run)) if line.in_run else None,
    )
