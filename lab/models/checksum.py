"""The sha256 of a file, with progress."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from lab.errors import BadModelFile
from lab.language import tr

_BLOCK_BYTES = 4 << 20

OnBytes = Callable[[int, int], None]
"""Receives the bytes done and the bytes in all."""


def sha256_of(path: Path, on_progress: OnBytes | None = None) -> str:
    """Hash a whole file; see ``sha256_of_all``."""
    return sha256_of_all((path,), on_progress)


def sha256_of_all(paths: Sequence[Path], on_progress: OnBytes | None = None) -> str:
    """Hash files as if they were one, in the order given.

    Args:
        paths: The files: one, or the parts of a split model.
        on_progress: Called after each 4 MiB; what it raises ends the work.

    Returns:
        64 lower-case hexadecimal digits.

    Raises:
        BadModelFile: A file can't be read to its end.
    """
    digest = hashlib.sha256()
    done = 0
    path = paths[0]
    try:
        total = sum(each.stat().st_size for each in paths)
        for path in paths:
            with path.open("rb", buffering=0) as file:
                while block := file.read(_BLOCK_BYTES):
                    digest.update(block)
                    done += len(block)
                    if on_progress:
                        on_progress(done, max(done, total))
    except OSError as error:
        raise BadModelFile(
            tr("{path} could not be read: {error}.", path=path, error=error), tr("Check the disk that it is on.")
        ) from error
    return digest.hexdigest()
