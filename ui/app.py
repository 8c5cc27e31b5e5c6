"""The composition root of the window: builds everything, wires it once, and takes it down again."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lab.generation.runner import Runner
from lab.models.library import Library
from ui.bridge import RunnerBridge
from ui.compare.page import ComparePage
from ui.main_window import MainWindow
from ui.theme.palette import system_palette
from ui.theme.style import style_sheet


def run() -> int:
    """Open the window and stay until it is closed.

    Returns:
        The exit code.

    Raises:
        BadLibrary: The library is damaged.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Counterpoint")
    app.setStyle("Fusion")

    def follow_system(_scheme: Qt.ColorScheme | None = None) -> None:
        app.setStyleSheet(style_sheet(system_palette()))

    follow_system()
    app.styleHints().colorSchemeChanged.connect(follow_system)
    bridge = RunnerBridge()
    runner = Runner(bridge.post)
    window = MainWindow(ComparePage(runner, bridge, Library.open()))
    window.show()
    try:
        return app.exec()
    finally:
        runner.close()


if __name__ == "__main__":
    sys.exit(run())
