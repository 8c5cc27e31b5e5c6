"""What real workers take in memory, beside what was worked out from the header before they started."""

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from lab.generation.protocol import Event, Failed, Finished, Loaded, WorkerLost
from lab.generation.worker_process import WorkerProcess
from lab.models.fit import memory_need
from lab.models.gguf_header import read_header
from lab.models.library import Library
from lab.models.starter import default_pair
from lab.records import Framing, SamplerSettings

pytestmark = [pytest.mark.model, pytest.mark.process]
WAIT_S = 120
LONG_PROMPT = "Green plants make sugar from light, water and air. " * 60
"""More than one whole batch, so that all of the working memory has been touched."""


@contextmanager
def loaded_worker(path: Path, context_tokens: int) -> Iterator[int]:
    """A worker that has read a long prompt and answered; gives its process id."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    worker = WorkerProcess(events.put)
    try:
        worker.load(path, context_tokens=context_tokens, threads=2)
        until(events, Loaded)
        worker.generate(framing=Framing.RAW, prompt=LONG_PROMPT, sampler=SamplerSettings(max_tokens=4), threads=2)
        until(events, Finished)
        yield worker.pid
    finally:
        worker.close()


def until(events: "queue.SimpleQueue[Event]", kind: type[Event]) -> None:
    while not isinstance(event := events.get(timeout=WAIT_S), kind):
        assert not isinstance(event, Failed | WorkerLost), event


@pytest.mark.skipif(not hasattr(psutil.Process, "memory_maps"), reason="needs to know which pages are the file's")
@pytest.mark.parametrize("context_tokens", [2048, 8192])
@pytest.mark.parametrize("which", [0, 1], ids=["base", "chat"])
def test_the_estimate_is_within_a_tenth_or_60_megabytes(
    starter_home: Path, monkeypatch: pytest.MonkeyPatch, which: int, context_tokens: int
) -> None:
    monkeypatch.setenv("COUNTERPOINT_HOME", str(starter_home))
    pair = default_pair(Library.open())
    assert pair is not None
    path = Path(pair[which].path)
    need = memory_need(read_header(path), context_tokens)
    with loaded_worker(path, context_tokens) as pid:
        process = psutil.Process(pid)
        resident = process.memory_info().rss
        pages_of_the_file = sum(each.rss for each in process.memory_maps() if Path(each.path).name == path.name)
    # Pages of the file that were never read, or were given back, still belong to the sum: they may be needed any time.
    really = resident - pages_of_the_file + path.stat().st_size
    difference = need.total - really
    assert abs(difference) <= max(really / 10, 60_000_000), f"{need.total:,} was estimated, {really:,} was taken"
    assert difference >= -10_000_000, "an estimate that is too small lets a machine swap"
