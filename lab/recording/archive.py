"""Opens the archive of a recording that may come from anybody, and hands out its files within their limits."""

from __future__ import annotations

import contextlib
import hashlib
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lab.language import tr
from lab.lessons.reading import MOST_BYTES as MOST_LESSON_BYTES
from lab.recording.faults import BadRecording
from lab.recording.recording import HEAD, HISTORY, LESSON, Piece

MOST_HEAD_BYTES = 256 * 1024
MOST_HISTORY_BYTES = 512 * 2**20
"""Unpacked. A run of a thousand prompts over two models weighs about ten megabytes."""
LIMITS = {HEAD: MOST_HEAD_BYTES, HISTORY: MOST_HISTORY_BYTES, LESSON: MOST_LESSON_BYTES}

AGAIN = tr("Copy the file again, or ask for another one. Nothing was taken from it.")
_NO_OTHER = tr("Only what Counterpoint has saved as a recording can be opened. Nothing was taken from it.")
_END = struct.Struct("<4s4H2LH")
"""How an archive ends: mark, four numbers of files and disks, size and place of its list, length of a comment."""
_LOCATOR_BYTES = 20
"""Of what points to a longer list, just before the end of archives that need one."""
_MOST_LIST_BYTES = 4096
_AT_ONCE = 2**20
_ENCRYPTED = 0x1

Tell = Callable[[int, int], None]


class Archive:
    """An open recording. See ``opened``."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name

    def small(self, member: str) -> bytes:
        """All of one of its small files.

        Raises:
            BadRecording: It is missing, damaged or too large.
        """
        return b"".join(self._pieces(member))

    def copy(self, member: str, piece: Piece, out: BinaryIO, tell: Tell) -> None:
        """Write one of its files elsewhere.

        Args:
            member: Which.
            piece: What it must weigh and hash to.
            out: Where to.
            tell: Is told how many bytes are done, and of how many. What it raises ends the copying.

        Raises:
            BadRecording: It is missing, damaged, too large, or not what it should be.
        """
        hashed, size = hashlib.sha256(), 0
        for some in self._pieces(member):
            hashed.update(some)
            size += len(some)
            out.write(some)
            tell(size, max(size, piece.size_bytes))
        self.check(member, size, hashed.hexdigest(), piece)

    def check(self, member: str, size_bytes: int, sha256: str, piece: Piece) -> None:
        """Compare a file with what the head says of it.

        Raises:
            BadRecording: It is another one.
        """
        if (size_bytes, sha256) != (piece.size_bytes, piece.sha256):
            said = tr("{name} is damaged: {member} in it is not what was recorded.", name=self._name, member=member)
            raise BadRecording(said, AGAIN)

    def has(self, member: str) -> bool:
        """Whether there is such a file in it."""
        return member in self._archive.namelist()

    def _pieces(self, member: str) -> Iterator[bytes]:
        """A file, some of it at a time. What an archive says of sizes may be a lie, so what comes is counted."""
        if not self.has(member):
            said = tr("{name} is no recording: there is no {member} in it.", name=self._name, member=member)
            raise BadRecording(said, _NO_OTHER)
        size = 0
        with _damage_told(self._name), self._archive.open(member) as file:
            while some := file.read(_AT_ONCE):
                size += len(some)
                _check_size(self._name, member, size)
                yield some


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """A recording, as far as it can be told from the list of its files.

    Raises:
        BadRecording: It is missing, can't be read, is no archive, or has other files in it than a recording has.
    """
    if not path.is_file():
        raise BadRecording(tr("There is no file {path}.", path=path), tr("Check the spelling of the path."))
    with contextlib.ExitStack() as held:
        with _damage_told(path.name):
            file = held.enter_context(path.open("rb"))
            _check_end(file, path.name)
            archive = zipfile.ZipFile(file)
        _check_members(archive, path.name)
        yield Archive(archive, path.name)


def _check_end(file: BinaryIO, name: str) -> None:
    """Look at the end before anybody else does: a list of millions of files would fill the memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - _LOCATOR_BYTES))
    end = file.read()
    file.seek(0)
    if size < _END.size or not end[-_END.size :].startswith(b"PK\x05\x06"):
        if file.read(4) == b"PK\x03\x04":
            raise BadRecording(tr("{name} is damaged or cut off.", name=name), AGAIN)
        raise BadRecording(tr("{name} is no recording.", name=name), _NO_OTHER)
    _, _, _, _, files, list_bytes, _, _ = _END.unpack(end[-_END.size :])
    if files > len(LIMITS) or list_bytes > _MOST_LIST_BYTES or b"PK\x06\x07" in end[: -_END.size]:
        raise _strange(name)


def _check_members(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    names = [each.filename for each in members]
    if len(set(names)) != len(names) or not set(names) <= LIMITS.keys():
        raise _strange(name)
    for each in members:
        if each.flag_bits & _ENCRYPTED or each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            said = tr("{name}: {member} in it is packed in another way than ours.", name=name, member=each.filename)
            raise BadRecording(said, _NO_OTHER)
        _check_size(name, each.filename, each.file_size)


def _check_size(name: str, member: str, size_bytes: int) -> None:
    most = LIMITS[member]
    if size_bytes > most:
        amount = f"{most // 2**20} MB" if most >= 2**20 else f"{most // 1024} KB"
        said = tr("{name}: {member} in it is larger than {amount}.", name=name, member=member, amount=amount)
        raise BadRecording(said, _NO_OTHER)


def _strange(name: str) -> BadRecording:
    return BadRecording(tr("{name} is no recording: there are other files in it.", name=name), _NO_OTHER)


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """Tell of what happens while the archive is read; what is no archive makes Python's reader fail in many ways."""
    try:
        yield
    except OSError as error:
        said = tr("{name} can't be read: {why}.", name=name, why=error.strerror or error)
        raise BadRecording(said, tr("Check its permissions.")) from error
    except (
        zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error,
        OverflowError, LookupError,
    ) as error:  # fmt: skip
        raise BadRecording(tr("{name} is damaged or cut off.", name=name), AGAIN, detail=repr(error)[:300]) from error
