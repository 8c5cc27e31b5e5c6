"""Turn after turn, with real workers and a real history: what the program holds does not grow."""

from __future__ import annotations

import queue
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from lab.errors import LabError
from lab.generation.collector import Collector
from lab.generation.protocol import Event
from lab.generation.runner import Envelope, LoadOptions, Runner
from lab.records import Comparison, Side, VoteChoice
from lab.session.keeper import Keeper
from lab.session.session import Session
from lab.storage import Store, comparisons, votes
from tests.faults.conftest import Tried
from tests.faults.rows import Fault, times
from tests.process.comparing import contestant

pytestmark = pytest.mark.process

_TURNS_OF_A_CONVERSATION = 10
_MOST_GROWTH_BYTES = 16 * 1024 * 1024
_HANG_S = 60


class _Listener:
    """Counts what has ended."""

    def __init__(self) -> None:
        self.ended_with: list[Comparison] = []

    def begun(self, comparison: Comparison, collectors: Mapping[Side, Collector]) -> None:
        """Nothing to do."""

    def happened(self, side: Side, event: Event, collector: Collector | None) -> None:
        """Nothing to do."""

    def ended(self, comparison: Comparison) -> None:
        """Note it."""
        self.ended_with = [comparison]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What a process holds."""

    memory_bytes: int
    handles: int
    threads: int


def _held(process: psutil.Process) -> _Held:
    with process.oneshot():
        handles = process.num_fds() if hasattr(process, "num_fds") else process.num_handles()
        return _Held(memory_bytes=process.memory_info().rss, handles=handles, threads=process.num_threads())


def test_after_many_turns_it_holds_what_it_held_after_some(
    tmp_path: Path, tiny_base: Path, tiny_chat: Path, tried: Tried
) -> None:
    turns = times(2000, 100)
    events: queue.SimpleQueue[Envelope] = queue.SimpleQueue()
    troubles: list[LabError | None] = []
    listener = _Listener()
    with Store(tmp_path / "history.db") as store:
        runner = Runner(events.put, options=LoadOptions(context_tokens=512), threads=2)
        try:
            session = Session(runner, Keeper(store, troubles.append), listener)
            both = {Side.A: contestant(tiny_base, max_tokens=4), Side.B: contestant(tiny_chat, max_tokens=4)}
            kept, first = [], {}
            for turn in range(turns):
                if turn % _TURNS_OF_A_CONVERSATION == 0:
                    session.begin_new()
                session.send(f"the sun and {turn} stars", both)
                while session.busy:
                    session.take(events.get(timeout=_HANG_S))
                (comparison,) = listener.ended_with
                store.write(votes.cast, comparison.id, VoteChoice.TIE).result()
                kept.append(comparison.id)
                if turn == turns // 4:
                    first = {name: _held(process) for name, process in _processes(runner).items()}
            last = {name: _held(process) for name, process in _processes(runner).items()}
            assert len(kept) == turns
            for comparison_id in kept[:: turns // 20]:
                assert store.read(comparisons.get, comparison_id).result().b is not None
        finally:
            runner.close()
    assert troubles == []
    assert first.keys() == last.keys()
    for name, before in first.items():
        assert last[name].handles == before.handles, name
        assert last[name].threads == before.threads, name
        assert last[name].memory_bytes - before.memory_bytes < _MOST_GROWTH_BYTES, name
    growth = max(last[name].memory_bytes - before.memory_bytes for name, before in first.items())
    tried(Fault.SOAK, turns, f"nothing (memory grew by at most {growth / 1e6:.1f} MB)")


def _processes(runner: Runner) -> dict[str, psutil.Process]:
    workers = {str(side): runner.worker_pid(side) for side in Side}
    return {"app": psutil.Process(), **{side: psutil.Process(pid) for side, pid in workers.items() if pid is not None}}
