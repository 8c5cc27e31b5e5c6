"""What the panel of the first start adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the panel."""
    return f"""
QWidget#firstStart QLabel[role="title"] {{ font-size: 18px; }}
QFrame#starterModel {{ background: {p.ground}; border: 1px solid {p.line}; border-radius: 8px; }}
QLabel#starterTerms {{ border-left: 3px solid {p.b}; padding: 2px 0 2px 10px; font-size: 13px; }}
QLabel#termsAddress {{ color: {p.a}; border: 2px solid transparent; border-radius: 4px;
    selection-background-color: {p.select}; selection-color: {p.ink}; }}
QLabel#termsAddress:focus {{ border: 2px solid {p.a}; }}
QProgressBar#starterProgress {{ max-height: 8px; min-height: 8px; border-radius: 4px; }}
QProgressBar#starterProgress::chunk {{ border-radius: 4px; }}
"""
