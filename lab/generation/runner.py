"""Runs comparisons: one worker a side, loaded when needed, with the machine's threads shared between them.

The runner changes state on one thread only, its owner's. Workers hand their events to ``post`` on threads of their
own; the owner takes each envelope out of its queue (or Qt's) and passes it to ``handle``. So there are no locks here.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lab.generation.protocol import Cancelled, Event, Failed, Finished, Loaded, WorkerLost
from lab.generation.thread_budget import machine_threads, shares
from lab.generation.worker_process import WorkerProcess, close_together
from lab.records import Contestant, Side, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one side is asked."""

    contestant: Contestant
    prompt: str
    turns: tuple[Turn, ...] = ()
    rivals: int = 0
    """How many rivals to report with each token; 0 for no probabilities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOptions:
    """How models are loaded."""

    context_tokens: int = 4096
    gpu_layers: int = 0
    repack_weights: bool = True


@dataclass(frozen=True, slots=True)
class Envelope:
    """An event on its way from a worker to the runner's owner."""

    side: Side
    """Whom the worker was started for; whom it serves now, only the runner knows."""
    worker_number: int
    event: Event


class _Lane:
    """One side's worker and what it is busy with."""

    def __init__(self, worker_number: int) -> None:
        self.worker: WorkerProcess | None = None
        self.worker_number = worker_number
        """No other worker has it, so an event finds its lane even after the lanes have been exchanged."""
        self.loaded_path = ""
        self.waiting: Request | None = None
        self.load_id: int | None = None
        self.answer_id: int | None = None
        self.threads = 0

    @property
    def busy(self) -> bool:
        return self.waiting is not None or self.answer_id is not None


class Runner:
    """Sends one prompt to both sides and keeps the machine well shared.

    Args:
        post: Called on worker threads with every event; must bring the envelope to the owner's thread.
        options: How models are loaded.
        threads: The machine's thread budget; None for all physical cores.

    Attributes:
        options: How the next model is loaded; may be changed at any time.
        threads: The thread budget; a change takes effect with the next prompt.
    """

    def __init__(
        self, post: Callable[[Envelope], None], *, options: LoadOptions | None = None, threads: int | None = None
    ) -> None:
        self._post = post
        self.options = options or LoadOptions()
        self.threads = threads or machine_threads()
        self._numbers = itertools.count(1)
        self._lanes = {side: _Lane(next(self._numbers)) for side in Side}
        self._in_turn = False
        self._one_loaded_at_a_time = False

    @property
    def busy(self) -> bool:
        """True while any side has something to do."""
        return any(lane.busy for lane in self._lanes.values())

    def preload(self, side: Side, contestant: Contestant) -> None:
        """Start loading a model before it is asked anything."""
        self._ensure_loading(side, contestant)

    def compare(
        self, requests: Mapping[Side, Request], *, in_turn: bool = False, one_loaded_at_a_time: bool = False
    ) -> None:
        """Ask one side or both; the events follow.

        Args:
            requests: What to ask which side. A side must not be busy.
            in_turn: Answer one after the other instead of together.
            one_loaded_at_a_time: With ``in_turn``: unload the first model before the second is loaded.
        """
        self._in_turn = in_turn
        self._one_loaded_at_a_time = in_turn and one_loaded_at_a_time
        for side, request in requests.items():
            if self._lanes[side].busy:
                raise ValueError(f"side {side} is busy")
            self._lanes[side].waiting = request
        self._advance()

    def stop(self, side: Side | None = None) -> None:
        """Give up what one side (or both) is doing; ``Cancelled`` follows for each that was busy."""
        for name, lane in self._lanes.items():
            if side not in (None, name) or not lane.busy:
                continue
            request_id = lane.answer_id if lane.answer_id is not None else lane.load_id
            if lane.worker and request_id is not None:
                lane.worker.cancel(request_id)
            else:  # still waiting for its turn: no worker knows of it
                lane.waiting = None
                self._post(Envelope(name, lane.worker_number, Cancelled(request_id=0)))

    def exchange(self) -> None:
        """Let the two sides change workers. Both keep their models and what they remember; no process is started.

        Raises:
            ValueError: A side is being asked something. One that only loads its model may be exchanged.
        """
        if self.busy:
            raise ValueError("a prompt is being answered")
        self._lanes = {Side.A: self._lanes[Side.B], Side.B: self._lanes[Side.A]}

    def side_of(self, envelope: Envelope) -> Side | None:
        """The side that a worker serves now; None if the worker has been replaced since."""
        number = envelope.worker_number
        return next((side for side, lane in self._lanes.items() if lane.worker_number == number), None)

    def handle(self, envelope: Envelope) -> Event | None:
        """Take note of an event, on the owner's thread. Which side it is of, ``side_of`` tells, if asked before.

        Returns:
            The event, or None if it came from a worker that has been replaced since.
        """
        side = self.side_of(envelope)
        if side is None:
            return None
        lane = self._lanes[side]
        event = envelope.event
        match event:
            case Loaded():
                lane.load_id = None
            case Finished():
                lane.answer_id = None
            case Cancelled() | Failed():
                if event.request_id == lane.load_id:
                    lane.load_id, lane.waiting, lane.loaded_path = None, None, ""
                elif event.request_id == lane.answer_id:
                    lane.answer_id = None
            case WorkerLost():
                self._drop_worker(lane)
                lane.waiting, lane.answer_id = None, None
            case _:
                return event
        self._advance()
        return event

    def worker_pid(self, side: Side) -> int | None:
        """The process id of a side's worker, if it has one."""
        worker = self._lanes[side].worker
        return worker.pid if worker else None

    def unload(self, side: Side) -> None:
        """End a side's worker and free its memory."""
        self._drop_worker(self._lanes[side])

    def close(self) -> None:
        """End both workers at once."""
        close_together([lane.worker for lane in self._lanes.values() if lane.worker])
        for side in Side:
            self.unload(side)

    def _advance(self) -> None:
        """Let every waiting side that may run go one step further, then share the threads anew."""
        for side in self._may_run():
            lane = self._lanes[side]
            if lane.waiting is None:
                continue
            self._ensure_loading(side, lane.waiting.contestant)
            if lane.load_id is None:
                self._ask(side, lane, lane.waiting)
        self._share_threads()

    def _may_run(self) -> Iterator[Side]:
        """The sides that need not wait for another one."""
        for side, lane in self._lanes.items():
            if lane.busy:
                yield side
                if self._in_turn:
                    return

    def _ensure_loading(self, side: Side, contestant: Contestant) -> None:
        lane = self._lanes[side]
        path = contestant.model.path
        if lane.worker and lane.loaded_path == path:
            return
        if self._one_loaded_at_a_time:
            for other in self._lanes.values():
                if other is not lane and other.load_id is None and other.answer_id is None:
                    self._drop_worker(other)
        # A new model gets a new process: nothing that the last one did to its memory can matter.
        self._drop_worker(lane)
        number = lane.worker_number
        lane.worker = WorkerProcess(lambda event: self._post(Envelope(side, number, event)))
        lane.loaded_path = path
        lane.load_id = lane.worker.load(
            Path(path),
            context_tokens=self.options.context_tokens,
            threads=self.threads,
            gpu_layers=self.options.gpu_layers,
            repack_weights=self.options.repack_weights,
        )

    def _ask(self, side: Side, lane: _Lane, request: Request) -> None:
        assert lane.worker is not None
        lane.threads = self._shares()[side]
        lane.waiting = None
        lane.answer_id = lane.worker.generate(
            framing=request.contestant.framing,
            system_prompt=request.contestant.system_prompt,
            turns=request.turns,
            prompt=request.prompt,
            sampler=request.contestant.sampler,
            threads=lane.threads,
            rivals=request.rivals,
        )

    def _share_threads(self) -> None:
        """Tell every side that is answering its share, if that has changed; the last one gets all."""
        for side, threads in self._shares().items():
            lane = self._lanes[side]
            if lane.answer_id is not None and lane.threads != threads and lane.worker:
                lane.threads = threads
                lane.worker.set_threads(threads)

    def _shares(self) -> dict[Side, int]:
        # A side that is loading counts too: it keeps a core busy, and is about to answer.
        return shares(self.threads, [side for side in self._may_run() if self._lanes[side].worker])

    def _drop_worker(self, lane: _Lane) -> None:
        if lane.worker:
            lane.worker.close()
        lane.worker = None
        lane.worker_number = next(self._numbers)
        lane.loaded_path = ""
        lane.load_id = None
