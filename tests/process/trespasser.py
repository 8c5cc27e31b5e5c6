"""A process that gives up its rights and then tries all that a hostile model might; prints what came of it as JSON.

Arguments: whether to confine, a folder with a file ``there``, and the numbers of a TCP and a UDP socket it inherited.
"""

from __future__ import annotations

import ctypes
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from lab.generation.confinement import confine

_IO_URING_SETUP, _A_CALL_OF_THE_OTHER_NUMBERS = 425, 0x40000000 + 41
_SEIZE = 0x4206
"""Attaching would stop the app, and leave it stopped when we are gone."""
_BEYOND_THE_LARGEST_LOG = 100 * 1024 * 1024


def main(wish: str, folder: Path, connecting: int, sending: int, port: int) -> None:
    """Try everything."""
    confinement = confine() if wish == "confine" else None
    libc = ctypes.CDLL(None, use_errno=True)

    def call(name: str, *arguments: int) -> None:
        if getattr(libc, name)(*arguments) < 0:
            raise OSError(ctypes.get_errno(), "refused")

    def in_a_thread() -> None:
        failed: list[OSError] = []

        def work() -> None:
            try:
                socket.socket().close()
            except OSError as error:
                failed.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        if failed:
            raise failed[0]

    def fork() -> None:
        if (child := os.fork()) == 0:
            os._exit(0)
        os.waitpid(child, 0)

    def fill_the_disk() -> None:
        os.lseek(sys.stderr.fileno(), _BEYOND_THE_LARGEST_LOG, os.SEEK_SET)
        os.write(sys.stderr.fileno(), b"x")

    def attach() -> None:
        call("ptrace", _SEIZE, os.getppid(), 0, 0)

    attempts: dict[str, Callable[[], object]] = {
        "a socket": lambda: socket.socket().close(),
        "a socket in a thread": in_a_thread,
        "a local socket": lambda: socket.socket(socket.AF_UNIX).close(),
        "connect by an inherited socket": lambda: socket.socket(fileno=os.dup(connecting)).connect(("127.0.0.1", port)),
        "send by an inherited socket": lambda: socket.socket(fileno=os.dup(sending)).sendto(b"x", ("127.0.0.1", port)),
        "io_uring": lambda: call("syscall", _IO_URING_SETUP, 1, 0),
        "a call by another number": lambda: call("syscall", _A_CALL_OF_THE_OTHER_NUMBERS, 2, 1, 0),
        "a program": lambda: subprocess.run(["/bin/true"], check=True),
        "a program instead of this": lambda: os.execv("/bin/false", ["false"]) if confinement else None,
        "a process": fork,
        "a debugger on the app": attach,
        "a signal to the app": lambda: os.kill(os.getppid(), 0),
        "a new file": lambda: (folder / "new").write_text("x"),
        "a new folder": lambda: (folder / "folder").mkdir(),
        "a link": lambda: (folder / "link").symlink_to("there"),
        "a change": lambda: (folder / "there").open("a").close(),
        "a cut": lambda: os.truncate(folder / "there", 0),
        "another name": lambda: (folder / "there").rename(folder / "here"),
        "an end": lambda: (folder / "here").unlink() if (folder / "here").exists() else (folder / "there").unlink(),
        "reading": lambda: Path(__file__).read_text(),
        "a thread": lambda: threading.Thread(target=int).start(),
        "a line in the log": lambda: print("words", file=sys.stderr),
        "a full disk": fill_the_disk,
    }
    outcomes = {}
    for name, attempt in attempts.items():
        try:
            attempt()
            outcomes[name] = ""
        except OSError as error:
            outcomes[name] = os.strerror(error.errno) if error.errno else str(error)
    limits = list(confinement.in_force) if confinement else []
    print(json.dumps({"outcomes": outcomes, "in_force": limits}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:6]))
