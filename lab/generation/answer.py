"""The token loop: one request in, a stream of events out. Knows no process and no llama.cpp, only a ``Backend``."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from lab.generation.backend import Aborted, Backend
from lab.generation.conversation import Conversation, Given
from lab.generation.protocol import Cancelled, Chunk, Finished, Generate, PromptProgress, Started, Timing, Up
from lab.generation.text_stream import TextStream
from lab.generation.token_details import token_detail
from lab.generation.token_memory import TokenMemory
from lab.records import FinishReason, TokenDetail

CHUNK_S = 0.030
"""Text is sent up at most this often: a message per token would drown a window that shows two fast models."""


class Answerer:
    """Answers prompts with one backend, keeping what its memory holds between them.

    Args:
        backend: The loaded model.
        cancelled: Asked between tokens; True ends the answer.
    """

    def __init__(self, backend: Backend, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._backend = backend
        self._memory = TokenMemory(backend)
        self._cancelled = cancelled
        self._conversation = Conversation(backend, self._check_cancelled)

    def answer(self, request: Generate) -> Iterator[Up]:
        """Answer one prompt.

        Yields:
            ``Started``, ``PromptProgress`` … , ``Chunk`` … , then ``Finished`` or ``Cancelled``.

        Raises:
            LabError: The prompt, the template, the sampler or the model is at fault.
        """
        began = time.perf_counter()
        try:
            given = self._conversation.given(request)
        except Aborted:
            yield Cancelled(request_id=request.request_id)
            return
        prompt = given.tokens
        self._backend.set_threads(request.threads)
        self._backend.start_sampling(request.sampler, prompt)
        cached = self._memory.keep_prefix(prompt)
        yield Started(
            request_id=request.request_id,
            rendered_prompt=given.text,
            prompt_tokens=len(prompt),
            cached_prompt_tokens=cached,
            dropped_turns=given.dropped_turns,
        )
        run = _Run(self._backend, request, given, began)
        try:
            reading_began = time.perf_counter()
            for done in self._memory.read_prompt(prompt):
                if done < len(prompt):
                    yield PromptProgress(request_id=request.request_id, done_tokens=done, total_tokens=len(prompt))
                self._check_cancelled()
            run.prompt_read(len(prompt) - cached, time.perf_counter() - reading_began)
            yield from self._draw(run)
        except Aborted:
            yield from run.flush(last=True)
            yield Cancelled(request_id=request.request_id, completion_tokens=run.completion_tokens, timing=run.timing())

    def _draw(self, run: _Run) -> Iterator[Up]:
        """Draw tokens until something ends the answer."""
        while True:
            token_id = self._backend.sample()
            if self._backend.is_end(token_id):
                reason = FinishReason.END_OF_ANSWER
                break
            run.take(token_id)
            if run.stopped:
                reason = FinishReason.STOP_TEXT
                break
            if run.completion_tokens >= run.max_tokens:
                reason = FinishReason.LENGTH_LIMIT
                break
            if len(self._memory) >= self._backend.facts.context_tokens:
                reason = FinishReason.CONTEXT_FULL
                break
            yield from run.flush()
            self._check_cancelled()
            self._memory.append(token_id)
        yield from run.flush(last=True)
        yield Finished(
            request_id=run.request_id,
            finish_reason=reason,
            completion_tokens=run.completion_tokens,
            timing=run.timing(),
        )

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise Aborted


class _Run:
    """One answer in the making: its text, its token count, its clock."""

    def __init__(self, backend: Backend, request: Generate, given: Given, began: float) -> None:
        self.request_id = request.request_id
        self.max_tokens = request.sampler.max_tokens
        self.completion_tokens = 0
        self._backend = backend
        self._rivals = request.rivals
        self._text = TextStream((*request.sampler.stop_texts, *given.stop_texts))
        self._began = began
        self._first: float | None = None
        self._last = began
        self._prompt_speed: float | None = None
        self._flushed = 0.0
        self._pending_text = ""
        self._pending_ids: list[int] = []
        self._pending_details: list[TokenDetail] = []

    @property
    def stopped(self) -> bool:
        """True once a stop text has come."""
        return self._text.stopped

    def prompt_read(self, tokens: int, seconds: float) -> None:
        """Note how fast the prompt was read."""
        self._prompt_speed = tokens / seconds if seconds > 0 else None

    def take(self, token_id: int) -> None:
        """Add one drawn token."""
        self._last = time.perf_counter()
        self._first = self._last if self._first is None else self._first
        self.completion_tokens += 1
        self._pending_ids.append(token_id)
        self._pending_text += self._text.feed(self._backend.piece(token_id))
        if self._rivals:
            self._pending_details.append(token_detail(self._backend, token_id, self._rivals))

    def flush(self, *, last: bool = False) -> Iterator[Chunk]:
        """Send what is pending if it is time to."""
        now = time.perf_counter()
        if last:
            self._pending_text += self._text.finish()
        elif now - self._flushed < CHUNK_S:
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

    def timing(self) -> Timing:
        """The clock as it stands."""
        speed = None
        if self._first is not None and self._last > self._first:
            speed = (self.completion_tokens - 1) / (self._last - self._first)
        return Timing(
            time_to_first_token_ms=None if self._first is None else (self._first - self._began) * 1000,
            tokens_per_second=speed,
            prompt_tokens_per_second=self._prompt_speed,
        )
