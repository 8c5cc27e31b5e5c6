"""Writes a file that must have a certain size and checksum, and leaves nothing behind if it has not."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from lab.errors import DownloadFailed, NotEnoughDisk
from lab.language import number, tr
from lab.models.exclusive_file import move_and_close, open_alone
from lab.models.hub_words import arrived_changed, taken, too_long

_SPARE_BYTES = 50_000_000
"""What a disk should still have when we are done."""


class VerifiedFile:
    """A file in the making: hashes what is written, and is removed unless ``finish`` was reached.

    A context manager. The file is written beside its place under the name ``….part`` and moved there as the last
    step, so that under its own name there is never half a file. While it is being made no other program can make it.
    """

    def __init__(self, target: Path, *, size_bytes: int, sha256: str) -> None:
        self._target = target
        self._part = target.with_name(target.name + ".part")
        self._size_bytes = size_bytes
        self._sha256 = sha256
        self._digest = hashlib.sha256()
        self._file: BinaryIO | None = None
        self.written_bytes = 0

    def __enter__(self) -> VerifiedFile:
        try:
            self._file = open_alone(self._part)
            if self._file is not None:
                self._file.truncate()
        except OSError as error:
            raise cannot_write(self._target, error) from error
        if self._file is None:
            raise taken(self._target.name)
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
            with contextlib.suppress(OSError):
                self._part.unlink(missing_ok=True)
                self._target.parent.rmdir()  # only if nothing else is in it

    def write(self, block: bytes) -> None:
        """Add a block.

        Raises:
            DownloadFailed: There is more than there should be.
            NotEnoughDisk: The disk does not take it.
        """
        assert self._file is not None
        self.written_bytes += len(block)
        if self.written_bytes > self._size_bytes:
            raise too_long(self._target.name, self._size_bytes)
        self._digest.update(block)
        try:
            left = memoryview(block)
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            raise cannot_write(self._target, error) from error

    def finish(self) -> None:
        """Check the whole and put it in its place.

        Raises:
            DownloadFailed: Bytes are missing or are not the right ones.
            NotEnoughDisk: The disk does not take it.
        """
        assert self._file is not None
        if self.written_bytes < self._size_bytes:
            raise DownloadFailed(
                tr(
                    "The download of {name} was cut off: {written} of {promised} bytes came.",
                    name=self._target.name,
                    written=number(self.written_bytes),
                    promised=number(self._size_bytes),
                ),
                tr("Check the network and try again."),
            )
        if self._digest.hexdigest() != self._sha256:
            raise arrived_changed(self._target.name, self._digest.hexdigest(), self._sha256)
        try:
            move_and_close(self._file, self._part, self._target)
        except OSError as error:
            raise cannot_write(self._target, error) from error
        self._file = None


def require_room(folder: Path, needed_bytes: int) -> None:
    """Make sure that a disk has room before a download begins.

    Raises:
        NotEnoughDisk: It has not; the sentence names what is needed and what is free.
    """
    existing = next((place for place in (folder, *folder.parents) if place.exists()), Path("/"))
    try:
        free = shutil.disk_usage(existing).free
    except OSError as error:
        raise cannot_write(folder, error) from error
    if needed_bytes + _SPARE_BYTES > free:
        raise NotEnoughDisk(
            tr(
                "The download needs {needed} MB in {folder} and {free} MB is free.",
                needed=number(needed_bytes / 1e6),
                folder=folder,
                free=number(free / 1e6),
            ),
            tr("Make room, or set COUNTERPOINT_HOME to a folder on a larger disk."),
        )


def cannot_write(target: Path, error: OSError) -> NotEnoughDisk:
    """The error for a disk or a folder that does not take a file."""
    return NotEnoughDisk(
        tr("{file} can't be written: {why}.", file=target, why=error.strerror or error),
        tr("Check the free space and the folder's permissions."),
    )
