"""Sets Counterpoint up and starts it, on Linux, macOS and Windows, with nothing but Python.

    python packaging/setup_env.py [verb] [-- arguments]

Without a verb it only sets up. ``run`` starts the program, ``test`` runs all checks and tests, ``check`` the checks,
``faults`` injects every fault many times, ``bench`` measures, ``screenshots`` draws the window, ``translations``
collects the texts, ``manual`` builds the manual, ``package`` what people install, and ``clean`` removes what the set-up
made. The second time, the set-up does nothing.

This file is read by whatever Python the user has; see ``python_choice.py``.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import python_choice

if TYPE_CHECKING:
    from environment import Environment, Stamp

ROOT = Path(__file__).resolve().parent.parent
_FOLDER = ROOT / ".venv"
_VERBS = ("run", "test", "check", "faults", "bench", "screenshots", "translations", "manual", "package", "clean")
_GROUPS: dict[str | None, tuple[str, ...]] = {None: (), "run": (), "manual": ("docs",), "test": ("dev", "docs")}
"""What a verb needs besides the program; the others need the tools of ``dev``."""
_INTERRUPTED = 130


def main(arguments: list[str]) -> int:
    """Do what the command line says.

    Args:
        arguments: The words after the program's name.

    Returns:
        The exit code.
    """
    reason = python_choice.objection_to_this_python()
    if reason:
        return _start_again_with_another_python(reason, arguments)
    verb, extra = split(arguments)
    if verb not in (*_VERBS, None):
        print(f"There is no {verb!r} here. Say one of: {', '.join(_VERBS)}; or nothing, to set up only.")
        return 2
    # The terminal that closes and the system that shuts down stop us as Ctrl+C does: with everything we started.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.default_int_handler)
    try:
        return _do(verb, extra)
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.")
        return _INTERRUPTED


def split(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The verb, and what is for the program that it starts; one ``--`` between the two is dropped."""
    verb = arguments[0] if arguments and arguments[0] != "--" else None
    extra = arguments[1:] if verb else arguments
    return verb, extra[1:] if extra[:1] == ["--"] else extra


def _start_again_with_another_python(reason: str, arguments: list[str]) -> int:
    words = python_choice.find_suitable()
    if words is None:
        print(f"{reason} Install one of them and start again with it, for example:")
        print("\n    python3.12 packaging/setup_env.py\n")
        return 1
    print(f"{reason} Going on with {' '.join(words)}.")
    sys.stdout.flush()
    return subprocess.call([*words, __file__, *arguments])


def _do(verb: str | None, extra: list[str]) -> int:
    from environment import Environment, Plan, plan

    environment = Environment(_FOLDER)
    if verb == "clean":
        return _clean(environment)
    wanted = _wanted(_GROUPS.get(verb, ("dev",)))
    if plan(environment.found(), wanted) is not Plan.NOTHING:
        from installation import SetupFailed, bring_up_to_date
        from system_probes import SetupRefused

        try:
            bring_up_to_date(ROOT, environment, wanted)
        except (SetupRefused, SetupFailed) as problem:
            print(f"\n{problem}", flush=True)
            return 1
    elif verb is None:
        print("Everything is set up already.")
    import verbs

    verbs.compile_translations(environment)
    if verb is None:
        return 0

    starts = {
        "run": verbs.run,
        "test": verbs.test,
        "check": verbs.check,
        "faults": verbs.faults,
        "bench": verbs.bench,
        "screenshots": verbs.screenshots,
        "translations": verbs.translations,
        "manual": verbs.manual,
        "package": verbs.package,
    }
    return starts[verb](environment, extra)


def _wanted(groups: tuple[str, ...]) -> Stamp:
    import llama_wheel
    from environment import Stamp, hash_of

    constraints = ROOT / "constraints.txt"
    version = llama_wheel.pinned_version(constraints.read_text(encoding="utf-8"))
    return Stamp(
        python=f"{sys.version_info.major}.{sys.version_info.minor}",
        place=str(ROOT),
        sources=hash_of([ROOT / "pyproject.toml", constraints]),
        llama=llama_wheel.build_key(version, os.environ),
        groups=groups,
    )


def _clean(environment: Environment) -> int:
    with environment.locked():
        environment.clear(everything=True)
    print("What the set-up made is gone. The compiled llama.cpp is kept in your own cache folder for the next time.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
