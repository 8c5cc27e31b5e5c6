"""Which runs this process is at, so that no two of its threads are at the same one."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

from lab.errors import LabError
from lab.language import tr

_runs: set[str] = set()
_lock = threading.Lock()


@contextlib.contextmanager
def at_work(run_id: str) -> Iterator[None]:
    """Be at a run while the block goes on.

    Raises:
        LabError: Another thread is at it.
    """
    with _lock:
        if run_id in _runs:
            raise LabError(tr("This run is going on already."), tr("Wait for it, or stop it first."))
        _runs.add(run_id)
    try:
        yield
    finally:
        with _lock:
            _runs.discard(run_id)
