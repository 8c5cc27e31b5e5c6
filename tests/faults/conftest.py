"""The table at the end of the run, and a small disk to fill."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.window.conftest import driver as driver
from tests.faults.ledger import PROPERTY, Ledger
from tests.faults.rows import Fault

Tried = Callable[..., None]


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Ledger())


@pytest.fixture
def tried(record_property: Callable[[str, object], None]) -> Tried:
    """Tells the table: ``tried(fault, times, lost)``; nothing was lost unless it is said."""

    def note(fault: Fault, times: int = 1, lost: str = "") -> None:
        record_property(PROPERTY, (fault, times, lost))

    return note


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[[str], Path | None]]:
    """Mounts a disk in memory with the given options; None where that is not allowed."""
    mounted: list[Path] = []

    def make(options: str) -> Path | None:
        folder = tmp_path / f"disk {len(mounted)}"
        folder.mkdir()
        if sys.platform != "linux" or os.geteuid() != 0:
            return None
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "counterpoint-test", folder], capture_output=True, check=False
        )
        if done.returncode:
            return None
        mounted.append(folder)
        return folder

    yield make
    for folder in mounted:
        subprocess.run(["umount", "--lazy", folder], check=True)


class Disk:
    """A folder whose disk can be made full."""

    def __init__(self, folder: Path, *, real: bool) -> None:
        self.folder = folder
        self.kind = "a full tmpfs" if real else "no file may grow (RLIMIT_FSIZE)"
        self._ballast = folder / "ballast" if real else None
        self._limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def leave(self, room_bytes: int) -> None:
        """Leave so much room, to a page of 4 KiB."""
        if self._ballast:
            free = os.statvfs(self.folder)
            with self._ballast.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, max(1, free.f_bavail * free.f_frsize - room_bytes))
        else:
            largest = max((path.stat().st_size for path in self.folder.rglob("*") if path.is_file()), default=0)
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room_bytes, self._limits[1]))

    def free(self) -> None:
        """Give the room back."""
        if self._ballast:
            self._ballast.unlink(missing_ok=True)
        else:
            resource.setrlimit(resource.RLIMIT_FSIZE, self._limits)


@pytest.fixture
def disk(mount: Callable[[str], Path | None], tmp_path: Path) -> Iterator[Disk]:
    """A small disk: a real one where that is allowed, else a limit on the size of files."""
    folder = mount("size=24m")
    made = Disk(folder or tmp_path, real=folder is not None)
    yield made
    made.free()
