"""The composition root of the window: builds everything, wires it once, and takes it down again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from lab.errors import LabError
from lab.preferences import PreferencesFile
from lab.settings import folders
from ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from ui.theme.theme import Theme


def run(*, demo: bool = False) -> int:
    """Open the window and stay until it is closed.

    Args:
        demo: Scripted answers instead of models.

    Returns:
        The exit code.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Counterpoint")
    app.setDesktopFileName("counterpoint")
    app.setQuitOnLastWindowClosed(False)  # a backup that is restored closes the window and opens another
    instance = SingleInstance(folders().data)
    if not instance.claim():
        return 0
    from ui.bug_report import BugReports
    from ui.interrupts import Interrupts
    from ui.theme.theme import Theme

    bugs = BugReports()
    interrupts = Interrupts(app.closeAllWindows)
    preferences = PreferencesFile(folders().data / "preferences.json")
    theme = Theme(app, preferences.value.theme)
    troubles: list[LabError] = []
    try:
        while True:
            code, backup = _one_life(app, preferences, theme, instance, demo=demo, troubles=troubles)
            if backup is None:
                return code
            troubles = _restore(backup)
    finally:
        instance.close()
        interrupts.close()
        bugs.close()


def _restore(backup: Path) -> list[LabError]:
    """Put a backup in the place of the history; gives what went wrong, to be said in the next window."""
    from lab.stamps import utc_now
    from lab.storage import backups

    try:
        backups.restore(folders().history, backup, utc_now())
    except LabError as error:
        return [error]
    return []


def _one_life(
    app: QApplication,
    preferences: PreferencesFile,
    theme: Theme,
    instance: SingleInstance,
    *,
    demo: bool,
    troubles: Sequence[LabError],
) -> tuple[int, Path | None]:
    """From opening to closing; a history that is to be restored begins another one."""
    # Late: a second start, which only raises the first window, needs none of this.
    from ui.desktop import Desktop

    desktop = Desktop(preferences, theme, demo=demo, troubles=troubles)
    desktop.done.connect(app.quit)
    instance.raised.connect(desktop.raise_window)
    try:
        desktop.open()
        return app.exec(), desktop.to_restore
    finally:
        instance.raised.disconnect(desktop.raise_window)
        desktop.close_down()
