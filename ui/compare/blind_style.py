"""What blind comparing adds to the style sheet: the strip, and how a session begins and ends."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of blind comparing."""
    return f"""
QFrame#blindStrip {{ background: {p.hover}; border: 2px solid {p.hover}; border-radius: 8px; }}
QFrame#blindStrip:focus {{ border: 2px solid {p.a}; }}
QFrame#blindStrip QLabel {{ font-size: 13px; }}
QFrame#blindStrip QPushButton {{ padding: 3px 12px; font-size: 13px; }}
QFrame#blindStrip QPushButton:focus {{ padding: 2px 11px; }}
QPlainTextEdit#blindPrompts {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 8px; padding: 4px; }}
QPlainTextEdit#blindPrompts:focus {{ border: 2px solid {p.a}; padding: 3px; }}
QPlainTextEdit#blindPrompts[readOnly="true"] {{ background: transparent; color: {p.quiet}; }}
QWidget#blindOver QLabel[role="title"] {{ font-size: 18px; }}
"""
