"""What the history page adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the history page."""
    return f"""
QListView#historyList {{ background: transparent; border: none; outline: none; qproperty-ink: {p.ink};
    qproperty-quiet: {p.quiet}; qproperty-line: {p.line}; qproperty-hover: {p.hover};
    qproperty-chosen_ground: {p.a_soft}; qproperty-accent: {p.a}; }}
QLineEdit#historySearch QToolButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QScrollArea#historyTurns {{ border: 2px solid transparent; border-radius: 12px; }}
QScrollArea#historyTurns:focus {{ border: 2px solid {p.a}; }}
QPushButton[role="deed"] {{ padding: 4px 10px; font-size: 13px; }}
QPushButton[role="deed"]:focus {{ padding: 3px 9px; }}
QFrame#historySaid {{ background: {p.ground}; border: none; border-left: 3px solid {p.quiet}; border-radius: 4px; }}
QFrame#historySaid[of="a"] {{ background: {p.a_soft}; border-left: 3px solid {p.a}; }}
QFrame#historySaid[of="b"] {{ background: {p.b_soft}; border-left: 3px solid {p.b}; }}
QFrame#historySaid QLabel {{ font-size: 13px; }}
QLabel#historyReadOnly {{ background: {p.b_soft}; border-radius: 8px; padding: 8px 12px; }}
"""
