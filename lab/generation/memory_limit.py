"""A ceiling on what a piece of work may allocate, where the system offers one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil


@contextmanager
def extra_memory_limit(extra_bytes: int) -> Iterator[None]:
    """Let this process's address space grow by at most ``extra_bytes`` inside the block; then ``MemoryError``.

    Only Linux enforces such a limit. Elsewhere this does nothing, and the system's own limits are what is left.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = psutil.Process().memory_info().vms + extra_bytes
    if soft != resource.RLIM_INFINITY:
        limit = min(limit, soft)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
