"""Figure 14: 100,000 votes on 50 contestants, how soon they are ranked and how soon the results page is there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, Goal, Say, percentile
from benchmarks.many_votes import fill
from benchmarks.workers import WorkerFailed
from lab.ratings.strength import bootstrap
from lab.results.ballots import gather
from lab.results.question import Question
from lab.results.ranking import rank
from lab.storage import Store

VOTES = 100_000
CONTESTANTS = 50
SAMPLES = 200
GOAL_RATINGS = Goal(limit=1000, at_least=False)
GOAL_BOOTSTRAP = Goal(limit=10_000, at_least=False)
GOAL_PAGE = Goal(limit=200, at_least=False)
_SCRIPT = Path(__file__).with_name("open_results.py")
_LIMIT_S = 180


def measure(repeats: int, say: Say, votes: int = VOTES, contestants: int = CONTESTANTS) -> list[Figure]:
    """Make a history in a folder that goes away, and ask for its results again and again.

    Args:
        repeats: How often each thing is done.
        say: Told what is going on.
        votes: How many votes there are.
        contestants: On how many contestants.
    """
    with tempfile.TemporaryDirectory(prefix="counterpoint-bench-") as home:
        path = Path(home) / "data" / "history.db"
        began = time.perf_counter()
        say(f"Making a history of {votes:,} votes on {contestants} contestants")
        with Store(path) as store:
            fill(store, votes, contestants)
        say(f"  {path.stat().st_size / 1e6:,.0f} MB in {time.perf_counter() - began:.0f} s")
        with Store(path) as store:
            ballots, read_ms = _timed(lambda: gather(store), 1)
        battles = ballots.asked(Question())
        say(f"  read in {read_ms[0] / 1000:.1f} s\nRating, milliseconds")
        _, rated_ms = _timed(lambda: rank(ballots, Question()), repeats)
        say(f"  ratings: {percentile(rated_ms, 50):.0f}")
        _, sampled_ms = _timed(lambda: bootstrap(battles, samples=SAMPLES), repeats)
        say(f"  bootstrap of {SAMPLES}: {percentile(sampled_ms, 50):.0f}\nOpening the page, milliseconds")
        opened = [_open(path) for _ in range(repeats)]
        say("  " + ", ".join(f"{there_ms:.0f} (ranked after {ranked_ms:.0f})" for there_ms, ranked_ms in opened))
    named = f"{votes:,} votes on {contestants}"
    return [
        _figure(f"{votes:,} votes are read", read_ms, None, {}),
        _figure(f"ratings of {named}", rated_ms, GOAL_RATINGS, {}),
        _figure(f"bootstrap of {SAMPLES} samples of {named}", sampled_ms, GOAL_BOOTSTRAP, {}),
        _figure("the results page opens", [there_ms for there_ms, _ in opened], GOAL_PAGE, {}),
        _figure("the ranking is on the page", [ranked_ms for _, ranked_ms in opened], None, {}),
    ]


def _figure(what: str, values: list[float], goal: Goal | None, parts: dict[str, Any]) -> Figure:
    return Figure(number=14, what=what, values=tuple(values), goal=goal, unit="ms", parts=parts)


def _timed(do: Callable[[], Any], times: int) -> tuple[Any, list[float]]:
    took, result = [], None
    for _ in range(times):
        began = time.perf_counter()
        result = do()
        took.append((time.perf_counter() - began) * 1000)
    return result, took


def _open(history: Path) -> tuple[float, float]:
    # A home of its own each time: a window opens on the page on which it was closed.
    with tempfile.TemporaryDirectory(prefix="counterpoint-bench-") as home:
        env = {
            "QT_QPA_PLATFORM": "offscreen", **os.environ, "COUNTERPOINT_HOME": home, "COUNTERPOINT_OFFLINE": "1",
            "COUNTERPOINT_HISTORY": str(history),
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, _SCRIPT], env=env, capture_output=True, encoding="utf-8", timeout=_LIMIT_S, check=False
        )
    if done.returncode:
        raise WorkerFailed(f"The results page did not open:\n{done.stderr[-2000:]}")
    there_ms, ranked_ms = done.stdout.split()[-2:]
    return float(there_ms), float(ranked_ms)
