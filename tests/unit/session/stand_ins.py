"""A runner that answers what a test says, when it says so, and a listener that notes what it was told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lab.generation.collector import Collector
from lab.generation.protocol import (
    Cancelled,
    Chunk,
    Event,
    Failed,
    Finished,
    Loaded,
    Started,
    Timing,
    WorkerLost,
)
from lab.generation.runner import Envelope, Request
from lab.records import Comparison, Contestant, FinishReason, Side

_OVER = (Finished, Cancelled, Failed, WorkerLost)


class RunnerStandIn:
    """Notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[Mapping[Side, Request]] = []
        self.preloaded: list[tuple[Side, str]] = []
        self.stopped: list[Side | None] = []
        self.exchanged = 0
        self._busy: set[Side] = set()

    @property
    def busy(self) -> bool:
        return bool(self._busy)

    def compare(self, requests: Mapping[Side, Request], **_how: bool) -> None:
        self.asked.append(requests)
        self._busy |= set(requests)

    def preload(self, side: Side, contestant: Contestant) -> None:
        self.preloaded.append((side, contestant.model.name))

    def stop(self, side: Side | None = None) -> None:
        self.stopped.append(side)

    def exchange(self) -> None:
        self.exchanged += 1

    def side_of(self, envelope: Envelope) -> Side:
        return envelope.side

    def handle(self, envelope: Envelope) -> Event:
        if isinstance(envelope.event, _OVER):
            self._busy.discard(envelope.side)
        return envelope.event


class Notes:
    """Notes what a session tells."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.ended_with: Comparison | None = None

    def begun(self, comparison: Comparison, sides: Iterable[Side]) -> None:
        self.told.append(f"begun {comparison.prompt} {''.join(sides)}")

    def happened(self, side: Side, event: Event, _collector: Collector | None) -> None:
        self.told.append(f"{side} {type(event).__name__}")

    def ended(self, comparison: Comparison) -> None:
        self.told.append("ended")
        self.ended_with = comparison


def answer(side: Side, text: str, *, token_ids: tuple[int, ...] = (1, 2)) -> list[Envelope]:
    """All that comes from a side that answers."""
    timing = Timing(time_to_first_token_ms=1.0, tokens_per_second=2.0, prompt_tokens_per_second=3.0)
    events: list[Event] = [
        Loaded(
            request_id=1,
            context_tokens=100,
            vocabulary_tokens=10,
            has_chat_template=False,
            engine="engine 1",
            gpu=False,
        ),
        Started(request_id=2, rendered_prompt="given", prompt_tokens=3, cached_prompt_tokens=0, dropped_turns=0),
        Chunk(request_id=2, text=text, token_ids=token_ids),
        Finished(request_id=2, finish_reason=FinishReason.END_OF_ANSWER, completion_tokens=2, timing=timing),
    ]
    return [Envelope(side, 1, event) for event in events]
