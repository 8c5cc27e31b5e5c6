"""An unfinished file that outlives its process: ``.part``, with a sidecar that says what it will be."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from lab.errors import DownloadFailed, NotEnoughDisk
from lab.language import tr
from lab.models.download_order import PART_SUFFIX, SIDECAR_SUFFIX, Sidecar
from lab.models.exclusive_file import move_and_close, open_alone
from lab.models.hub_words import arrived_changed, taken, too_long
from lab.models.verified_file import cannot_write
from lab.whole_file import remove_unfinished, write_whole

_BLOCK_BYTES = 4 << 20
_LOOK_AT_DISK_EVERY_BYTES = 64_000_000
LEAST_FREE_BYTES = 20_000_000
"""With less than this left on the disk a download stops, before other programs have trouble."""


class Part:
    """The bytes of a file that have come so far, hashed, and nobody else's while it is open.

    Under its own name the file only ever stands whole and right.

    Args:
        target: The file to make.
        sidecar: What it will be; what stands on the disk under its name is only gone on with if it says the same.
    """

    def __init__(self, target: Path, sidecar: Sidecar) -> None:
        self.target = target
        self.sidecar = sidecar
        self.done_bytes = 0
        self.is_resumed = False
        """Whether the bytes came in several pieces. Then one of them may be at fault if the whole is wrong."""
        self._path = part_of(target)
        self._digest = hashlib.sha256()
        self._file: BinaryIO | None = None
        self._looked_at_bytes = 0

    def open(self, on_checked: Callable[[int], None]) -> None:
        """Take the file for ourselves, and hash what is there.

        Args:
            on_checked: Receives the bytes hashed so far; what it raises ends the work.

        Raises:
            DownloadFailed: Another process has it.
            NotEnoughDisk: The folder does not let itself be written.
        """
        known = read_sidecar(self.target)
        try:
            self._file = open_alone(self._path)
        except OSError as error:
            raise cannot_write(self.target, error) from error
        if self._file is None:
            raise taken(self.target.name)
        if known is not None and known.sha256 == self.sidecar.sha256 and known.size_bytes == self.sidecar.size_bytes:
            self.sidecar = msgspec.structs.replace(self.sidecar, etag=known.etag)
            self._hash_what_is_there(on_checked)
        else:
            self.restart()
        write_sidecar(self.target, self.sidecar)

    def _hash_what_is_there(self, on_checked: Callable[[int], None]) -> None:
        assert self._file is not None
        try:
            while block := self._file.read(_BLOCK_BYTES):
                self._digest.update(block)
                self.done_bytes += len(block)
                on_checked(min(self.done_bytes, self.sidecar.size_bytes))
        except OSError:
            self.restart()  # a disk that can't read it back has not kept it
        if self.done_bytes > self.sidecar.size_bytes:
            self.restart()
        self.is_resumed = self.done_bytes > 0

    def write(self, block: bytes) -> None:
        """Add a block.

        Raises:
            DownloadFailed: There is more than there should be. Nothing of it is kept.
            NotEnoughDisk: The disk does not take it, or is nearly full. What came is kept.
        """
        assert self._file is not None
        if self.done_bytes + len(block) > self.sidecar.size_bytes:
            self.restart()
            raise too_long(self.target.name, self.sidecar.size_bytes)
        if self.done_bytes - self._looked_at_bytes >= _LOOK_AT_DISK_EVERY_BYTES:
            self._looked_at_bytes = self.done_bytes
            self._require_some_room()
        view = memoryview(block)
        try:
            while view:
                written = self._file.write(view) or 0
                self._digest.update(view[:written])
                self.done_bytes += written
                view = view[written:]
        except OSError as error:
            raise _disk_full(self.target, error) from error

    def _require_some_room(self) -> None:
        with contextlib.suppress(OSError):
            if shutil.disk_usage(self.target.parent).free < LEAST_FREE_BYTES:
                raise _disk_full(self.target, None)

    def restart(self) -> None:
        """Throw away what is there and begin anew."""
        assert self._file is not None
        try:
            self._file.seek(0)
            self._file.truncate()
        except OSError as error:
            raise cannot_write(self.target, error) from error
        self._digest = hashlib.sha256()
        self.done_bytes = self._looked_at_bytes = 0
        self.is_resumed = False

    def keep_etag(self, etag: str) -> None:
        """Remember which version of the bytes this is; it is on the disk before the first of them."""
        if etag != self.sidecar.etag:
            self.sidecar = msgspec.structs.replace(self.sidecar, etag=etag)
            write_sidecar(self.target, self.sidecar)

    def is_right(self) -> bool:
        """Whether all bytes are there and are the promised ones."""
        return self.done_bytes == self.sidecar.size_bytes and self._digest.hexdigest() == self.sidecar.sha256

    def arrived_changed(self) -> DownloadFailed:
        """The error for bytes that are not the promised ones."""
        return arrived_changed(self.target.name, self._digest.hexdigest(), self.sidecar.sha256)

    def finish(self) -> None:
        """Put the file in its place; it must be right.

        Raises:
            NotEnoughDisk: The disk does not take it.
        """
        assert self._file is not None
        if not self.is_right():
            raise AssertionError("a file that is not right has no place")
        try:
            file, self._file = self._file, None
            move_and_close(file, self._path, self.target)
            _sync_folder(self.target.parent)
        except OSError as error:
            raise cannot_write(self.target, error) from error

    def close(self) -> None:
        """Let go of the file and keep what came."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.fsync(self._file.fileno())
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None


def part_of(target: Path) -> Path:
    """The unfinished file of a file."""
    return target.with_name(target.name + PART_SUFFIX)


def sidecar_of(target: Path) -> Path:
    """What stands beside an unfinished file."""
    return target.with_name(target.name + SIDECAR_SUFFIX)


def read_sidecar(target: Path) -> Sidecar | None:
    """The sidecar of a file; None if there is none or it does not say what it must."""
    try:
        return msgspec.json.decode(sidecar_of(target).read_bytes(), type=Sidecar)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def write_sidecar(target: Path, sidecar: Sidecar) -> None:
    """Put a sidecar beside a file, whole or not at all.

    Raises:
        NotEnoughDisk: The folder can't take it.
    """
    path = sidecar_of(target)
    try:
        write_whole(path, msgspec.json.format(msgspec.json.encode(sidecar), indent=1))
    except OSError as error:
        raise cannot_write(path, error) from error


def done_bytes_of(target: Path) -> int:
    """How much of a file is on the disk, be it finished or not."""
    for path in (target, part_of(target)):
        with contextlib.suppress(OSError):
            return path.stat().st_size
    return 0


def is_taken(target: Path) -> bool:
    """Whether another process, or another download of this one, is working on the unfinished file."""
    if not part_of(target).exists():
        return False
    try:
        file = open_alone(part_of(target))
    except OSError:
        return False
    if file is None:
        return True
    file.close()
    return False


def discard(target: Path) -> bool:
    """Remove what there is of an unfinished file, and the folders that this leaves empty.

    Returns:
        False if it is left alone, because another process is working on it.
    """
    if is_taken(target):
        return False
    for path in (part_of(target), sidecar_of(target)):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    remove_unfinished(sidecar_of(target))
    # A file of a repository may stand in a folder of the repository's own.
    with contextlib.suppress(OSError):
        target.parent.rmdir()
        if "@" in target.parent.parent.name:
            target.parent.parent.rmdir()
    return True


def _disk_full(target: Path, error: OSError | None) -> NotEnoughDisk:
    said = tr("The disk is full, so the download of {name} has stopped.", name=target.name)
    if error and error.strerror:
        why = error.strerror
        said = tr("The disk is full ({why}), so the download of {name} has stopped.", why=why, name=target.name)
    return NotEnoughDisk(said, tr("What came is kept. Make room, then go on."))


def _sync_folder(folder: Path) -> None:
    """Make the new name outlive a power cut; where folders can't be synced, the system does it in its own time."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
