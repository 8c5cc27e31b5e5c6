"""Looks at this computer and this installation, and says what is wrong and how to mend it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from lab import QT_ARGUMENT
from lab.generation.engine_report import ask_engine
from lab.generation.thread_budget import machine_threads
from lab.own_program import own_command
from lab.settings import folders

_LITTLE_DISK_BYTES = 2_000_000_000
_LITTLE_MEMORY_BYTES = 1_500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    name: str
    value: str
    problem: str = ""
    """What is wrong; empty if all is well."""
    mend: str = ""
    """How to mend it."""

    @property
    def ok(self) -> bool:
        """True if nothing is wrong."""
        return not self.problem


def examine() -> Iterator[Finding]:
    """Look at everything, one finding after the other, the quick ones first."""
    yield _python()
    yield Finding(name="System", value=f"{platform.system()} {platform.release()}, {platform.machine()}")
    yield _cores()
    yield _memory()
    yield from _folders()
    yield _library()
    yield from _engine()
    yield _qt()


def _python() -> Finding:
    problem = "" if (3, 11) <= sys.version_info[:2] <= (3, 13) else "Counterpoint is made for Python 3.11 to 3.13."
    return Finding(
        name="Python",
        value=f"{platform.python_version()}, {sys.executable}",
        problem=problem,
        mend="Install Python 3.12 and set the program up again." if problem else "",
    )


def _cores() -> Finding:
    logical = psutil.cpu_count() or 1
    return Finding(name="Processor", value=f"{machine_threads()} cores for the models, {logical} logical in all")


def _memory() -> Finding:
    memory = psutil.virtual_memory()
    little = memory.available < _LITTLE_MEMORY_BYTES
    return Finding(
        name="Memory",
        value=f"{_gb(memory.available)} free of {_gb(memory.total)}",
        problem="Two small models together need about 1.5 GB." if little else "",
        mend="Close other programs, or use --schedule in-turn." if little else "",
    )


def _folders() -> Iterator[Finding]:
    here = folders()
    for name, path in (("Data", here.data), ("Models", here.models), ("Cache", here.cache)):
        existing = next((parent for parent in (path, *path.parents) if parent.exists()), path)
        free = shutil.disk_usage(existing).free if existing.exists() else 0
        problem, mend = "", ""
        if not os.access(existing, os.W_OK):
            problem, mend = "This folder can't be written to.", "Set COUNTERPOINT_HOME to a folder of your own."
        elif name == "Models" and free < _LITTLE_DISK_BYTES:
            problem, mend = "Little disk space is left for models.", "Free some, or set COUNTERPOINT_HOME elsewhere."
        yield Finding(name=f"{name} folder", value=f"{path} ({_gb(free)} free)", problem=problem, mend=mend)


def _engine() -> Iterator[Finding]:
    report = ask_engine()
    if report.problem:
        yield Finding(
            name="llama.cpp",
            value="can't be loaded",
            problem=f"{report.problem}.",
            mend="Set the program up again on this computer, so that llama.cpp is compiled for its processor.",
        )
        return
    yield Finding(name="llama.cpp", value=f"{report.name}, compiled for {', '.join(report.cpu_features) or 'any CPU'}")
    missing = f"not in force: {report.limits_missing}" if report.limits_missing else ""
    yield Finding(name="Workers", value="; ".join(filter(None, [", ".join(report.limits), missing])))
    yield Finding(
        name="GPU",
        value="layers can be put on it (--gpu-layers)"
        if report.gpu
        else "not used: this llama.cpp is built for the CPU",
    )


def _qt() -> Finding:
    try:
        version = importlib.metadata.version("PySide6-Essentials")
    except importlib.metadata.PackageNotFoundError:
        return Finding(
            name="Qt", value="missing", problem="PySide6 is not installed.", mend="Set the program up again."
        )
    # In a process of its own: the engine imports no Qt, and a missing system library shows only in loading it.
    done = subprocess.run(own_command(QT_ARGUMENT), capture_output=True, timeout=60, check=False)  # noqa: S603  (ours)
    if done.returncode == 0:
        return Finding(name="Qt", value=f"PySide6 {version}")
    last_line = done.stderr.decode("utf-8", errors="replace").strip().rpartition("\n")[2]
    return Finding(
        name="Qt",
        value=f"PySide6 {version}",
        problem=f"It can't be loaded: {last_line}.",
        mend="Run the set-up again; it names the system libraries that are missing and how to install them.",
    )


def _library() -> Finding:
    from lab.errors import LabError
    from lab.models.library import Library

    try:
        models = Library.open().models()
    except LabError as error:
        return Finding(name="Library", value="can't be read", problem=error.message, mend=error.hint)
    missing = [model.name for model in models if not Path(model.path).exists()]
    if missing:
        return Finding(
            name="Library",
            value=f"{len(models)} models",
            problem=f"Their files are gone: {', '.join(missing)}.",
            mend="Put the files back, or fetch the starter models again: counterpoint starter.",
        )
    return Finding(
        name="Library",
        value=f"{len(models)} models",
        problem="" if models else "There is no model yet.",
        mend="" if models else "Fetch the starter pair: counterpoint starter.",
    )


def _gb(size_bytes: int) -> str:
    return f"{size_bytes / 1e9:.1f} GB"
