"""How much memory can be had now: on this machine, and in the control group that we may be locked into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from lab.models.control_group import group_folders


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryNow:
    """The memory of this machine at one moment, in bytes."""

    available: int
    """What can be had without swapping."""
    total: int
    """What is built in, or what the control group may have if that is less."""


def memory_now() -> MemoryNow:
    """Look at this machine's memory."""
    built_in = int(psutil.virtual_memory().total)
    limits = (_group_limit(folder) for folder in group_folders())
    return MemoryNow(available=available_bytes(), total=min([built_in, *(each for each in limits if each is not None)]))


def available_bytes() -> int:
    """How much memory can be had now without swapping: what the machine has, or the control group if it has less."""
    free = int(psutil.virtual_memory().available)
    return min([free, *(room for folder in group_folders() if (room := _group_room(folder)) is not None)])


def held_bytes(pids: Iterable[int]) -> int:
    """What processes of ours hold and nobody else could have; they would give it back when they end."""
    held = 0
    for pid in pids:
        try:
            held += psutil.Process(pid).memory_full_info().uss
        except psutil.Error:
            continue
    return held


def _group_limit(folder: Path) -> int | None:
    """How many bytes a control group may have, or None if it has no limit."""
    try:
        limit = (folder / "memory.max").read_text().strip()
        return None if limit == "max" else int(limit)
    except (OSError, ValueError):
        return None


def _group_room(folder: Path) -> int | None:
    """How many bytes a control group still has, or None if it has no limit."""
    limit = _group_limit(folder)
    if limit is None:
        return None
    try:
        used = int((folder / "memory.current").read_text())
        counters = dict(line.split(" ", 1) for line in (folder / "memory.stat").read_text().splitlines())
        cached = int(counters.get("inactive_file", 0)) + int(counters.get("active_file", 0))
        return max(0, limit - max(0, used - cached))
    except (OSError, ValueError):
        return None
