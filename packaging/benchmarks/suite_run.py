"""Figures 15 to 17: a suite of prompts answered as a batch.

Its speed over that of one answer after the other and over llama.cpp's own batches, and whether it keeps to the memory
that was worked out for it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from benchmarks import batched_bench
from benchmarks.figures import Figure, Goal, Say, paired_runs, ratios
from benchmarks.prompts import prose
from benchmarks.workers import MeasuredWorker, WorkerFailed, as_model, endless
from lab.generation.batch_rows import ModelReady, Row, RowAnswered, RowFailed
from lab.generation.batch_runner import BatchOptions, BatchRunner
from lab.generation.thread_budget import machine_threads
from lab.models.fit import memory_shape
from lab.models.fit_batch import batch_need
from lab.models.gguf_header import read_header
from lab.records import Contestant, Framing, SamplerSettings

PROMPTS = 32
TOKENS = 96
ROWS = 16
CONTEXT_TOKENS = 512
OVER_ONE_BY_ONE = Goal(limit=2.0, at_least=True)
OVER_LLAMA = Goal(limit=0.9, at_least=True)
OF_THE_ESTIMATE = Goal(limit=1.0, at_least=False)
_ONE_BY_ONE_PROMPTS = 8
"""So many are enough for the speed of one after the other: each takes as long as the next."""
_PROMPT_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Suite:
    """What one run came to."""

    tokens_per_second: float
    """Generated tokens in a second of all time from the first prompt on."""
    prompt_tokens: int
    """Of a prompt, as many as all of them have on average, without what was copied from another."""
    memory_bytes: int
    """The most that the worker held, with all of the model file."""


def measure(models: list[Path], programs: Path, repeats: int, say: Say) -> list[Figure]:
    """Measure each model with all threads.

    Args:
        models: GGUF files.
        programs: The folder of llama.cpp's programs.
        repeats: How many rounds.
        say: Told what is going on.
    """
    return [figure for model in models for figure in _measure(model, programs, repeats, say)]


def _measure(model: Path, programs: Path, repeats: int, say: Say) -> list[Figure]:
    say(f"{PROMPTS} prompts of {TOKENS} tokens each, tokens per second: {model.stem}, {ROWS} at once")
    sampler = endless(model, TOKENS)
    runs: list[_Suite] = []

    def ours() -> float:
        runs.append(_run(model, sampler))
        return runs[-1].tokens_per_second

    def one_by_one() -> float:
        with MeasuredWorker(model) as worker:
            began = time.perf_counter()
            for number in range(_ONE_BY_ONE_PROMPTS):
                worker.answer(_prompt(number), sampler=replace(sampler, seed=number))
            return _ONE_BY_ONE_PROMPTS * TOKENS / (time.perf_counter() - began)

    def theirs() -> float:
        call = batched_bench.command(
            programs, model, rows=ROWS, prompt_tokens=runs[-1].prompt_tokens if runs else _PROMPT_WORDS * 2,
            tokens=TOKENS, threads=machine_threads(), context=CONTEXT_TOKENS,
        )  # fmt: skip
        return batched_bench.tokens_per_second(call)

    speeds = paired_runs(repeats, {"ours": ours, "one_by_one": one_by_one, "theirs": theirs}, say)
    parts = {f"{name}_tokens_per_second": values for name, values in speeds.items()}
    need = batch_need(memory_shape(read_header(model)), ROWS, CONTEXT_TOKENS)
    measured = [run.memory_bytes for run in runs][-repeats:]
    return [
        Figure(
            number=15,
            what=f"suite ÷ one after the other: {model.stem}",
            values=ratios(speeds["ours"], speeds["one_by_one"]),
            goal=OVER_ONE_BY_ONE,
            parts=parts,
        ),
        Figure(
            number=16,
            what=f"suite ÷ llama-batched-bench: {model.stem}",
            values=ratios(speeds["ours"], speeds["theirs"]),
            goal=OVER_LLAMA,
            parts=parts,
        ),
        Figure(
            number=17,
            what=f"suite's memory ÷ estimate: {model.stem}",
            values=tuple(each / need.total for each in measured),
            goal=OF_THE_ESTIMATE,
            parts={"estimate_mb": need.total / 1e6, "measured_mb": [each / 1e6 for each in measured]},
        ),
    ]


def _prompt(number: int) -> str:
    return prose(_PROMPT_WORDS, first=number)


def _run(model: Path, sampler: SamplerSettings) -> _Suite:
    """Answer the whole suite with a worker of its own, without the time that it takes to load."""
    options = BatchOptions(rows=ROWS, context_tokens=CONTEXT_TOKENS)
    runner = BatchRunner(as_model(model), options=options)
    contestants = [
        Contestant(model=runner.model, framing=Framing.RAW, sampler=replace(sampler, seed=number))
        for number in range(PROMPTS)
    ]
    rows = [Row(number=number, contestant=each, prompt=_prompt(number)) for number, each in enumerate(contestants)]
    began, peak, read, answered = 0.0, 0, 0, 0
    for event in runner.run(rows):
        if isinstance(event, ModelReady):
            began = time.perf_counter()
            process = psutil.Process(runner.worker_pid)
        elif isinstance(event, RowAnswered):
            if event.response.completion_tokens != TOKENS:
                raise WorkerFailed(f"An answer has {event.response.completion_tokens} tokens instead of {TOKENS}.")
            answered += 1
            read += event.response.prompt_tokens - event.response.cached_prompt_tokens
            if answered in (1, PROMPTS):
                peak = max(peak, _held(process, model))
        elif isinstance(event, RowFailed):
            raise WorkerFailed(f"{event.error.message}\n{event.error.detail}")
    return _Suite(
        tokens_per_second=PROMPTS * TOKENS / (time.perf_counter() - began),
        prompt_tokens=round(read / PROMPTS),
        memory_bytes=peak,
    )


def _held(process: psutil.Process, model: Path) -> int:
    """What a process holds, with the whole of the model file: pages that were given back may be needed again."""
    resident: int = process.memory_info().rss
    if not hasattr(process, "memory_maps"):  # macOS
        return resident
    of_file = sum(each.rss for each in process.memory_maps() if Path(each.path).name == model.name)
    return resident - of_file + model.stat().st_size
