"""The door of the program, kept thin on purpose.

A packaged app starts itself again for each model, through here. Whatever stands at the top of this file is therefore
paid for once per model, so everything heavy is imported inside ``main``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from lab import ENGINE_ARGUMENT, QT_ARGUMENT, WORKER_ARGUMENT

OPENED = (".gguf", ".counterpoint")
"""Endings of files that the window opens: models and recordings."""


def main() -> None:
    """Open the window, or run the ``counterpoint`` command."""
    words = sys.argv[1:]
    if words == [WORKER_ARGUMENT]:
        from lab.generation.worker import main as work

        work()
    if words == [ENGINE_ARGUMENT]:
        from lab.generation.engine_report import main as report

        report()
        sys.exit()
    if words == [QT_ARGUMENT]:
        import PySide6.QtWidgets  # noqa: F401  (it loads all that a window needs)

        sys.exit()
    if words[:1] == ["--self-test"]:
        from ui.self_test import run as test

        sys.exit(test(*map(Path, words[1:2])))
    file = file_in(words)
    if words in ([], ["--demo"]) or file is not None:
        if has_display():
            from ui import language

            trouble = language.speak(language.kept_wish())
            from ui.app import run  # now that it is known in which language

            sys.exit(run(demo=words == ["--demo"], file=file, troubles=[trouble] if trouble else []))
        print("There is no display, so this is the terminal. See also: counterpoint --help", file=sys.stderr)
    from lab.cli import run as run_command

    run_command()


def file_in(words: list[str]) -> Path | None:
    """The recording or model that should be opened in the window; None if the words are another command.

    A file alone is what a double click gives. With an option, ``replay`` is the terminal's: ``--text`` and ``--json``
    print a recording, ``--list`` tells what is in it.
    """
    if len(words) == 1:
        file = Path(words[0])
        return file if file.suffix.lower() in OPENED and file.is_file() else None
    is_meant = len(words) == 2 and words[0] == "replay" and not words[1].startswith("-")
    return Path(words[1]) if is_meant else None


def has_display() -> bool:
    """Whether a window could be seen, or Qt was told where to draw it."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    main()
