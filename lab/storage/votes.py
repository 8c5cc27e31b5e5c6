"""What people thought: votes, judgements of what is correct, notes. A change of mind adds a row to the votes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from sqlalchemy import RowMapping, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Mapped

from lab.records import Judgement, Note, Side, Vote, VoteChoice
from lab.storage import comparisons, found
from lab.storage.tables import JudgementRow, NoteRow, RaterRow, VoteReasonRow, VoteRow
from lab.storage.work import Area, Work, new_id

ME = "me"
"""The rater on a computer that nobody shares."""


class Cast(Protocol):
    """What of a vote decides whether it counts."""

    @property
    def rater(self) -> str: ...  # noqa: D102

    @property
    def aspect(self) -> str: ...  # noqa: D102

    @property
    def choice(self) -> str | None: ...  # noqa: D102

    @property
    def shown_first(self) -> str: ...  # noqa: D102

    @property
    def blind(self) -> bool: ...  # noqa: D102


_AnyVote = TypeVar("_AnyVote", bound=Cast)


def cast(
    work: Work,
    comparison_id: str,
    choice: VoteChoice | None,
    *,
    rater: str = ME,
    aspect: str = "",
    reasons_a: Sequence[str] = (),
    reasons_b: Sequence[str] = (),
    shown_first: Side = Side.A,
    blind: bool = False,
    time_taken_ms: int | None = None,
) -> Vote:
    """Add a vote; see ``Vote`` for what each argument is.

    Raises:
        NotInHistory: There is no such comparison.
    """
    vote = Vote(
        id=new_id(),
        comparison_id=comparison_id,
        rater=rater,
        choice=choice,
        aspect=aspect,
        reasons_a=tuple(sorted(set(reasons_a))),
        reasons_b=tuple(sorted(set(reasons_b))),
        shown_first=shown_first,
        blind=blind,
        time_taken_ms=time_taken_ms,
        cast_utc=_not_before(work, VoteRow.cast_utc, VoteRow, comparison_id, rater),
    )
    keep(work, vote)
    return vote


def keep(work: Work, vote: Vote) -> bool:
    """Add a vote that has its id and time already, e.g. from another computer.

    Returns:
        False if it was known.

    Raises:
        NotInHistory: There is no such comparison.
    """
    comparisons.get_row(work, vote.comparison_id)
    number = work.db.scalar(
        insert(VoteRow)
        .values(
            id=vote.id,
            comparison_id=vote.comparison_id,
            rater_id=rater_id(work, vote.rater),
            aspect=vote.aspect,
            choice=vote.choice,
            shown_first=vote.shown_first,
            blind=vote.blind,
            time_taken_ms=vote.time_taken_ms,
            cast_utc=vote.cast_utc,
        )
        .on_conflict_do_nothing()
        .returning(VoteRow.number)
    )
    if number is None:
        return False
    reasons = [(Side.A, reason) for reason in vote.reasons_a] + [(Side.B, reason) for reason in vote.reasons_b]
    for side, reason in reasons:
        work.db.execute(
            insert(VoteReasonRow).values(vote_number=number, side=side, reason=reason).on_conflict_do_nothing()
        )
    if not vote.aspect:
        counting = [each.choice for each in current(work, vote.comparison_id) if not each.aspect]
        comparisons.set_choice(work, vote.comparison_id, counting[-1] if counting else None)
    work.changed(Area.VOTES, vote.comparison_id)
    return True


def history(work: Work, comparison_id: str) -> list[Vote]:
    """Every vote on a comparison, oldest first."""
    rows = (
        work.db.execute(
            select(VoteRow.__table__, RaterRow.name.label("rater"))
            .join(RaterRow, RaterRow.id == VoteRow.rater_id)
            .where(VoteRow.comparison_id == comparison_id)
            .order_by(VoteRow.cast_utc, VoteRow.number)
        )
        .mappings()
        .all()
    )
    reasons: dict[tuple[int, str], list[str]] = {}
    for row in work.db.execute(
        select(VoteReasonRow.vote_number, VoteReasonRow.side, VoteReasonRow.reason)
        .where(VoteReasonRow.vote_number.in_([row["number"] for row in rows]))
        .order_by(VoteReasonRow.reason)
    ):
        reasons.setdefault((row.vote_number, row.side), []).append(row.reason)
    return [_vote(row, reasons) for row in rows]


def current(work: Work, comparison_id: str) -> list[Vote]:
    """The votes that count, oldest first; see ``that_count``."""
    return that_count(history(work, comparison_id))


def that_count(votes: Sequence[_AnyVote]) -> list[_AnyVote]:
    """Of the votes on one comparison those that count: of each rater and aspect one, the last.

    A blind vote is locked by what comes after the reveal: later votes that were not blind don't replace it, unless it
    was taken back. Nor does a blind vote with the sides swapped, which asks the rater again. One that was taken back
    does not count.

    Args:
        votes: Oldest first.
    """
    blind: dict[tuple[str, str], _AnyVote] = {}
    seen: dict[tuple[str, str], _AnyVote] = {}
    for vote in votes:
        who = vote.rater, vote.aspect
        if not vote.blind:
            seen[who] = vote
        elif who not in blind or blind[who].shown_first == vote.shown_first or blind[who].choice is None:
            blind[who] = vote
    counting = seen | {who: vote for who, vote in blind.items() if vote.choice is not None}
    counts = {id(vote) for vote in counting.values() if vote.choice is not None}
    return [vote for vote in votes if id(vote) in counts]


def judge(work: Work, comparison_id: str, side: Side, correct: bool | None, *, rater: str = ME) -> Judgement:
    """Say whether a side's answer is correct; None takes back what was said.

    Raises:
        NotInHistory: There is no such comparison.
    """
    judgement = Judgement(
        id=new_id(),
        comparison_id=comparison_id,
        side=side,
        rater=rater,
        correct=correct,
        judged_utc=_not_before(work, JudgementRow.judged_utc, JudgementRow, comparison_id, rater),
    )
    keep_judgement(work, judgement)
    return judgement


def keep_judgement(work: Work, judgement: Judgement) -> bool:
    """Add a judgement that has its id and time already.

    Returns:
        False if it was known.

    Raises:
        NotInHistory: There is no such comparison.
    """
    comparisons.get_row(work, judgement.comparison_id)
    added = work.db.execute(
        insert(JudgementRow)
        .values(
            id=judgement.id,
            comparison_id=judgement.comparison_id,
            rater_id=rater_id(work, judgement.rater),
            side=judgement.side,
            correct=judgement.correct,
            judged_utc=judgement.judged_utc,
        )
        .on_conflict_do_nothing()
    )
    if added.rowcount:
        work.changed(Area.VOTES, judgement.comparison_id)
    return bool(added.rowcount)


def judgements(work: Work, comparison_id: str) -> list[Judgement]:
    """Every judgement on a comparison, oldest first; of each rater and side the last counts."""
    columns = [column for column in JudgementRow.__table__.columns if column.name not in ("number", "rater_id", "side")]
    rows = work.db.execute(
        select(*columns, JudgementRow.side, RaterRow.name.label("rater"))
        .join(RaterRow, RaterRow.id == JudgementRow.rater_id)
        .where(JudgementRow.comparison_id == comparison_id)
        .order_by(JudgementRow.judged_utc, JudgementRow.number)
    ).mappings()
    return [Judgement(**{**row, "side": Side(row["side"])}) for row in rows]


def write_note(work: Work, comparison_id: str, text: str, *, rater: str = ME) -> None:
    """Keep a rater's note in the place of the one before; empty text takes it away.

    Raises:
        NotInHistory: There is no such comparison.
    """
    comparisons.get_row(work, comparison_id)
    rater_number = rater_id(work, rater)
    if text:
        row = insert(NoteRow).values(
            comparison_id=comparison_id, rater_id=rater_number, text=text, written_utc=work.now
        )
        work.db.execute(row.on_conflict_do_update(set_={"text": text, "written_utc": work.now}))
    else:
        work.db.execute(delete(NoteRow).where(NoteRow.comparison_id == comparison_id, NoteRow.rater_id == rater_number))
    found.index_comparison(work, comparison_id)
    work.changed(Area.NOTES, comparison_id)


def notes(work: Work, comparison_id: str) -> list[Note]:
    """The notes on a comparison, by rater."""
    rows = work.db.execute(
        select(NoteRow.comparison_id, RaterRow.name.label("rater"), NoteRow.text, NoteRow.written_utc)
        .join(RaterRow, RaterRow.id == NoteRow.rater_id)
        .where(NoteRow.comparison_id == comparison_id)
        .order_by(RaterRow.name)
    ).mappings()
    return [Note(**row) for row in rows]


def rater_id(work: Work, name: str) -> int:
    """The number of a rater, who is made if need be."""
    work.db.execute(insert(RaterRow).values(name=name).on_conflict_do_nothing())
    return work.db.execute(select(RaterRow.id).where(RaterRow.name == name)).scalar_one()


def _not_before(
    work: Work, moment: Mapped[str], row: type[VoteRow | JudgementRow], comparison_id: str, rater: str
) -> str:
    """Now, or when this rater last said something here: if the clock was set back, the last word still counts."""
    latest = work.db.scalar(
        select(func.max(moment))
        .join(RaterRow, RaterRow.id == row.rater_id)
        .where(row.comparison_id == comparison_id, RaterRow.name == rater)
    )
    return max(work.now, latest or "")


def _vote(row: RowMapping, reasons: dict[tuple[int, str], list[str]]) -> Vote:
    return Vote(
        id=row["id"],
        comparison_id=row["comparison_id"],
        rater=row["rater"],
        choice=None if row["choice"] is None else VoteChoice(row["choice"]),
        aspect=row["aspect"],
        reasons_a=tuple(reasons.get((row["number"], "a"), ())),
        reasons_b=tuple(reasons.get((row["number"], "b"), ())),
        shown_first=Side(row["shown_first"]),
        blind=row["blind"],
        time_taken_ms=row["time_taken_ms"],
        cast_utc=row["cast_utc"],
    )
