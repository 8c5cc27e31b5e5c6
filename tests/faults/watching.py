"""Notes whatever this process tries to reach outside of itself: networks, programs, the system's doors to them.

As a module it runs a command of the program, and writes what it noted to the file that is named first, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lab import WORKER_ARGUMENT
from lab.own_program import own_command

_WATCHED = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile", "pty."),
    *("webbrowser.", "urllib.", "http.", "ftplib.", "smtplib.", "winreg."),
)
_noted: list[str] | None = None
_installed: list[bool] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _noted is not None and event.startswith(_WATCHED) and not _is_our_worker(event, arguments):
        _noted.append(f"{event} {arguments!r}"[:300])


def _is_our_worker(event: str, arguments: tuple[Any, ...]) -> bool:
    return event == "subprocess.Popen" and list(arguments[1]) == own_command(WORKER_ARGUMENT)


@contextmanager
def watched() -> Iterator[list[str]]:
    """What is tried inside the block. Also by libraries below Python, as far as a socket is still open at its end."""
    global _noted
    if not _installed:  # such a hook stays for ever, so there is one
        sys.addaudithook(_hook)
        _installed.append(True)
    before = open_sockets()
    _noted = []
    try:
        yield _noted
        _noted += sorted(f"an open {name}" for name in open_sockets() - before)
    finally:
        _noted = None


def open_sockets() -> set[str]:
    """The sockets of this process, as Linux names them; nothing elsewhere."""
    found = set()
    folder = Path("/proc/self/fd")
    for entry in folder.iterdir() if folder.exists() else ():
        try:
            target = str(entry.readlink())
        except OSError:
            continue  # it was for listing them
        if target.startswith("socket:"):
            found.add(target)
    return found


def main(report: Path, *arguments: str) -> None:
    """Run the command."""
    from lab.cli import run

    sys.argv = ["counterpoint", *arguments]
    code: object = 0
    with watched() as noted:
        try:
            run()
        except SystemExit as end:
            code = end.code
    report.write_text(json.dumps(noted))
    sys.stdout.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
