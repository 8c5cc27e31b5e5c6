"""A runner that answers by itself, in the words that a test gives it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from pathlib import Path

from lab.cli.planning import Plan
from lab.generation.protocol import Cancelled, Chunk, Event, Finished, Loaded, Started, Timing
from lab.generation.runner import Envelope, LoadOptions, Request
from lab.generation.schedule import Decision
from lab.records import Comparison, FinishReason, Side
from lab.storage import Store, comparisons, sessions
from tests.unit.session.stand_ins import RunnerStandIn
from tests.unit.storage.samples import contestant

CONTESTANTS = {Side.A: contestant("tiny-base"), Side.B: contestant("tiny-chat")}
PLAN = Plan(
    contestants=CONTESTANTS,
    decision=Decision(in_turn=False, one_loaded_at_a_time=False, reason=""),
    options=LoadOptions(),
    threads=None,
    rivals=2,
    notes=(),
)
LOADED = Loaded(
    request_id=1,
    context_tokens=1,
    vocabulary_tokens=1,
    has_chat_template=False,
    engine="engine 1",
    gpu=False,
)
STARTED = Started(request_id=1, rendered_prompt="<s>", prompt_tokens=1, cached_prompt_tokens=0, dropped_turns=0)
FINISHED = Finished(
    request_id=1,
    finish_reason=FinishReason.END_OF_ANSWER,
    completion_tokens=1,
    timing=Timing(time_to_first_token_ms=1.0, tokens_per_second=None, prompt_tokens_per_second=None),
)
CTRL_C = Chunk(request_id=1, text=" is", token_ids=(8,))
"""While this piece is taken, Ctrl+C is pressed."""


def says(*words: str) -> list[Event]:
    return [LOADED, STARTED, *(Chunk(request_id=1, text=word, token_ids=(7,)) for word in words), FINISHED]


class AnsweringRunner(RunnerStandIn):
    """Answers at once whatever it is asked.

    Attributes:
        script: What comes from each side after every prompt.
    """

    def __init__(self) -> None:
        super().__init__()
        self.script = {Side.A: says("The ", "sky"), Side.B: says("Because")}
        self._post: Callable[[Envelope], None] = print

    def made(self, post: Callable[[Envelope], None], **_how: object) -> AnsweringRunner:
        """Stand in for the class: the runner that is made is this one."""
        self._post = post
        return self

    def compare(self, requests: Mapping[Side, Request], **how: bool) -> None:
        super().compare(requests, **how)
        for side in requests:
            for event in self.script[side]:
                self._post(Envelope(side, 1, event))

    def handle(self, envelope: Envelope) -> Event:
        if envelope.event is CTRL_C:
            signal.raise_signal(signal.SIGINT)
        return super().handle(envelope)

    def stop(self, side: Side | None = None) -> None:
        super().stop(side)
        for busy in self._busy:
            self._post(Envelope(busy, 1, Cancelled(request_id=1)))

    def close(self) -> None:
        """It has no process to end."""


def history(path: Path) -> list[list[Comparison]]:
    """Every comparison of every session, the latest session first."""
    with Store(path) as store:
        listed = store.read(sessions.listed).result()
        return [store.read(comparisons.of_session, session.id).result() for session in listed]
