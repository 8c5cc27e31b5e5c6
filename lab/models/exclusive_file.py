"""A file that one program has at a time, until it is moved to its place."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from lab.file_lock import try_to_lock

_MOST_OPENINGS = 5


def open_alone(path: Path) -> BinaryIO | None:
    """Open a file to read and write, unbuffered, that nobody else has open this way; it is made if need be.

    The system lets go of it when it is closed, or when its process ends.

    Returns:
        The file, at its beginning; None if somebody else has it.

    Raises:
        OSError: It can't be opened, or its folder can't be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(_MOST_OPENINGS):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        file = os.fdopen(descriptor, "r+b", buffering=0)
        if not try_to_lock(file):
            file.close()
            return None
        # Between opening and locking, the one who had it may have moved it to its place. That file is finished.
        try:
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return file
        except OSError:
            pass
        file.close()
    return None


def move_and_close(file: BinaryIO, path: Path, target: Path) -> None:
    """Put a file that is open alone in its place, once it is on the disk, and close it.

    Raises:
        OSError: The disk does not take it. It is closed then, and still has its old name.
    """
    with file:
        os.fsync(file.fileno())
        if sys.platform == "win32":
            file.close()  # an open file can't be moved there, so neither can one that somebody else has opened by now
        # Elsewhere it is moved while it is ours: who waits for the old name must not get hold of a finished file.
        path.replace(target)
