"""One answer in the making: its text, its token count, its clock, and when it is over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from lab.generation.backend import Tokens
from lab.generation.conversation import Given
from lab.generation.protocol import Cancelled, Chunk, Finished, Generate, Started, Timing
from lab.generation.text_stream import TextStream
from lab.records import FinishReason, TokenDetail

CHUNK_S = 0.030
"""Text is sent up at most this often: a message per token would drown a window that shows two fast models."""


class AnswerInMaking:
    """Takes tokens as they are drawn and tells what to send.

    Args:
        tokens: Spells them.
        request: What was asked for.
        given: What the model was given for it.
        began: When the request came, by ``time.perf_counter``.
        detail: Describes the token that was just drawn; None if nobody asked for it.
        chunk_s: How often text is sent at most, in seconds.
    """

    def __init__(
        self,
        tokens: Tokens,
        request: Generate,
        given: Given,
        began: float,
        *,
        detail: Callable[[int], TokenDetail] | None = None,
        chunk_s: float = CHUNK_S,
    ) -> None:
        self.request_id = request.request_id
        self.completion_tokens = 0
        self._tokens = tokens
        self._given = given
        self._max_tokens = request.sampler.max_tokens
        self._text = TextStream((*request.sampler.stop_texts, *given.stop_texts))
        self._began = began
        self._detail = detail
        self._chunk_s = chunk_s
        self._first: float | None = None
        self._last = began
        self._prompt_speed: float | None = None
        self._flushed = 0.0
        self._pending_text = ""
        self._pending_ids: list[int] = []
        self._pending_details: list[TokenDetail] = []

    def started(self, cached_tokens: int) -> Started:
        """The message that reading begins; so many tokens of the prompt are in memory already."""
        return Started(
            request_id=self.request_id,
            rendered_prompt=self._given.text,
            prompt_tokens=len(self._given.tokens),
            cached_prompt_tokens=cached_tokens,
            dropped_turns=self._given.dropped_turns,
        )

    def prompt_read(self, tokens: int, seconds: float) -> None:
        """Note how fast the prompt was read."""
        self._prompt_speed = tokens / seconds if seconds > 0 else None

    def take(self, token_id: int, *, ends: bool, room: int) -> FinishReason | None:
        """Add one drawn token.

        Args:
            token_id: What was drawn.
            ends: Whether it means that the answer is over; then it is no part of it.
            room: How many tokens the model's memory can still take.

        Returns:
            Why the answer is over now; None if it goes on.
        """
        if ends:
            return FinishReason.END_OF_ANSWER
        self._last = time.perf_counter()
        self._first = self._last if self._first is None else self._first
        self.completion_tokens += 1
        self._pending_ids.append(token_id)
        self._pending_text += self._text.feed(self._tokens.piece(token_id))
        if self._detail:
            self._pending_details.append(self._detail(token_id))
        if self._text.stopped:
            return FinishReason.STOP_TEXT
        if self.completion_tokens >= self._max_tokens:
            return FinishReason.LENGTH_LIMIT
        return FinishReason.CONTEXT_FULL if room <= 0 else None

    def flush(self, *, last: bool = False) -> Iterator[Chunk]:
        """Send what is pending if it is time to."""
        now = time.perf_counter()
        if last:
            self._pending_text += self._text.finish()
        elif now - self._flushed < self._chunk_s:
            return
        if self._pending_ids or self._pending_text:
            yield Chunk(
                request_id=self.request_id,
                text=self._pending_text,
                token_ids=tuple(self._pending_ids),
                details=tuple(self._pending_details),
            )
        self._flushed = now
        self._pending_text = ""
        self._pending_ids.clear()
        self._pending_details.clear()

    def finished(self, reason: FinishReason) -> Finished:
        """The message that it is complete."""
        return Finished(
            request_id=self.request_id,
            finish_reason=reason,
            completion_tokens=self.completion_tokens,
            timing=self._timing(),
        )

    def cancelled(self) -> Cancelled:
        """The message that it was given up."""
        return Cancelled(request_id=self.request_id, completion_tokens=self.completion_tokens, timing=self._timing())

    def _timing(self) -> Timing:
        speed = None
        if self._first is not None and self._last > self._first:
            speed = (self.completion_tokens - 1) / (self._last - self._first)
        return Timing(
            time_to_first_token_ms=None if self._first is None else (self._first - self._began) * 1000,
            tokens_per_second=speed,
            prompt_tokens_per_second=self._prompt_speed,
        )
