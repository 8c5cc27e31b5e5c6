"""Draws the program's icon into a file as Windows (``.ico``) and macOS (``.icns``) want it.

python packaging/package/icon.py FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QIcon

_DRAWING = Path(__file__).resolve().parents[2] / "resources" / "icons" / "counterpoint.svg"
_PIXELS = {".ico": 256, ".icns": 1024, ".png": 512}


def main(target: Path) -> int:
    """Draw it. Returns the exit code."""
    application = QGuiApplication([])
    pixels = _PIXELS[target.suffix]
    drawn = QIcon(str(_DRAWING)).pixmap(pixels, pixels).save(str(target))
    application.quit()
    return 0 if drawn else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
