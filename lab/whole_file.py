"""Puts a whole new file in an old one's place, so that at any moment one of them is whole."""

from __future__ import annotations

import contextlib
import glob
import os
import tempfile
from pathlib import Path

_ENDING = ".new"
_RANDOM_SIGNS = 8
"""How many ``mkstemp`` puts into a name."""


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file beside the old one, then put it there in one step; its folder is made if need be.

    Args:
        path: The file.
        data: All that it is to hold.
        durable: Wait for the disk before the old file goes. What can be made again needs no waiting.

    Raises:
        OSError: The folder can't take it; the old file is still there, and nothing is left beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=_ENDING)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink(missing_ok=True)
        raise


def remove_unfinished(path: Path) -> None:
    """Remove what programs have left beside a file that were killed while they wrote it; only if nobody writes it now.

    Args:
        path: The file; it need not exist.
    """
    for left in path.parent.glob(f"{glob.escape(path.name)}{'?' * _RANDOM_SIGNS}{_ENDING}"):
        with contextlib.suppress(OSError):
            left.unlink()
