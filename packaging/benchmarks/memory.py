"""Figure 6: what a worker takes besides the model file that it maps, and what that is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.figures import Figure, Goal, Say
from benchmarks.prompts import prose
from benchmarks.workers import MeasuredWorker, WorkerFailed, endless

GOAL = Goal(limit=120, at_least=False)
_TOKENS = 64
_PROMPT_WORDS = 600
"""More than one whole batch. After a short prompt, pages of the compute buffer that were never touched would not be
resident, and taking off its whole size would make a worker look smaller than it gets."""
_MIB = 1024 * 1024
_BUFFER = re.compile(r"(\S+)\s+(KV|compute|output|model) buffer size\s*=\s*([\d.]+) MiB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Buffers:
    """The large pieces of memory that llama.cpp says it has taken, in bytes."""

    kv_cache: int = 0
    compute: int = 0
    output: int = 0
    repacked_weights: int = 0


def parse_buffers(log: str) -> Buffers:
    """Read the buffer sizes out of llama.cpp's log.

    Args:
        log: Its lines. A model with sliding windows has two KV caches, which are added up.
    """
    sums = {"KV": 0.0, "compute": 0.0, "output": 0.0, "repack": 0.0}
    for place, kind, size in _BUFFER.findall(log):
        if kind != "model":
            sums[kind] += float(size)
        elif place == "CPU_REPACK":
            sums["repack"] += float(size)
    return Buffers(
        kv_cache=round(sums["KV"] * _MIB),
        compute=round(sums["compute"] * _MIB),
        output=round(sums["output"] * _MIB),
        repacked_weights=round(sums["repack"] * _MIB),
    )


def measure(models: list[Path], repeats: int, say: Say) -> list[Figure]:
    """Measure each model, with weights repacked (the default of llama.cpp and of ours) and without.

    Args:
        models: GGUF files.
        repeats: How many workers each.
        say: Told what is going on.
    """
    return [_measure(model, repack, repeats, say) for model in models for repack in (True, False)]


def _measure(model: Path, repack: bool, repeats: int, say: Say) -> Figure:
    what = f"{model.stem}, {'weights repacked' if repack else 'repack_weights=False'}"
    say(f"Memory of a worker, megabytes: {what}")
    over_mb: list[float] = []
    parts: dict[str, float] = {}
    for number in range(repeats):
        with MeasuredWorker(model, repack_weights=repack) as worker:
            worker.answer(prose(_PROMPT_WORDS), sampler=endless(model, _TOKENS))
            buffers = parse_buffers(worker.process.log_tail())
            resident, mapped = _resident(worker.process.pid, model)
        if not buffers.kv_cache or not buffers.compute:
            raise WorkerFailed("llama.cpp did not say how large its buffers are.")
        over = resident - mapped - buffers.kv_cache - buffers.compute
        over_mb.append(over / 1e6)
        say(f"  {number + 1} of {repeats}: {over / 1e6:.1f}")
        parts = {
            "resident_mb": resident / 1e6,
            "resident_of_the_file_mb": mapped / 1e6,
            "file_mb": model.stat().st_size / 1e6,
            "kv_cache_mb": buffers.kv_cache / 1e6,
            "compute_buffer_mb": buffers.compute / 1e6,
            "output_buffer_mb": buffers.output / 1e6,
            "repacked_weights_mb": buffers.repacked_weights / 1e6,
            "over_without_repacked_weights_mb": (over - buffers.repacked_weights) / 1e6,
        }
    return Figure(
        number=6,
        what=f"memory over file, KV, compute: {what}",
        values=tuple(over_mb),
        goal=GOAL,
        unit="MB",
        parts=parts,
    )


def _resident(pid: int, model: Path) -> tuple[int, int]:
    """Bytes of a process that are in memory, and how many of those are pages of the model file.

    Not the size of the file: where weights are repacked, some of its pages may never be read or be given back, and
    taking off what is not there would hide as much of what is.
    """
    process = psutil.Process(pid)
    resident: int = process.memory_info().rss
    if not hasattr(process, "memory_maps"):  # macOS
        return resident, model.stat().st_size
    # Windows has names of volumes in its paths.
    of_file = [each.rss for each in process.memory_maps() if Path(each.path).name == model.name]
    return resident, sum(of_file) or model.stat().st_size
