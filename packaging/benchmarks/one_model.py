"""Figure 1: the speed of one model, ours over that of llama.cpp's own ``llama-completion``."""

from __future__ import annotations

from pathlib import Path

from benchmarks.completion import CompletionTimes, ProgramFailed, command, complete
from benchmarks.figures import Figure, Goal, Say, paired_runs, ratios
from benchmarks.prompts import STORY
from benchmarks.workers import CONTEXT_TOKENS, MeasuredWorker, WorkerFailed, endless
from lab.generation.thread_budget import machine_threads

TOKENS = 128
GOAL = Goal(limit=0.97, at_least=True)


def measure(models: list[Path], programs: Path, repeats: int, say: Say) -> list[Figure]:
    """Measure each model with one thread and with all.

    Args:
        models: GGUF files.
        programs: The folder of llama.cpp's programs.
        repeats: How many pairs of runs.
        say: Told what is going on.
    """
    counts = sorted({1, machine_threads()})
    return [_measure(model, threads, programs, repeats, say) for model in models for threads in counts]


def _measure(model: Path, threads: int, programs: Path, repeats: int, say: Say) -> Figure:
    what = f"{model.stem}, {threads} thread{'s' if threads > 1 else ''}"
    say(f"One model, tokens per second: {what}")
    sampler = endless(model, TOKENS)
    call = command(
        programs, model, prompt=STORY, tokens=TOKENS, threads=threads, sampler=sampler, context=CONTEXT_TOKENS
    )
    prompt_tokens: set[int] = set()

    def ours() -> float:
        # A new process for every run, as on the other side: where its memory happens to lie moves a run by some
        # percent, and one lucky process must not stand for all.
        with MeasuredWorker(model, threads=threads) as worker:
            answer = worker.answer(STORY, sampler=sampler)
        if answer.finished.completion_tokens != TOKENS:
            raise WorkerFailed(f"The answer has {answer.finished.completion_tokens} tokens instead of {TOKENS}.")
        prompt_tokens.add(answer.started.prompt_tokens)
        return answer.tokens_per_second

    def theirs() -> float:
        times = complete(call)
        _require_same_work(times, threads)
        prompt_tokens.add(times.prompt_tokens)
        return times.tokens_per_second

    speeds = paired_runs(repeats, {"ours": ours, "theirs": theirs}, say)
    if len(prompt_tokens) > 1:
        raise ProgramFailed(f"The two sides read prompts of {sorted(prompt_tokens)} tokens.")
    return Figure(
        number=1,
        what=f"speed ÷ llama-completion's: {what}",
        values=ratios(speeds["ours"], speeds["theirs"]),
        goal=GOAL,
        parts={"ours_tokens_per_second": speeds["ours"], "theirs_tokens_per_second": speeds["theirs"]},
    )


def _require_same_work(times: CompletionTimes, threads: int) -> None:
    if (times.threads, times.batch_threads) != (threads, threads):
        raise ProgramFailed(f"llama-completion used {times.threads} and {times.batch_threads} threads, not {threads}.")
    if times.eval_runs != TOKENS - 1:
        raise ProgramFailed(f"llama-completion decoded {times.eval_runs} times instead of {TOKENS - 1}.")
