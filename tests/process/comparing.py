"""Helps tests to run comparisons with real workers."""

from __future__ import annotations

import queue
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from lab.generation.collector import Collector
from lab.generation.protocol import Event
from lab.generation.runner import Envelope, LoadOptions, Request, Runner
from lab.records import Contestant, Framing, Kind, KindVerdict, Model, SamplerSettings, Side, Turn

WAIT_S = 60


def model_of(path: Path, kind: Kind = Kind.BASE) -> Model:
    """A record of a file that need not be in any library."""
    return Model(
        name=path.stem,
        path=str(path),
        size_bytes=path.stat().st_size,
        sha256="",
        verdict=KindVerdict(kind=kind, confidence=1.0),
        architecture="",
        quantization="",
        parameters=0,
        context_tokens=0,
        has_chat_template=kind is Kind.CHAT,
        tokenizer_sha256="",
    )


def contestant(path: Path, framing: Framing = Framing.RAW, **sampler: object) -> Contestant:
    """A contestant with short answers unless told otherwise."""
    settings = replace(SamplerSettings(max_tokens=20), **sampler)
    return Contestant(model=model_of(path), framing=framing, sampler=settings)


class Match:
    """A runner with its queue; `with` it, so that no process is left."""

    def __init__(self, *, threads: int = 2, context_tokens: int = 2048) -> None:
        self._queue: queue.SimpleQueue[Envelope] = queue.SimpleQueue()
        options = LoadOptions(context_tokens=context_tokens)
        self.runner = Runner(self._queue.put, options=options, threads=threads)
        self.collectors: dict[Side, Collector] = {}
        self.seen: list[tuple[Side, Event]] = []

    def __enter__(self) -> Match:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.runner.close()

    def start(
        self,
        contestants: Mapping[Side, Contestant],
        prompt: str = "the sun",
        turns: tuple[Turn, ...] = (),
        **how: bool,
    ) -> None:
        """Ask the contestants."""
        requests = {side: Request(contestant=one, prompt=prompt, turns=turns) for side, one in contestants.items()}
        self.collectors = {side: Collector(request) for side, request in requests.items()}
        self.seen.clear()
        self.runner.compare(requests, **how)

    def step(self) -> tuple[Side, Event] | None:
        """Take one event; None if it came from a worker that is no longer there."""
        envelope = self._queue.get(timeout=WAIT_S)
        side = self.runner.side_of(envelope)
        event = self.runner.handle(envelope)
        if event is None or side is None:
            return None
        if side in self.collectors:
            self.collectors[side].take(event)
        self.seen.append((side, event))
        return side, event

    def until(self, wanted: Callable[[Side, Event], bool]) -> None:
        """Go on until an event is as wanted."""
        while True:
            step = self.step()
            if step and wanted(*step):
                return

    def finish(self) -> dict[Side, Collector]:
        """Go on until nobody is busy."""
        while self.runner.busy:
            self.step()
        return self.collectors
