"""The composition root of the window: builds everything, wires it once, and takes it down again."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from lab.errors import LabError
from lab.own_program import own_command
from lab.preferences import PreferencesFile
from lab.settings import folders
from ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from ui.theme.theme import Theme


def run(*, demo: bool = False, file: Path | None = None, troubles: Sequence[LabError] = ()) -> int:
    """Open the window and stay until it is closed.

    Args:
        demo: Scripted answers instead of models.
        file: A recording or a model that should be opened at once, in the window that is open already if there is one.
        troubles: What the user should be told at once.

    Returns:
        The exit code.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Counterpoint")
    app.setDesktopFileName("counterpoint")
    app.setWindowIcon(QIcon(str(files("resources") / "icons" / "counterpoint.svg")))
    app.setQuitOnLastWindowClosed(False)  # a backup that is restored closes the window and opens another
    instance = SingleInstance(folders().data)
    if not instance.claim(file):
        return 0
    from ui.bug_report import BugReports
    from ui.file_requests import FileRequests
    from ui.interrupts import Interrupts
    from ui.language import teach_qt
    from ui.theme.theme import Theme

    bugs = BugReports()
    interrupts = Interrupts(app.closeAllWindows)
    FileRequests(app).asked.connect(instance.file_asked)
    teach_qt(app)
    preferences = PreferencesFile(folders().data / "preferences.json")
    theme = Theme(app, preferences.value.theme)
    try:
        while True:
            life = _Life(demo=demo, file=file, troubles=troubles)
            code, next_one = _one_life(app, preferences, theme, instance, life)
            file = None
            if not isinstance(next_one, Path):
                break
            troubles = _restore(next_one)
    finally:
        instance.close()
        interrupts.close()
        bugs.close()
    return _start_again(demo=demo) if next_one else code


def _start_again(*, demo: bool) -> int:
    """Begin a process of its own, now that nothing of this one is in its way: texts are read once, at the start."""
    command = [*own_command(), *(["--demo"] if demo else [])]
    begun, _pid = QProcess.startDetached(command[0], command[1:])
    return 0 if begun else 1


def _restore(backup: Path) -> list[LabError]:
    """Put a backup in the place of the history; gives what went wrong, to be said in the next window."""
    from lab.stamps import utc_now
    from lab.storage import backups

    try:
        backups.restore(folders().history, backup, utc_now())
    except LabError as error:
        return [error]
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class _Life:
    """How a window begins."""

    demo: bool
    file: Path | None
    troubles: Sequence[LabError]


def _one_life(
    app: QApplication,
    preferences: PreferencesFile,
    theme: Theme,
    instance: SingleInstance,
    life: _Life,
) -> tuple[int, Path | bool]:
    """From opening to closing.

    Returns:
        The exit code, and what is to be next: a backup to restore, True for another process, False for nothing.
    """
    # Late: a second start, which only raises the first window, needs none of this.
    from ui.desktop import Desktop
    from ui.self_test import WINDOW_TEST, look_through

    desktop = Desktop(preferences, theme, demo=life.demo, troubles=life.troubles)
    desktop.done.connect(app.quit)
    instance.raised.connect(desktop.raise_window)
    to_open = instance.file_asked.connect(lambda path: desktop.open_file(Path(path)))
    try:
        if WINDOW_TEST in os.environ:
            look_through(desktop.window)
        desktop.open()
        if life.file is not None:
            desktop.open_file(life.file)
        return app.exec(), desktop.to_restore or desktop.to_start_again
    finally:
        instance.raised.disconnect(desktop.raise_window)
        instance.file_asked.disconnect(to_open)
        desktop.close_down()
