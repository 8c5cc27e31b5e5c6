"""A terminal of its own for the command, for tests of what it draws and how it ends."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.app.environment import ROOT, environment

_PATIENCE_S = 60


class Terminal:
    """The command on a terminal of its own; what it draws is read as it comes."""

    def __init__(self, home: Path, *arguments: str | Path) -> None:
        self._master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lab", *map(str, arguments)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**environment(home), "TERM": "xterm"},
            start_new_session=True,
            cwd=ROOT,
        )
        os.close(slave)
        self.screen = ""

    def until(self, done: Callable[[str], bool]) -> None:
        """Read the screen until it shows something."""
        while not done(self.screen):
            readable, _, _ = select.select([self._master], [], [], _PATIENCE_S)
            assert readable, f"nothing more came after: {self.screen[-2000:]}"
            self.screen += os.read(self._master, 65536).decode(errors="replace")

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._master, text.encode())

    def workers(self) -> list[psutil.Process]:
        """The worker processes of the command."""
        return psutil.Process(self.process.pid).children()

    def close(self) -> None:
        """End everything."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._master)
