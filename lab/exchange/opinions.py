"""What was thought of many comparisons at once: votes, judgements, notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from lab.exchange.wanted import Wanted, judgement_rules, note_rules, vote_rules
from lab.records import Judgement, Note, Side, Vote, VoteChoice
from lab.storage.tables import JudgementRow, NoteRow, RaterRow, VoteReasonRow, VoteRow
from lab.storage.votes import ME
from lab.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """By the id of the comparison; each list with the oldest first."""

    votes: dict[str, list[Vote]]
    judgements: dict[str, list[Judgement]]
    notes: dict[str, list[Note]]
    """By rater."""


def opinions(work: Work, wanted: Wanted, comparison_ids: Sequence[str], *, me: str = ME) -> Opinions:
    """All that is wanted of what was thought of some comparisons.

    Args:
        work: The transaction.
        wanted: What is meant.
        comparison_ids: Not too many; SQLite bounds the number of parameters.
        me: What to call whoever uses this computer.
    """
    return Opinions(
        votes=_votes(work, wanted, comparison_ids, me),
        judgements=_judgements(work, wanted, comparison_ids, me),
        notes=_notes(work, wanted, comparison_ids, me),
    )


def _votes(work: Work, wanted: Wanted, comparison_ids: Sequence[str], me: str) -> dict[str, list[Vote]]:
    query = (
        select(VoteRow.__table__, RaterRow.name.label("rater"))
        .join(RaterRow, RaterRow.id == VoteRow.rater_id)
        .where(VoteRow.comparison_id.in_(comparison_ids), *vote_rules(wanted))
        .order_by(VoteRow.cast_utc, VoteRow.number)
    )
    rows = work.db.execute(query).mappings().all()
    reasons: dict[tuple[int, str], list[str]] = defaultdict(list)
    numbers = select(VoteRow.number).where(VoteRow.comparison_id.in_(comparison_ids))
    given = select(VoteReasonRow.vote_number, VoteReasonRow.side, VoteReasonRow.reason)
    for number, side, reason in work.db.execute(
        given.where(VoteReasonRow.vote_number.in_(numbers)).order_by(VoteReasonRow.reason)
    ):
        reasons[number, side].append(reason)
    found: dict[str, list[Vote]] = defaultdict(list)
    for row in rows:
        vote = Vote(
            id=row["id"],
            comparison_id=row["comparison_id"],
            rater=_name(row["rater"], me),
            choice=None if row["choice"] is None else VoteChoice(row["choice"]),
            aspect=row["aspect"],
            reasons_a=tuple(reasons[row["number"], Side.A]),
            reasons_b=tuple(reasons[row["number"], Side.B]),
            shown_first=Side(row["shown_first"]),
            blind=row["blind"],
            time_taken_ms=row["time_taken_ms"],
            cast_utc=row["cast_utc"],
        )
        found[vote.comparison_id].append(vote)
    return found


def _judgements(work: Work, wanted: Wanted, comparison_ids: Sequence[str], me: str) -> dict[str, list[Judgement]]:
    query = (
        select(JudgementRow.__table__, RaterRow.name.label("rater"))
        .join(RaterRow, RaterRow.id == JudgementRow.rater_id)
        .where(JudgementRow.comparison_id.in_(comparison_ids), *judgement_rules(wanted))
        .order_by(JudgementRow.judged_utc, JudgementRow.number)
    )
    found: dict[str, list[Judgement]] = defaultdict(list)
    for row in work.db.execute(query).mappings():
        judgement = Judgement(
            id=row["id"],
            comparison_id=row["comparison_id"],
            side=Side(row["side"]),
            rater=_name(row["rater"], me),
            correct=row["correct"],
            judged_utc=row["judged_utc"],
        )
        found[judgement.comparison_id].append(judgement)
    return found


def _notes(work: Work, wanted: Wanted, comparison_ids: Sequence[str], me: str) -> dict[str, list[Note]]:
    query = (
        select(NoteRow.comparison_id, RaterRow.name.label("rater"), NoteRow.text, NoteRow.written_utc)
        .join(RaterRow, RaterRow.id == NoteRow.rater_id)
        .where(NoteRow.comparison_id.in_(comparison_ids), *note_rules(wanted))
    )
    found: dict[str, list[Note]] = defaultdict(list)
    for row in work.db.execute(query).mappings():
        found[row["comparison_id"]].append(Note(**{**row, "rater": _name(row["rater"], me)}))
    return {of: sorted(notes, key=lambda note: note.rater) for of, notes in found.items()}


def _name(rater: str, me: str) -> str:
    return me if rater == ME else rater
