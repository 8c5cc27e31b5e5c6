"""What a session writes to the history: each action is one transaction, and doing it twice does no harm."""

from __future__ import annotations

from lab.errors import NotInHistory
from lab.records import AnswerState, Comparison, KeptAnswer
from lab.storage import answers, comparisons, sessions
from lab.storage.work import Work


def keep(work: Work, comparison: Comparison) -> None:
    """Keep a comparison as it stands: begun, or done.

    What was to be kept at its beginning may have met a full disk; so whatever is missing is made up for.

    Raises:
        NotInHistory: What it goes on from has been deleted for good.
    """
    _ensure_session(work, comparison.session_id)
    for answer in (comparison.a, comparison.b):
        if answer is not None:
            _keep_answer(work, answer)
    if not _is_there(work, comparison.id):
        comparisons.add(
            work,
            comparison.session_id,
            comparison.prompt,
            a=comparison.a.id if comparison.a else None,
            b=comparison.b.id if comparison.b else None,
            parent_id=comparison.parent_id,
            origin=comparison.origin,
            comparison_id=comparison.id,
        )


def _ensure_session(work: Work, session_id: str) -> None:
    try:
        sessions.get(work, session_id)
    except NotInHistory:
        sessions.create(work, session_id=session_id)


def _keep_answer(work: Work, answer: KeptAnswer) -> None:
    known = answers.by_id(work, [answer.id], with_details=False).get(answer.id)
    if known is None:
        answers.begin(work, answer.contestant, engine=answer.engine, answer_id=answer.id)
    if answer.state in (AnswerState.FINISHED, AnswerState.FAILED) and (
        known is None or known.state is AnswerState.STREAMING
    ):
        answers.finish(work, answer.id, answer.response, problem=answer.problem, engine=answer.engine)


def _is_there(work: Work, comparison_id: str) -> bool:
    try:
        comparisons.get_row(work, comparison_id)
    except NotInHistory:
        return False
    return True
