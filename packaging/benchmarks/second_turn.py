"""Figure 4: how soon a model begins to answer in the middle of a talk, over how soon from nothing."""

from __future__ import annotations

from pathlib import Path

from benchmarks.figures import WARM_UP_RUNS, Figure, Goal, Say, ratios
from benchmarks.prompts import OTHER_STORY, prose
from benchmarks.workers import Answer, MeasuredWorker, WorkerFailed, endless
from lab.records import Framing, Turn

TALK_TOKENS = 1000
GOAL = Goal(limit=0.25, at_least=False)
_PROMPT_WORDS = 620
_ANSWER_TOKENS = 200
_SECOND_PROMPT = "And what became of the old mill?"
_FLUSHED_BELOW_TOKENS = 64


def measure(models: list[Path], repeats: int, say: Say) -> list[Figure]:
    """Measure each model.

    Args:
        models: GGUF files.
        repeats: How many pairs of runs.
        say: Told what is going on.
    """
    return [_measure(model, repeats, say) for model in models]


def _measure(model: Path, repeats: int, say: Say) -> Figure:
    say(f"Second turn after about {TALK_TOKENS:,} tokens of talk, milliseconds: {model.stem}")
    warm_ms: list[float] = []
    cold_ms: list[float] = []
    lengths: list[float] = []
    kept: list[float] = []
    with MeasuredWorker(model) as worker:
        for round_number in range(-WARM_UP_RUNS, repeats):
            warm, cold = _pair(worker, model, seed=round_number + WARM_UP_RUNS)
            if cold.started.cached_prompt_tokens >= _FLUSHED_BELOW_TOKENS:
                raise WorkerFailed(
                    f"{cold.started.cached_prompt_tokens} tokens were left in a memory meant to be cold."
                )
            name = "warm-up" if round_number < 0 else f"{round_number + 1} of {repeats}"
            seen = warm.started
            say(
                f"  {name}: warm {warm.first_text_s * 1000:.0f}, cold {cold.first_text_s * 1000:.0f} "
                f"({seen.cached_prompt_tokens} of {seen.prompt_tokens} tokens were in memory)"
            )
            if round_number >= 0:
                warm_ms.append(warm.first_text_s * 1000)
                cold_ms.append(cold.first_text_s * 1000)
                lengths.append(seen.prompt_tokens)
                kept.append(seen.cached_prompt_tokens)
    return Figure(
        number=4,
        what=f"first token of a second turn ÷ of a cold start: {model.stem}",
        values=ratios(warm_ms, cold_ms),
        goal=GOAL,
        parts={"warm_ms": warm_ms, "cold_ms": cold_ms, "prompt_tokens": lengths, "cached_prompt_tokens": kept},
    )


def _pair(worker: MeasuredWorker, model: Path, seed: int) -> tuple[Answer, Answer]:
    """A second turn right after the first, and the same request once more when the memory holds something else.

    The first answer is one that the model really gave, in the tokens that it was drawn in, as in the app.
    """
    prompt = prose(_PROMPT_WORDS, first=seed)
    first = worker.answer(prompt, sampler=endless(model, _ANSWER_TOKENS, seed=seed), framing=worker.framing)
    turns = (Turn(prompt=prompt, response=first.text, response_token_ids=first.token_ids),)
    one_token = endless(model, 1)
    warm = worker.answer(_SECOND_PROMPT, sampler=one_token, framing=worker.framing, turns=turns)
    worker.answer(OTHER_STORY, sampler=one_token, framing=Framing.RAW)
    cold = worker.answer(_SECOND_PROMPT, sampler=one_token, framing=worker.framing, turns=turns)
    return warm, cold
