"""llama.cpp's own ``llama-batched-bench``: how it is called, and what it says about its speed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.completion import ProgramFailed

_LIMIT_S = 300
_COLUMNS = ("PP", "TG", "B", "N_KV", "T_PP", "S_PP", "T_TG", "S_TG", "T", "S")
_NUMBERS = re.compile(r"^\|" + r"\s*([\d.]+)\s*\|" * len(_COLUMNS) + r"\s*$", re.MULTILINE)


def command(
    programs: Path, model: Path, *, rows: int, prompt_tokens: int, tokens: int, threads: int, context: int
) -> list[str]:
    """The command line that reads as many prompts and generates as many tokens as a batch of ours.

    Args:
        programs: The folder of llama.cpp's programs.
        model: The GGUF file.
        rows: How many sequences at once.
        prompt_tokens: Of each prompt.
        tokens: Of each answer. It draws none: they are made up.
        threads: For prompts and for answers.
        context: Of each sequence, in tokens.
    """
    words = [programs / "llama-batched-bench", "-m", model, "-npp", prompt_tokens, "-ntg", tokens, "-npl", rows]
    words += ["-c", rows * context, "-b", 512, "-ub", 512, "-fa", "auto", "-t", threads, "-tb", threads, "-ngl", 0]
    return [str(word) for word in words]


def tokens_per_second(call: Sequence[str]) -> float:
    """Run it, and give generated tokens in a second of all its time, reading the prompts included.

    Args:
        call: See ``command``.

    Raises:
        ProgramFailed: It ended with an error, or printed no times.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith("LLAMA_ARG_")}
    done = subprocess.run(
        call, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=_LIMIT_S, env=env
    )
    if done.returncode:
        raise ProgramFailed(f"llama-batched-bench ended with exit code {done.returncode}:\n{done.stderr[-2000:]}")
    return parse_speed(done.stdout)


def parse_speed(output: str) -> float:
    """Generated tokens in a second of all time, from the table that it prints.

    Args:
        output: What it wrote to standard output.

    Raises:
        ProgramFailed: There is no line of numbers, or more than one.
    """
    found = _NUMBERS.findall(output)
    if len(found) != 1:
        raise ProgramFailed(f"llama-batched-bench printed no times. It ended with:\n{output[-2000:]}")
    row = dict(zip(_COLUMNS, map(float, found[0]), strict=True))
    return row["TG"] * row["B"] / row["T"]
