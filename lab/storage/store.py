"""The history as the rest of the program sees it: actions go in, futures come out, changes are announced."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, TypeVar

from lab.errors import LabError
from lab.storage import answers, backups, trash
from lab.storage.connection import raw_connection
from lab.storage.faults import is_passing
from lab.storage.opening import Opened, open_database
from lab.storage.work import Change, Clock, Work, utc_now
from lab.storage.writer import Action, Writer

P = ParamSpec("P")
T = TypeVar("T")


class Store:
    """The open history; a context manager that leaves no thread behind.

    ``store.write(sessions.rename, session_id, "Poems")`` returns at once; the future's ``result()`` waits for the disk.
    Futures finish and subscribers are called on the storage thread: a window hands both on to its own.

    Attributes:
        path: The file.
        notices: What the user should be told about how it was opened: a sentence and a hint each.
        interrupted: The ids of the answers that an unclean end has cut off, now marked as partial.
    """

    def __init__(self, path: Path, *, clock: Clock = utc_now, busy_s: float = 2.0) -> None:
        """Open it, making it if need be.

        Args:
            path: The file.
            clock: Tells the time that is kept.
            busy_s: How long to wait for another program that is writing, in seconds.

        Raises:
            HistoryBusy: Another program holds it.
            HistoryNewer: It is of a newer version, and so different that this one can't even read it.
            HistoryDamaged: It belongs to another program.
            HistoryReadOnly: It can't be written and not be read either.
            NotEnoughDisk: There is no room to bring it to this version.
        """
        self.path = path
        self.notices: tuple[LabError, ...] = ()
        self.interrupted: tuple[str, ...] = ()
        self._clock = clock
        self._subscribers: list[Callable[[Change], None]] = []
        self._writer = Writer(
            lambda: open_database(path, clock(), busy_s=busy_s), clock, self._announce, self._when_idle
        )
        try:
            opened = self._writer.start().result()
            self.notices = opened.notices
            self._refusal = opened.refusal
            self._lasting = opened.lasting
            if opened.refusal is None:
                self._mark_interrupted()
        except BaseException:
            self._writer.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def writable(self) -> bool:
        """False if all that can be done is read; a notice says why."""
        return self._refusal is None

    @property
    def lasting(self) -> bool:
        """False if it is in memory only, because no file could be made; a notice says so."""
        return self._lasting

    def write(self, action: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run an action that changes something, in a transaction of its own.

        The future fails with a LabError if the world is at fault; then nothing of the action has happened.
        """
        return self._writer.submit(lambda work: action(work, *args, **kwargs), writes=True)

    def read(self, action: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run an action that only looks; it waits for no other program's writing."""
        return self._writer.submit(lambda work: action(work, *args, **kwargs), writes=False)

    def append(self, answer_id: str, text: str) -> Future[None]:
        """Keep a piece of a streaming answer; pieces are gathered and written together twice a second.

        The future is done when the piece is on the disk. If the disk is full or the file locked, the piece waits and
        is tried again; ``answers.finish`` with the whole answer makes it needless.
        """
        return self._writer.append(answer_id, text)

    def subscribe(self, listener: Callable[[Change], None]) -> None:
        """Let a listener know what each write has changed. It is called on the storage thread and must be quick."""
        self._subscribers.append(listener)

    def back_up(self) -> Future[backups.Backup]:
        """Make a backup now."""
        return self.read(self._back_up, "asked")

    def close(self) -> None:
        """Finish what was asked for, mark what still streams as partial, and end the thread."""
        self._writer.close()

    def _announce(self, change: Change) -> None:
        for listener in self._subscribers:
            listener(change)

    def _back_up(self, work: Work, why: str) -> backups.Backup:
        return backups.back_up(raw_connection(work.db), self.path, self._clock(), why)

    def _mark_interrupted(self) -> None:
        try:
            self.interrupted = tuple(self.write(answers.mark_interrupted).result())
        except LabError as error:
            # A full disk or somebody else's lock: what is kept can be read all the same, the marks can wait.
            if not is_passing(error):
                raise

    def _when_idle(self, opened: Opened, give_way: backups.GiveWay) -> Action | None:
        """Once a day, make a backup and empty the trash of what has been in it for long enough."""
        now = self._clock()
        if opened.refusal is not None or not opened.lasting or not backups.is_due(self.path, now):
            return None
        with contextlib.suppress(backups.GaveWay):
            backups.back_up(raw_connection(opened.connection), self.path, now, "daily", give_way)
            return lambda work: trash.purge(work, now)
        return None
