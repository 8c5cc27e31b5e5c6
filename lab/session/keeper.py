"""Keeps a session's comparisons and opinions without making it wait, and holds what the disk will not have yet."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lab.errors import LabError, NotInHistory
from lab.language import tr
from lab.records import Comparison

if TYPE_CHECKING:
    from lab.storage import Store
    from lab.storage.work import Work

Deed = Callable[["Work"], object]
"""Something that is kept beside the comparisons, such as a vote: one action on the history."""


@dataclass(slots=True)
class _Batch:
    """What is to be kept, in the order in which it came."""

    comparisons: dict[str, Comparison] = field(default_factory=dict)
    """By id, each in its newest state."""
    deeds: list[Deed] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.comparisons or self.deeds)

    def copy(self) -> _Batch:
        return _Batch(dict(self.comparisons), list(self.deeds))

    def add(self, other: _Batch) -> None:
        self.comparisons |= other.comparisons
        self.deeds += other.deeds

    def remove(self, other: _Batch) -> None:
        """Take out what is the very same; a newer state of a comparison stays."""
        for comparison in other.comparisons.values():
            if self.comparisons.get(comparison.id) is comparison:
                del self.comparisons[comparison.id]
        self.deeds = [deed for deed in self.deeds if not any(deed is each for each in other.deeds)]


class Keeper:
    """Writes to the store in the background. What could not be written waits here, and goes out with the next thing.

    Args:
        store: The history; while it is None everything waits until one is attached.
        report: Told that something could not be kept, and None when all of it is kept again; on any thread.
    """

    def __init__(self, store: Store | None, report: Callable[[LabError | None], None]) -> None:
        self._store = store
        self._report = report
        # A write can be over before anybody has asked to be told. With the lock held from the one to the other, what
        # was written is always taken out of the waiting before the next write looks what waits.
        self._lock = threading.RLock()
        self._unkept = _Batch()
        self._fleeting = _Batch()
        """What was kept in a history that ends with the program, for a better one that may still be attached."""
        self._at: Comparison | Deed | None = None
        """What is being written; touched on the storage thread only."""
        self._troubled = False

    @property
    def waits(self) -> bool:
        """True while there is something that is not kept."""
        with self._lock:
            return bool(self._unkept)

    def attach(self, store: Store) -> None:
        """Keep in this history from now on, and at once what waits."""
        with self._lock:
            self._store = store
            self._fleeting.add(self._unkept)
            self._unkept, self._fleeting = self._fleeting, _Batch()
            if self._unkept:
                self._write()

    def detach(self) -> None:
        """Keep nothing more in this history, and let go of what waits."""
        with self._lock:
            self._store, self._unkept = None, _Batch()

    def keep(self, comparison: Comparison) -> None:
        """Keep a comparison as it stands, and with it what could not be kept before."""
        with self._lock:
            self._unkept.comparisons[comparison.id] = comparison
            self._write()

    def do(self, deed: Deed) -> None:
        """Keep something beside the comparisons; they are written before it."""
        with self._lock:
            self._unkept.deeds.append(deed)
            self._write()

    def append(self, answer_id: str, text: str) -> None:
        """Keep a piece of an answer that streams."""
        if self._store is not None:
            # Whether it arrived is of no account: the whole answer is kept at its end.
            self._store.append(answer_id, text).add_done_callback(Future.exception)

    def retry(self) -> None:
        """Try once more to keep what could not be kept."""
        with self._lock:
            self._write()

    def _write(self) -> None:
        if self._store is not None:
            self._store.write(self._keep_all).add_done_callback(self._kept)

    def _keep_all(self, work: Work) -> _Batch:
        from lab.session.keeping import keep  # late, like all of the database: a window opens before its history

        with self._lock:
            batch = self._unkept.copy()
        for comparison in batch.comparisons.values():
            self._at = comparison
            keep(work, comparison)
        for deed in batch.deeds:
            self._at = deed
            deed(work)
        self._at = None
        return batch

    def _kept(self, future: Future[_Batch]) -> None:
        error = future.exception()
        with self._lock:
            at, self._at = self._at, None
            if error is None:
                self._take_out(future.result())
                was_troubled, self._troubled = self._troubled, False
                if was_troubled:
                    self._report(None)
                return
            self._troubled = True
            if isinstance(error, NotInHistory) or not isinstance(error, LabError):
                # It will never be kept, and must not stand in the way of the others.
                self._give_up(at)
            self._report(_as_trouble(error))

    def _take_out(self, batch: _Batch) -> None:
        self._unkept.remove(batch)
        if self._store is not None and not self._store.lasting:
            self._fleeting.add(batch)

    def _give_up(self, at: Any) -> None:
        if isinstance(at, Comparison):
            self._unkept.remove(_Batch({at.id: at}))
        elif at is not None:
            self._unkept.remove(_Batch(deeds=[at]))
        if at is not None and self._unkept:
            self._write()


def _as_trouble(error: BaseException) -> LabError:
    if isinstance(error, LabError):
        return error
    return LabError(tr("Keeping this comparison met a bug."), tr("Please report it."), detail=repr(error))
