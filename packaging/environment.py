"""The folder ``.venv``: what is in it, whether it can be trusted, and who may work on it.

A stamp in the folder says what was installed. It is taken away before anything is changed and written after everything
is done, so a folder without a stamp is one that somebody stopped half-way, and it is made again from the beginning.
"""

from __future__ import annotations

import contextlib
import enum
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO


class Plan(enum.Enum):
    """What has to be done before the program can start."""

    NOTHING = "nothing"
    UPDATE = "update"
    BUILD = "build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a finished ``.venv`` was made from."""

    python: str
    """Major and minor version, such as ``3.12``."""
    place: str
    """The folder of the project; a ``.venv`` that was moved has scripts that point to where it was."""
    sources: str
    """A hash of the files that say what is installed."""
    llama: str
    """Which compiled llama-cpp-python is in it (``llama_wheel.build_key``)."""
    groups: tuple[str, ...] = ()
    """The dependency groups of ``pyproject.toml`` that are installed besides the program's own."""


def plan(found: Stamp | None, wanted: Stamp) -> Plan:
    """What turns what is there into what is wanted.

    Args:
        found: The stamp in the folder, or None if there is none that can be read.
        wanted: What is to be there.
    """
    if found is None or (found.python, found.place) != (wanted.python, wanted.place):
        return Plan.BUILD
    if (found.sources, found.llama) != (wanted.sources, wanted.llama) or set(wanted.groups) - set(found.groups):
        return Plan.UPDATE
    return Plan.NOTHING


def hash_of(files: Sequence[Path]) -> str:
    """A short hash of the contents of some files, in their order."""
    together = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        together.update(f"{file.name} {len(content)}\n".encode() + content)
    return together.hexdigest()[:16]


class Environment:
    """One ``.venv`` folder."""

    _KEPT = frozenset({"setup.lock", "setup.log", "test-home", "wheels"})
    """What outlives a new beginning: the lock that we hold, and what took long to fetch or compile."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read or made yet.

        Args:
            folder: Where it is, or will be.
        """
        self.folder = folder
        self.log = folder / "setup.log"
        self.test_home = folder / "test-home"
        self._stamp = folder / "counterpoint-setup.json"
        self._programs = folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """The Python inside."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """A command inside, such as ``counterpoint``."""
        return self._programs / (f"{name}.exe" if os.name == "nt" else name)

    def found(self) -> Stamp | None:
        """What is there and finished, or None."""
        if not (self.python.exists() and self.program("counterpoint").exists()):
            # The stamp is there but its Python was removed from the system, or the folder was emptied by hand.
            return None
        try:
            values = json.loads(self._stamp.read_text(encoding="utf-8"))
            return Stamp(**{**values, "groups": tuple(values["groups"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def distrust(self) -> None:
        """Take the stamp away, before the first change."""
        self._stamp.unlink(missing_ok=True)

    def trust(self, stamp: Stamp) -> None:
        """Write the stamp, after the last change."""
        unfinished = self._stamp.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")
        unfinished.replace(self._stamp)

    def clear(self, *, everything: bool = False) -> None:
        """Empty the folder.

        Args:
            everything: Also what is worth keeping from one attempt to the next (but not the lock, which we hold).
        """
        kept = {"setup.lock"} if everything else self._KEPT
        for entry in self.folder.iterdir() if self.folder.exists() else ():
            if entry.name in kept:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    @contextlib.contextmanager
    def locked(self) -> Iterator[int]:
        """Work on the folder alone; wait, and say so, if another set-up is at work.

        The system gives the lock back when its holder dies, however it dies.

        Yields:
            The descriptor that holds the lock.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "setup.lock").open("a") as file:
            if not _try_lock(file):
                print(
                    "Another set-up is at work in this folder. Waiting for it (Ctrl+C to stop) ...",
                    flush=True,
                )
                _wait_for_lock(file)
            yield file.fileno()


if sys.platform == "win32":
    import msvcrt
    import time

    def _try_lock(file: IO[str]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_for_lock(file: IO[str]) -> None:
        while not _try_lock(file):
            time.sleep(0.5)

else:
    import fcntl

    def _try_lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait_for_lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
