"""Opens the window and goes to the results page. Started by ``ratings.py`` with a home that has votes.

Prints how many milliseconds it took until the page was drawn, and until the ranking was on it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

_PATIENCE_S = 120
_SETTLING_S = 3
"""What the window begins by itself when it is there is not the page's."""


def main() -> int:
    """Open it, report, and end."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from lab.preferences import PreferencesFile
    from lab.settings import folders
    from ui.desktop import Desktop
    from ui.theme.theme import Theme

    class Watch(QObject):
        """Notes when the page is painted for the first time."""

        painted_at = 0.0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
            if event.type() is QEvent.Type.Paint and not self.painted_at:
                self.painted_at = time.perf_counter()
            return False

    app = QApplication([])

    def until(holds: Callable[[], bool]) -> None:
        end = time.perf_counter() + _PATIENCE_S
        while not holds():
            assert time.perf_counter() < end, "it took too long"
            app.processEvents()
            time.sleep(0.001)  # as a window waits: whoever only spins takes the interpreter from the other threads

    desktop = Desktop(PreferencesFile(folders().data / "preferences.json"), Theme(app))
    desktop.open()
    until(lambda: desktop._store is not None)
    settled_at = time.perf_counter() + _SETTLING_S
    until(lambda: time.perf_counter() > settled_at)
    watch = Watch()
    began = time.perf_counter()
    desktop.window.show_page("results")
    page = desktop._results.page
    assert page is not None
    page.installEventFilter(watch)
    until(lambda: watch.painted_at > 0)
    there_ms = (watch.painted_at - began) * 1000
    until(lambda: page.standings.table.rowCount() > 0)
    ranked_ms = (time.perf_counter() - began) * 1000
    print(f"{there_ms:.1f} {ranked_ms:.1f}", flush=True)
    desktop.close_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
