"""Workers that are killed, stopped, starved of memory, or given files that no honest program has written."""

from __future__ import annotations

import os
import queue
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from lab.errors import BadModelFile
from lab.generation.collector import Collector
from lab.generation.protocol import Chunk, Event, Failed, Finished, Loaded, PromptProgress, Started, WorkerLost
from lab.generation.worker_process import WorkerProcess
from lab.models.gguf_header import read_header, require_loadable
from lab.records import Framing, SamplerSettings, Side
from tests import gguf_files
from tests.faults.conftest import Tried
from tests.faults.rows import Fault, times
from tests.process.comparing import Match, contestant

pytestmark = pytest.mark.process

_HANG_S = 60
"""Nothing here takes more than a second or two; whoever waits so long waits for ever."""
_HEADER_HANG_S = 5


class _Moment:
    """Tells when side A has come as far as a test wants it."""

    def __init__(self, tokens: int) -> None:
        self._tokens = tokens
        self._had = 0

    def __call__(self, side: Side, event: Event) -> bool:
        if side is not Side.A:
            return False
        if isinstance(event, Started):
            self._had = 0
        if isinstance(event, Chunk):
            self._had += len(event.token_ids)
        return isinstance(event, Started | Chunk) and self._had >= self._tokens


def _reads(side: Side, event: Event) -> bool:
    return side is Side.A and isinstance(event, PromptProgress)


@pytest.mark.parametrize(
    ("fault", "moment", "prompt"),
    [
        (Fault.KILLED_READING, lambda: _reads, "the water and the sun " * 300),
        (Fault.KILLED_ANSWERING, lambda: _Moment(0), "the sun"),
        (Fault.KILLED_ANSWERING, lambda: _Moment(1), "the sun"),
        (Fault.KILLED_ANSWERING, lambda: _Moment(50), "the sun"),
    ],
    ids=["reading", "token 0", "token 1", "token 50"],
)
def test_a_killed_side_costs_its_own_answer_and_the_next_prompt_is_answered(
    fault: Fault,
    moment: Callable[[], Callable[[Side, Event], bool]],
    prompt: str,
    tiny_endless: Path,
    tried: Tried,
) -> None:
    rounds = times(10, 1)
    with Match(context_tokens=16_384) as match:
        for _ in range(rounds):
            both = {
                Side.A: contestant(tiny_endless, max_tokens=5000),
                Side.B: contestant(tiny_endless, max_tokens=30),
            }
            match.start(both, prompt)
            match.until(moment())
            so_far = match.collectors[Side.A].text
            pid = match.runner.worker_pid(Side.A)
            assert pid is not None
            os.kill(pid, signal.SIGKILL)
            ended = match.finish()
            assert "SIGKILL" in str(ended[Side.A].error)
            assert ended[Side.A].text.startswith(so_far)
            assert _is_whole(ended[Side.B], 30)
            match.start({Side.A: contestant(tiny_endless, max_tokens=10)})
            assert _is_whole(match.finish()[Side.A], 10)
    tried(fault, rounds, "the rest of one answer")


def _is_whole(collector: Collector, tokens: int) -> bool:
    return collector.error is None and collector.completion_tokens == tokens


def test_a_stopped_worker_is_ended_and_the_other_side_never_waits(tiny_endless: Path, tried: Tried) -> None:
    rounds = times(3, 1)
    for _ in range(rounds):
        events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        worker = WorkerProcess(events.put, silence_limit_s=2)
        try:
            worker.load(tiny_endless, context_tokens=4096, threads=1)
            _wait(events, Loaded)
            _ask(worker, tokens=4000)
            _wait(events, Chunk)
            os.kill(worker.pid, signal.SIGSTOP)
            lost = _wait(events, WorkerLost)
            assert isinstance(lost, WorkerLost)
            assert "no sign of life" in lost.message
        finally:
            worker.close()
    tried(Fault.SILENT, rounds, "the rest of one answer")


def _ask(worker: WorkerProcess, *, tokens: int = 5) -> None:
    sampler = SamplerSettings(max_tokens=tokens)
    worker.generate(framing=Framing.RAW, prompt="the sun", sampler=sampler, threads=1)


def _wait(events: queue.SimpleQueue[Event], *kinds: type[Event]) -> Event:
    while not isinstance(event := events.get(timeout=_HANG_S), (*kinds, WorkerLost)):
        pass
    return event


def _mutated(whole: bytes, random_: random.Random) -> bytes:
    """A file with some bytes changed, a number set to an extreme, a piece doubled or missing, or its end cut off."""
    data = bytearray(whole)
    header = 16_000  # most of what is in front of the weights
    for _ in range(random_.randint(1, 4)):
        place = random_.randrange(min(header, len(data) - 8))
        match random_.randrange(5):
            case 0:
                data[place] = random_.randrange(256)
            case 1:
                extremes = (0, 1, 0xFF, 0x7FFFFFFF, 0xFFFFFFFF, 1 << 40, (1 << 63) - 1, (1 << 64) - 1)
                data[place : place + 8] = random_.choice(extremes).to_bytes(8, "little")
            case 2:
                length = random_.randint(1, 64)
                data[place:place] = data[place : place + length]
            case 3:
                del data[place : place + random_.randint(1, 64)]
            case _ if random_.random() < 0.3:
                del data[random_.randrange(16, len(data)) :]
            case _:
                data[place : place + 8] = random_.randbytes(8)
        if len(data) < 100:
            break
    return bytes(data)


def test_no_damaged_header_is_anything_but_a_sentence_and_none_hangs(
    tiny_base: Path, tiny_chat: Path, tmp_path: Path, tried: Tried
) -> None:
    random_ = random.Random(11)
    sound = [path.read_bytes() for path in (tiny_base, tiny_chat)]
    path = tmp_path / "mutated.gguf"
    rounds, refused = times(2000, 200), 0
    for _ in range(rounds):
        path.write_bytes(_mutated(random_.choice(sound), random_))
        began = time.process_time()  # of this process alone, so that a slow machine is no fault
        try:
            require_loadable(read_header(path))
        except BadModelFile:
            refused += 1
        assert time.process_time() - began < _HEADER_HANG_S
    assert refused > 0
    tried(Fault.MUTATED_HEADER, rounds)


def test_no_damaged_file_that_is_loaded_costs_more_than_its_worker(
    tiny_base: Path, tmp_path: Path, tried: Tried
) -> None:
    random_ = random.Random(13)
    whole = tiny_base.read_bytes()
    rounds = times(150, 12)
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    worker = WorkerProcess(events.put)
    ended = {"answered": 0, "refused": 0, "lost": 0}
    try:
        for number in range(rounds):
            path = tmp_path / f"mutated {number}.gguf"
            path.write_bytes(_mutated(whole, random_))
            worker.load(path, context_tokens=256, threads=1)
            event = _wait(events, Loaded, Failed)
            if isinstance(event, Loaded):
                _ask(worker)
                event = _wait(events, Finished, Failed)
            ended[
                "lost" if isinstance(event, WorkerLost) else "refused" if isinstance(event, Failed) else "answered"
            ] += 1
            if isinstance(event, WorkerLost):
                assert event.message
                worker.close()
                worker = WorkerProcess(events.put)
            path.unlink()
        worker.load(tiny_base, context_tokens=256, threads=1)
        assert isinstance(_wait(events, Loaded), Loaded)
    finally:
        worker.close()
    assert sum(ended.values()) == rounds
    assert ended["refused"]
    tried(Fault.MUTATED_LOADED, rounds)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of another process")
def test_where_memory_ends_a_load_fails_and_the_next_one_works(tmp_path: Path, tiny_base: Path, tried: Tried) -> None:
    large = gguf_files.tiny_model(tmp_path / "large.gguf", layers=12, n_ctx_train=32_768)
    rounds, failed = times(20, 4), 0
    for number in range(rounds):
        events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        worker = WorkerProcess(events.put)
        try:
            worker.load(tiny_base, context_tokens=256, threads=1)  # so that all libraries are there
            assert isinstance(_wait(events, Loaded), Loaded)
            process = psutil.Process(worker.pid)
            limit = process.memory_info().vms + number * 200_000_000 // rounds
            process.rlimit(resource.RLIMIT_AS, (limit, limit))
            worker.load(large, context_tokens=32_768, threads=1)
            event = _wait(events, Loaded, Failed)
            failed += not isinstance(event, Loaded)
            assert isinstance(event, Loaded) or event.message  # type: ignore[union-attr]
        finally:
            worker.close()
    assert failed
    tried(Fault.MEMORY, rounds)


def test_a_file_that_is_cut_off_while_it_answers_costs_one_answer(
    tmp_path: Path, tiny_base: Path, tried: Tried
) -> None:
    rounds = times(10, 1)
    with Match() as match:
        for number in range(rounds):
            path = gguf_files.tiny_model(tmp_path / f"{number}.gguf", n_ctx_train=32_768)
            match.start({Side.A: contestant(path, max_tokens=1500), Side.B: contestant(tiny_base, max_tokens=20)})
            match.until(_Moment(3))
            os.truncate(path, 5000)
            ended = match.finish()
            # Where the weights had been copied to another place (repacked), nothing is lost at all.
            assert ended[Side.A].error is None or "SIGBUS" in str(ended[Side.A].error)
            assert _is_whole(ended[Side.B], 20)
    tried(Fault.SHRUNK, rounds, "the rest of one answer")
