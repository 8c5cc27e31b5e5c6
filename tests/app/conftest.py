"""Runs the real command as a user's terminal would, in a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ROOT = Path(__file__).parents[2]


def environment(home: Path) -> dict[str, str]:
    """An environment in which nothing of the user is touched and nothing is fetched."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "COUNTERPOINT_HOME": str(home),
        "COUNTERPOINT_OFFLINE": "1",
        "COLUMNS": "100",
    }


@pytest.fixture
def run(home: Path) -> Run:
    """Run `counterpoint` to its end, without a terminal."""

    def run_command(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "lab", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env=environment(home),
            timeout=120,
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run_command
