"""The storage thread: it owns the connection, runs actions in the order in which they came, and keeps what streams."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from lab.errors import LabError
from lab.storage import answers
from lab.storage.connection import begins_at_once, close
from lab.storage.faults import is_passing, sentences
from lab.storage.opening import Opened
from lab.storage.work import Change, Clock, Work, as_text

KEEP_EVERY_S = 0.5
"""How often text that streams is written, at most. With the fsync, what was seen for a second is on the disk."""

IDLE_S = 5.0
"""After so long without work there is time for a backup."""


Action = Callable[[Work], Any]
"""What is done in one transaction."""


@dataclass(slots=True)
class Task:
    """One action on its way to the thread."""

    action: Action
    writes: bool
    future: Future[Any]


@dataclass(slots=True)
class _Piece:
    """Text that came for an answer."""

    answer_id: str
    text: str
    future: Future[None]


@dataclass(slots=True)
class _Pending:
    """What of an answer is not on the disk yet."""

    due: float
    texts: list[str] = field(default_factory=list)
    futures: list[Future[None]] = field(default_factory=list)


class Writer:
    """A thread with a queue.

    Args:
        open_it: Opens the database; called on the thread, because SQLite's connections stay on theirs.
        clock: Tells the time that is kept.
        announce: Is called on the thread with each change after it is on the disk.
        idle: Is called on the thread when there has been nothing to do for a while, with the database and a function
            that tells whether it has to give way. It may give an action that is to be done then.

    Attributes:
        opened: Done when the database is open, or could not be opened.
    """

    def __init__(
        self,
        open_it: Callable[[], Opened],
        clock: Clock,
        announce: Callable[[Change], None],
        idle: Callable[[Opened, Callable[[], bool]], Action | None],
    ) -> None:
        self.opened: Future[Opened] = Future()
        self._open_it = open_it
        self._clock = clock
        self._announce = announce
        self._idle = idle
        self._queue: queue.SimpleQueue[Task | _Piece | None] = queue.SimpleQueue()
        self._pending: dict[str, _Pending] = {}
        self._at_rest = False
        self._lock = threading.Lock()
        self._closed = False
        # A daemon, so that a program that ends in disorder, without closing, is not held up for ever.
        self._thread = threading.Thread(target=self._run, name="history", daemon=True)

    def start(self) -> Future[Opened]:
        """Start the thread, which opens the database first."""
        self._thread.start()
        return self.opened

    def submit(self, action: Action, *, writes: bool) -> Future[Any]:
        """Let an action be run after all that came before it."""
        future: Future[Any] = Future()
        self._put(Task(action, writes, future))
        return future

    def append(self, answer_id: str, text: str) -> Future[None]:
        """Keep a piece of an answer soon; the future is done when it is on the disk."""
        future: Future[None] = Future()
        self._put(_Piece(answer_id, text, future))
        return future

    def close(self) -> None:
        """Do what is left to do, write what streamed, and end the thread."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _put(self, item: Task | _Piece) -> None:
        with self._lock:
            if self._closed:
                raise RuntimeError("the history is closed")
            self._queue.put(item)

    def _run(self) -> None:
        try:
            opened = self._open_it()
        except BaseException as error:
            # Whoever waits for the future gets it, bugs too.
            self.opened.set_exception(error)
            return
        self.opened.set_result(opened)
        try:
            self._work_through(opened)
        except BaseException as error:
            self._abandon(error)
            raise
        finally:
            close(opened.connection)

    def _abandon(self, error: BaseException) -> None:
        """Let nobody wait for a thread that a bug has ended."""
        with self._lock:
            self._closed = True
        for pending in self._pending.values():
            _fail(pending.futures, error)
        while not self._queue.empty():
            item = self._queue.get()
            if item is not None and item.future.set_running_or_notify_cancel():
                item.future.set_exception(error)

    def _work_through(self, opened: Opened) -> None:
        while True:
            try:
                item = self._queue.get(timeout=self._patience())
            except queue.Empty:
                if not self._pending:
                    self._use_the_rest(opened)
                    self._at_rest = True
                self._keep_what_streamed(opened)
                continue
            self._at_rest = False
            match item:
                case None:
                    break
                case _Piece():
                    self._collect(item)
                case Task():
                    # What was said before an action has to be there when it looks.
                    self._keep_what_streamed(opened, all_of_it=True)
                    self._run_task(opened, item)
            self._keep_what_streamed(opened)
        self._keep_what_streamed(opened, all_of_it=True)
        for pending in self._pending.values():
            _fail(pending.futures, RuntimeError("the history was closed before this could be written"))
        if opened.refusal is None:
            self._run_by_itself(opened, lambda work: answers.mark_interrupted(work, also_own=True))

    def _use_the_rest(self, opened: Opened) -> None:
        try:
            action = self._idle(opened, lambda: not self._queue.empty())
        except LabError:
            return  # no backup now; the next idle moment tries again
        except Exception as error:
            _show(error)
            return
        if action is not None:
            self._run_by_itself(opened, action)

    def _run_by_itself(self, opened: Opened, action: Action) -> None:
        """Run an action that nobody waits for."""
        task = Task(action, True, Future())
        self._run_task(opened, task)
        error = task.future.exception()
        if error is not None and not isinstance(error, LabError):
            _show(error)

    def _patience(self) -> float | None:
        if not self._pending:
            return None if self._at_rest else IDLE_S
        return max(0.0, min(pending.due for pending in self._pending.values()) - time.monotonic())

    def _collect(self, piece: _Piece) -> None:
        if not piece.future.set_running_or_notify_cancel():
            return
        pending = self._pending.setdefault(piece.answer_id, _Pending(due=time.monotonic() + KEEP_EVERY_S))
        pending.texts.append(piece.text)
        pending.futures.append(piece.future)

    def _keep_what_streamed(self, opened: Opened, *, all_of_it: bool = False) -> None:
        now = time.monotonic()
        if not any(all_of_it or pending.due <= now for pending in self._pending.values()):
            return
        batch, self._pending = self._pending, {}

        def append_all(work: Work) -> None:
            for answer_id, pending in batch.items():
                answers.append(work, answer_id, "".join(pending.texts))

        outcome: Future[None] = Future()
        self._run_task(opened, Task(append_all, True, outcome))
        error = outcome.exception()
        futures = [future for pending in batch.values() for future in pending.futures]
        if error is None:
            for future in futures:
                future.set_result(None)
        elif is_passing(error) and opened.refusal is None:
            # A full disk or a lock may be over next time; until then the text waits here.
            for pending in batch.values():
                pending.due = time.monotonic() + KEEP_EVERY_S
            self._pending = batch
        else:
            _fail(futures, error)

    def _run_task(self, opened: Opened, task: Task) -> None:
        if not task.future.set_running_or_notify_cancel():
            return
        try:
            result, change = self._transact(opened, task)
        except BaseException as error:
            # It belongs to whoever asked; the thread has others to serve.
            task.future.set_exception(error)
            return
        task.future.set_result(result)
        if change is not None:
            try:
                self._announce(change)
            except Exception as error:
                _show(error)

    def _transact(self, opened: Opened, task: Task) -> tuple[Any, Change | None]:
        if task.writes and opened.refusal is not None:
            raise _again(opened.refusal)
        work = Work(db=opened.connection, now=as_text(self._clock()))
        with sentences():
            begins_at_once(opened.connection, immediately=task.writes)
            with opened.connection.begin():
                result = task.action(work)
        return result, work.change()


def _show(error: BaseException) -> None:
    """Show a bug in the way in which any thread's are shown, but let this thread go on: it has others to serve."""
    threading.excepthook(
        threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
    )


def _fail(futures: list[Future[None]], error: BaseException) -> None:
    for future in futures:
        future.set_exception(error)


def _again(error: LabError) -> LabError:
    # A new one each time, because an exception gathers the tracebacks of all who raise it.
    return type(error)(error.message, error.hint, detail=error.detail)
