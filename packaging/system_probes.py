"""Looks at the real machine: what is missing, how to install it, and whether we may do so ourselves."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import system_needs
from progress import StepFailed, Steps
from system_needs import Need, Part

_SMALLEST_PROGRAM = "#include <vector>\n#include <stdio.h>\nint main() { return 0; }\n"
_ROOM_BYTES = 2_000_000_000


class SetupRefused(Exception):
    """The set-up can't go on, and the user can do something about it; the text says what."""


def require_system(steps: Steps, *, compiling: bool, room_for: Path | None = None) -> None:
    """Make sure that the machine has what Python packages don't bring, and install it if we may.

    Args:
        steps: Tells the user about an installation.
        compiling: Whether llama.cpp has to be compiled.
        room_for: A folder that needs room for everything, or None if it is there already.

    Raises:
        SetupRefused: Something without which nothing works is missing; the text has the command that installs it.
    """
    if room_for is not None and (free := shutil.disk_usage(room_for).free) < _ROOM_BYTES:
        raise SetupRefused(
            f"The set-up needs {_ROOM_BYTES / 1e9:.1f} GB on the disk of {room_for}, and {free / 1e9:.1f} GB are free."
        )
    missing = missing_needs(compiling=compiling)
    if not missing:
        return
    manager = package_manager()
    print(f"This computer lacks {system_needs.listed(missing)}.", flush=True)
    if manager == "apt-get" and _is_root():
        _install_with_apt(steps, missing)
        missing = missing_needs(compiling=compiling)
    if not missing:
        return
    advice = system_needs.advice(missing, sys.platform, manager, _is_root())
    if any(need.part is Part.EVERYTHING for need in missing):
        raise SetupRefused(advice)
    print(f"The commands in the terminal work without, the window does not. {advice}\n", flush=True)


def missing_needs(*, compiling: bool) -> list[Need]:
    """What this machine lacks."""
    missing = [] if _can_make_venv() else [system_needs.VENV]
    if compiling and not has_compiler():
        missing.append(system_needs.COMPILER)
    if sys.platform == "linux":
        # A compiler brings its OpenMP library along; a wheel that was compiled earlier or elsewhere does not.
        libraries = [] if compiling else [system_needs.OPENMP]
        libraries += system_needs.WINDOW_LIBRARIES
        missing += [need for need in libraries if not _can_load(need.name)]
    return missing


def package_manager() -> str | None:
    """The first package manager on PATH that we know, or None."""
    return next((name for name in system_needs.PACKAGE_MANAGERS if shutil.which(name)), None)


def has_compiler() -> bool:
    """Whether a C and a C++ compiler are there and find their own headers."""
    if sys.platform == "win32":
        return _has_visual_studio() or _compiles(os.environ.get("CXX", "c++"), "c++")
    if sys.platform == "darwin" and subprocess.run(["xcode-select", "-p"], capture_output=True, check=False).returncode:
        # /usr/bin/c++ is there on every Mac; without the tools, to start it opens a dialog.
        return False
    return any(_compiles(name, "c") for name in _names("CC", "cc", "gcc", "clang")) and any(
        _compiles(name, "c++") for name in _names("CXX", "c++", "g++", "clang++")
    )


def _names(variable: str, *usual: str) -> Sequence[str]:
    chosen = os.environ.get(variable)
    return (chosen,) if chosen else usual


def _compiles(compiler: str, language: str) -> bool:
    program = _SMALLEST_PROGRAM if language == "c++" else _SMALLEST_PROGRAM.replace("#include <vector>\n", "")
    try:
        answer = subprocess.run(
            [*compiler.split(), "-x", language, "-fsyntax-only", "-"],
            input=program.encode(),
            capture_output=True,
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _has_visual_studio() -> bool:
    finder = Path(os.environ.get("PROGRAMFILES(X86)", r"C:\Program Files (x86)"))
    finder = finder / "Microsoft Visual Studio" / "Installer" / "vswhere.exe"
    if not finder.is_file():
        return False
    tools = "Microsoft.VisualStudio.Component.VC.Tools.x86.x64"
    words = [str(finder), "-latest", "-products", "*", "-requires", tools, "-property", "installationPath"]
    return bool(subprocess.run(words, capture_output=True, check=False).stdout.strip())


def _can_make_venv() -> bool:
    # Debian ships venv without ensurepip, and a venv that is made without ensurepip has no pip.
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _install_with_apt(steps: Steps, missing: Sequence[Need]) -> None:
    command = system_needs.install_command(missing, "apt-get")
    print(f"Installing that with:\n\n    {' '.join(command)}\n", flush=True)
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        steps.run("Reading Debian's lists of packages", ["apt-get", "update"], env)
    except StepFailed:
        # An old list, or one broken source among many, is often good enough.
        print("The lists could not be renewed; trying with the ones that are here.", flush=True)
    steps.run(f"Installing {len(system_needs.packages(missing, 'apt-get'))} system packages", command, env)
    importlib.invalidate_caches()
