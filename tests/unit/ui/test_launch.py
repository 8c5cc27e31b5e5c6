from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.environment import environment
from ui import launch


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is always there")
def test_a_display_is_what_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not launch.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert launch.has_display()


def run(home: Path, code: str, **more: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in environment(home).items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**env, **more},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is always there")
def test_without_a_display_the_terminal_is_used_and_that_is_said(home: Path) -> None:
    done = run(home, "import sys; sys.argv = ['counterpoint']; from ui.launch import main; main()")
    assert "There is no display, so this is the terminal." in done.stderr
    assert "There is no pair of models to compare yet." in done.stderr
    assert done.returncode == 1


def test_a_command_loads_nothing_of_qt(home: Path) -> None:
    code = (
        "import sys; sys.argv = ['counterpoint', '--version']; from ui.launch import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    assert run(home, code).stdout.splitlines()[-1] == "[]"
