"""Opens a window and says how long it took from the start of the process: ours, or an empty one of PySide6.

    python packaging/benchmarks/open_window.py app|empty

Started by ``window_start``, in a process of its own, because the first import is what is measured. Prints one line:
milliseconds until the window was exposed, and bytes of memory that the process has then.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def main(what: str) -> int:
    """Open it, report, and end."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    if what == "empty":
        window = QWidget()
        window.resize(1360, 860)
        window.show()
        exposed: list[float] = []
        while not window.windowHandle().isExposed():
            app.processEvents()
        exposed.append(time.time())
        _report(app, exposed)
        return 0
    from lab.preferences import PreferencesFile
    from lab.settings import folders
    from ui.desktop import Desktop
    from ui.theme.theme import Theme

    preferences = PreferencesFile(folders().data / "preferences.json")
    desktop = Desktop(preferences, Theme(app))
    drawn: list[float] = []  # before anything that the window itself begins then
    desktop.window.drawn.connect(lambda: drawn.append(time.time()))
    desktop.open()
    _report(app, drawn)
    desktop.close_down()
    return 0


def _report(app: QApplication, there_at: list[float]) -> None:
    while not there_at:
        app.processEvents()
    took_ms = (there_at[0] - psutil.Process().create_time()) * 1000
    # What the window begins when it is there belongs to its memory, but not to its time.
    for _ in range(3):
        app.processEvents()
    print(f"{took_ms:.1f} {psutil.Process().memory_info().rss}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
