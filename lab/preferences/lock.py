"""Keeps two processes from changing the preferences in the same moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_PATIENCE_S = 0.3
"""A window waits for it, so not long. Whoever holds the lock needs a few milliseconds, unless it has been halted."""

_PAUSE_S = 0.01


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock beside a file, or go on without it if it can't be had.

    The lock makes sure that no change is lost, not that the file is whole; that it is anyway.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.with_name(f"{path.name}.lock").open("ab")
    except OSError:  # a folder that can't take the lock can't take the file either, and that one is told
        yield
        return
    with file:
        _wait_for(file)
        yield


def _wait_for(file: IO[bytes]) -> None:
    """The system lets go of it when the file is closed, or its process ends."""
    end = time.monotonic() + _PATIENCE_S
    while not _try_to_lock(file) and time.monotonic() < end:
        time.sleep(_PAUSE_S)


if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_to_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
