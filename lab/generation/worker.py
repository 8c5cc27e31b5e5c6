"""The process that runs one model: reads messages on standard input, writes events on standard output.

Three threads: one reads messages, one beats the heart, and the main one does the work. A message that must take effect
in the middle of the work (cancel, threads) is handled by the reader; everything else waits its turn.

The process ends by itself when its standard input ends, so it can never outlive the app. What it may do is little, see
``confinement.py``.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
import time
from collections import deque
from typing import BinaryIO, NoReturn

from lab.errors import ModelFailed
from lab.generation.answer import Answerer
from lab.generation.backend import Backend, BackendFacts
from lab.generation.batch_answer import BatchAnswerer
from lab.generation.batch_backend import BatchBackend
from lab.generation.confinement import confine
from lab.generation.failures import failure
from lab.generation.opening import LoadGivenUp, open_batch, open_conversation
from lab.generation.protocol import (
    Cancel,
    Cancelled,
    Failed,
    Finished,
    Generate,
    Heartbeat,
    Hold,
    Load,
    Loaded,
    LoadProgress,
    SetThreads,
    Up,
    pack,
    read_down,
)
from lab.language import remember, tr

HEARTBEAT_S = 1.0
_LAST_EVENTS = (Loaded, Finished, Failed, Cancelled)


class Worker:
    """The work of one process, between the two ends of its pipe."""

    def __init__(self, messages: BinaryIO, events: BinaryIO) -> None:
        self._messages = messages
        self._events = events
        self._sending = threading.Lock()
        self._inbox: queue.SimpleQueue[Load | Generate] = queue.SimpleQueue()
        # Guards the three that the reader and the main thread both touch.
        self._state = threading.Lock()
        self._current: int | None = None
        self._unfinished: set[int] = set()
        self._given_up: set[int] = set()
        self._may_go_on = threading.Event()
        self._may_go_on.set()
        self._backend: Backend | BatchBackend | None = None
        self._conversing: Backend | None = None
        """The same, if it holds one conversation; only then a cancel breaks off what it reads."""
        self._answerer: Answerer | None = None
        self._batch: BatchAnswerer | None = None
        self._next: deque[Load | Generate] = deque()
        """Taken out of the inbox, but not handled yet."""

    def run(self) -> NoReturn:
        """Work until the pipe is closed, which ends the process."""
        threading.Thread(target=self._read_messages, name="messages", daemon=True).start()
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()
        while True:
            self._handle(self._next.popleft() if self._next else self._inbox.get())

    def _send(self, event: Up) -> None:
        data = pack(event)
        with self._sending:
            self._events.write(data)
            self._events.flush()

    def _beat(self) -> None:
        while True:
            self._send_or_end(Heartbeat())
            time.sleep(HEARTBEAT_S)

    def _send_or_end(self, event: Up) -> None:
        try:
            self._send(event)
        except OSError:
            os._exit(0)  # the app is gone; nothing here is worth tidying up

    def _read_messages(self) -> None:
        while (message := read_down(self._messages)) is not None:
            if isinstance(message, Cancel):
                self._cancel(message.request_id)
            elif isinstance(message, SetThreads):
                backend = self._backend
                if backend:
                    backend.set_threads(message.threads)
            elif isinstance(message, Hold):
                (self._may_go_on.clear if message.held else self._may_go_on.set)()
            else:
                with self._state:
                    self._unfinished.add(message.request_id)
                self._inbox.put(message)
        os._exit(0)

    def _cancel(self, request_id: int) -> None:
        with self._state:
            if request_id not in self._unfinished:
                return  # it had ended before the message arrived
            self._given_up.add(request_id)
            if self._current == request_id and self._conversing:
                self._conversing.request_abort()

    def _is_given_up(self, request_id: int) -> bool:
        with self._state:
            return request_id in self._given_up

    def _tell(self, event: Up) -> None:
        """Send an event; the last one of a request ends it."""
        self._send_or_end(event)
        if isinstance(event, _LAST_EVENTS):
            with self._state:
                self._unfinished.discard(event.request_id)
                self._given_up.discard(event.request_id)

    def _handle(self, message: Load | Generate) -> None:
        request_id = message.request_id
        with self._state:
            self._current = request_id
            if self._conversing and request_id not in self._given_up:
                self._conversing.clear_abort()
        under_way = {request_id}
        try:
            if self._batch and isinstance(message, Generate):
                self._answer_batch(self._batch, message, under_way)
            elif self._is_given_up(request_id):
                self._tell(Cancelled(request_id=request_id))
            elif isinstance(message, Load):
                self._load(message)
            else:
                self._generate(message)
        except Exception as error:
            for each in sorted(under_way):
                self._tell(failure(each, error))
        finally:
            with self._state:
                self._current = None

    def _load(self, message: Load) -> None:
        if self._backend:
            with self._state:
                backend, self._backend, self._conversing = self._backend, None, None
            self._answerer = self._batch = None
            backend.close()
        try:
            facts = self._open(message)
        except LoadGivenUp:
            self._tell(Cancelled(request_id=message.request_id))
            return
        self._tell(
            Loaded(
                request_id=message.request_id,
                context_tokens=facts.context_tokens,
                vocabulary_tokens=facts.vocabulary_tokens,
                has_chat_template=facts.chat_template is not None,
                engine=facts.engine,
                gpu=facts.gpu,
            )
        )

    def _open(self, message: Load) -> BackendFacts:
        sent = -1.0

        def progress(fraction: float) -> bool:
            nonlocal sent
            if fraction >= sent + 0.01 or fraction >= 1:
                sent = fraction
                self._send_or_end(LoadProgress(request_id=message.request_id, fraction=fraction))
            return not self._is_given_up(message.request_id)

        if message.rows:
            batch = open_batch(message, progress)
            self._batch = BatchAnswerer(batch, self._is_given_up, self._wait_while_held)
            with self._state:
                self._backend = batch
            return batch.facts
        backend = open_conversation(message, progress)
        self._answerer = Answerer(backend, lambda: self._current is not None and self._is_given_up(self._current))
        with self._state:
            self._backend = self._conversing = backend
        return backend.facts

    def _generate(self, message: Generate) -> None:
        if self._answerer is None:
            raise ModelFailed(tr("No model is loaded."))
        for event in self._answerer.answer(message):
            self._tell(event)

    def _answer_batch(self, batch: BatchAnswerer, first: Generate, under_way: set[int]) -> None:
        """Answer one request and all that come before it is done, until there is nothing left to do."""
        self._next.append(first)

        def next_request() -> Generate | None:
            if not self._next:
                with contextlib.suppress(queue.Empty):
                    self._next.append(self._inbox.get_nowait())
            if not self._next or isinstance(self._next[0], Load):
                return None  # a model is loaded when this one has nothing to do
            request = self._next.popleft()
            assert isinstance(request, Generate)
            under_way.add(request.request_id)
            return request

        for event in batch.answer(next_request):
            self._tell(event)
            if isinstance(event, _LAST_EVENTS):
                under_way.discard(event.request_id)

    def _wait_while_held(self) -> None:
        self._may_go_on.wait()


def main() -> None:
    """Entry of the worker process."""
    remember()  # so that the app can say in its own language what goes wrong here
    # If gdb is installed, llama.cpp would start it on an abort and hang for seconds.
    os.environ["GGML_NO_BACKTRACE"] = "1"
    messages = sys.stdin.buffer
    # The pipe is kept for events alone: whatever a library prints goes to the log file behind standard error.
    events = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if why := confine().not_in_force:
        print(f"This worker keeps rights that it does not need ({why}).", file=sys.stderr, flush=True)
    Worker(messages, events).run()


if __name__ == "__main__":
    main()
