"""What can be done once everything is set up: run the program, check it, test it, measure it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import translations as translation_files
from environment import Environment

_ROOT = Path(__file__).resolve().parent.parent
_INTERRUPTED = 130
_WITHOUT_MODELS = frozenset(
    {"history", "show", "vote", "models", "starter", "search", "pull", "doctor", "--help", "--version"}
)
"""Commands of the program that are there for people who have no model yet."""


def run(environment: Environment, extra: Sequence[str]) -> int:
    """Start the program, after making sure that there is a model to start it with.

    Args:
        environment: The finished ``.venv``.
        extra: The program's own arguments.

    Returns:
        The exit code, where this process isn't replaced by the program.
    """
    counterpoint = environment.program("counterpoint")
    if not _WITHOUT_MODELS.intersection(extra[:1]):
        code = subprocess.call([counterpoint, "starter", "--if-missing"])
        if code < 0 or code == _INTERRUPTED:
            return _INTERRUPTED
        # Any other trouble was explained, and whoever is offline may have models of their own to name.
    return _become([counterpoint, *extra], os.environ)


def check(environment: Environment, extra: Sequence[str]) -> int:
    """Hold the code against the rules of the house, all of them, and stop after the first that is broken.

    Args:
        environment: The finished ``.venv``.
        extra: Nothing; the checks take no arguments.

    Returns:
        The exit code.
    """
    if extra:
        print(f"The checks take no arguments, and these are here: {' '.join(extra)}.")
        return 2
    python = environment.python
    scripts = sorted([*_ROOT.glob("packaging/*.py"), *_ROOT.glob("packaging/package/*.py")])
    checks: tuple[tuple[str, list[str | Path]], ...] = (
        ("ruff check", [python, "-m", "ruff", "check", "."]),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "."]),
        ("mypy", [python, "-m", "mypy"]),
        # By their names: the folder must not be a package, or it would stand before the one that pip and pytest use.
        ("mypy packaging", [python, "-m", "mypy", *scripts]),
        ("import contracts", [environment.program("lint-imports")]),
    )
    for title, command in checks:
        began = time.monotonic()
        answer = subprocess.run(
            command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
        )
        if answer.returncode:
            print(f"{answer.stdout}\n- {title}: broken. Nothing was checked after it.", flush=True)
            return answer.returncode
        print(f"- {title}: kept ({time.monotonic() - began:.1f} s)", flush=True)
    return 0


def test(environment: Environment, extra: Sequence[str]) -> int:
    """Check the code, then run the tests; pytest has the last word.

    Args:
        environment: The finished ``.venv``.
        extra: pytest's arguments.

    Returns:
        The exit code, where this process isn't replaced by pytest.
    """
    code = check(environment, ())
    if code:
        return code
    # A home of its own, kept with .venv: the tests never see the user's models, and the download is made once.
    home = environment.test_home
    if "not model" not in " ".join(extra):
        counterpoint = environment.program("counterpoint")
        env = {**os.environ, "COUNTERPOINT_HOME": str(home)}
        if subprocess.call([counterpoint, "starter", "--if-missing"], env=env):
            print("Without the starter models their tests can't run. To leave those out: ARGS=\"-m 'not model'\".")
            return 1
    os.chdir(_ROOT)
    return _become([environment.python, "-m", "pytest", *extra], {**os.environ, "COUNTERPOINT_TEST_HOME": str(home)})


def faults(environment: Environment, extra: Sequence[str]) -> int:
    """Inject every fault that the tests know, many times, and print what was lost.

    Args:
        environment: The finished ``.venv``.
        extra: pytest's arguments.

    Returns:
        The exit code, where this process isn't replaced.
    """
    os.chdir(_ROOT)
    return _become([environment.python, "-m", "tests.faults", *extra], os.environ)


def bench(environment: Environment, extra: Sequence[str]) -> int:
    """Measure, and print the ratios against llama.cpp's own programs.

    Args:
        environment: The finished ``.venv``.
        extra: The measurements' own arguments.

    Returns:
        The exit code, where this process isn't replaced.
    """
    if "--models" not in extra and subprocess.call([environment.program("counterpoint"), "starter"]):
        return 1
    return _become([environment.python, _ROOT / "packaging" / "bench.py", *extra], os.environ)


def screenshots(environment: Environment, extra: Sequence[str]) -> int:
    """Draw every page and state of the window into ``build/screenshots``.

    Args:
        environment: The finished ``.venv``.
        extra: The drawing's own arguments.

    Returns:
        The exit code, where this process isn't replaced.
    """
    os.chdir(_ROOT)
    return _become([environment.python, _ROOT / "packaging/screenshots/window_pictures.py", *extra], os.environ)


def translations(environment: Environment, extra: Sequence[str]) -> int:
    """Collect the texts of the window, and say what is left to translate.

    Args:
        environment: The finished ``.venv``.
        extra: JSON files with translations to take in.

    Returns:
        The exit code, where this process isn't replaced.
    """
    return _become([environment.python, _ROOT / "packaging/translations.py", "update", *extra], os.environ)


def manual(environment: Environment, extra: Sequence[str]) -> int:
    """Build the manual into ``build/manual``; whatever Sphinx would only warn of is a failure.

    Args:
        environment: The finished ``.venv``.
        extra: Sphinx's own arguments.

    Returns:
        The exit code.
    """
    out = _ROOT / "build" / "manual"
    words: list[str | Path] = [environment.python, "-m", "sphinx", "--quiet", "--fail-on-warning", "--keep-going"]
    code = subprocess.call([*words, *extra, _ROOT / "docs", out])
    if not code:
        print(f"The manual is {out / 'index.html'}. Any browser opens it; it needs no network.")
    return code


def package(environment: Environment, extra: Sequence[str]) -> int:
    """Build what people install into ``build/package``: one folder with everything in it, tested and packed.

    Args:
        environment: The finished ``.venv``.
        extra: Nothing; the build takes no arguments.

    Returns:
        The exit code, where this process isn't replaced.
    """
    if extra:
        print(f"The build takes no arguments, and these are here: {' '.join(extra)}.")
        return 2
    return _become([environment.python, _ROOT / "packaging/package/build.py"], os.environ)


def compile_translations(environment: Environment) -> None:
    """Make what the window loads, where the texts are newer; without it the window speaks English."""
    script = _ROOT / "packaging/translations.py"
    if translation_files.stale() and subprocess.call([environment.python, script, "compile"]):
        print("The translations could not be compiled, so the window speaks English.", flush=True)


def _become(command: Sequence[str | Path], env: Mapping[str, str]) -> int:
    words = [str(word) for word in command]
    sys.stdout.flush()
    if os.name == "posix":
        _replace_this_process(words, env)
    # Windows has no exec that keeps the console waiting.
    return subprocess.call(words, env=dict(env))


def _replace_this_process(words: list[str], env: Mapping[str, str]) -> NoReturn:
    os.execve(words[0], words, dict(env))  # noqa: S606 - the first word is a program of our own
