"""Saves what a card shows as a picture: PNG for slides, SVG for print."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from lab.errors import LabError
from lab.language import tr
from ui.theme.palette import Palette

_SCALE = 2
"""Pixels of a PNG for each of the screen's, so that it stays sharp when it is enlarged."""
_FILTERS = tr("PNG picture (*.png);;SVG drawing (*.svg)")


def ask_where(name: str, parent: QWidget) -> Path | None:
    """Let the user say where a picture goes; None if it is not wanted after all.

    Args:
        name: What the picture shows.
        parent: The widget that asks.
    """
    suggested = re.sub(r"\W+", "-", name.lower()).strip("-")
    text, chosen = QFileDialog.getSaveFileName(parent, tr("Save a picture"), f"{suggested}.png", _FILTERS)
    if not text:
        return None
    path = Path(text)
    if path.suffix.lower() in (".png", ".svg"):
        return path
    return path.with_name(path.name + (".svg" if "svg" in chosen else ".png"))


def save(widget: QWidget, path: Path, palette: Palette, *, without: tuple[QWidget, ...] = ()) -> None:
    """Draw a widget into a file; the ending says how.

    Args:
        widget: What to draw, as it stands on the screen.
        path: Where; what is there is written over.
        palette: Its ground goes behind the widget.
        without: Parts that do something rather than show something.

    Raises:
        LabError: It can't be written there.
    """
    shown = [part for part in without if part.isVisible()]
    for part in shown:
        part.setVisible(False)
    try:
        written = _svg(widget, path) if path.suffix.lower() == ".svg" else _png(widget, path, palette)
    finally:
        for part in shown:
            part.setVisible(True)
    if not written:
        raise LabError(
            tr("{path} could not be written.", path=path), tr("Choose another folder, or make room on the disk.")
        )


def _png(widget: QWidget, path: Path, palette: Palette) -> bool:
    image = QImage(widget.size() * _SCALE, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(palette.ground)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image.save(str(path))


def _svg(widget: QWidget, path: Path) -> bool:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setResolution(widget.logicalDpiX())  # else letters and lines would be of other sizes than boxes
    generator.setSize(QSize(widget.width(), widget.height()))
    generator.setViewBox(QRect(0, 0, widget.width(), widget.height()))
    painter = QPainter()
    if not painter.begin(generator):
        return False
    widget.render(painter, QPoint())
    return painter.end() and path.exists()
