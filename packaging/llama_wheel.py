"""Compiles llama-cpp-python for this processor, once, and keeps the wheel where the next set-up finds it.

pip has a cache of its own, but it finds a wheel by its name alone: one that was compiled with other options, or on the
other computer that shares this home folder, would be taken without a question and die with an illegal instruction.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from progress import Steps

PACKAGE = "llama-cpp-python"
READY_MADE = "COUNTERPOINT_LLAMA_WHEEL"
"""The environment variable that names a ready-made wheel (a file or an address) to use instead of compiling."""

_RECIPE = Path(__file__).with_name("llama_cpp.cmake")
_INSTRUCTION_SETS = re.compile(
    r"sse\w*|ssse3|avx\w*|fma|f16c|bmi\d|amx\w*|asimd\w*|sve\w*|i8mm|bf16|fphp|sme\w*|rvv?|vsx|altivec"
)


def options(extra: str) -> str:
    """What CMake is told, as one line for the environment variable ``CMAKE_ARGS``.

    Args:
        extra: The user's own options (to build for a GPU, say). They come last, so they win.
    """
    ours = ["-DLLAVA_BUILD=OFF", f"-DCMAKE_PROJECT_llama_cpp_INCLUDE={_RECIPE.as_posix()}"]
    return f"{shlex.join(ours)} {extra}".strip()


def processor(cpuinfo: Path = Path("/proc/cpuinfo")) -> str:
    """What code for this processor depends on, as one line: its kind and its instruction sets.

    Args:
        cpuinfo: Where Linux describes its processors.
    """
    try:
        with cpuinfo.open(encoding="utf-8", errors="replace") as described:
            # The first processor stands for all; a server's list is long.
            text = described.read(16_384)
    except OSError:
        return f"{platform.machine()} {platform.processor()}"
    flags = next((line for line in text.splitlines() if line.lower().startswith(("flags", "features"))), "")
    return " ".join([platform.machine(), *sorted(set(filter(_INSTRUCTION_SETS.fullmatch, flags.split())))])


def pinned_version(constraints: str) -> str:
    """The version of llama-cpp-python that a constraints file pins.

    Args:
        constraints: The text of the file.

    Raises:
        LookupError: It pins none.
    """
    for line in constraints.splitlines():
        package, separator, version = line.partition("==")
        if separator and package.strip() == PACKAGE:
            return version.strip()
    raise LookupError(f"constraints.txt pins no version of {PACKAGE}.")


def build_key(version: str, env: Mapping[str, str]) -> str:
    """A short name for "this version, compiled with these options for this processor"; equal names, equal code.

    Args:
        version: The version of llama-cpp-python.
        env: The environment, for the user's own ``CMAKE_ARGS`` and a ready-made wheel.
    """
    recipe = _RECIPE.read_text(encoding="utf-8")
    made_of = (version, env.get("CMAKE_ARGS", ""), env.get(READY_MADE, ""), processor(), recipe)
    return hashlib.sha256("\0".join(made_of).encode()).hexdigest()[:16]


def kept_wheel(cache: Path, key: str) -> Path | None:
    """The wheel of an earlier set-up, or None."""
    return next(iter(sorted((cache / key).glob("llama_cpp_python-*.whl"))), None)


def cache_folder(env: Mapping[str, str], platform_name: str, otherwise: Path) -> Path:
    """Where compiled wheels are kept from one set-up to the next.

    Args:
        env: The environment.
        platform_name: ``sys.platform``.
        otherwise: The folder for a machine where the user's cache can't be written.
    """
    if platform_name == "win32":
        base = Path(env.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif platform_name == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(env.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "counterpoint-setup"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return otherwise
    return folder if os.access(folder, os.W_OK) else otherwise


def compile_wheel(
    steps: Steps,
    python: Path,
    version: str,
    cache: Path,
    key: str,
    constraints: Path,
    *,
    env: Mapping[str, str] = os.environ,
) -> Path:
    """Compile the wheel and put it into the cache in one move, so that an interrupted compile leaves nothing behind.

    Args:
        steps: Shows the compile.
        python: The Python whose pip does it.
        version: The version of llama-cpp-python.
        cache: See ``cache_folder``.
        key: See ``build_key``.
        constraints: The versions of the build tools.
        env: The environment, for the user's own ``CMAKE_ARGS``; the one that the key was made of.

    Returns:
        The wheel.

    Raises:
        StepFailed: It could not be downloaded or compiled.
    """
    import tempfile  # only here: a start that compiles nothing shouldn't pay for it

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    build_env = {
        "CMAKE_BUILD_PARALLEL_LEVEL": env.get("CMAKE_BUILD_PARALLEL_LEVEL", str(cores)),
        "CMAKE_ARGS": options(env.get("CMAKE_ARGS", "")),
    }
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="unfinished-", dir=cache) as unfinished:
        command: list[str | Path] = [
            python,
            "-m",
            "pip",
            "wheel",
            "--verbose",
            "--no-deps",
            "--no-cache-dir",
            "--wheel-dir",
            unfinished,
        ]
        pinned: list[str | Path] = ["--build-constraint", constraints, f"{PACKAGE}=={version}"]
        steps.run("Compiling llama.cpp", [*command, *pinned], build_env)
        if (cache / key).exists():
            shutil.rmtree(cache / key)
        Path(unfinished).rename(cache / key)
        # The context manager wants its folder back to delete it.
        Path(unfinished).mkdir()
    wheel = kept_wheel(cache, key)
    assert wheel is not None, "pip said that it made a wheel, and there is none"
    return wheel
