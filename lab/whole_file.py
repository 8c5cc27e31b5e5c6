"""Puts a whole new file in an old one's place, so that at any moment one of them is whole."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


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
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
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
