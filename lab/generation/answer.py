"""The token loop: one request in, a stream of events out. Knows no process and no llama.cpp, only a ``Backend``."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from lab.generation.answer_in_making import AnswerInMaking
from lab.generation.backend import Aborted, Backend
from lab.generation.conversation import Conversation
from lab.generation.protocol import Cancelled, Generate, PromptProgress, Up
from lab.generation.token_details import token_detail
from lab.generation.token_memory import TokenMemory
from lab.records import TokenDetail


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
        run = AnswerInMaking(self._backend, request, given, began, detail=self._detail(request.rivals))
        yield run.started(cached)
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
            yield run.cancelled()

    def _draw(self, run: AnswerInMaking) -> Iterator[Up]:
        """Draw tokens until something ends the answer."""
        while True:
            token_id = self._backend.sample()
            room = self._backend.facts.context_tokens - len(self._memory)
            reason = run.take(token_id, ends=self._backend.is_end(token_id), room=room)
            if reason is not None:
                break
            yield from run.flush()
            self._check_cancelled()
            self._memory.append(token_id)
        yield from run.flush(last=True)
        yield run.finished(reason)

    def _detail(self, rivals: int) -> Callable[[int], TokenDetail] | None:
        return (lambda token_id: token_detail(self._backend, token_id, rivals)) if rivals else None

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise Aborted
