"""What the search of the Hub and the token's dialog add to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the search."""
    return f"""
QListView#hubResults {{ background: transparent; border: none; outline: none; qproperty-ink: {p.ink};
    qproperty-quiet: {p.quiet}; qproperty-line: {p.line}; qproperty-hover: {p.hover};
    qproperty-chosen_ground: {p.a_soft}; qproperty-accent: {p.a}; qproperty-gate_ink: {p.fair};
    qproperty-gate_ground: {p.fair_soft}; }}
QWidget#hubView QLabel[role="title"] {{ font-size: 17px; }}
QWidget#hubView QPushButton[role="compact"] {{ padding: 4px 10px; font-size: 13px; }}
QWidget#hubView QPushButton[role="compact"]:focus {{ padding: 3px 9px; }}
QFrame#hubFile {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 10px; }}
QFrame#hubSum {{ background: {p.ground}; border: none; border-radius: 8px; }}
QFrame#hubGate {{ background: {p.fair_soft}; border: none; border-left: 3px solid {p.fair}; border-radius: 6px; }}
QFrame#hubGate QLabel[role="quiet"] {{ color: {p.ink}; }}
QLabel[hubBadge="recommended"] {{ background: {p.a_soft}; color: {p.a}; border-radius: 8px; font-size: 11px;
    font-weight: 600; padding: 1px 7px; }}
QToolButton[hubFit] {{ border: 2px solid transparent; border-radius: 11px; padding: 1px 8px; font-size: 12px;
    font-weight: 600; min-height: 16px; }}
QToolButton[hubFit="fits"] {{ background: {p.good_soft}; color: {p.good}; }}
QToolButton[hubFit="slow"], QToolButton[hubFit="one_at_a_time"] {{ background: {p.fair_soft}; color: {p.fair}; }}
QToolButton[hubFit="wont_fit"] {{ background: {p.danger_soft}; color: {p.danger}; }}
QToolButton[hubFit]:focus {{ border: 2px solid {p.a}; padding: 1px 8px; }}
QTextBrowser#hubCard {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 10px; padding: 1px; }}
QTextBrowser#hubCard:focus {{ border: 2px solid {p.a}; padding: 0; }}
QScrollArea#hubFiles {{ background: transparent; border: none; }}
"""
