"""Gathers one side's events into the answer they make up."""

from __future__ import annotations

from lab.errors import LabError, WorkerDied
from lab.generation.failures import error_of
from lab.generation.protocol import (
    Cancelled,
    Chunk,
    Event,
    Failed,
    Finished,
    LoadProgress,
    PromptProgress,
    Started,
    Timing,
    WorkerLost,
)
from lab.generation.runner import Request
from lab.language import number, tr
from lab.records import FinishReason, Response, TokenDetail, Turn

_NO_TIMING = Timing(time_to_first_token_ms=None, tokens_per_second=None, prompt_tokens_per_second=None)


class Collector:
    """What one side has said so far.

    Attributes:
        text: The answer up to now.
        done: True once nothing more will come.
        error: Why there is no (complete) answer, if something went wrong.
        stage: What the side is doing, in a few words for a status line.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.text = ""
        self.done = False
        self.error: LabError | None = None
        self.stage = tr("waiting")
        self._started: Started | None = None
        self._token_ids: list[int] = []
        self._details: list[TokenDetail] = []
        self._reason = FinishReason.CANCELLED
        self._timing = _NO_TIMING

    def take(self, event: Event) -> None:
        """Add one event."""
        match event:
            case LoadProgress():
                self.stage = tr("loading {percent}%", percent=number(100 * event.fraction))
            case Started():
                self._started = event
                unread = event.prompt_tokens - event.cached_prompt_tokens
                self.stage = tr("reading the prompt, {count} tokens", count=number(unread))
            case PromptProgress():
                done, total = number(event.done_tokens), number(event.total_tokens)
                self.stage = tr("reading the prompt, {done} of {total} tokens", done=done, total=total)
            case Chunk():
                self.stage = tr("answering")
                self.text += event.text
                self._token_ids.extend(event.token_ids)
                self._details.extend(event.details)
            case Finished():
                self._reason, self._timing, self.done = event.finish_reason, event.timing, True
            case Cancelled():
                self._timing, self.done = event.timing or _NO_TIMING, True
            case Failed():
                self.error = error_of(event)
                self.done = True
            case WorkerLost():
                hint = tr("The other model is not affected. Try again to start it anew.")
                self.error = WorkerDied(event.message, hint, detail=event.detail)
                self.done = True

    @property
    def completion_tokens(self) -> int:
        """How many tokens have come."""
        return len(self._token_ids)

    def turn(self) -> Turn | None:
        """What this adds to the conversation; None if it failed or nothing was said."""
        if self.error or not self.text:
            return None
        return Turn(prompt=self.request.prompt, response=self.text, response_token_ids=tuple(self._token_ids))

    def response(self) -> Response | None:
        """The answer, complete or as far as it came; None if the model never got to read the prompt."""
        if self._started is None:
            return None
        return Response(
            contestant=self.request.contestant,
            rendered_prompt=self._started.rendered_prompt,
            text=self.text,
            token_ids=tuple(self._token_ids),
            finish_reason=self._reason,
            prompt_tokens=self._started.prompt_tokens,
            cached_prompt_tokens=self._started.cached_prompt_tokens,
            completion_tokens=len(self._token_ids),
            dropped_turns=self._started.dropped_turns,
            time_to_first_token_ms=self._timing.time_to_first_token_ms,
            tokens_per_second=self._timing.tokens_per_second,
            prompt_tokens_per_second=self._timing.prompt_tokens_per_second,
            details=tuple(self._details),
        )
