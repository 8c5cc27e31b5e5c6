"""What the figures were measured on, and whether it was quiet enough to measure anything."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from pathlib import Path
from typing import Any

import psutil

from lab.generation.thread_budget import machine_threads

QUIET_BELOW_PERCENT = 15.0
STOLEN_BELOW_PERCENT = 5.0
_LISTENING_S = 2.0


def facts(models: list[Path], busy_percent: float) -> dict[str, Any]:
    """Cores, processor, versions, models.

    Args:
        models: The GGUF files that are measured with.
        busy_percent: See ``busy_percent``.
    """
    return {
        "system": platform.platform(),
        "processor": processor_name(),
        "cores": psutil.cpu_count(logical=False),
        "threads_used": machine_threads(),
        "memory_mb": round(psutil.virtual_memory().total / 1e6),
        "python": platform.python_version(),
        "llama_cpp_python": importlib.metadata.version("llama-cpp-python"),
        "busy_before_percent": busy_percent,
        "settings": {name: value for name, value in os.environ.items() if name.startswith(("OMP_", "GOMP_"))},
        "models": [{"name": model.name, "bytes": model.stat().st_size} for model in models],
    }


def busy_percent() -> float:
    """How much of all cores other programs use, found by keeping still for two seconds."""
    percent: float = psutil.cpu_percent(interval=_LISTENING_S)
    return percent


class StealClock:
    """How much time the host of a virtual machine takes away, from the making of the clock on.

    It looks like nothing from inside (no other program is busy), yet two threads that wait for each other fall to a
    tenth of their speed when their two processors are rarely allowed to run at the same moment.
    """

    def __init__(self) -> None:
        self._began = psutil.cpu_times()

    def stolen_percent(self) -> float:
        """Share of the time in which a program wanted to run; 0 where the system doesn't say."""
        now = psutil.cpu_times()
        passed = {name: getattr(now, name) - getattr(self._began, name) for name in now._fields}
        wanted = sum(passed.values()) - passed.get("idle", 0.0) - passed.get("iowait", 0.0)
        return 100 * passed.get("steal", 0.0) / wanted if wanted > 0 else 0.0


def processor_name(cpuinfo: Path = Path("/proc/cpuinfo")) -> str:
    """The processor's name as its maker says it, or what Python knows.

    Args:
        cpuinfo: Where Linux describes its processors.
    """
    try:
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "") or platform.processor() or platform.machine()
