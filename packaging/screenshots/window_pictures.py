"""Draws every page and state of the window, light and dark, at three sizes, for people to look at.

    make screenshots                     or
    .venv/bin/python packaging/screenshots/window_pictures.py [--out build/screenshots] [--only compare]

Usually started by ``make screenshots``. Answers come from scripts in ``scenes/``, through real workers, so that the
pictures show the same words every time. With ``--models`` the library's own pair answers instead: so were the pictures
in README.md made, and then given 96 colours each (``convert -dither None -colors 96``).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("COUNTERPOINT_OFFLINE", "1")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

_PATIENCE_MS = 60_000
_SETTLE_MS = 250

Condition = Callable[[], object]


class Stage:
    """One window with a home of its own, and pictures of it. A context manager: opens it, and closes it.

    Args:
        app: The application.
        out: Where the pictures go.
        home: The program's home; an empty folder.
        scale: 1 or 2, for the names of the pictures; Qt was told by its environment.
    """

    def __init__(self, app: QApplication, out: Path, home: Path, scale: int) -> None:
        from lab.preferences import PreferencesFile
        from lab.preferences import Theme as Choice
        from lab.settings import folders
        from ui.desktop import Desktop
        from ui.theme.theme import Theme

        os.environ["COUNTERPOINT_HOME"] = str(home)
        self._app, self._out, self._scale = app, out, scale
        self._light, self._dark = Choice.LIGHT, Choice.DARK
        self.preferences = PreferencesFile(folders().data / "preferences.json")
        self.theme = Theme(app, Choice.LIGHT)
        self.desktop = Desktop(self.preferences, self.theme)

    def __enter__(self) -> Stage:
        self.desktop.open()
        self.desktop.window.resize(*_SIZES[0])
        self.settle()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.desktop.window.close()
        self.desktop.close_down()
        self.theme.deleteLater()
        self.settle()

    def until(self, condition: Condition) -> None:
        """Let the window live until something holds."""
        loop = QEventLoop()
        poll, limit = QTimer(), QTimer()
        poll.timeout.connect(lambda: loop.quit() if condition() else None)
        limit.setSingleShot(True)
        limit.timeout.connect(lambda: loop.exit(1))
        poll.start(20)
        limit.start(_PATIENCE_MS)
        if loop.exec():
            raise SystemExit("This scene did not come to be; see its condition.")

    def settle(self) -> None:
        """Let what was begun be drawn."""
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE_MS, loop.quit)
        loop.exec()

    def picture(self, name: str) -> None:
        """Draw the window as it is, at all sizes, light and dark."""
        for choice in (self._light, self._dark):
            self.theme.choose(choice)
            for width, height in _SIZES if self._scale == 1 else _SIZES[1:]:
                self.desktop.window.resize(width, height)
                self.settle()
                label = f"{width}x{height}" if self._scale == 1 else f"{self._scale * 100}%"
                path = self._out / f"{name}-{choice.value}-{label}.png"
                self.desktop.window.grab().save(str(path))
                print(f"- {path.name}", flush=True)
        self.theme.choose(self._light)
        self.desktop.window.resize(*_SIZES[0])
        self.settle()


_SIZES = ((1360, 860), (900, 600))


def main() -> int:
    """Draw what was asked for; everything, at both scales, by default."""
    parser = argparse.ArgumentParser(description="Draw every page and state of the window.")
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--only", default="", help="only scenes whose name begins so")
    parser.add_argument("--models", action="store_true", help="the library's own pair answers: pictures for README.md")
    parser.add_argument("--scale", type=int, choices=(1, 2), help="only this scale; both by default")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    if wanted.scale is None:
        return max(_again(scale) for scale in ((1,) if wanted.models else (1, 2)))
    from scenes import REAL_SCENES, SCENES

    library = _library() if wanted.models else None

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    for name, scene in (REAL_SCENES if wanted.models else SCENES).items():
        if not name.startswith(wanted.only):
            continue
        with tempfile.TemporaryDirectory(prefix="counterpoint-pictures-") as home:
            if library is not None:
                Path(home, "data").mkdir()
                Path(home, "data", "library.json").write_bytes(library)
            with Stage(app, wanted.out, Path(home), wanted.scale) as stage:
                scene(stage)
    return 0


def _library() -> bytes:
    """The list of the user's own models, to be used in a home where nothing else is."""
    from lab.settings import folders

    return (folders().data / "library.json").read_bytes()


def _again(scale: int) -> int:
    """Qt takes its scale from the environment at the start, so each has a process of its own."""
    import subprocess

    words = [sys.executable, __file__, *sys.argv[1:], "--scale", str(scale)]
    return subprocess.call(words, env={**os.environ, "QT_SCALE_FACTOR": str(scale)})


if __name__ == "__main__":
    sys.exit(main())
