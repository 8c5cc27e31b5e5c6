"""What the installed llama.cpp is and can do, asked in a process of its own, which is confined as a worker is.

Loading it may end the process at once, on a processor that lacks an instruction it was built for; so whoever asks
does not load it himself.
"""

from __future__ import annotations

import subprocess
import sys

import msgspec

from lab import ENGINE_ARGUMENT
from lab.generation.confinement import confine
from lab.generation.worker_process import describe_exit
from lab.language import tr
from lab.own_program import own_command


class EngineReport(msgspec.Struct, frozen=True, kw_only=True):
    """The installed llama.cpp."""

    name: str
    """Name and version; empty if it could not be loaded."""
    cpu_features: list[str]
    """Instruction sets it was compiled for and will use, e.g. ``AVX2``."""
    gpu: bool
    """True if it can put layers on a GPU."""
    limits: tuple[str, ...] = ()
    """What a worker can't do on this computer, e.g. ``no network``."""
    limits_missing: str = ""
    """Why other limits are not in force; empty if all are."""
    problem: str = ""
    """Why it could not be loaded; empty if it could."""


def ask_engine(timeout_s: float = 60.0) -> EngineReport:
    """Load llama.cpp in a process of its own and report."""
    try:
        done = subprocess.run(  # noqa: S603  (our own program)
            own_command(ENGINE_ARGUMENT),
            capture_output=True,
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _broken(tr("it did not answer within {seconds} seconds", seconds=f"{timeout_s:g}"))
    if done.returncode == 0:
        return msgspec.json.decode(done.stdout, type=EngineReport)
    last_line = done.stderr.decode("utf-8", errors="replace").strip().rpartition("\n")[2]
    return _broken(last_line or describe_exit(done.returncode))


def _broken(problem: str) -> EngineReport:
    return EngineReport(name="", cpu_features=[], gpu=False, problem=problem)


def main() -> None:
    """Entry of the process that is asked."""
    confinement = confine()
    from lab.generation.llama_engine import engine_abilities, engine_name

    abilities = engine_abilities()
    features = [name.rpartition(": ")[2] for name, value in abilities.items() if value == "1"]
    report = EngineReport(
        name=engine_name(),
        cpu_features=features,
        gpu=abilities["GPU"] == "yes",
        limits=confinement.in_force,
        limits_missing=confinement.not_in_force,
    )
    sys.stdout.buffer.write(msgspec.json.encode(report))


if __name__ == "__main__":
    main()
