"""Builds llama.cpp's own programs, once, from the very source that the installed llama-cpp-python was made of.

Another version, or other flags, would compare two llama.cpps and not our loop with theirs.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

# These two belong to the set-up, which compiles the same source for the binding.
import llama_wheel
from progress import Steps

PROGRAMS = ("llama-completion", "llama-bench", "llama-batched-bench")
_SUFFIX = ".exe" if os.name == "nt" else ""
_ARCHIVE_TOP = "vendor/llama.cpp"


def find_or_build(folder: Path, version: str, constraints: Path) -> Path:
    """The folder with the programs; the first time they are built, which takes minutes.

    Args:
        folder: Where everything that is downloaded and built goes.
        version: The installed version of llama-cpp-python.
        constraints: The versions of the build tools.

    Raises:
        progress.StepFailed: Something could not be downloaded or compiled.
    """
    home = folder / llama_wheel.build_key(version, os.environ)
    finished = home / "bin"
    if is_complete(finished):
        return finished
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cp-", ignore_cleanup_errors=True) as scratch:
        steps = Steps(home / "build.log", Path(scratch))
        print(f"Building llama.cpp's own programs, this once. The log is {home / 'build.log'}.", flush=True)
        source = _source(steps, home, version, constraints)
        cmake, ninja = _build_tools(steps, home, constraints)
        build = home / "build"
        steps.run("Configuring", configure_command(cmake, ninja, source, build, os.environ))
        steps.run("Compiling", [cmake, "--build", build, "--target", *PROGRAMS])
    # In one move: a folder named bin is always a finished one.
    (build / "bin").rename(finished)
    shutil.rmtree(source.parent.parent, ignore_errors=True)
    shutil.rmtree(build, ignore_errors=True)
    return finished


def is_complete(folder: Path) -> bool:
    """Whether all three programs are there."""
    return all((folder / f"{name}{_SUFFIX}").is_file() for name in PROGRAMS)


def configure_command(cmake: str, ninja: str, source: Path, build: Path, env: Mapping[str, str]) -> list[str | Path]:
    """What CMake is told: the flags of the binding's wheel, its shared libraries, and no more programs than needed.

    Args:
        cmake: The program.
        ninja: The program.
        source: llama.cpp.
        build: Where to build.
        env: The environment; the user's own ``CMAKE_ARGS`` went into the wheel, so they go in here.
    """
    # With the libraries found beside the programs, the folder can be moved.
    place = ["-DCMAKE_BUILD_WITH_INSTALL_RPATH=ON", f"-DCMAKE_INSTALL_RPATH={_beside_the_program()}"]
    same = ["-DCMAKE_BUILD_TYPE=Release", "-DBUILD_SHARED_LIBS=ON", "-DGGML_NATIVE=ON"]
    parts = ("CURL", "OPENSSL", "BUILD_TESTS", "BUILD_EXAMPLES", "BUILD_SERVER")
    without = [f"-DLLAMA_{part}=OFF" for part in parts]
    tools = ["-G", "Ninja", f"-DCMAKE_MAKE_PROGRAM={ninja}"]
    user = shlex.split(env.get("CMAKE_ARGS", ""))
    return [cmake, "-S", source, "-B", build, *tools, *same, *without, *place, *user]


def _beside_the_program() -> str:
    return "@loader_path" if sys.platform == "darwin" else "$ORIGIN"


def _source(steps: Steps, home: Path, version: str, constraints: Path) -> Path:
    """llama.cpp's source, out of the archive on the package index."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "--no-deps"]
    command += ["--no-binary", llama_wheel.PACKAGE, "--progress-bar", "off", "--build-constraint", str(constraints)]
    archive = next(home.glob("*.tar.gz"), None)
    if archive is None:
        steps.run("Getting the source", [*command, "--dest", home, f"{llama_wheel.PACKAGE}=={version}"])
        archive = next(home.glob("*.tar.gz"))
    unpacked = home / "source"
    shutil.rmtree(unpacked, ignore_errors=True)
    with tarfile.open(archive) as packed:
        packed.extractall(unpacked, filter="data")
    return next(unpacked.glob(f"*/{_ARCHIVE_TOP}"))


def _build_tools(steps: Steps, home: Path, constraints: Path) -> tuple[str, str]:
    """CMake and ninja: those of the system, or those that the package index has, in an environment of their own."""
    on_path = shutil.which("cmake"), shutil.which("ninja")
    if on_path[0] and on_path[1]:
        return on_path[0], on_path[1]
    tools = home / "tools"
    programs = tools / ("Scripts" if os.name == "nt" else "bin")
    found = programs / f"cmake{_SUFFIX}", programs / f"ninja{_SUFFIX}"
    if not all(path.is_file() for path in found):
        steps.run("Making a place for the build tools", [sys.executable, "-m", "venv", tools])
        pip: list[str | Path] = [
            programs / f"python{_SUFFIX}",
            "-m",
            "pip",
            "--disable-pip-version-check",
            "--no-input",
            "install",
        ]
        steps.run("Getting the build tools", [*pip, "--constraint", constraints, "cmake", "ninja"])
    return str(found[0]), str(found[1])
