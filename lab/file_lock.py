"""Keeps two programs, and two threads, from changing one file in the same moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_PAUSE_S = 0.01

_LOCK_AT = 1 << 40
"""Far behind the end, because on Windows a locked byte can't be read by others."""


@contextmanager
def locked(path: Path, *, patience_s: float) -> Iterator[bool]:
    """Hold the lock beside a file (``….lock``); it is let go of at the end, or when the process ends.

    The lock makes sure that no change is lost, not that the file is whole.

    Args:
        path: The file to be changed; it need not exist.
        patience_s: How long to wait in seconds while somebody else has it.

    Yields:
        Whether it was had in time.

    Raises:
        OSError: The folder can't take it; then it can't take the file either.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(f"{path.name}.lock").open("ab", buffering=0) as file:
        end = time.monotonic() + patience_s
        while not (had := try_to_lock(file)) and time.monotonic() < end:
            time.sleep(_PAUSE_S)
        yield had


if sys.platform == "win32":
    import msvcrt

    def try_to_lock(file: IO[bytes]) -> bool:
        """Lock a file that is open unbuffered, unless somebody else has; the system lets go when it is closed."""
        place = file.tell()
        file.seek(_LOCK_AT)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(place)
        return True
else:
    import fcntl

    def try_to_lock(file: IO[bytes]) -> bool:
        """Lock a file that is open unbuffered, unless somebody else has; the system lets go when it is closed."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
