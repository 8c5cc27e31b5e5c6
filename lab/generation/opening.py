"""Opens what a worker is told to load: a model or a script, for one conversation or for a batch."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from lab.generation.backend import Backend
from lab.generation.batch_backend import BatchBackend
from lab.generation.protocol import Load

T = TypeVar("T")

_SCRIPT_SUFFIX = ".toml"
"""A "model" with this ending is a script for a scripted backend."""


class LoadGivenUp(Exception):
    """The progress callback asked to stop."""


def open_conversation(message: Load, on_progress: Callable[[float], bool]) -> Backend:
    """A backend for one prompt after the other.

    Args:
        message: What to load, and how.
        on_progress: Told the fraction read, 0 to 1; returns False to give up.

    Raises:
        LabError: It can't be loaded.
        LoadGivenUp: ``on_progress`` returned False.
    """
    path = Path(message.path)
    if path.suffix == _SCRIPT_SUFFIX:
        from lab.generation.scripted_backend import ScriptedBackend

        return ScriptedBackend(path)
    # Late, so that a scripted worker (and every test with one) never loads llama.cpp.
    from lab.generation.llama_backend import LlamaBackend

    return _loaded(LlamaBackend, message, on_progress)


def open_batch(message: Load, on_progress: Callable[[float], bool]) -> BatchBackend:
    """A backend for ``message.rows`` prompts at a time; see ``open_conversation``."""
    path = Path(message.path)
    if path.suffix == _SCRIPT_SUFFIX:
        from lab.generation.scripted_batch_backend import ScriptedBatchBackend

        return ScriptedBatchBackend(path, message.rows)
    from lab.generation.llama_batch_backend import LlamaBatchBackend

    return _loaded(partial(LlamaBatchBackend, rows=message.rows), message, on_progress)


def _loaded(make: Callable[..., T], message: Load, on_progress: Callable[[float], bool]) -> T:
    from lab.generation.llama_log import LlamaLog
    from lab.generation.llama_model import LoadCancelled

    try:
        return make(
            Path(message.path),
            context_tokens=message.context_tokens,
            threads=message.threads,
            gpu_layers=message.gpu_layers,
            repack_weights=message.repack_weights,
            on_progress=on_progress,
            log=LlamaLog(),
        )
    except LoadCancelled:
        raise LoadGivenUp from None
