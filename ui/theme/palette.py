"""The colours of the window, light and dark, each with its one purpose."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from lab.records import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One set of colours, as ``#rrggbb``."""

    dark: bool
    ground: str
    """Behind the cards."""
    card: str
    ink: str
    quiet: str
    """Text that steps back; at least 4.5 : 1 on card and ground."""
    line: str
    hover: str
    """Behind a control under the pointer."""
    select: str
    """Behind selected text."""
    a: str
    """Side A; never the only sign of it."""
    a_soft: str
    """Behind text in the colour of side A."""
    b: str
    b_soft: str
    good: str
    """What is well or goes, e.g. a model that fits; at least 4.5 : 1 on its soft ground, card and ground."""
    good_soft: str
    fair: str
    """What goes with a catch, e.g. a model that would be slow; with the same contrasts."""
    fair_soft: str
    danger: str
    danger_soft: str
    strong: str
    """Behind the one main action of a page."""
    strong_hover: str
    on_strong: str

    def side(self, side: Side) -> str:
        """The colour of a side."""
        return self.a if side is Side.A else self.b

    def soft(self, side: Side) -> str:
        """What goes behind text in the colour of a side."""
        return self.a_soft if side is Side.A else self.b_soft


LIGHT = Palette(
    dark=False,
    ground="#f5f6f8",
    card="#ffffff",
    ink="#1c2128",
    quiet="#5d6775",
    line="#dfe3e8",
    hover="#eceef2",
    select="#cfe3f6",
    a="#0b6bb8",
    a_soft="#e3f0fb",
    b="#a84c06",
    b_soft="#fdeedd",
    good="#1d6b36",
    good_soft="#e2f3e6",
    fair="#7a5600",
    fair_soft="#fbf0cf",
    danger="#b3261e",
    danger_soft="#fbeae8",
    strong="#1f2933",
    strong_hover="#364452",
    on_strong="#ffffff",
)

DARK = Palette(
    dark=True,
    ground="#16191e",
    card="#1e2228",
    ink="#e7eaee",
    quiet="#98a2b0",
    line="#2f353d",
    hover="#2a3038",
    select="#2a4a68",
    a="#62b0ef",
    a_soft="#17324a",
    b="#f0a15c",
    b_soft="#432a13",
    good="#7fcf96",
    good_soft="#1c3424",
    fair="#e3c26a",
    fair_soft="#3a3117",
    danger="#f2867d",
    danger_soft="#3d2422",
    strong="#e7eaee",
    strong_hover="#ffffff",
    on_strong="#16191e",
)


def system_palette() -> Palette:
    """The palette that fits what the system is set to now."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT
