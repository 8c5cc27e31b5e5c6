"""What the view of a conversation adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the view of a conversation."""
    return f"""
QToolButton#copyCode {{ background: {p.ground}; color: {p.quiet}; border: 1px solid {p.line}; border-radius: 6px;
    padding: 1px 7px; font-size: 12px; min-height: 18px; }}
QToolButton#copyCode:hover {{ background: {p.hover}; color: {p.ink}; }}
QToolButton#copyCode:focus {{ border: 2px solid {p.a}; padding: 0 6px; }}
QToolButton#newText {{ background: {p.strong}; color: {p.on_strong}; border: none; border-radius: 14px;
    padding: 4px 12px; font-size: 12px; min-height: 20px; }}
QToolButton#newText:hover {{ background: {p.strong_hover}; }}
QToolButton#newText:focus {{ border: 2px solid {p.a}; padding: 2px 10px; }}
QTextBrowser#conversation {{ border: 2px solid transparent; border-radius: 8px; }}
QTextBrowser#conversation:focus {{ border: 2px solid {p.a}; }}
"""
