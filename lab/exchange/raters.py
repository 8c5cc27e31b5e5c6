"""Who is who, when votes go from one computer to another.

Whoever uses a computer that nobody shares is called ``me`` there. In every export they are called ``me@`` and a number
that their first vote gives them, so that no two computers' ``me`` are taken for one person. An import keeps that name.

A rater of a file is, the first rule that holds deciding:

1. the rater here who has cast one of the same votes, or judged or noted the same: the file, or one of the same
   computer, has been taken in before, or came from here;
2. ``me`` here, if the file has our own number;
3. whom the user names, for the ``me`` of the computer that made the file;
4. a rater of the same name, if nobody here has it, or if it is a number's, or if the user says that names stand for
   persons;
5. somebody new, whose name gets a number: ``Ada (2)``.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from lab.errors import BadImport
from lab.exchange.incoming import Numbered
from lab.exchange.lines import JudgementLine, NoteLine, RaterLine, VoteLine
from lab.language import number, tr
from lab.storage.tables import JudgementRow, NoteRow, RaterRow, VoteRow
from lab.storage.votes import ME
from lab.storage.work import Work

_ABROAD = f"{ME}@"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What the user says of a file's raters."""

    me: str = ""
    """Who the file's only ``me@`` that is not known here is; empty if nobody says, ``me`` for oneself."""
    same_names: bool = False
    """A rater whose name is known here is the same person."""


@dataclass(slots=True)
class Seen:
    """By what a rater of a file can be known again."""

    said: list[str] = field(default_factory=list)
    """The ids of votes and judgements."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The comparisons and times of notes."""


def name_abroad(work: Work) -> str:
    """What whoever uses this computer is called in an export; the same every time."""
    mine = select(RaterRow.id).where(RaterRow.name == ME).scalar_subquery()
    first = [
        work.db.execute(query.limit(1)).one_or_none()
        for query in (
            select(VoteRow.cast_utc, VoteRow.id).where(VoteRow.rater_id == mine).order_by(VoteRow.cast_utc, VoteRow.id),
            select(JudgementRow.judged_utc, JudgementRow.id)
            .where(JudgementRow.rater_id == mine)
            .order_by(JudgementRow.judged_utc, JudgementRow.id),
        )
    ]
    said = [(row[0], row[1]) for row in first if row is not None]
    if not said:
        note = select(NoteRow.written_utc, NoteRow.comparison_id).where(NoteRow.rater_id == mine)
        row = work.db.execute(note.order_by(NoteRow.written_utc, NoteRow.comparison_id).limit(1)).one_or_none()
        said = [] if row is None else [(row[0], row[1])]
    return _ABROAD + hashlib.sha256(min(said)[1].encode()).hexdigest()[:10] if said else ME


def seen_in(lines: Iterable[Numbered]) -> dict[str, Seen]:
    """The raters of a file, in the order in which they come. Reads all of it, so all of it has been checked."""
    raters: dict[str, Seen] = {}
    for each in lines:
        match each.line:
            case RaterLine(name=name):
                raters[name] = Seen()
            case VoteLine(id=said, rater=name) | JudgementLine(id=said, rater=name):
                raters[name].said.append(said)
            case NoteLine(comparison_id=comparison_id, rater=name, written_utc=when):
                raters[name].notes.append((comparison_id, when))
    return raters


def names_here(work: Work, seen: dict[str, Seen], naming: Naming) -> dict[str, str]:
    """What each rater of a file is called in this history; see above for the rules.

    Raises:
        BadImport: The user gave one name for several people.
    """
    taken = set(work.db.scalars(select(RaterRow.name)))
    own = name_abroad(work)
    names: dict[str, str] = {}
    for name, rater in seen.items():
        likely = ME if name == own else name
        known = Counter(_who_said_it(work, rater))
        if known:
            # Two notes may be of the same millisecond; then the name decides.
            names[name] = likely if likely in known else known.most_common(1)[0][0]
        elif name == own != ME:
            names[name] = ME
    strangers = [name for name in seen if name.startswith(_ABROAD) and name not in names]
    if naming.me and len(strangers) > 1:
        raise BadImport(
            tr("It has votes of {n} people who are each “me” on their computer.", n=number(len(strangers))),
            tr("So one name is not enough. Import it without that option: they keep names of their own."),
        )
    if naming.me:
        names |= dict.fromkeys(strangers, naming.me)
    taken |= set(names.values())
    for name in [name for name in seen if name not in names]:
        persons = naming.same_names or name.startswith(_ABROAD)
        names[name] = name if name != ME and (persons or name not in taken) else _numbered(name, taken | seen.keys())
        taken.add(names[name])
    return names


def _who_said_it(work: Work, rater: Seen) -> Iterator[str]:
    for ids in _pieces(rater.said):
        for row in (VoteRow, JudgementRow):
            yield from work.db.scalars(
                select(RaterRow.name).join(row, row.rater_id == RaterRow.id).where(row.id.in_(ids))
            )
    notes = set(rater.notes)
    for ids in _pieces([comparison_id for comparison_id, _ in rater.notes]):
        for comparison_id, when, name in work.db.execute(
            select(NoteRow.comparison_id, NoteRow.written_utc, RaterRow.name)
            .join(RaterRow, RaterRow.id == NoteRow.rater_id)
            .where(NoteRow.comparison_id.in_(ids))
        ):
            if (comparison_id, when) in notes:
                yield name


def _pieces(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _numbered(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"
