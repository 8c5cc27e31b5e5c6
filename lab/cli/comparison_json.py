"""A comparison as the JSON object that scripts read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lab.errors import LabError
from lab.generation.collector import Collector
from lab.generation.runner import Side
from lab.records import Model, Response


def comparison(prompt: str, collectors: Mapping[Side, Collector]) -> dict[str, Any]:
    """One object with the prompt and a side each under ``a`` and ``b``.

    A side that failed has an ``error`` beside what there is of its answer.
    """
    return {"prompt": prompt, **{side.value: _side(collector) for side, collector in collectors.items()}}


def error(problem: LabError) -> dict[str, str]:
    """What went wrong, with a hint."""
    return {"type": type(problem).__name__, "message": problem.message, "hint": problem.hint}


def _side(collector: Collector) -> dict[str, Any]:
    contestant = collector.request.contestant
    response = collector.response()
    return {
        "model": _model(contestant.model),
        "framing": contestant.framing,
        "system_prompt": contestant.system_prompt,
        **(_answer(response) if response else {}),
        "seed": contestant.sampler.seed,
        "sampler": contestant.sampler,
        **({"error": error(collector.error)} if collector.error else {}),
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
