"""The composition root of the window: builds everything, wires it once, and takes it down again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

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
    from ui.theme.theme import Theme

    bugs = BugReports()
    preferences = PreferencesFile(folders().data / "preferences.json")
    theme = Theme(app, preferences.value.theme)
    try:
        while True:
            code, backup = _one_life(app, preferences, theme, instance, demo=demo)
            if backup is None:
                return code
            from lab.storage import backups
            from lab.storage.work import utc_now

            backups.restore(folders().history, backup, utc_now())
    finally:
        instance.close()
        bugs.close()


def _one_life(
    app: QApplication, preferences: PreferencesFile, theme: Theme, instance: SingleInstance, *, demo: bool
) -> tuple[int, Path | None]:
    """From opening to closing; a history that is to be restored begins another one."""
    # Late: a second start, which only raises the first window, needs none of this.
    from ui.desktop import Desktop

    desktop = Desktop(preferences, theme, demo=demo)
    desktop.done.connect(app.quit)
    instance.raised.connect(desktop.raise_window)
    try:
        desktop.open()
        return app.exec(), desktop.to_restore
    finally:
        instance.raised.disconnect(desktop.raise_window)
        desktop.close_down()
