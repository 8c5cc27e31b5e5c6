"""``counterpoint --self-test``: does this installation work? It uses the program as people do, in a home of its own.

Each step starts the program anew, so a packaged app proves that it finds itself, its libraries and its files. The model
is a tiny one with random weights that ships in packages: it answers nonsense, but is loaded and asked like any other.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt

from lab.own_program import own_command

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_LIMIT_S = 120.0
_TOKENS = 8
WINDOW_TEST = "COUNTERPOINT_WINDOW_TEST"
"""An environment variable: with it the window shows its pages and closes."""


class SelfTestFailed(Exception):
    """What went wrong, as a sentence."""


def run(model: Path | None = None) -> int:
    """Go through all steps, telling each, and stop at the first that fails.

    Args:
        model: The GGUF file to test with; None for the one that ships.

    Returns:
        The exit code.
    """
    model = model or Path(str(files("resources") / "self_test" / "tiny.gguf"))
    if not model.is_file():
        print(f"There is no model to test with: {model}. Name one: counterpoint --self-test FILE.gguf")
        return 2
    with tempfile.TemporaryDirectory(prefix="counterpoint-self-test-", ignore_cleanup_errors=True) as home:
        program = _Program(Path(home))
        steps: tuple[tuple[str, Callable[[_Program, Path], str]], ...] = (
            ("The engine loads", _engine_loads),
            ("Two models answer", _two_answer),
            ("A vote is kept", _a_vote_is_kept),
            ("The window opens", _the_window_opens),
        )
        for title, step in steps:
            began = time.monotonic()
            try:
                told = step(program, model)
            except (SelfTestFailed, subprocess.TimeoutExpired, OSError, LookupError, ValueError) as problem:
                print(f"✗ {title}: {problem}", flush=True)
                return 1
            print(f"✓ {title}: {told} ({time.monotonic() - began:.1f} s)", flush=True)
    print("All is well.")
    return 0


class _Program:
    """The program, started as often as needed, in one home."""

    def __init__(self, home: Path) -> None:
        self._env = {**os.environ, "COUNTERPOINT_HOME": str(home), "COUNTERPOINT_OFFLINE": "1"}

    def run(self, *words: str | Path, role: str = "", env: Mapping[str, str] | None = None) -> bytes:
        done = subprocess.run(  # noqa: S603  (our own program)
            [*own_command(role), *map(str, words)],
            env={**self._env, **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LIMIT_S,
            check=False,
        )
        if done.returncode:
            last_words = done.stderr.decode("utf-8", errors="replace").strip()[-2000:]
            raise SelfTestFailed(f"the program ended with {done.returncode}. {last_words}")
        return done.stdout

    def read(self, *words: str | Path) -> Any:
        return json.loads(self.run(*words, "--json"))


def _engine_loads(program: _Program, _model: Path) -> str:
    from lab import ENGINE_ARGUMENT

    report = json.loads(program.run(role=ENGINE_ARGUMENT))
    return f"{report['name']} with {', '.join(report['cpu_features'])}"


def _two_answer(program: _Program, model: Path) -> str:
    made = program.read("compare", "Hello", "--a", model, "--b", model, "--max-tokens", str(_TOKENS), "--seed", "1")
    counts = [made[side]["completion_tokens"] for side in ("a", "b")]
    if not all(counts):
        raise SelfTestFailed(f"they gave {counts} tokens")
    return f"{counts[0]} and {counts[1]} tokens"


def _a_vote_is_kept(program: _Program, _model: Path) -> str:
    [kept] = program.read("history")
    program.run("vote", kept["id"], "tie")
    vote = program.read("history")[0]["vote"]
    if not vote:
        raise SelfTestFailed("it is not in the history")
    return "and found again"


def _the_window_opens(program: _Program, _model: Path) -> str:
    from ui.launch import has_display

    screen = {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}
    return program.run("--demo", env={WINDOW_TEST: "1", **screen}).decode("utf-8", errors="replace").strip()


def look_through(window: MainWindow) -> None:
    """Have a window show one page after the other once it is drawn, tell how many, and close."""

    def look() -> None:
        names = window.page_names()
        for name in names:
            window.show_page(name)
            QCoreApplication.processEvents()
        print(f"{len(names)} pages", flush=True)
        window.close()

    window.drawn.connect(look, Qt.ConnectionType.QueuedConnection)
