"""Makes the picture in README.md: one real comparison, drawn as the terminal shows it.

    python packaging/screenshots/terminal_picture.py resources/pictures/compare.png

Uses the models in the library and Qt's offscreen painter; needs a monospace font on the system.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QTextDocument
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from lab.cli.columns import print_columns
from lab.cli.planning import Wishes, make_plan
from lab.cli.talk import Talk
from lab.records import SamplerSettings

PROMPT = "Explain photosynthesis simply."
COLUMNS = 104
SCALE = 2
MARGIN = 18
GROUND, INK = "#16191e", "#e7eaee"
_THEME = TerminalTheme(
    (0x16, 0x19, 0x1E),
    (0xE7, 0xEA, 0xEE),
    [(0x16, 0x19, 0x1E), (0xF0, 0x7A, 0x6A), (0x7F, 0xC9, 0x8F), (0xF0, 0xA1, 0x5C)] + [(0x98, 0xA2, 0xB0)] * 4,
)
_PAGE = (
    "<pre style=\"font-family: 'DejaVu Sans Mono', monospace; font-size: 10pt; line-height: 100%; "
    f'color: {INK}">{{code}}</pre>'
)


def recorded() -> str:
    """One comparison as HTML with inline styles."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    with Talk(make_plan(Wishes(sampler=SamplerSettings(seed=7, max_tokens=128)))) as talk:
        collectors = talk.ask(PROMPT, live=False)
    console.print(Text.assemble(("$ ", "dim"), f'counterpoint compare "{PROMPT}"'))
    print_columns(console, collectors)
    return console.export_html(theme=_THEME, inline_styles=True, code_format=_PAGE)


def main() -> None:
    """Write the picture to the path that was given."""
    QGuiApplication([])
    document = QTextDocument()
    document.setHtml(recorded())
    size = document.size().toSize() + QSize(2 * MARGIN, 2 * MARGIN)
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    painter.translate(MARGIN, MARGIN)
    document.drawContents(painter)
    painter.end()
    few_colours = image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)
    few_colours.save(sys.argv[1], "PNG", 0)


if __name__ == "__main__":
    main()
