"""How many threads each model gets: one budget for the machine, shared by the models that are answering now.

Threads of two models that compete for a core are ruinous, because each waits for its own threads at every layer of
the network. So the shares never add up to more than the cores, and a model that runs alone gets them all.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

import psutil

from lab.models.control_group import quota_cores

_Name = TypeVar("_Name")


def machine_threads() -> int:
    """Threads worth using on this computer: physical cores, as far as this process may use them.

    In a container with less time than its cores could give, more threads would all be halted again and again.
    """
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    quota = quota_cores()
    return max(1, min(psutil.cpu_count(logical=False) or allowed, allowed, allowed if quota is None else int(quota)))


def shares(budget: int, running: Sequence[_Name]) -> dict[_Name, int]:
    """Share a budget among those who run; earlier ones get what does not divide, and nobody gets less than one."""
    if not running:
        return {}
    each, left_over = divmod(budget, len(running))
    return {name: max(1, each + (1 if place < left_over else 0)) for place, name in enumerate(running)}
