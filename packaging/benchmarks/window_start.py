"""Figures 9 and 10: how much later our window is there than an empty one, and what it takes of memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, Goal, Say, paired_runs
from benchmarks.workers import WorkerFailed

GOAL_LATER = Goal(limit=700, at_least=False)
GOAL_MEMORY = Goal(limit=300, at_least=False)
_SCRIPT = Path(__file__).with_name("open_window.py")
_LIMIT_S = 60


def measure(repeats: int, say: Say) -> list[Figure]:
    """Open both windows in turn, each in a fresh process and, ours, in a home without models.

    Args:
        repeats: How many pairs.
        say: Told what is going on.
    """
    say("Window on screen, milliseconds")
    memory_mb: list[float] = []
    with tempfile.TemporaryDirectory(prefix="counterpoint-bench-") as home:

        def ours() -> float:
            took_ms, rss = _open("app", home)
            memory_mb.append(rss / 1e6)
            return took_ms

        times = paired_runs(repeats, {"ours": ours, "empty": lambda: _open("empty", home)[0]}, say)
    later = tuple(mine - empty for mine, empty in zip(times["ours"], times["empty"], strict=True))
    return [
        Figure(
            number=9,
            what="window on screen, later than an empty one",
            values=later,
            goal=GOAL_LATER,
            unit="ms",
            parts={"ours_ms": times["ours"], "empty_ms": times["empty"]},
        ),
        Figure(
            number=10, what="memory without models", values=tuple(memory_mb[-repeats:]), goal=GOAL_MEMORY, unit="MB"
        ),
    ]


def _open(what: str, home: str) -> tuple[float, int]:
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "COUNTERPOINT_HOME": home, "COUNTERPOINT_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, _SCRIPT, what], env=env, capture_output=True, encoding="utf-8", timeout=_LIMIT_S, check=False
    )
    if done.returncode:
        raise WorkerFailed(f"The window did not open:\n{done.stderr[-2000:]}")
    took_ms, rss = done.stdout.split()
    return float(took_ms), int(rss)
