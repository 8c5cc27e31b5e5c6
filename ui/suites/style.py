"""What the suites page adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the page."""
    return f"""
QFrame#runColumn {{ background: transparent; border: none; border-right: 1px solid {p.line}; }}
QListView#runList {{ background: transparent; border: none; outline: none; qproperty-ink: {p.ink};
    qproperty-quiet: {p.quiet}; qproperty-line: {p.line}; qproperty-hover: {p.hover};
    qproperty-chosen_ground: {p.a_soft}; qproperty-accent: {p.a}; }}
QListWidget#suiteList, QListWidget#suitePrompts {{ background: {p.card}; color: {p.ink}; border: 1px solid {p.line};
    border-radius: 10px; padding: 4px; outline: none; font-size: 13px; }}
QListWidget#suiteList:focus, QListWidget#suitePrompts:focus {{ border: 2px solid {p.a}; padding: 3px; }}
QListWidget#suiteList::item {{ border-radius: 6px; padding: 2px 8px; color: {p.ink};
    border-left: 3px solid transparent; }}
QListWidget#suiteList::item:hover {{ background: {p.hover}; }}
QListWidget#suiteList::item:selected {{ background: {p.a_soft}; color: {p.ink}; border-left: 3px solid {p.a}; }}
QListWidget#suitePrompts {{ background: transparent; }}
QListWidget#suitePrompts::item {{ padding: 4px 8px; color: {p.quiet}; }}
QPushButton#suiteEdit::menu-indicator, QPushButton#runRecord::menu-indicator {{ image: none; width: 0; }}
QFrame#suitesFooter {{ background: {p.card}; border: none; border-top: 1px solid {p.line}; }}
QLabel[role="suitesFault"] {{ background: {p.fair_soft}; color: {p.ink}; border-radius: 8px; padding: 8px 12px; }}
QLabel[role="runLatest"] {{ background: {p.ground}; color: {p.quiet}; border-radius: 8px; padding: 8px 12px;
    font-size: 12px; }}
QProgressBar[runSide="b"]::chunk {{ background: {p.b}; }}
QWidget#suitesPage QFrame#messageBar, QWidget#suitesPage QFrame#undoNotice {{ margin: 8px 12px; }}
"""
