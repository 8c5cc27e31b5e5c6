"""Figure 5: how long it takes from the wish to stop until a worker has stopped. The only one in milliseconds."""

from __future__ import annotations

import random
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks.figures import Figure, Goal, Say
from benchmarks.prompts import STORY, prose
from benchmarks.workers import MeasuredWorker, WorkerFailed, endless
from lab.generation.protocol import Cancelled, Chunk, Started
from lab.generation.thread_budget import machine_threads, shares

TRIES = 40
PROMPT_TOKENS = 2000
GOAL_DECODING = Goal(limit=50, at_least=False)
GOAL_READING = Goal(limit=150, at_least=False)
_PROMPT_WORDS = 1750
_LONGEST_WAIT_S = 0.5
_ANSWER_TOKENS = 2000


def measure(models: list[Path], repeats: int, say: Say) -> list[Figure]:
    """Cancel again and again at random moments, with both workers busy, which is the harder case.

    Both share the cores as in the app. The moment is random within half a second of decoding, or of reading; a batch
    of the prompt takes about as long, so every place in it is met.

    Args:
        models: Two GGUF files.
        repeats: How often everything else is measured; here it is 40 times or more.
        say: Told what is going on.
    """
    tries = max(TRIES, repeats)
    split = shares(machine_threads(), models)
    figures = []
    with ExitStack() as stack:
        workers = {path: stack.enter_context(MeasuredWorker(path, threads=split[path])) for path in models}
        for doing, goal in (("decoding", GOAL_DECODING), ("reading a prompt", GOAL_READING)):
            say(f"Cancelling both while {doing}, {tries} times")
            reading = doing != "decoding"
            took: dict[Path, list[float]] = {path: [] for path in models}
            moments = random.Random(7)  # noqa: S311 - the same moments in every run
            for number in range(tries):
                wait_s = moments.uniform(0, _LONGEST_WAIT_S)
                for path, milliseconds in _cancel_both(workers, number, wait_s, reading=reading).items():
                    took[path].append(milliseconds)
            figures += [
                Figure(
                    number=5,
                    what=f"cancel while {doing}, both busy: {path.stem}",
                    values=tuple(values),
                    goal=goal,
                    unit="ms",
                    statistic="p95",
                )
                for path, values in took.items()
            ]
    return figures


def _cancel_both(
    workers: dict[Path, MeasuredWorker], number: int, wait_s: float, *, reading: bool
) -> dict[Path, float]:
    """Ask both, wait until both are at it and a moment longer, cancel both; milliseconds by model."""
    # A prompt that begins differently every time, so that none of it is in memory.
    prompt = prose(_PROMPT_WORDS, first=number) if reading else STORY
    requests = {
        path: worker.ask(prompt, sampler=endless(path, _ANSWER_TOKENS, seed=number)) for path, worker in workers.items()
    }
    for worker in workers.values():
        _, event = worker.next(Started if reading else Chunk)
        if isinstance(event, Started) and event.prompt_tokens < PROMPT_TOKENS:
            raise WorkerFailed(f"The prompt has only {event.prompt_tokens} tokens.")
    threading.Event().wait(wait_s)
    asked: dict[Path, float] = {}
    for path, worker in workers.items():
        asked[path] = time.perf_counter()
        worker.process.cancel(requests[path])
    return {path: (worker.next(Cancelled)[0] - asked[path]) * 1000 for path, worker in workers.items()}
