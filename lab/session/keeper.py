"""Keeps a session's comparisons without making it wait, and tries again while the disk will not have them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from lab.errors import LabError
from lab.records import Comparison

if TYPE_CHECKING:
    from lab.storage import Store
    from lab.storage.work import Work


class Keeper:
    """Writes to the store in the background.

    Args:
        store: The history; None keeps nothing, until one is attached.
        report: Told on the storage thread that something could not be kept, and None when all of it is kept again.
    """

    def __init__(self, store: Store | None, report: Callable[[LabError | None], None]) -> None:
        self._store = store
        self._report = report
        self._unkept: dict[str, Comparison] = {}
        """What the disk did not take, by id; touched on the storage thread only."""

    def attach(self, store: Store) -> None:
        """Keep in this history from now on."""
        self._store = store

    def keep(self, comparison: Comparison) -> None:
        """Keep a comparison as it stands, and with it what could not be kept before."""
        self._write(comparison)

    def append(self, answer_id: str, text: str) -> None:
        """Keep a piece of an answer that streams."""
        if self._store is not None:
            # Whether it arrived is of no account: the whole answer is kept at its end.
            self._store.append(answer_id, text).add_done_callback(Future.exception)

    def retry(self) -> None:
        """Try once more to keep what could not be kept."""
        self._write(None)

    def _write(self, comparison: Comparison | None) -> None:
        if self._store is not None:
            future = self._store.write(self._keep_all, comparison)
            future.add_done_callback(partial(self._kept, comparison))

    def _keep_all(self, work: Work, comparison: Comparison | None) -> None:
        from lab.session.keeping import keep  # late, like all of the database: a window opens before its history

        for earlier in self._unkept.values():
            if comparison is None or earlier.id != comparison.id:
                keep(work, earlier)
        if comparison is not None:
            keep(work, comparison)

    def _kept(self, comparison: Comparison | None, future: Future[None]) -> None:
        error = future.exception()
        if error is None:
            had_trouble = bool(self._unkept)
            self._unkept.clear()
            if had_trouble:
                self._report(None)
            return
        if comparison is not None:
            self._unkept[comparison.id] = comparison
        if not isinstance(error, LabError):
            error = LabError("Keeping this comparison met a bug.", "Please report it.", detail=repr(error))
        self._report(error)
