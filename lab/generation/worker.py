"""The process that runs one model: reads messages on standard input, writes events on standard output.

Three threads: one reads messages, one beats the heart, and the main one does the work. A message that must take effect
in the middle of the work (cancel, threads) is handled by the reader; everything else waits its turn.

The process ends by itself when its standard input ends, so it can never outlive the app.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import BinaryIO, NoReturn

from lab.errors import LabError, ModelFailed
from lab.generation.answer import Answerer
from lab.generation.backend import Backend
from lab.generation.protocol import (
    Cancel,
    Cancelled,
    Failed,
    Generate,
    Heartbeat,
    Load,
    Loaded,
    LoadProgress,
    SetThreads,
    Up,
    pack,
    read_down,
)

HEARTBEAT_S = 1.0
SCRIPT_SUFFIX = ".toml"
"""A "model" with this ending is a script for the scripted backend."""


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
        self._last_done = 0
        self._given_up: set[int] = set()
        self._backend: Backend | None = None
        self._answerer: Answerer | None = None

    def run(self) -> NoReturn:
        """Work until the pipe is closed, which ends the process."""
        threading.Thread(target=self._read_messages, name="messages", daemon=True).start()
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()
        while True:
            self._handle(self._inbox.get())

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
            else:
                self._inbox.put(message)
        os._exit(0)

    def _cancel(self, request_id: int) -> None:
        with self._state:
            if request_id <= self._last_done:
                return  # it had ended before the message arrived
            self._given_up.add(request_id)
            if self._current == request_id and self._backend:
                self._backend.request_abort()

    def _is_given_up(self, request_id: int) -> bool:
        with self._state:
            return request_id in self._given_up

    def _handle(self, message: Load | Generate) -> None:
        request_id = message.request_id
        with self._state:
            self._current = request_id
            if self._backend and request_id not in self._given_up:
                self._backend.clear_abort()
        try:
            if self._is_given_up(request_id):
                self._send_or_end(Cancelled(request_id=request_id))
            elif isinstance(message, Load):
                self._load(message)
            else:
                self._generate(message)
        except LabError as error:
            self._fail(request_id, type(error).__name__, error.message, error.hint, error.detail)
        except Exception as error:
            self._fail(request_id, type(error).__name__, f"The worker met a bug: {error}", "", traceback.format_exc())
        finally:
            with self._state:
                self._current = None
                self._last_done = request_id
                self._given_up.discard(request_id)

    def _fail(self, request_id: int, error: str, message: str, hint: str, detail: str) -> None:
        self._send_or_end(Failed(request_id=request_id, error=error, message=message, hint=hint, detail=detail))

    def _load(self, message: Load) -> None:
        if self._backend:
            self._backend.close()
            self._backend = self._answerer = None
        backend = self._open(message)
        if backend is None:
            self._send_or_end(Cancelled(request_id=message.request_id))
            return
        self._answerer = Answerer(backend, lambda: self._current is not None and self._is_given_up(self._current))
        with self._state:
            self._backend = backend
        facts = backend.facts
        self._send_or_end(
            Loaded(
                request_id=message.request_id,
                context_tokens=facts.context_tokens,
                vocabulary_tokens=facts.vocabulary_tokens,
                has_chat_template=facts.chat_template is not None,
                engine=facts.engine,
                gpu=facts.gpu,
            )
        )

    def _open(self, message: Load) -> Backend | None:
        """The backend for a file; None if loading was given up."""
        path = Path(message.path)
        if path.suffix == SCRIPT_SUFFIX:
            from lab.generation.scripted_backend import ScriptedBackend

            return ScriptedBackend(path)
        # Late, so that a scripted worker (and every test with one) never loads llama.cpp.
        from lab.generation.llama_backend import LlamaBackend, LoadCancelled
        from lab.generation.llama_log import LlamaLog

        sent = -1.0

        def progress(fraction: float) -> bool:
            nonlocal sent
            if fraction >= sent + 0.01 or fraction >= 1:
                sent = fraction
                self._send_or_end(LoadProgress(request_id=message.request_id, fraction=fraction))
            return not self._is_given_up(message.request_id)

        try:
            return LlamaBackend(
                path,
                context_tokens=message.context_tokens,
                threads=message.threads,
                gpu_layers=message.gpu_layers,
                repack_weights=message.repack_weights,
                on_progress=progress,
                log=LlamaLog(),
            )
        except LoadCancelled:
            return None

    def _generate(self, message: Generate) -> None:
        if self._answerer is None:
            raise ModelFailed("No model is loaded.")
        for event in self._answerer.answer(message):
            self._send_or_end(event)


def main() -> None:
    """Entry of the worker process."""
    # If gdb is installed, llama.cpp would start it on an abort and hang for seconds.
    os.environ["GGML_NO_BACKTRACE"] = "1"
    messages = sys.stdin.buffer
    # The pipe is kept for events alone: whatever a library prints goes to the log file behind standard error.
    events = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    Worker(messages, events).run()


if __name__ == "__main__":
    main()
