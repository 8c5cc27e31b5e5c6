"""The door of the program, kept thin on purpose.

A packaged app starts itself again for each model, through here. Whatever stands at the top of this file is therefore
paid for once per model, so everything heavy is imported inside ``main``.
"""

from __future__ import annotations

import os
import sys

from lab import WORKER_ARGUMENT


def main() -> None:
    """Open the window, or run the ``counterpoint`` command."""
    words = sys.argv[1:]
    if words == [WORKER_ARGUMENT]:
        from lab.generation.worker import main as work

        work()
    if words in ([], ["--demo"]):
        if has_display():
            from ui.app import run

            sys.exit(run(demo=bool(words)))
        print("There is no display, so this is the terminal. See also: counterpoint --help", file=sys.stderr)
    from lab.cli import run as run_command

    run_command()


def has_display() -> bool:
    """Whether a window could be seen, or Qt was told where to draw it."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
