"""Answers: begun, kept while they stream, finished; and what a crash left of them."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert

from lab.errors import NotInHistory
from lab.language import tr
from lab.records import AnswerState, Contestant, FinishReason, KeptAnswer, Response
from lab.storage import codec, found
from lab.storage.owner import is_alive, own_name
from lab.storage.tables import AnswerRow, ComparisonRow, ContestantRow
from lab.storage.work import Area, Work, in_pieces, new_id


def begin(work: Work, contestant: Contestant, *, engine: str = "", answer_id: str = "") -> str:
    """Make an empty answer that will stream. ``comparisons.add`` puts it where it belongs.

    Args:
        work: The transaction.
        contestant: Who will give it.
        engine: The llama.cpp that makes it; empty if that is not known yet.
        answer_id: A new id that the caller has made already; empty makes one here.

    Returns:
        Its id.
    """
    answer_id = answer_id or new_id()
    work.db.execute(
        insert(AnswerRow).values(
            id=answer_id,
            contestant_id=keep_contestant(work, contestant),
            seed=contestant.sampler.seed,
            state=AnswerState.STREAMING,
            writer=own_name(),
            engine=engine,
            problem="",
            begun_utc=work.now,
            saved_utc=work.now,
            text="",
        )
    )
    work.changed(Area.ANSWERS, answer_id)
    return answer_id


def append(work: Work, answer_id: str, text: str) -> None:
    """Add to an answer that streams. Text for one that is done already comes too late and is left out."""
    changed = work.db.execute(
        update(AnswerRow)
        .where(AnswerRow.id == answer_id, AnswerRow.state == AnswerState.STREAMING)
        .values(text=AnswerRow.text + text, saved_utc=work.now)
    )
    if changed.rowcount:
        work.changed(Area.ANSWERS, answer_id)


def finish(work: Work, answer_id: str, response: Response | None, *, problem: str = "", engine: str = "") -> None:
    """Keep the whole answer in the place of what had streamed.

    Args:
        work: The transaction.
        answer_id: Which answer.
        response: The answer; None if the model never got to read the prompt.
        problem: What went wrong, as a sentence; empty if nothing did.
        engine: The llama.cpp that made it; empty leaves what was said at the beginning.

    Raises:
        NotInHistory: There is no such answer.
    """
    values = response_values(response) if response else {}
    if engine:
        values["engine"] = engine
    changed = work.db.execute(
        update(AnswerRow)
        .where(AnswerRow.id == answer_id)
        .values(
            state=AnswerState.FAILED if problem else AnswerState.FINISHED,
            problem=problem,
            writer="",
            saved_utc=work.now,
            **values,
        )
    )
    if not changed.rowcount:
        raise NotInHistory(tr("The answer is no longer in the history."), tr("Was its session deleted meanwhile?"))
    found.index_answer(work, answer_id)
    work.changed(Area.ANSWERS, answer_id)


def mark_interrupted(work: Work, *, also_own: bool = False) -> list[str]:
    """Mark the answers as partial whose program ended before they did.

    Args:
        work: The transaction.
        also_own: Those of this process too, because it is about to end.

    Returns:
        Their ids.
    """
    rows = work.db.execute(select(AnswerRow.id, AnswerRow.writer).where(AnswerRow.state == AnswerState.STREAMING)).all()
    own = own_name()
    left = [row.id for row in rows if (also_own if row.writer == own else not is_alive(row.writer))]
    for answer_id in left:
        work.db.execute(update(AnswerRow).where(AnswerRow.id == answer_id).values(state=AnswerState.PARTIAL, writer=""))
        found.index_answer(work, answer_id)
        work.changed(Area.ANSWERS, answer_id)
    return left


def get(work: Work, answer_id: str) -> KeptAnswer:
    """One answer with everything that made it.

    Raises:
        NotInHistory: There is none of that id.
    """
    kept = by_id(work, [answer_id]).get(answer_id)
    if kept is None:
        raise NotInHistory(tr("There is no such answer in the history."))
    return kept


def by_id(work: Work, answer_ids: list[str], *, with_details: bool = True) -> dict[str, KeptAnswer]:
    """Several answers; token probabilities are left out if nobody needs them, they are bulky."""
    answers: dict[str, KeptAnswer] = {}
    contestants: dict[str, Contestant] = {}
    columns = [column for column in AnswerRow.__table__.columns if with_details or column.name != "details"]
    for some in in_pieces(answer_ids):
        rows = work.db.execute(
            select(*columns, ContestantRow.whole)
            .join(ContestantRow, ContestantRow.id == AnswerRow.contestant_id)
            .where(AnswerRow.id.in_(some))
        ).mappings()
        for row in rows:
            contestant_id = row["contestant_id"]
            if contestant_id not in contestants:
                contestants[contestant_id] = codec.from_json(row["whole"], Contestant)
            contestant = codec.with_seed(contestants[contestant_id], row["seed"])
            answers[row["id"]] = KeptAnswer(
                id=row["id"],
                state=AnswerState(row["state"]),
                contestant=contestant,
                text=row["text"],
                response=_response(dict(row), contestant),
                engine=row["engine"],
                problem=row["problem"],
                begun_utc=row["begun_utc"],
                saved_utc=row["saved_utc"],
            )
    return answers


def comparisons_of(work: Work, answer_id: str) -> list[str]:
    """The comparisons that show an answer; siblings may share one."""
    return list(
        work.db.scalars(
            select(ComparisonRow.id).where(
                (ComparisonRow.answer_a_id == answer_id) | (ComparisonRow.answer_b_id == answer_id)
            )
        )
    )


def keep_contestant(work: Work, contestant: Contestant) -> str:
    """Keep a contestant unless it is kept already; its seed belongs to the answer.

    Returns:
        Its id.
    """
    contestant_id = codec.contestant_id(contestant)
    work.db.execute(
        insert(ContestantRow)
        .values(
            id=contestant_id,
            model_name=contestant.model.name,
            model_sha256=contestant.model.sha256,
            framing=contestant.framing,
            whole=codec.to_json(codec.with_seed(contestant, 0)).decode(),
        )
        .on_conflict_do_nothing()
    )
    return contestant_id


def response_values(response: Response) -> dict[str, object]:
    """The columns of a response; its contestant is kept apart."""
    return {
        "text": response.text,
        "rendered_prompt": response.rendered_prompt,
        "token_ids": list(response.token_ids),
        "finish_reason": response.finish_reason,
        "prompt_tokens": response.prompt_tokens,
        "cached_prompt_tokens": response.cached_prompt_tokens,
        "completion_tokens": response.completion_tokens,
        "dropped_turns": response.dropped_turns,
        "time_to_first_token_ms": response.time_to_first_token_ms,
        "tokens_per_second": response.tokens_per_second,
        "prompt_tokens_per_second": response.prompt_tokens_per_second,
        "details": codec.packed(response.details),
    }


def _response(row: dict[str, object], contestant: Contestant) -> Response | None:
    if row["rendered_prompt"] is None:
        return None
    row = {name: row.get(name) for name in _RESPONSE_COLUMNS}
    token_ids, details = row.pop("token_ids"), row.pop("details")
    assert isinstance(token_ids, list)
    assert details is None or isinstance(details, bytes)
    reason = FinishReason(str(row.pop("finish_reason")))
    return Response(
        contestant=contestant,
        token_ids=tuple(token_ids),
        details=codec.unpacked(details),
        finish_reason=reason,
        **row,  # type: ignore[arg-type]
    )


_RESPONSE_COLUMNS = (
    "rendered_prompt", "text", "token_ids", "finish_reason", "prompt_tokens", "cached_prompt_tokens",
    "completion_tokens", "dropped_turns", "time_to_first_token_ms", "tokens_per_second", "prompt_tokens_per_second",
    "details",
)  # fmt: skip
