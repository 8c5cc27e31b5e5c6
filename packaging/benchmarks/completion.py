"""llama.cpp's own ``llama-completion``: how it is called, and what it says about its speed."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from lab.records import SamplerSettings

_LIMIT_S = 300
_NUMBER = r"\s*([\d.]+)"
_EVAL = re.compile(rf"(?<!prompt )eval time ={_NUMBER} ms /{_NUMBER} runs")
_PROMPT = re.compile(rf"prompt eval time ={_NUMBER} ms /{_NUMBER} tokens")
_SAMPLING = re.compile(rf"sampling time ={_NUMBER} ms")
_TOTAL = re.compile(rf"total time ={_NUMBER} ms")
_THREADS = re.compile(r"n_threads = (\d+) \(n_threads_batch = (\d+)\)")
_ABOUT_TO_GENERATE = re.compile(r"generate: n_ctx = ")


class ProgramFailed(Exception):
    """One of llama.cpp's programs did not do what it was called for; the text holds the end of its output."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionTimes:
    """What ``llama-completion --perf`` prints at its end."""

    eval_ms: float
    """Decoding, one token at a time. Sampling is not in it."""
    eval_runs: int
    """One fewer than the tokens: the first comes out of the prompt."""
    sampling_ms: float
    prompt_ms: float
    prompt_tokens: int
    total_ms: float
    """From the end of loading to the end."""
    threads: int
    batch_threads: int

    @property
    def tokens_per_second(self) -> float:
        """Speed from the first token to the last: decoding and drawing, as in our own figure.

        Ours is (tokens - 1) / (last - first): that many decodes and draws, with turning tokens into text and sending
        it. Theirs prints decoding alone ("eval time"), which would leave out work that every answer needs, so the
        draws are added; one of them belongs to the first token. What remains on their side, writing the text to the
        terminal, is left out in their favour: it can't be told from what happens before the first token.
        """
        draws_ms = self.sampling_ms * self.eval_runs / (self.eval_runs + 1)
        return self.eval_runs / (self.eval_ms + draws_ms) * 1000


def parse_times(output: str) -> CompletionTimes:
    """Read the figures out of the program's log.

    Args:
        output: What it wrote to standard error.

    Raises:
        ProgramFailed: Some of them are missing.
    """
    found = [pattern.search(output) for pattern in (_EVAL, _PROMPT, _SAMPLING, _TOTAL, _THREADS)]
    if not all(found):
        raise ProgramFailed(f"llama-completion printed no times. It ended with:\n{output[-2000:]}")
    evaluation, prompt, sampling, total, threads = (match.groups() for match in found if match)
    return CompletionTimes(
        eval_ms=float(evaluation[0]),
        eval_runs=int(evaluation[1]),
        sampling_ms=float(sampling[0]),
        prompt_ms=float(prompt[0]),
        prompt_tokens=int(prompt[1]),
        total_ms=float(total[0]),
        threads=int(threads[0]),
        batch_threads=int(threads[1]),
    )


def command(
    programs: Path, model: Path, *, prompt: str, tokens: int, threads: int, sampler: SamplerSettings, context: int
) -> list[str]:
    """The command line that does the same work as one of our answers.

    Args:
        programs: The folder of llama.cpp's programs.
        model: The GGUF file.
        prompt: Given as it is, without a chat template.
        tokens: How many to generate; tokens that would end the answer are forbidden.
        threads: For the prompt and for the answer.
        sampler: The same that our side uses; only the steps that are on by default are passed on.
        context: Its size in tokens.
    """
    same_size = ["-b", "512", "-ub", "512", "-c", str(context), "-fa", "auto", "-ngl", "0"]
    drawing = ["--temp", sampler.temperature, "--top-k", sampler.top_k, "--top-p", sampler.top_p]
    drawing += ["--min-p", sampler.min_p, "--seed", sampler.seed, "--repeat-penalty", sampler.repeat_penalty]
    plain = ["-no-cnv", "--no-warmup", "--no-display-prompt", "--simple-io", "--perf", "--ignore-eos"]
    words = [programs / "llama-completion", "-m", model, "-p", prompt, "-n", tokens, "-t", threads, "-tb", threads]
    return [str(word) for word in [*words, *same_size, *drawing, *plain]]


def complete(call: Sequence[str]) -> CompletionTimes:
    """Run it to its end.

    Args:
        call: See ``command``.

    Raises:
        ProgramFailed: It ended with an error, or printed no times.
    """
    with _started(call) as running:
        running.wait_for_end()
    return parse_times(running.said)


def complete_together(calls: Sequence[Sequence[str]]) -> float:
    """Run several at the same time and time them as one piece of work, without loading the models.

    Each is suspended when it has loaded its model and is about to read its prompt, and all go on at once; otherwise
    the one with the smaller file would be half done before the other begins, and they would not compete.

    Args:
        calls: See ``command``.

    Returns:
        Seconds until the last one had its last token.

    Raises:
        ProgramFailed: One ended with an error, or printed no times.
    """
    with _all_started(calls) as running:
        for each in running:
            each.suspend_before_generating()
        began = time.perf_counter()
        for each in running:
            each.resume()
        for each in running:
            each.wait_for_end()
        return max(each.finished_at for each in running) - began


class _Running:
    """One running program, with a thread that reads its log line by line."""

    def __init__(self, call: Sequence[str]) -> None:
        self.said = ""
        self.finished_at = 0.0
        """When it said how long everything took, which is after the last token."""
        self._suspended = threading.Event()
        self._wanted_suspended = False
        # LLAMA_ARG_… in the environment would change what it does.
        env = {name: value for name, value in os.environ.items() if not name.startswith("LLAMA_ARG_")}
        self.process = subprocess.Popen(
            call,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env=env,
            # Ctrl+C reaches us alone; we end it.
            start_new_session=os.name == "posix",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)

    def start_reading(self, *, suspend: bool) -> None:
        self._wanted_suspended = suspend
        self._reader.start()

    def suspend_before_generating(self) -> None:
        if not self._suspended.wait(_LIMIT_S):
            raise ProgramFailed(f"llama-completion did not begin:\n{self.said[-2000:]}")

    def resume(self) -> None:
        if self.process.poll() is None:
            psutil.Process(self.process.pid).resume()

    def wait_for_end(self) -> None:
        try:
            code = self.process.wait(_LIMIT_S)
        except subprocess.TimeoutExpired as error:
            raise ProgramFailed(f"llama-completion did not end within {_LIMIT_S} seconds.") from error
        self._reader.join()
        if code or not self.finished_at:
            raise ProgramFailed(f"llama-completion ended with exit code {code}:\n{self.said[-2000:]}")

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        if self._reader.ident:
            self._reader.join()

    def _read(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr:
            for line in self.process.stderr:
                self.said += line
                if self._wanted_suspended and _ABOUT_TO_GENERATE.search(line):
                    psutil.Process(self.process.pid).suspend()
                    self._suspended.set()
                elif _TOTAL.search(line):
                    self.finished_at = time.perf_counter()
        self._suspended.set()


@contextmanager
def _started(call: Sequence[str]) -> Iterator[_Running]:
    running = _Running(call)
    try:
        running.start_reading(suspend=False)
        yield running
    finally:
        running.end()


@contextmanager
def _all_started(calls: Sequence[Sequence[str]]) -> Iterator[list[_Running]]:
    running: list[_Running] = []
    try:
        for call in calls:
            running.append(_Running(call))
            running[-1].start_reading(suspend=True)
        yield running
    finally:
        for each in running:
            each.end()
