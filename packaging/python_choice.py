"""Which Python the set-up may run with, and where to find one that will do.

This file and ``setup_env.py`` are read by whatever ``python3`` the user has, so they keep to what Python 3.7 can parse;
everything else in this folder is imported after the choice is made.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

NEWEST_FIRST = ((3, 13), (3, 12), (3, 11))
"""The versions that Counterpoint is tested with."""

_DESCRIBE = (
    "import sys; print(sys.version_info[0], sys.version_info[1], sys.implementation.name, sys.maxsize > 2**32, sep=',')"
)


def objection(version: tuple[int, int], implementation: str, is_64_bit: bool) -> str | None:
    """Why a Python won't do, as a sentence, or None if it will.

    Args:
        version: Major and minor version.
        implementation: ``sys.implementation.name`` in that Python.
        is_64_bit: Whether that Python was built for 64 bits; Qt's and numpy's ready-made builds are.
    """
    name = "Python {}.{}".format(*version)
    if version not in NEWEST_FIRST:
        return f"Counterpoint needs Python 3.11, 3.12 or 3.13, and this is {name}."
    if implementation != "cpython":
        return f"Counterpoint needs the Python from python.org (CPython), and this is {implementation}."
    if not is_64_bit:
        return f"Counterpoint needs a 64-bit Python, and this {name} is a 32-bit one."
    return None


def objection_to_this_python() -> str | None:
    """Why the running Python won't do, or None."""
    return objection(sys.version_info[:2], sys.implementation.name, sys.maxsize > 2**32)


def ask(command: list[str]) -> str | None:
    """Describe the Python behind a command in the form ``3,13,cpython,True``, or None if it doesn't answer."""
    try:
        answer = subprocess.run(
            [*command, "-c", _DESCRIBE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError):
        # A version manager's stand-in is on PATH even when no such Python is behind it.
        return None
    return answer.stdout.decode(errors="replace").strip()


def find_suitable(
    which: Callable[[str], str | None] = shutil.which,
    describe: Callable[[list[str]], str | None] = ask,
    windows: bool = os.name == "nt",
) -> list[str] | None:
    """The command that starts the newest suitable Python on PATH, as a list of words, or None.

    Args:
        which: Finds a program on PATH.
        describe: Asks a Python what it is, as ``ask`` does.
        windows: Whether to look for the ``py`` launcher instead of versioned names.
    """
    for major, minor in NEWEST_FIRST:
        words = ["py", f"-{major}.{minor}"] if windows else [f"python{major}.{minor}"]
        if which(words[0]) and describe(words) == f"{major},{minor},cpython,True":
            return words
    return None
