"""Figures 2 and 3: two models at once, and what the second one gains when the first has finished."""

from __future__ import annotations

import queue
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.completion import command, complete_together
from benchmarks.figures import Figure, Goal, Say, paired_runs, ratios
from benchmarks.prompts import OTHER_STORY, STORY
from benchmarks.workers import CONTEXT_TOKENS, MeasuredWorker, WorkerFailed, as_model, endless
from lab.generation.protocol import Cancelled, Failed, Finished, Loaded, WorkerLost
from lab.generation.runner import Envelope, LoadOptions, Request, Runner
from lab.generation.thread_budget import machine_threads, shares
from lab.records import Contestant, Framing, Side

LONG, SHORT = 256, 60
GOAL_BEST = Goal(limit=1.05, at_least=False)
GOAL_PROGRAMS = Goal(limit=0.6, at_least=False)
GOAL_HAND_OVER = Goal(limit=1.25, at_least=True)
_LIMIT_S = 300


def measure_together(models: list[Path], programs: Path, repeats: int, say: Say) -> list[Figure]:
    """Figure 2: both answer at the same length; our time over that of other ways to do it.

    Args:
        models: Two GGUF files.
        programs: The folder of llama.cpp's programs.
        repeats: How many rounds.
        say: Told what is going on.
    """
    say(f"Two models at once, {LONG} tokens each, seconds")
    tokens = dict(zip(models, (LONG, LONG), strict=True))
    budget = machine_threads()
    calls = [
        command(
            programs,
            model,
            prompt=STORY,
            tokens=LONG,
            threads=budget,
            sampler=endless(model, LONG),
            context=CONTEXT_TOKENS,
        )
        for model in models
    ]
    times = paired_runs(
        repeats,
        {
            "ours": lambda: _ours(tokens),
            "static split": lambda: _static_split(tokens),
            "one after the other": lambda: _one_after_the_other(tokens),
            "two llama-completion": lambda: complete_together(calls),
        },
        say,
        warm_ups=0,
    )
    # Which of the two is better is a property of the machine. Taking the better one of every single round instead
    # would compare us with the luck of two.
    better = min(("static split", "one after the other"), key=lambda name: statistics.median(times[name]))
    parts = {f"{name.replace(' ', '_').replace('-', '_')}_s": each for name, each in times.items()}
    return [
        Figure(
            number=2,
            what=f"time, both {LONG} tokens ÷ the better way ({better})",
            values=ratios(times["ours"], times[better]),
            goal=GOAL_BEST,
            parts=parts,
        ),
        Figure(
            number=2,
            what=f"time, both {LONG} tokens ÷ two llama-completion, {budget} threads each",
            values=ratios(times["ours"], times["two llama-completion"]),
            goal=GOAL_PROGRAMS,
        ),
    ]


def measure_hand_over(models: list[Path], repeats: int, say: Say) -> list[Figure]:
    """Figure 3: one answer is short; the time of a static split over ours, which hands the freed threads over.

    Args:
        models: Two GGUF files.
        repeats: How many rounds, for either of them being the short one.
        say: Told what is going on.
    """
    return [_hand_over(models, lengths, repeats, say) for lengths in ((LONG, SHORT), (SHORT, LONG))]


def _hand_over(models: list[Path], lengths: tuple[int, int], repeats: int, say: Say) -> Figure:
    tokens = dict(zip(models, lengths, strict=True))
    what = " and ".join(f"{model.stem} {count}" for model, count in tokens.items())
    say(f"Handing threads over, seconds: {what}")
    times = paired_runs(
        repeats, {"ours": lambda: _ours(tokens), "static split": lambda: _static_split(tokens)}, say, warm_ups=0
    )
    return Figure(
        number=3,
        what=f"time of a static split ÷ ours: {what}",
        values=ratios(times["static split"], times["ours"]),
        goal=GOAL_HAND_OVER,
        parts={"ours_s": times["ours"], "static_split_s": times["static split"]},
    )


def side_by_side_speed(models: list[Path], tokens: int) -> float:
    """The runner without a window: tokens per second of both models together, as their answers report it."""
    speeds: list[float] = []

    def note(event: object) -> None:
        if isinstance(event, Finished) and event.completion_tokens == tokens and event.timing.tokens_per_second:
            speeds.append(event.timing.tokens_per_second)

    _ours(dict.fromkeys(models, tokens), note)
    if len(speeds) != len(models):
        raise WorkerFailed("Not every model said how fast it was.")
    return sum(speeds)


def _ours(tokens: Mapping[Path, int], on_event: Callable[[object], None] = lambda _event: None) -> float:
    """The runner, as the app and the command line use it: seconds from asking to the last event."""
    contestants = {
        side: Contestant(model=as_model(path), framing=Framing.RAW, sampler=endless(path, count))
        for side, (path, count) in zip(Side, tokens.items(), strict=True)
    }
    with _runner(on_event) as (runner, wait_for):
        for side, contestant in contestants.items():
            runner.preload(side, contestant)
        wait_for(Loaded, 2)
        runner.compare(
            {side: Request(contestant=_warming(each), prompt=OTHER_STORY) for side, each in contestants.items()}
        )
        wait_for(Finished, 2)
        began = time.perf_counter()
        runner.compare({side: Request(contestant=each, prompt=STORY) for side, each in contestants.items()})
        wait_for(Finished, 2)
        return time.perf_counter() - began


def _static_split(tokens: Mapping[Path, int]) -> float:
    """Two workers that keep the share of threads they began with."""
    split = shares(machine_threads(), list(tokens))
    with _workers(tokens, split) as workers:
        began = time.perf_counter()
        for path, worker in workers.items():
            worker.ask(STORY, sampler=endless(path, tokens[path]))
        return max(worker.rest_of_answer(began).finished_at for worker in workers.values()) - began


def _one_after_the_other(tokens: Mapping[Path, int]) -> float:
    """Two workers with all threads, the second asked when the first is done."""
    with _workers(tokens, dict.fromkeys(tokens, machine_threads())) as workers:
        began = time.perf_counter()
        for path, worker in workers.items():
            last = worker.answer(STORY, sampler=endless(path, tokens[path]))
        return last.finished_at - began


@contextmanager
def _workers(
    paths: Sequence[Path] | Mapping[Path, int], threads: Mapping[Path, int]
) -> Iterator[dict[Path, MeasuredWorker]]:
    with ExitStack() as stack:
        workers = {path: stack.enter_context(MeasuredWorker(path, threads=threads[path])) for path in paths}
        for path, worker in workers.items():
            worker.answer(OTHER_STORY, sampler=endless(path, _WARMING_TOKENS))
        yield workers


_WARMING_TOKENS = 4
"""Every way of doing it gets a short answer first, so that none pays for touching the weights for the first time."""


def _warming(contestant: Contestant) -> Contestant:
    path = Path(contestant.model.path)
    return Contestant(model=contestant.model, framing=Framing.RAW, sampler=endless(path, _WARMING_TOKENS))


@contextmanager
def _runner(on_event: Callable[[object], None]) -> Iterator[tuple[Runner, Callable[[type, int], None]]]:
    """A runner and a way to wait until so many events of a kind have come; each is passed on."""
    envelopes: queue.SimpleQueue[Envelope] = queue.SimpleQueue()
    runner = Runner(envelopes.put, options=LoadOptions(context_tokens=CONTEXT_TOKENS))

    def wait_for(kind: type, count: int) -> None:
        while count:
            event = runner.handle(envelopes.get(timeout=_LIMIT_S))
            on_event(event)
            if isinstance(event, kind):
                count -= 1
            elif isinstance(event, Failed | WorkerLost):
                raise WorkerFailed(f"{event.message}\n{event.detail}")
            elif isinstance(event, Cancelled):
                raise WorkerFailed("An answer was cancelled, and nobody had asked for it.")

    try:
        yield runner, wait_for
    finally:
        runner.close()
