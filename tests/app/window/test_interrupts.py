from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.app.environment import ROOT, environment

pytestmark = pytest.mark.process

CODE = """
import sys
from PySide6.QtCore import QTimer
sys.argv = ["counterpoint", "--demo"]
from ui import app
from ui.main_window import MainWindow
was = MainWindow.paintEvent
def paint(self, event):
    was(self, event)
    QTimer.singleShot(300, lambda: print("here", flush=True))
MainWindow.paintEvent = paint
sys.exit(app.run(demo=True))
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_whoever_ends_the_program_from_outside_ends_its_workers_too(home: Path, number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", CODE],
        env={**environment(home), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process, process.stdout, process.stderr:
        assert process.stdout.readline() == "here\n"
        workers = psutil.Process(process.pid).children()
        process.send_signal(number)
        assert process.wait(30) == 0
        assert "Traceback" not in process.stderr.read()
    _, alive = psutil.wait_procs(workers, timeout=10)
    assert not alive
    assert (home / "data" / "preferences.json").exists()
