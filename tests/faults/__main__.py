"""Tries every fault as often as ``docs/faults.md`` says, also by tests elsewhere: ``make faults``."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.faults.rows import ELSEWHERE, ELSEWHERE_WHOLE


def main(arguments: list[str]) -> int:
    """Run pytest with the given arguments besides."""
    tests = ["tests/faults", *ELSEWHERE, *ELSEWHERE_WHOLE]
    command = [sys.executable, "-m", "pytest", *tests, *arguments]
    return subprocess.call(command, env={**os.environ, "COUNTERPOINT_FAULTS": "full"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
