"""Builds the program that people install: one folder with its own Python, Qt and llama.cpp, for any computer.

    make package            build it, test it, and pack it for this system into build/package

llama.cpp is compiled in variants for all generations of processors, and takes the best at run time. So this build is
not the one in ``.venv``, which is compiled for the processor it stands on.
"""

from __future__ import annotations

import os
import platform
import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
sys.path[:0] = [str(_ROOT / "packaging"), str(_HERE)]

import llama_wheel  # noqa: E402
from installation import requirements  # noqa: E402
from progress import StepFailed, Steps  # noqa: E402
from system_licences import add_licences  # noqa: E402
from tidying import tidy  # noqa: E402

OUT = _ROOT / "build" / "package"
FOR_ANY_PROCESSOR = ("-DGGML_NATIVE=OFF", "-DGGML_BACKEND_DL=ON", "-DGGML_CPU_ALL_VARIANTS=ON")
_ICONS = {"win32": ".ico", "darwin": ".icns"}
"""Systems that want the icon in the program itself, and how."""
_TINY_MODEL = "from tests.gguf_files import CHATML, tiny_model; tiny_model(Path({path!r}), chat_template=CHATML)"


def main() -> int:
    """Build, test and pack. Returns the exit code."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cp-", ignore_cleanup_errors=True) as scratch:
        steps = Steps(OUT / "package.log", Path(scratch))
        try:
            program = build(steps, Path(scratch))
            steps.run("Testing it", [program, "--self-test"])
            made = _packed(steps, program.parent)
        except StepFailed as failure:
            print("\n".join(f"    {line}" for line in failure.last_lines))
            print(f"\n{failure.title}: this failed. The whole output is in {OUT / 'package.log'}.")
            return 1
    for file in made:
        print(f"{file.relative_to(_ROOT)}  {file.stat().st_size / 1e6:.0f} MB")
    return 0


def build(steps: Steps, scratch: Path) -> Path:
    """Make the folder.

    Args:
        steps: Shows what is done.
        scratch: A folder for what is not kept.

    Returns:
        The program in it.

    Raises:
        StepFailed: A step failed.
    """
    python = _environment(steps)
    tiny = scratch / "tiny.gguf"
    # By the Python of this process, which has what the tests need.
    steps.run(
        "Making the model of the self-test", [sys.executable, "-c", _tiny_model(tiny)], {"PYTHONPATH": str(_ROOT)}
    )
    licences = scratch / "licences.json"
    steps.run("Collecting the licences", [python, "-P", "-m", "lab.licences", licences])
    told = {
        "COUNTERPOINT_TINY_MODEL": str(tiny),
        "COUNTERPOINT_LICENCES": str(licences),
        "COUNTERPOINT_VERSION": _own_version(),
    }
    if sys.platform in _ICONS:
        picture = scratch / f"counterpoint{_ICONS[sys.platform]}"
        steps.run("Drawing the icon", [python, _HERE / "icon.py", picture], {"QT_QPA_PLATFORM": "offscreen"})
        told["COUNTERPOINT_ICON"] = str(picture)
    folder = OUT / "counterpoint"
    if folder.exists():
        shutil.rmtree(folder)
    words: list[str | Path] = [
        python,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--distpath",
        OUT,
        "--workpath",
        scratch / "work",
    ]
    steps.run("Putting the program together", [*words, _HERE / "counterpoint.spec"], told)
    tidy(folder)
    add_licences(folder)
    return folder / ("counterpoint.exe" if os.name == "nt" else "counterpoint")


def _own_version() -> str:
    found = re.search(r'^__version__ = "(.+)"$', (_ROOT / "lab" / "__init__.py").read_text(encoding="utf-8"), re.M)
    assert found
    return found[1]


def _tiny_model(path: Path) -> str:
    return f"from pathlib import Path; {_TINY_MODEL.format(path=str(path))}"


def _environment(steps: Steps) -> Path:
    """A Python with the program and what puts it together, and nothing of the developers' tools."""
    import tomllib

    constraints = _ROOT / "constraints.txt"
    folder = OUT / "venv"
    base = getattr(sys, "_base_executable", None) or sys.executable
    steps.run("Making a Python of its own", [base, "-m", "venv", "--clear", folder])
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    install: list[str | Path] = [*pip, "install", "--progress-bar", "off", "--constraint", constraints]
    steps.run("Getting pip", [*install, "--upgrade", "pip"])
    wheel = _llama_wheel(steps, python)
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    steps.run("Installing llama.cpp", [*install, "--no-deps", wheel])
    steps.run("Installing the libraries", [*install, *requirements(project, ("package",))])
    steps.run("Installing Counterpoint itself", [*install, "--no-deps", "--build-constraint", constraints, str(_ROOT)])
    return python


def _llama_wheel(steps: Steps, python: Path) -> Path:
    constraints = _ROOT / "constraints.txt"
    version = llama_wheel.pinned_version(constraints.read_text(encoding="utf-8"))
    user = os.environ.get("CMAKE_ARGS", "")
    env = {**os.environ, "CMAKE_ARGS": f"{shlex.join(FOR_ANY_PROCESSOR)} {user}".strip()}
    key = llama_wheel.build_key(version, env)
    cache = llama_wheel.cache_folder(os.environ, sys.platform, otherwise=OUT / "wheels")
    kept = llama_wheel.kept_wheel(cache, key)
    return kept or llama_wheel.compile_wheel(steps, python, version, cache, key, constraints, env=env)


def _packed(steps: Steps, folder: Path) -> list[Path]:
    """What is given to people on this system."""
    name = f"counterpoint-{_own_version()}-{sys.platform}-{platform.machine().lower()}"
    if sys.platform == "darwin":
        image = OUT / f"{name}.dmg"
        steps.run("Packing the disk image", ["sh", _HERE / "macos" / "make_dmg.sh", OUT / "Counterpoint.app", image])
        return [image]
    made = [_archive(steps, folder, name)]
    if sys.platform == "linux" and shutil.which("dpkg-deb"):
        from deb import make_deb

        made.append(make_deb(steps, folder, OUT, _own_version()))
    return made


def _archive(steps: Steps, folder: Path, name: str) -> Path:
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(OUT / name), "zip", folder.parent, folder.name))
    target = OUT / f"{name}.tar.xz"
    words: list[str | Path] = [
        "tar",
        "--create",
        "--file",
        target,
        "--xz",
        "--owner=0",
        "--group=0",
        "--directory",
        folder.parent,
    ]
    steps.run("Packing the archive", [*words, folder.name], {"XZ_OPT": "-T0 -6"})
    return target


if __name__ == "__main__":
    sys.exit(main())
