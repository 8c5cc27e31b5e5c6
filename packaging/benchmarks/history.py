"""Figure 11: a history of 100,000 turns, how soon a search has its first page and how soon the list opens."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, Goal, Say, percentile
from benchmarks.many_turns import fill
from lab.records import VoteChoice
from lab.storage import Store, search, sessions
from lab.storage.search import Filter

TURNS = 100_000
GOAL_SEARCH = Goal(limit=50, at_least=False)
GOAL_LIST = Goal(limit=100, at_least=False)
TRIES = 20
"""How often each thing is asked for, at least."""

SEARCHES: dict[str, Filter] = {
    "several words": Filter(text="volcano water cause"),
    "a rare word": Filter(text="zymurgy"),
    "words that are nearly everywhere": Filter(text="the water of it"),
    "the first two letters": Filter(text="th"),
    "a phrase that is nearly everywhere": Filter(text='"is the sky"'),
    "words with a model and a vote": Filter(text="river stone", model="tiny-chat-2", choice=VoteChoice.B),
    "words with a tag and a date": Filter(text="river", tag="school", since_utc="2025-06-01T00:00:00.000Z"),
    "a model of half of them": Filter(model="tiny-chat-1"),
    "a rare model": Filter(model="tiny-base-rare"),
    "a rare vote": Filter(choice=VoteChoice.BOTH_BAD),
    "without a vote": Filter(unvoted=True),
    "everything, the latest first": Filter(),
}
"""What is searched for, by what it is: the easy and the hard."""


def measure(repeats: int, say: Say, turns: int = TURNS) -> list[Figure]:
    """Make a history in a folder that goes away, and ask it again and again.

    Everything is asked for as the window asks, through the storage thread, and timed by who waits.

    Args:
        repeats: How often each thing is asked for, but never less than 20 times.
        say: Told what is going on.
        turns: How many comparisons there are.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.db"
        began = time.perf_counter()
        say(f"Making a history of {turns:,} turns")
        with Store(path) as store:
            fill(store, turns)
        size_mb = path.stat().st_size / 1e6
        say(f"  {size_mb:,.0f} MB in {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        with Store(path) as store:
            opened_ms = (time.perf_counter() - began) * 1000
            say("Asking it, milliseconds")
            return _ask(store, max(repeats, TRIES), say, {"turns": turns, "size_mb": size_mb, "opened_ms": opened_ms})


def _ask(store: Store, tries: int, say: Say, facts: dict[str, float]) -> list[Figure]:
    values: list[float] = []
    parts: dict[str, Any] = dict(facts)
    for name, wanted in SEARCHES.items():
        number = store.read(search.count, wanted).result()
        took = _timed(partial(store.read, search.find, wanted), tries)
        say(f"  {name}: {percentile(took, 50):.1f}, {number:,} found")
        parts |= {f"{name}, ms": took, f"{name}, found": number}
        values += took
    listed = _timed(partial(store.read, sessions.listed), tries)
    say(f"  the list of sessions: {percentile(listed, 50):.1f}")
    what = f"search among {facts['turns']:,} turns"
    return [
        *_median_and_p95(what, values, GOAL_SEARCH, parts),
        *_median_and_p95("the list of sessions opens", listed, GOAL_LIST, {}),
    ]


def _timed(ask: Callable[[], Future[Any]], tries: int) -> list[float]:
    took = []
    for _ in range(tries):
        began = time.perf_counter()
        ask().result()
        took.append((time.perf_counter() - began) * 1000)
    return took


def _median_and_p95(what: str, values: Sequence[float], goal: Goal, parts: Mapping[str, Any]) -> list[Figure]:
    return [
        Figure(number=11, what=what, values=tuple(values), goal=goal, unit="ms", statistic=statistic, parts=parts)
        for statistic in ("median", "p95")
    ]
