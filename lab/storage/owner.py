"""Which process is writing an answer, so that another one can tell whether it still lives."""

from __future__ import annotations

import psutil


def own_name() -> str:
    """This process: its number and when it began, because numbers are used again."""
    return _name(psutil.Process())


def is_alive(name: str) -> bool:
    """True if the process of that name still runs."""
    number = name.partition("@")[0]
    if not number.isdecimal():
        return False
    try:
        return _name(psutil.Process(int(number))) == name
    except psutil.Error:
        return False


def _name(process: psutil.Process) -> str:
    return f"{process.pid}@{process.create_time():.2f}"
