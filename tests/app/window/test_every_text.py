"""Whatever the window says goes through the one function that translates it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.app.environment import ROOT, environment


def test_no_text_of_the_window_was_forgotten(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.window.every_text"],
        cwd=ROOT,
        env={**environment(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
