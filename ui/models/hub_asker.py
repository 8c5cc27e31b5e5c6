"""Asks what takes time on a thread of its own, and brings back only the answers that are still wanted."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from lab.errors import LabError
from ui.deliveries import Deliveries

T = TypeVar("T")


class Asker(QObject):
    """One question at a time. Of each subject the latest question counts; the answers to older ones are dropped.

    Args:
        name: Of the thread, which begins with the first question.
        parent: Of the object.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._desk = _Desk(Deliveries(self))
        self._latest: dict[str, _Question] = {}
        self._thread: threading.Thread | None = None
        self.destroyed.connect(self._desk.close)

    def ask(
        self,
        subject: str,
        question: Callable[[], T],
        then: Callable[[T], Any],
        otherwise: Callable[[LabError], Any],
    ) -> None:
        """Ask, in place of whatever was asked about this subject before.

        Args:
            subject: What it is about.
            question: Called on the thread. What it raises, if it is no LabError, is raised on the window's thread,
                where bugs are shown.
            then: Gets the answer, on the window's thread.
            otherwise: Gets the error if there is none.
        """
        if self._desk.is_closed:
            return
        self.forget(subject)
        asked = self._latest[subject] = _Question(question)

        def take(answer: Any, error: BaseException | None) -> None:
            if self._latest.get(subject) is not asked:
                return
            del self._latest[subject]
            if error is None:
                then(answer)
            elif isinstance(error, LabError):
                otherwise(error)
            else:
                raise error

        asked.take = take
        self._desk.jobs.put(asked)
        if self._thread is None:
            # A daemon, so that a dead line can't keep the program from ending.
            self._thread = threading.Thread(target=self._desk.work, name=self._name, daemon=True)
            self._thread.start()

    def forget(self, subject: str) -> None:
        """Its answer is no longer wanted. What was not begun is not asked at all."""
        asked = self._latest.pop(subject, None)
        if asked is not None:
            asked.is_wanted = False

    def waits_for(self, subject: str) -> bool:
        """Whether an answer is on its way."""
        return subject in self._latest

    def close_down(self) -> None:
        """Want no more answers. The thread ends with the question that it is at; nobody waits for that."""
        for subject in tuple(self._latest):
            self.forget(subject)
        self._desk.close()


class _Question:
    """One question, and who takes its answer."""

    def __init__(self, ask: Callable[[], Any]) -> None:
        self.ask = ask
        self.take: Callable[[Any, BaseException | None], None]
        self.is_wanted = True


class _Desk:
    """What the thread has; it knows nothing of the asker, which may be deleted while a question is under way."""

    def __init__(self, deliveries: Deliveries) -> None:
        self.jobs: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self.is_closed = False
        self._deliveries = deliveries
        self._handing_over = threading.RLock()

    def work(self) -> None:
        """Ask one question after the other."""
        while (asked := self.jobs.get()) is not None:
            if not asked.is_wanted:
                continue
            answer: Any = None
            failure: BaseException | None = None
            try:
                answer = asked.ask()
            except BaseException as error:
                # It belongs to whoever waits, bugs too.
                failure = error
            # Qt must not delete what brings the answer while it is being handed over.
            with self._handing_over:
                if not self.is_closed:
                    self._deliveries.call(partial(asked.take, answer, failure))

    def close(self) -> None:
        """Hand over nothing any more, and let the thread end. May be called twice."""
        with self._handing_over:
            self.is_closed = True
        self.jobs.put(None)
