"""Which process is writing an answer, so that another one can tell whether it still lives."""

from __future__ import annotations

import functools

import psutil

_CORRECTION_S = 2.0
"""Linux tells the time at which a process began by adding it to that of its own start, which moves with the clock."""


@functools.cache
def own_name() -> str:
    """This process: its number and when it began, because numbers are used again."""
    process = psutil.Process()
    return f"{process.pid}@{process.create_time():.2f}"


def is_alive(name: str) -> bool:
    """True if the process of that name still runs."""
    number, _, began = name.partition("@")
    try:
        return abs(psutil.Process(int(number)).create_time() - float(began)) <= _CORRECTION_S
    except (psutil.Error, ValueError, OverflowError):
        return False
