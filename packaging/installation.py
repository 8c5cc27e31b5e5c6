"""Fills ``.venv`` with everything that Counterpoint needs: the slow half of the set-up, rarely run."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
import tomllib
from pathlib import Path

import llama_wheel
import system_probes
from environment import Environment, Plan, Stamp, plan
from progress import StepFailed, Steps, duration

_NO_NETWORK = re.compile(
    r"Temporary failure in name resolution|NameResolutionError|NewConnectionError|Network is unreachable|getaddrinfo"
    r"|Read timed out|ConnectTimeout"
)
_LOADS = "import jinja2, llama_cpp, msgspec, numpy, sqlalchemy; llama_cpp.llama_backend_init()"


class SetupFailed(Exception):
    """A step failed; the text says which, shows the end of its output, and says where the rest is."""


def bring_up_to_date(root: Path, environment: Environment, wanted: Stamp) -> None:
    """Make ``.venv``, or change what has changed. Another set-up that runs at the same time is waited for.

    Args:
        root: The folder of the project.
        environment: Its ``.venv``.
        wanted: What is to be in it.

    Raises:
        SetupRefused: The machine lacks something that the user has to install.
        SetupFailed: A step failed.
    """
    with environment.locked() as lock:
        found = environment.found()
        todo = plan(found, wanted)
        if todo is Plan.NOTHING:
            return
        began = time.monotonic()
        # The name is short because Windows still counts the letters of a path.
        with tempfile.TemporaryDirectory(prefix="cp-", ignore_cleanup_errors=True) as scratch:
            steps = Steps(environment.log, Path(scratch), keep_open=(lock,))
            try:
                _install(root, environment, wanted, steps, found if todo is Plan.UPDATE else None)
            except StepFailed as failure:
                raise SetupFailed(_explained(failure, environment.log)) from failure
        kept = found.groups if found and todo is Plan.UPDATE else ()
        environment.trust(_with_groups(wanted, kept))
        print(f"Set up in {duration(time.monotonic() - began)}. Next time this takes no time.\n", flush=True)


def _with_groups(stamp: Stamp, kept: tuple[str, ...]) -> Stamp:
    groups = tuple(sorted({*stamp.groups, *kept}))
    return Stamp(python=stamp.python, place=stamp.place, sources=stamp.sources, llama=stamp.llama, groups=groups)


def _install(root: Path, environment: Environment, wanted: Stamp, steps: Steps, found: Stamp | None) -> None:
    constraints = root / "constraints.txt"
    cache = llama_wheel.cache_folder(os.environ, sys.platform, otherwise=environment.folder / "wheels")
    ready_made = os.environ.get(llama_wheel.READY_MADE)
    wheel: str | Path | None = ready_made or llama_wheel.kept_wheel(cache, wanted.llama)
    new = found is None
    has_llama = found is not None and found.llama == wanted.llama
    if new:
        once = "" if wheel else " This once, 250 MB are downloaded and llama.cpp is compiled for this processor."
        print(f"Setting up Counterpoint in .venv.{once}", flush=True)
    else:
        print("Bringing .venv up to date.", flush=True)
    compiling = wheel is None and not has_llama
    system_probes.require_system(steps, compiling=compiling, room_for=environment.folder if new else None)
    environment.distrust()
    python = environment.python
    if new:
        environment.clear()
        # Started from inside a .venv, we need the Python that it came from: the one inside is about to go.
        base = getattr(sys, "_base_executable", None) or sys.executable
        steps.run(f"Making .venv with Python {wanted.python}", [base, "-m", "venv", environment.folder])
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    install: list[str | Path] = [*pip, "install", "--progress-bar", "off", "--constraint", constraints]
    steps.run("Getting pip", [*install, "--upgrade", "pip"])
    if compiling:
        version = llama_wheel.pinned_version(constraints.read_text(encoding="utf-8"))
        wheel = llama_wheel.compile_wheel(steps, python, version, cache, wanted.llama, constraints)
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    if wheel is not None and not has_llama:
        # pip takes the same version for the same wheel, even if it was compiled with other options.
        steps.run("Installing llama.cpp", [*install, "--no-deps", "--force-reinstall", wheel])
    steps.run("Installing the libraries", [*install, *requirements(project, wanted.groups)])
    itself: list[str | Path] = ["--no-deps", "--build-constraint", constraints, "--editable", root]
    steps.run("Installing Counterpoint itself", [*install, *itself])
    steps.run("Trying whether everything loads", [python, "-c", _LOADS])


def requirements(project: dict[str, dict[str, list[str]]], groups: tuple[str, ...]) -> list[str]:
    """What pip is asked for: the program's dependencies and those of some groups, without the one that we compile.

    Args:
        project: The parsed ``pyproject.toml``.
        groups: Names in its ``dependency-groups``.
    """
    named = list(project["project"]["dependencies"])
    for group in groups:
        named += project["dependency-groups"][group]
    # llama-cpp-python has been installed without its dependencies; all but this one are ours too.
    return [line for line in named if not line.startswith(llama_wheel.PACKAGE)] + ["diskcache"]


def _explained(failure: StepFailed, log: Path) -> str:
    shown = "\n".join(f"    {line}" for line in failure.last_lines)
    network = any(_NO_NETWORK.search(line) for line in failure.last_lines)
    hint = "It looks as if the package index can't be reached from here. " if network else ""
    return f"{shown}\n\n{failure.title}: this failed. {hint}The whole output is in {log}."
