"""Puts the votes, judgements and notes of a file into the history."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import insert, select, update

from lab.exchange.history_lines import judgement_line, vote_line
from lab.exchange.lines import JudgementLine, NoteLine, VoteLine
from lab.exchange.opinions import Opinions, opinions
from lab.exchange.summary import Summary, What, Winner
from lab.exchange.wanted import Wanted
from lab.records import Note, Side
from lab.storage import votes
from lab.storage.tables import JudgementRow, NoteRow, VoteReasonRow, VoteRow
from lab.storage.work import Work

L = TypeVar("L", VoteLine, JudgementLine, NoteLine)
S = TypeVar("S", VoteLine, JudgementLine)


class OpinionsIn:
    """Takes lines, a batch at a time. Those on comparisons that are others here are left out.

    Attributes:
        voted: The ids of the comparisons that got votes from the last batch.
        noted: Those that got notes.
    """

    def __init__(self, work: Work, summary: Summary, names: dict[str, str]) -> None:
        self.voted: set[str] = set()
        self.noted: set[str] = set()
        self._work = work
        self._summary = summary
        self._names = names
        self._raters: dict[str, int] = {}

    def put_votes(self, lines: Sequence[tuple[int, VoteLine]], others: Collection[str]) -> None:
        """Keep votes that are not known."""
        self.voted = set()
        lines = self._about_the_same(What.VOTE, lines, others)
        where = self._where(VoteRow, [line.id for _, line in lines])
        new = [line for _, line in lines if line.id not in where]
        if new:
            self._work.db.execute(insert(VoteRow), [self._vote(line) for line in new])
            self._put_reasons([line for line in new if line.reasons_a or line.reasons_b])
            self.voted = {line.comparison_id for line in new}
        self._summary.added[What.VOTE] += len(new)
        here = {vote.id: vote for each in self._opinions(set(where.values())).votes.values() for vote in each}
        for number, line in lines:
            if line.id in where:
                self._meet(What.VOTE, number, line, vote_line(here[line.id]))

    def put_judgements(self, lines: Sequence[tuple[int, JudgementLine]], others: Collection[str]) -> None:
        """Keep judgements that are not known."""
        lines = self._about_the_same(What.JUDGEMENT, lines, others)
        where = self._where(JudgementRow, [line.id for _, line in lines])
        new = [line for _, line in lines if line.id not in where]
        if new:
            self._work.db.execute(insert(JudgementRow), [self._judgement(line) for line in new])
        self._summary.added[What.JUDGEMENT] += len(new)
        here = {said.id: said for each in self._opinions(set(where.values())).judgements.values() for said in each}
        for number, line in lines:
            if line.id in where:
                self._meet(What.JUDGEMENT, number, line, judgement_line(here[line.id]))

    def put_notes(self, lines: Sequence[tuple[int, NoteLine]], others: Collection[str]) -> None:
        """Keep notes; of two notes of a rater on one comparison the later one."""
        self.noted = set()
        lines = self._about_the_same(What.NOTE, lines, others)
        kept = self._opinions({line.comparison_id for _, line in lines}).notes
        here = {(note.comparison_id, note.rater): note for each in kept.values() for note in each}
        for number, line in lines:
            rater = self._names[line.rater]
            note = Note(comparison_id=line.comparison_id, rater=rater, text=line.text, written_utc=line.written_utc)
            known = here.get((note.comparison_id, rater))
            if known is not None:
                self._summary.known[What.NOTE] += 1
                if known.text == note.text:
                    continue
                winner = Winner.FILE if note.written_utc > known.written_utc else Winner.HERE
                self._summary.disagree(What.NOTE, note.comparison_id, number, winner)
                if winner is Winner.HERE:
                    continue
            self._put_note(note, is_new=known is None)
            here[note.comparison_id, rater] = note

    def _put_note(self, note: Note, *, is_new: bool) -> None:
        rater_id = self._rater_id(note.rater)
        values = {"text": note.text, "written_utc": note.written_utc}
        if is_new:
            row = insert(NoteRow).values(comparison_id=note.comparison_id, rater_id=rater_id, **values)
            self._work.db.execute(row)
            self._summary.added[What.NOTE] += 1
        else:
            it = (NoteRow.comparison_id == note.comparison_id) & (NoteRow.rater_id == rater_id)
            self._work.db.execute(update(NoteRow).where(it).values(**values))
        self.noted.add(note.comparison_id)

    def _put_reasons(self, lines: Sequence[VoteLine]) -> None:
        query = select(VoteRow.id, VoteRow.number).where(VoteRow.id.in_([line.id for line in lines]))
        numbers: dict[str, int] = {row.id: row.number for row in self._work.db.execute(query)}
        rows = [
            {"vote_number": numbers[line.id], "side": side, "reason": reason}
            for line in lines
            for side, reasons in ((Side.A, line.reasons_a), (Side.B, line.reasons_b))
            for reason in sorted(set(reasons))
        ]
        if rows:
            self._work.db.execute(insert(VoteReasonRow), rows)

    def _about_the_same(
        self, what: What, lines: Sequence[tuple[int, L]], others: Collection[str]
    ) -> list[tuple[int, L]]:
        for number, line in lines:
            if line.comparison_id in others:
                self._summary.disagree(what, getattr(line, "id", line.comparison_id), number, Winner.HERE)
        return [(number, line) for number, line in lines if line.comparison_id not in others]

    def _where(self, table: type[VoteRow] | type[JudgementRow], ids: list[str]) -> dict[str, str]:
        """Of those that are known the ids of their comparisons here."""
        rows = self._work.db.execute(select(table.id, table.comparison_id).where(table.id.in_(ids)))
        return {row.id: row.comparison_id for row in rows}

    def _opinions(self, comparison_ids: set[str]) -> Opinions:
        return opinions(self._work, Wanted(), sorted(comparison_ids))

    def _meet(self, what: What, number: int, line: S, here: S) -> None:
        # Who it was is told by the naming, and may well be another word.
        self._summary.known[what] += 1
        if msgspec.structs.replace(line, rater=here.rater) != here:
            self._summary.disagree(what, line.id, number, Winner.HERE)

    def _vote(self, line: VoteLine) -> dict[str, object]:
        return {
            "id": line.id,
            "comparison_id": line.comparison_id,
            "rater_id": self._rater_id(self._names[line.rater]),
            "aspect": line.aspect,
            "choice": line.choice,
            "shown_first": line.shown_first,
            "blind": line.blind,
            "time_taken_ms": line.time_taken_ms,
            "cast_utc": line.cast_utc,
        }

    def _judgement(self, line: JudgementLine) -> dict[str, object]:
        return {
            "id": line.id,
            "comparison_id": line.comparison_id,
            "rater_id": self._rater_id(self._names[line.rater]),
            "side": line.side,
            "correct": line.correct,
            "judged_utc": line.judged_utc,
        }

    def _rater_id(self, name: str) -> int:
        if name not in self._raters:
            self._raters[name] = votes.rater_id(self._work, name)
        return self._raters[name]
