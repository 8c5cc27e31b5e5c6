"""Another language needs another start: the window closes properly, and a new process takes its place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lab.own_program import own_command
from lab.preferences import Language, PreferencesFile
from lab.settings import folders
from tests.app.environment import ROOT, environment

pytestmark = pytest.mark.process

NEXT = """
import json, os
from PySide6.QtCore import QCoreApplication
from lab.settings import folders
from ui import language
from ui.single_instance import SingleInstance
app = QCoreApplication([])
print(json.dumps({"free": SingleInstance(folders().data).claim(), "wish": language.kept_wish(), "pid": os.getpid()}))
"""
CODE = f"""
import os, sys
from ui import app, desktop
from lab.preferences import Language
sys.argv = ["counterpoint"]
app.own_command = lambda: [sys.executable, "-c", {NEXT!r}]
def begun(self):
    card = self._settings.appearance
    assert card.start_again_button.isHidden()
    card.language.button(Language.FRENCH).click()
    assert not card.start_again_button.isHidden()
    print(os.getpid(), flush=True)
    card.start_again_button.click()
desktop.Desktop._begin = begun
sys.exit(app.run())
"""


def test_the_next_process_finds_the_place_free_and_the_wish_kept(home: Path) -> None:
    # What is printed ends when both processes have ended: the second one has the first one's output.
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env={**environment(home), "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, next_one = done.stdout.splitlines()
    said = json.loads(next_one)
    assert (said["free"], said["wish"]) == (True, "fr")
    assert said["pid"] != int(first)
    assert PreferencesFile(folders().data / "preferences.json").value.language is Language.FRENCH


def test_the_program_can_be_started_by_its_own_command_from_anywhere(home: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [*own_command(), "--version"],
        env=environment(home),
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stdout.strip()


def test_a_packaged_program_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == [sys.executable]
