"""What the compare page adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the compare page."""
    return f"""
QFrame#composer {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 12px; }}
QFrame#composer[focused="true"] {{ border: 2px solid {p.a}; }}
QLabel#scripted {{ background: {p.b_soft}; color: {p.b}; border-radius: 8px; padding: 2px 10px; font-size: 12px;
    font-weight: 600; }}
QFrame#sidePanel {{ background: {p.card}; border: none; border-left: 1px solid {p.line}; }}
QFrame#trouble {{ background: {p.danger_soft}; border: none; border-radius: 8px; }}
QToolButton#modelName {{ background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 1px 3px;
    font-weight: 600; font-size: 15px; text-align: left; }}
QToolButton#modelName:hover {{ background: {p.hover}; }}
QToolButton#modelName:focus {{ border: 2px solid {p.a}; padding: 1px 3px; }}
QToolButton#framing {{ background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 0 3px;
    font-size: 13px; color: {p.quiet}; }}
QToolButton#framing:hover {{ background: {p.hover}; }}
QToolButton#framing:focus {{ border: 2px solid {p.a}; padding: 0 3px; }}
QPushButton[vote] {{ padding: 8px 14px; font-weight: 500; }}
QPushButton[vote]:focus {{ padding: 7px 13px; }}
QPushButton[vote="a"] {{ color: {p.a}; border-color: {p.a}; font-weight: 600; }}
QPushButton[vote="b"] {{ color: {p.b}; border-color: {p.b}; font-weight: 600; }}
QPushButton[vote="a"]:checked {{ background: {p.a}; color: {p.card}; }}
QPushButton[vote="b"]:checked {{ background: {p.b}; color: {p.card}; }}
QPushButton[vote="tie"]:checked, QPushButton[vote="both_bad"]:checked {{ background: {p.strong}; color: {p.on_strong};
    border-color: {p.strong}; }}
QPushButton[vote]:disabled {{ color: {p.quiet}; border-color: {p.line}; }}
QPushButton[chip] {{ border-radius: 12px; padding: 3px 8px; font-size: 12px; min-height: 18px; color: {p.quiet}; }}
QPushButton[chip]:focus {{ padding: 2px 7px; }}
QPushButton[chip="a"] {{ background: {p.a_soft}; color: {p.a}; border-color: {p.a}; }}
QPushButton[chip="b"] {{ background: {p.b_soft}; color: {p.b}; border-color: {p.b}; }}
QPushButton[chip="tie"], QPushButton[chip="both_bad"] {{ background: {p.hover}; color: {p.ink};
    border-color: {p.quiet}; }}
QPushButton[chip]:disabled {{ color: {p.quiet}; background: transparent; border-color: {p.line}; }}
QFrame#aspectRow {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 8px; }}
QFrame#aspectRow QLabel {{ color: {p.ink}; }}
QPushButton[aspect] {{ background: transparent; border: 2px solid transparent; border-radius: 7px; padding: 1px 4px;
    font-size: 12px; min-height: 18px; color: {p.quiet}; }}
QPushButton[aspect]:hover {{ background: {p.hover}; color: {p.ink}; }}
QPushButton[aspect]:focus {{ border: 2px solid {p.a}; padding: 1px 4px; }}
QPushButton[aspect]:checked {{ background: {p.strong}; color: {p.on_strong}; font-weight: 600; }}
QPushButton[aspect="a"]:checked {{ background: {p.a}; color: {p.card}; }}
QPushButton[aspect="b"]:checked {{ background: {p.b}; color: {p.card}; }}
QPushButton[aspect]:checked:focus {{ border-color: {p.ink}; }}
QScrollArea#detailPanel, QWidget#detailContent {{ background: transparent; border: none; }}
QProgressBar#paneProgress {{ max-height: 2px; min-height: 2px; border-radius: 0; }}
QProgressBar#paneProgress::chunk {{ border-radius: 0; }}
QProgressBar#paneProgress[idle="true"]::chunk {{ background: transparent; }}
QPushButton[chip]::menu-indicator {{ image: none; width: 0; }}
QWidget#voteBar {{ border: 2px solid transparent; border-radius: 10px; }}
QWidget#voteBar:focus {{ border: 2px solid {p.a}; }}
QTextBrowser#given {{ color: {p.quiet}; }}
"""
