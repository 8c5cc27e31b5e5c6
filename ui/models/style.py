"""What the library half of the models page adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the page."""
    return f"""
QTableView#modelsTable {{ background: transparent; border: none; outline: none; gridline-color: transparent;
    selection-background-color: transparent; qproperty-ink: {p.ink}; qproperty-quiet: {p.quiet};
    qproperty-line: {p.line}; qproperty-card: {p.card}; qproperty-hover: {p.hover};
    qproperty-chosen_ground: {p.a_soft}; qproperty-accent: {p.a}; qproperty-a: {p.a}; qproperty-a_soft: {p.a_soft};
    qproperty-b: {p.b}; qproperty-b_soft: {p.b_soft}; qproperty-good: {p.good}; qproperty-good_soft: {p.good_soft};
    qproperty-fair: {p.fair}; qproperty-fair_soft: {p.fair_soft}; qproperty-bad: {p.danger};
    qproperty-bad_soft: {p.danger_soft}; }}
QTableView#modelsTable QHeaderView {{ background: transparent; border: none; }}
QTableView#modelsTable QHeaderView::section {{ background: transparent; color: {p.quiet}; border: none;
    border-bottom: 1px solid {p.line}; padding: 0 4px 0 12px; font-size: 13px; }}
QTableView#modelsTable QHeaderView::section:hover {{ color: {p.ink}; }}
QWidget#modelsPage QFrame#messageBar {{ margin: 8px 20px 12px 20px; }}
QFrame#modelsWork {{ background: {p.ground}; border: none; border-radius: 8px; }}
QWidget#modelsPage QPushButton[role="compact"] {{ padding: 3px 10px; font-size: 13px; }}
QWidget#modelsPage QPushButton[role="compact"]:focus {{ padding: 2px 9px; }}
QToolButton[role="fold"] {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
    color: {p.quiet}; padding: 2px 8px; font-size: 13px; }}
QToolButton[role="fold"]:hover {{ color: {p.ink}; }}
QToolButton[role="fold"]:checked {{ background: transparent; color: {p.ink}; }}
QToolButton[role="fold"]:focus {{ border: 2px solid {p.a}; padding: 2px 8px; }}
QFrame[role="asideRow"] {{ background: {p.ground}; border: none; border-radius: 8px; }}
QLabel[role="plainWords"] {{ font-size: 13px; }}
QLabel[role="sum"] {{ font-size: 13px; font-weight: 600; }}
QLabel[badge="unsure"] {{ background: {p.line}; color: {p.quiet}; }}
"""
