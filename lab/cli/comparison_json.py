"""A comparison as the JSON object that scripts read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lab.cli.keeping import Kept
from lab.errors import LabError
from lab.generation.collector import Collector
from lab.records import Comparison, Contestant, Judgement, KeptAnswer, Model, Note, Response, Side, Vote


def comparison(prompt: str, collectors: Mapping[Side, Collector], kept: Kept | None) -> dict[str, Any]:
    """One object with the prompt and a side each under ``a`` and ``b``.

    A side that failed has an ``error`` beside what there is of its answer. The ``id`` is the history's, null if the
    comparison is not kept.
    """
    sides = {side.value: _side(collector) for side, collector in collectors.items()}
    return {"id": kept.id if kept else None, "prompt": prompt, **sides}


def kept_comparison(
    comparison: Comparison, votes: list[Vote], judgements: list[Judgement], notes: list[Note]
) -> dict[str, Any]:
    """A comparison out of the history: the same object, with all that was said about it."""
    return {
        "id": comparison.id,
        "session_id": comparison.session_id,
        "parent_id": comparison.parent_id,
        "origin": comparison.origin,
        "created_utc": comparison.created_utc,
        "prompt": comparison.prompt,
        "a": _kept_side(comparison.a),
        "b": _kept_side(comparison.b),
        "votes": votes,
        "judgements": judgements,
        "notes": notes,
    }


def error(problem: LabError) -> dict[str, str]:
    """What went wrong, with a hint."""
    return {"type": type(problem).__name__, "message": problem.message, "hint": problem.hint}


def _side(collector: Collector) -> dict[str, Any]:
    return {
        **_contestant_and_answer(collector.request.contestant, collector.response()),
        **({"error": error(collector.error)} if collector.error else {}),
    }


def _kept_side(answer: KeptAnswer | None) -> dict[str, Any] | None:
    if answer is None:
        return None
    return {
        "id": answer.id,
        "state": answer.state,
        "text": answer.text,
        **_contestant_and_answer(answer.contestant, answer.response),
        "engine": answer.engine,
        "problem": answer.problem,
        "begun_utc": answer.begun_utc,
        "saved_utc": answer.saved_utc,
    }


def _contestant_and_answer(contestant: Contestant, response: Response | None) -> dict[str, Any]:
    return {
        "model": _model(contestant.model),
        "framing": contestant.framing,
        "system_prompt": contestant.system_prompt,
        **(_answer(response) if response else {}),
        "seed": contestant.sampler.seed,
        "sampler": contestant.sampler,
    }


def _model(model: Model) -> dict[str, Any]:
    return {"name": model.name, "path": model.path, "sha256": model.sha256, "kind": model.verdict.kind}


def _answer(response: Response) -> dict[str, Any]:
    return {
        "rendered_prompt": response.rendered_prompt,
        "text": response.text,
        "token_ids": response.token_ids,
        "finish_reason": response.finish_reason,
        "prompt_tokens": response.prompt_tokens,
        "cached_prompt_tokens": response.cached_prompt_tokens,
        "completion_tokens": response.completion_tokens,
        "dropped_turns": response.dropped_turns,
        "time_to_first_token_ms": response.time_to_first_token_ms,
        "tokens_per_second": response.tokens_per_second,
        "prompt_tokens_per_second": response.prompt_tokens_per_second,
        **({"tokens": response.details} if response.details else {}),
    }
