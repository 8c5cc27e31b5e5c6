"""Answers many rows with one model: one worker process, as many rows at once as it has room for.

A worker that dies takes the rows with it that were under way. Each of them is tried once more, alone, so that a row
that kills workers takes nobody else along; rows that had not begun are asked again as if nothing had happened.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lab.errors import WorkerDied
from lab.generation.batch_rows import (
    ModelLoading,
    ModelReady,
    Row,
    RowAnswered,
    RowFailed,
    RowProgress,
    RowStarted,
    RunEvent,
    WorkerRestarted,
)
from lab.generation.collector import Collector
from lab.generation.failures import error_of
from lab.generation.protocol import (
    Cancelled,
    Chunk,
    Event,
    Failed,
    Finished,
    Loaded,
    LoadProgress,
    Started,
    WorkerLost,
)
from lab.generation.runner import Request
from lab.generation.thread_budget import machine_threads
from lab.generation.worker_process import WorkerProcess
from lab.language import tr
from lab.records import Model, Turn

_MOST_DEATHS = 3
"""After so many deaths without one answer between them it is not the rows' fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How a model is loaded to answer many rows."""

    rows: int = 16
    """How many are answered at once: one, or a multiple of 8."""
    context_tokens: int = 2048
    """Of each row."""
    gpu_layers: int = 0
    repack_weights: bool = True


class _Task:
    """One prompt of a row, on its way."""

    def __init__(self, row: Row, place: int = 0, turns: tuple[Turn, ...] = (), deaths: int = 0) -> None:
        self.row = row
        self.place = place
        self.deaths = deaths
        """How many workers died while it was under way."""
        prompt = (row.prompt, *row.then)[place]
        self.request = Request(contestant=row.contestant, prompt=prompt, turns=turns)
        self.collector = Collector(self.request)
        self.started = False

    def again(self, deaths: int) -> _Task:
        """The same from its beginning."""
        return _Task(self.row, self.place, self.request.turns, deaths)

    def following(self, turn: Turn) -> _Task | None:
        """What the row asks next; None if this was its last prompt."""
        if self.place == len(self.row.then):
            return None
        return _Task(self.row, self.place + 1, (*self.request.turns, turn))


class BatchRunner:
    """Answers rows with one model. All methods but ``run`` may be called from any thread.

    Args:
        model: Whose file is loaded; every row's contestant must be of it.
        options: How it is loaded.
        threads: Threads to use; None for all physical cores.
    """

    def __init__(self, model: Model, *, options: BatchOptions | None = None, threads: int | None = None) -> None:
        self.model = model
        self.options = options or BatchOptions()
        self._threads = threads or machine_threads()
        self._state = threading.Lock()
        """Guards what follows against the threads of those who pause, stop and share out threads."""
        self._worker: WorkerProcess | None = None
        self._paused = False
        self._stopped = False
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        """None wakes ``run`` up to see that it is stopped."""
        self._under_way: dict[int, _Task] = {}
        self._waiting: deque[_Task] = deque()
        self._suspects: deque[_Task] = deque()
        """Were under way when a worker died; each is tried alone."""
        self._deaths = 0

    @property
    def paused(self) -> bool:
        """Whether it waits to be told to go on."""
        return self._paused

    def pause(self) -> None:
        """Rest between two tokens, until ``resume``; nothing is lost."""
        self._hold(True)

    def resume(self) -> None:
        """Go on."""
        self._hold(False)

    def _hold(self, held: bool) -> None:
        with self._state:
            self._paused = held
            if self._worker:
                self._worker.hold(held)

    def stop(self) -> None:
        """Let ``run`` end at once; rows that are under way are given up without an event."""
        self._stopped = True
        self._events.put(None)

    def set_threads(self, threads: int) -> None:
        """Use so many threads from the next token on."""
        with self._state:
            self._threads = threads
            if self._worker:
                self._worker.set_threads(threads)

    @property
    def worker_pid(self) -> int | None:
        """The process id of the worker, if there is one now."""
        worker = self._worker
        return worker.pid if worker else None

    def run(self, rows: Iterable[Row]) -> Iterator[RunEvent]:
        """Answer all rows. Blocks, so it has a thread of its own; closing the generator ends the worker.

        Args:
            rows: Asked for when there is room, not all at once.

        Yields:
            What happens, row by row, mixed; the order of the rows is not kept.

        Raises:
            LabError: The model can't be loaded, or dies again and again; no row is to blame.
        """
        source = iter(rows)
        try:
            yield from self._start_worker()
            while not self._stopped:
                self._feed(source)
                if not self._under_way:
                    return
                event = self._events.get()
                if event is not None:
                    yield from self._handle(event)
        finally:
            self._end_worker()

    def _start_worker(self) -> Iterator[RunEvent]:
        """Start a process and wait until it has loaded the model."""
        worker = WorkerProcess(self._events.put)
        with self._state:
            self._worker = worker
            if self._paused:
                worker.hold(True)
        worker.load(
            Path(self.model.path),
            context_tokens=self.options.context_tokens,
            threads=self._threads,
            gpu_layers=self.options.gpu_layers,
            repack_weights=self.options.repack_weights,
            rows=self.options.rows,
        )
        while not self._stopped:
            match self._events.get():
                case LoadProgress() as event:
                    yield ModelLoading(fraction=event.fraction)
                case Loaded() as event:
                    yield ModelReady(engine=event.engine, context_tokens=event.context_tokens, rows=self.options.rows)
                    return
                case Failed() as event:
                    raise error_of(event)
                case WorkerLost() as event:
                    raise _died(event)

    def _end_worker(self) -> None:
        with self._state:
            worker, self._worker = self._worker, None
        if worker:
            worker.close()

    def _feed(self, source: Iterator[Row]) -> None:
        """Keep as many more rows waiting at the worker as it answers at once, so that none of its places stays empty.

        While there are suspects, one of them is all that the worker has to do.
        """
        if any(task.deaths for task in self._under_way.values()):
            return
        if self._suspects:
            if not self._under_way:
                self._ask(self._suspects.popleft())
            return
        while len(self._under_way) < 2 * self.options.rows:
            if not self._waiting:
                row = next(source, None)
                if row is None:
                    return
                self._waiting.append(_Task(row, turns=row.turns))
            self._ask(self._waiting.popleft())

    def _ask(self, task: _Task) -> None:
        assert self._worker is not None
        contestant = task.request.contestant
        request_id = self._worker.generate(
            framing=contestant.framing,
            system_prompt=contestant.system_prompt,
            turns=task.request.turns,
            prompt=task.request.prompt,
            sampler=contestant.sampler,
            threads=self._threads,
        )
        self._under_way[request_id] = task

    def _handle(self, event: Event) -> Iterator[RunEvent]:
        match event:
            case WorkerLost():
                yield from self._begin_again(event)
            case Started() | Chunk() | Finished() | Failed() | Cancelled():
                task = self._under_way.get(event.request_id)
                if task is None:
                    return
                task.collector.take(event)
                yield from self._tell(task, event)
            case _:
                pass

    def _tell(self, task: _Task, event: Event) -> Iterator[RunEvent]:
        row, place, collector = task.row, task.place, task.collector
        match event:
            case Started():
                task.started = True
                yield RowStarted(row=row, place=place)
            case Chunk():
                tokens = collector.completion_tokens
                yield RowProgress(row=row, place=place, text=collector.text, completion_tokens=tokens)
            case Failed():
                del self._under_way[event.request_id]
                self._deaths = 0  # it did what it could
                yield RowFailed(row=row, place=place, error=collector.error or error_of(event))
            case Finished():
                del self._under_way[event.request_id]
                self._deaths = 0
                yield self._answered(task)

    def _answered(self, task: _Task) -> RowAnswered:
        response = task.collector.response()
        assert response is not None, "an answer is finished that has not begun"
        turn = Turn(prompt=task.request.prompt, response=response.text, response_token_ids=response.token_ids)
        following = task.following(turn)
        if following is not None:
            # First of all that wait, so that a row is done soon after it has begun.
            self._waiting.appendleft(following)
        return RowAnswered(row=task.row, place=task.place, response=response, turn=turn, last=following is None)

    def _begin_again(self, lost: WorkerLost) -> Iterator[RunEvent]:
        """Put a new worker in the place of one that has died."""
        self._end_worker()
        self._deaths += 1
        tasks = list(self._under_way.values())
        self._under_way.clear()
        for task in tasks:
            if not task.started:
                self._waiting.append(task.again(task.deaths))
            elif task.deaths:
                yield RowFailed(row=task.row, place=task.place, error=_died(lost))
            else:
                self._suspects.append(task.again(1))
        if self._deaths >= _MOST_DEATHS:
            raise _died(lost)
        yield WorkerRestarted(message=lost.message)
        yield from self._start_worker()


def _died(lost: WorkerLost) -> WorkerDied:
    return WorkerDied(lost.message, tr("Go on with the run to try again what is missing."), detail=lost.detail)
