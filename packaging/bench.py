"""Measures Counterpoint's engine and prints it as ratios to llama.cpp's own programs on the same machine.

    .venv/bin/python packaging/bench.py [--only 1,3] [--repeats 5] [--json FILE] [--models DIR] [--programs DIR]

Usually started by ``make bench``. What is promised is in ``benchmarks/``, a file a figure. Speeds are never compared
with numbers from another day or another machine: each is paired with a run of the other side right beside it. Nothing
here is a test, because on a busy machine the figures are worth nothing.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import (
    cancelling,
    download,
    history,
    library,
    machine,
    memory,
    one_model,
    programs,
    ratings,
    report,
    second_turn,
    suite_run,
    two_models,
    window_run,
    window_start,
    window_streaming,
)
from benchmarks.completion import ProgramFailed
from benchmarks.figures import Figure
from benchmarks.workers import WorkerFailed
from progress import StepFailed, duration
from rich.console import Console

from lab.errors import LabError

ROOT = Path(__file__).resolve().parent.parent
LEAST_REPEATS = 5
ALL_FIGURES = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)
_NEED_PROGRAMS = frozenset({1, 2, 15, 16, 17})
_SUITE_RUN = frozenset({15, 16, 17})
"""Measured together, with the same runs."""
_INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Measure and report.

    Args:
        words: The command line; None for the program's own.

    Returns:
        0 if everything that was measured reaches its goal, 1 if something does not, 2 if it could not be measured.
    """
    wanted = arguments(words)
    console = Console()
    try:
        return _measure_and_report(wanted, console)
    except KeyboardInterrupt:
        console.print("\nStopped. Nothing was left running.")
        return _INTERRUPTED
    except StepFailed as failure:
        console.print("\n".join([*failure.last_lines, f"\n{failure.title}: this failed."]), markup=False)
    except (ProgramFailed, WorkerFailed, LabError) as problem:
        console.print(str(problem), markup=False)
    return 2


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line.

    Args:
        words: Its words; None for the program's own.

    Returns:
        ``only`` (a tuple of figures), ``repeats``, ``json``, ``models`` and ``programs`` (paths or None).
    """
    parser = argparse.ArgumentParser(prog="bench", description="Measure the engine against llama.cpp's own programs.")
    parser.add_argument("--only", type=_figures, default=ALL_FIGURES, help="some of the figures, such as 1,3")
    parser.add_argument("--repeats", type=_repeats, default=LEAST_REPEATS, help="pairs of runs a figure, at least 5")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything that was measured to this file")
    parser.add_argument("--models", type=Path, metavar="DIR", help="two GGUF files instead of the starter models")
    parser.add_argument("--programs", type=Path, metavar="DIR", help="llama.cpp's programs, if they are built already")
    return parser.parse_args(words)


def _figures(text: str) -> tuple[int, ...]:
    try:
        numbers = tuple(sorted({int(part) for part in text.split(",")}))
    except ValueError:
        numbers = ()
    if not numbers or not set(numbers) <= set(ALL_FIGURES):
        raise argparse.ArgumentTypeError("say some of the figures, such as 1,3")
    return numbers


def _repeats(text: str) -> int:
    if not text.isdigit() or int(text) < LEAST_REPEATS:
        raise argparse.ArgumentTypeError(f"a median of fewer than {LEAST_REPEATS} says nothing")
    return int(text)


def _measure_and_report(wanted: argparse.Namespace, console: Console) -> int:
    began = time.monotonic()
    models = _models(wanted.models)
    folder = _programs(wanted) if _NEED_PROGRAMS.intersection(wanted.only) else Path()
    busy = machine.busy_percent()
    if busy > machine.QUIET_BELOW_PERCENT:
        console.print(
            f"Other programs use {busy:.0f} % of this machine. Ratios of runs with several threads are not to be "
            "trusted now: one busy core holds up every thread that waits for the one on it.",
            style="yellow",
        )
    clock = machine.StealClock()
    figures = _measure(wanted, models, folder, lambda line: console.print(line, markup=False, highlight=False))
    console.print()
    console.print(report.table(figures))
    console.print(f"{machine.processor_name()}, measured in {duration(time.monotonic() - began)}.")
    facts = machine.facts(models, busy) | {"stolen_percent": clock.stolen_percent()}
    if facts["stolen_percent"] > machine.STOLEN_BELOW_PERCENT:
        console.print(
            f"The host of this virtual machine took {facts['stolen_percent']:.0f} % of its time away, so several "
            "threads were rarely at work at the same time.",
            style="yellow",
        )
    if wanted.json:
        wanted.json.write_text(json.dumps(report.as_json(figures, facts), indent=2) + "\n", encoding="utf-8")
        console.print(f"Everything is in {wanted.json}.")
    return 0 if all(figure.met is not False for figure in figures) else 1


def _measure(wanted: argparse.Namespace, models: list[Path], folder: Path, say: Callable[[str], Any]) -> list[Figure]:
    repeats = wanted.repeats
    measurements: dict[int, Callable[[], list[Figure]]] = {
        1: lambda: one_model.measure(models, folder, repeats, say),
        2: lambda: two_models.measure_together(models, folder, repeats, say),
        3: lambda: two_models.measure_hand_over(models, repeats, say),
        4: lambda: second_turn.measure(models, repeats, say),
        5: lambda: cancelling.measure(models, repeats, say),
        6: lambda: memory.measure(models, repeats, say),
        7: lambda: window_streaming.measure(repeats, say),
        8: lambda: window_run.measure_throughput(models, repeats, say),
        9: lambda: window_start.measure(repeats, say),
        10: lambda: window_run.measure_growth(say),
        11: lambda: history.measure(repeats, say),
        12: lambda: download.measure(repeats, say),
        13: lambda: library.measure(repeats, say),
        14: lambda: ratings.measure(repeats, say),
    }
    figures = [figure for number in wanted.only if number in measurements for figure in measurements[number]()]
    if _SUITE_RUN.intersection(wanted.only):
        suite = suite_run.measure(models, folder, repeats, say)
        figures += [figure for figure in suite if figure.number in wanted.only]
    return figures


def _models(folder: Path | None) -> list[Path]:
    if folder is None:
        return _starter_models()
    files = sorted(folder.glob("*.gguf"), key=lambda file: file.name.lower())
    if len(files) != 2:
        raise WorkerFailed(f"{folder} holds {len(files)} GGUF files; two are needed.")
    return files


def _starter_models() -> list[Path]:
    from lab.models.library import Library
    from lab.models.starter import default_pair

    pair = default_pair(Library.open())
    if pair is None:
        raise WorkerFailed("The starter models are not here yet. Get them with: counterpoint starter")
    return [Path(model.path) for model in pair]


def _programs(wanted: argparse.Namespace) -> Path:
    if wanted.programs is None:
        version = importlib.metadata.version("llama-cpp-python")
        return programs.find_or_build(ROOT / ".venv" / "bench", version, ROOT / "constraints.txt")
    given: Path = wanted.programs
    if not programs.is_complete(given):
        raise ProgramFailed(f"{given} does not hold {', '.join(programs.PROGRAMS)}.")
    return given


if __name__ == "__main__":
    # Whoever ends us otherwise than by Ctrl+C wants our children ended too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.default_int_handler)
    sys.exit(main())
