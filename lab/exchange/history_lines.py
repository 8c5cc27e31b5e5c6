"""The history as the lines of a file, a piece at a time; see ``lines`` for their order."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
from sqlalchemy import RowMapping, String, select, type_coerce

from lab.exchange.lines import (
    AnswerLine,
    ComparisonLine,
    ContestantLine,
    JudgementLine,
    Line,
    NoteLine,
    PlaceInRun,
    RaterLine,
    ResponsePart,
    RunLine,
    SessionLine,
    VoteLine,
    plain,
)
from lab.exchange.opinions import Opinions, opinions
from lab.exchange.raters import name_abroad
from lab.exchange.wanted import Wanted, places
from lab.records import AnswerState, Contestant, FinishReason, Judgement, Note, Origin, RunSettings, RunState, Vote
from lab.storage import codec, sessions
from lab.storage.tables import AnswerRow, ComparisonRow, ContestantRow, RunRow, SessionRow
from lab.storage.work import Work

_NO_DETAILS = b"[]"
_token_ids = msgspec.json.Decoder(tuple[int, ...])


@dataclass(slots=True)
class _Written:
    """What later lines may take for granted."""

    me: str
    """What whoever uses this computer is called in the file."""
    contestants: dict[str, str] = field(default_factory=dict)
    """The id in the file by that in the database."""
    raters: set[str] = field(default_factory=set)
    session_id: str = ""
    answers: set[str] = field(default_factory=set)
    """Of this session."""


def history_lines(work: Work, wanted: Wanted) -> Iterator[list[Line]]:
    """All lines between the first and the last.

    Yields:
        The lines of one comparison with its answers and all that was said about it; before the first comparison of a
        session also the session's own.
    """
    written = _Written(me=name_abroad(work))
    for piece in places(work, wanted, with_way=True):
        yield from _piece(work, wanted, piece, written)


def session_lines(work: Work, session_ids: Sequence[str]) -> dict[str, SessionLine]:
    """Sessions, by id; also from the trash."""
    tags = sessions.tags_of(work, session_ids)
    rows = work.db.execute(select(SessionRow.__table__).where(SessionRow.id.in_(session_ids))).mappings()
    return {
        row["id"]: SessionLine(
            id=row["id"],
            title=row["title"],
            pinned=row["pinned"],
            tags=tags.get(row["id"], ()),
            created_utc=row["created_utc"],
            updated_utc=row["updated_utc"],
        )
        for row in rows
    }


def answer_lines(work: Work, answer_ids: Sequence[str]) -> dict[str, AnswerLine]:
    """Answers, by id. Their contestant is the database's own name for it."""
    # Token ids and probabilities go from JSON to JSON, so nobody need take them apart.
    columns = [column for column in AnswerRow.__table__.columns if column.name != "token_ids"]
    query = select(*columns, type_coerce(AnswerRow.token_ids, String).label("token_ids"))
    rows = work.db.execute(query.where(AnswerRow.id.in_(answer_ids))).mappings()
    return {row["id"]: _answer(row) for row in rows}


def comparison_lines(work: Work, *, numbers: Sequence[int] = (), ids: Sequence[str] = ()) -> dict[int, ComparisonLine]:
    """Comparisons by number; also from the trash."""
    rule = ComparisonRow.number.in_(numbers) if numbers else ComparisonRow.id.in_(ids)
    rows = work.db.execute(select(ComparisonRow.__table__).where(rule).order_by(ComparisonRow.number)).mappings()
    return {row["number"]: _comparison(row) for row in rows}


def run_lines(work: Work, session_ids: Sequence[str] = (), *, ids: Sequence[str] = ()) -> dict[str, RunLine]:
    """Runs, by the session that holds what they asked. Their contestants are the database's own names for them."""
    rule = RunRow.id.in_(ids) if ids else RunRow.session_id.in_(session_ids)
    rows = work.db.execute(select(RunRow.__table__).where(rule)).mappings()
    return {row["session_id"]: _run(row) for row in rows}


def contestant_line(whole: Contestant) -> ContestantLine:
    """A contestant without what only its computer knows."""
    known = codec.with_seed(replace(whole, model=replace(whole.model, path="")), 0)
    return ContestantLine(id=codec.contestant_id(known), whole=plain(codec.to_json(known)))


def vote_line(vote: Vote) -> VoteLine:
    """A vote as a line."""
    return VoteLine(**_fields(vote))


def judgement_line(judgement: Judgement) -> JudgementLine:
    """A judgement as a line."""
    return JudgementLine(**_fields(judgement))


def note_line(note: Note) -> NoteLine:
    """A note as a line."""
    return NoteLine(**_fields(note))


def _piece(work: Work, wanted: Wanted, piece: list[tuple[str, int | None]], written: _Written) -> Iterator[list[Line]]:
    numbers = [number for _, number in piece if number is not None]
    new_sessions = list({session_id for session_id, _ in piece} - {written.session_id})
    sessions, runs = session_lines(work, new_sessions), run_lines(work, new_sessions)
    comparisons = comparison_lines(work, numbers=numbers) if numbers else {}
    wanted_answers = {answer for line in comparisons.values() for answer in (line.a, line.b) if answer}
    answers = answer_lines(work, sorted(wanted_answers))
    who = {answer.contestant for answer in answers.values()} | {
        each for run in runs.values() for each in (run.a, run.b)
    }
    contestants = _new_contestants(work, who, written)
    thought = opinions(work, wanted, [line.id for line in comparisons.values()], me=written.me)
    for session_id, number in piece:
        lines: list[Line] = []
        if session_id != written.session_id:
            written.session_id = session_id
            written.answers.clear()
            lines.append(sessions[session_id])
            if session_id in runs:
                lines += _of_run(runs[session_id], contestants, written)
        if number is not None:
            lines += _of_comparison(comparisons[number], answers, contestants, thought, written)
        yield lines


def _of_run(run: RunLine, contestants: dict[str, ContestantLine], written: _Written) -> Iterator[Line]:
    abroad = msgspec.structs.replace(run, a=written.contestants[run.a], b=written.contestants[run.b])
    for contestant_id in (abroad.a, abroad.b):
        new = contestants.pop(contestant_id, None)
        if new is not None:
            yield new
    yield abroad


def _of_comparison(
    comparison: ComparisonLine,
    answers: dict[str, AnswerLine],
    contestants: dict[str, ContestantLine],
    thought: Opinions,
    written: _Written,
) -> Iterator[Line]:
    for answer_id in filter(None, (comparison.a, comparison.b)):
        if answer_id in written.answers:
            continue
        written.answers.add(answer_id)
        answer = msgspec.structs.replace(
            answers[answer_id], contestant=written.contestants[answers[answer_id].contestant]
        )
        new = contestants.pop(answer.contestant, None)
        if new is not None:
            yield new
        yield answer
    yield comparison
    said: list[VoteLine | JudgementLine | NoteLine] = [
        *map(vote_line, thought.votes.get(comparison.id, ())),
        *map(judgement_line, thought.judgements.get(comparison.id, ())),
        *map(note_line, thought.notes.get(comparison.id, ())),
    ]
    for line in said:
        if line.rater not in written.raters:
            written.raters.add(line.rater)
            yield RaterLine(name=line.rater)
        yield line


def _new_contestants(work: Work, who: set[str], written: _Written) -> dict[str, ContestantLine]:
    """Lines for those that the file does not have yet, by their id in the file."""
    new: dict[str, ContestantLine] = {}
    there = set(written.contestants.values())
    missing = sorted(who - written.contestants.keys())
    for row in work.db.execute(select(ContestantRow.id, ContestantRow.whole).where(ContestantRow.id.in_(missing))):
        line = contestant_line(codec.from_json(row.whole, Contestant))
        written.contestants[row.id] = line.id
        if line.id not in there:
            new[line.id] = line
    return new


def _answer(row: RowMapping) -> AnswerLine:
    state = AnswerState(row["state"])
    return AnswerLine(
        id=row["id"],
        contestant=row["contestant_id"],
        seed=row["seed"],
        state=AnswerState.PARTIAL if state is AnswerState.STREAMING else state,
        engine=row["engine"],
        problem=row["problem"],
        begun_utc=row["begun_utc"],
        saved_utc=row["saved_utc"],
        text=row["text"],
        response=_response(row) if row["rendered_prompt"] is not None else None,
    )


def _response(row: RowMapping) -> ResponsePart:
    return ResponsePart(
        rendered_prompt=row["rendered_prompt"],
        token_ids=_token_ids.decode(row["token_ids"]),
        finish_reason=FinishReason(row["finish_reason"]),
        prompt_tokens=row["prompt_tokens"],
        cached_prompt_tokens=row["cached_prompt_tokens"],
        completion_tokens=row["completion_tokens"],
        dropped_turns=row["dropped_turns"],
        time_to_first_token_ms=row["time_to_first_token_ms"],
        tokens_per_second=row["tokens_per_second"],
        prompt_tokens_per_second=row["prompt_tokens_per_second"],
        details=plain(zlib.decompress(row["details"]) if row["details"] else _NO_DETAILS),
    )


def _run(row: RowMapping) -> RunLine:
    state = RunState(row["state"])
    return RunLine(
        id=row["id"],
        session_id=row["session_id"],
        suite_id=row["suite_id"],
        suite_title=row["suite_title"],
        suite=row["suite"],
        suite_sha256=row["suite_sha256"],
        a=row["contestant_a_id"],
        b=row["contestant_b_id"],
        samples=row["samples"],
        settings=codec.from_json(row["settings"], RunSettings),
        state=RunState.STOPPED if state is RunState.RUNNING else state,
        created_utc=row["created_utc"],
        updated_utc=row["updated_utc"],
    )


def _comparison(row: RowMapping) -> ComparisonLine:
    return ComparisonLine(
        id=row["id"],
        session_id=row["session_id"],
        parent_id=row["parent_id"],
        origin=Origin(row["origin"]),
        prompt=row["prompt"],
        created_utc=row["created_utc"],
        a=row["answer_a_id"],
        b=row["answer_b_id"],
        in_run=PlaceInRun(run_id=row["run_id"], suite_id=row["suite_id"], item_id=row["item_id"], sample=row["sample"])
        if row["run_id"] is not None
        else None,
    )


def _fields(record: Vote | Judgement | Note) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}
