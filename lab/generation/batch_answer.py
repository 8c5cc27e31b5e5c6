"""The batch loop: many requests in, their events out, mixed. Whoever ends makes room for the next at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lab.errors import LabError, ModelFailed
from lab.generation.answer_in_making import AnswerInMaking
from lab.generation.backend import Aborted
from lab.generation.batch_backend import BatchBackend
from lab.generation.batch_memory import BatchMemory
from lab.generation.conversation import Conversation
from lab.generation.failures import failure
from lab.generation.protocol import Cancelled, Generate, Up
from lab.language import tr

CHUNK_S = 0.5
"""Text of a row is sent up at most this often: nobody reads along with many answers at once."""


@dataclass(slots=True)
class _Row:
    """An answer that is under way, and the token that its row reads next."""

    run: AnswerInMaking
    next_token: int


class BatchAnswerer:
    """Answers several prompts at the same time with one backend.

    Every prompt is read from its text alone, and draws with a sampler of its own: whom it shares the batch with changes
    nothing (see ``BatchMemory`` and ``llama_batch_backend``).

    Args:
        backend: The loaded model.
        cancelled: Asked between tokens whether a request has been given up.
        pause: Called between tokens; may wait.
    """

    def __init__(
        self,
        backend: BatchBackend,
        cancelled: Callable[[int], bool] = lambda _request_id: False,
        pause: Callable[[], None] = lambda: None,
    ) -> None:
        self._backend = backend
        self._cancelled = cancelled
        self._pause = pause
        self._memory = BatchMemory(backend)
        self._conversation = Conversation(backend)
        self._rows: dict[int, _Row] = {}

    def answer(self, next_request: Callable[[], Generate | None]) -> Iterator[Up]:
        """Answer all there is to answer.

        Args:
            next_request: Asked whenever a row is free; None if there is nothing more at the moment.

        Yields:
            For each request ``Started``, ``Chunk`` …, then ``Finished``, ``Failed`` or ``Cancelled``.
        """
        try:
            while True:
                yield from self._fill_rows(next_request)
                if not self._rows:
                    return
                self._pause()
                yield from self._give_up_cancelled()
                if self._rows:
                    yield from self._step()
        finally:
            self._rows.clear()  # after a bug nobody goes on with what is left here

    def _fill_rows(self, next_request: Callable[[], Generate | None]) -> Iterator[Up]:
        """Begin answers until no row is free or nobody asks."""
        while len(self._rows) < self._backend.rows:
            request = next_request()
            if request is None:
                return
            # The lowest free row, so that the last answers of all stand close together and steps get smaller.
            row = next(row for row in range(self._backend.rows) if row not in self._rows)
            yield from self._begin(row, request)

    def _begin(self, row: int, request: Generate) -> Iterator[Up]:
        """Read a prompt and draw the first token of its answer."""
        began = time.perf_counter()
        try:
            if self._cancelled(request.request_id):
                yield Cancelled(request_id=request.request_id)
                return
            if request.rivals:
                raise ModelFailed(tr("Probabilities are not reported where prompts are answered as a batch."))
            given = self._conversation.given(request)
            self._backend.set_threads(request.threads)
            self._backend.start_sampling(row, request.sampler, given.tokens)
            run = AnswerInMaking(self._backend, request, given, began, chunk_s=CHUNK_S)
            cached = self._memory.begin(row, given.tokens)
            yield run.started(cached)
            reading_began = time.perf_counter()
            for _done in self._memory.read_prompt(row, given.tokens):
                if self._cancelled(request.request_id):
                    yield run.cancelled()
                    return
            run.prompt_read(len(given.tokens) - cached, time.perf_counter() - reading_began)
        except LabError as error:
            self._memory.forget(row)
            yield failure(request.request_id, error)
            return
        yield from self._draw(row, run)

    def _step(self) -> Iterator[Up]:
        """Read one token in each row that is under way, and draw the next."""
        try:
            self._memory.step({row: under_way.next_token for row, under_way in self._rows.items()})
        except (LabError, Aborted) as error:
            yield from self._fail_all(error)
            return
        for row, under_way in list(self._rows.items()):
            yield from self._draw(row, under_way.run)

    def _draw(self, row: int, run: AnswerInMaking) -> Iterator[Up]:
        token_id = self._backend.sample(row)
        room = self._backend.facts.context_tokens - self._memory.length(row)
        reason = run.take(token_id, ends=self._backend.is_end(token_id), room=room)
        if reason is None:
            self._rows[row] = _Row(run, token_id)
            yield from run.flush()
            return
        self._rows.pop(row, None)
        yield from run.flush(last=True)
        yield run.finished(reason)

    def _give_up_cancelled(self) -> Iterator[Up]:
        for row, under_way in list(self._rows.items()):
            if self._cancelled(under_way.run.request_id):
                del self._rows[row]
                yield from under_way.run.flush(last=True)
                yield under_way.run.cancelled()

    def _fail_all(self, error: Exception) -> Iterator[Up]:
        """A step failed: nobody can tell which row it was, and what the rows hold is not to be trusted any more."""
        for row in range(self._backend.rows):
            self._memory.forget(row)
        for under_way in self._rows.values():
            yield failure(under_way.run.request_id, error)
        self._rows.clear()
