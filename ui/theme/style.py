"""The one style sheet. Widgets are addressed by object name or by a property, never styled where they are made."""

from __future__ import annotations

from ui.theme.palette import Palette

SPACE = 4
"""The step of all distances, in pixels."""


def style_sheet(p: Palette) -> str:
    """The style sheet for a palette."""
    return f"""
* {{ font-size: 14px; color: {p.ink}; }}
QMainWindow, QWidget#page {{ background: {p.ground}; }}
QToolTip {{ background: {p.card}; border: 1px solid {p.line}; padding: 4px 8px; }}

QFrame#pane, QFrame#composer {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 12px; }}
QFrame#line {{ background: {p.line}; border: none; max-height: 1px; min-height: 1px; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: 15px; font-weight: 600; }}
QLabel[role="name"] {{ font-weight: 600; }}
QLabel[role="quiet"] {{ color: {p.quiet}; font-size: 13px; }}
QLabel[role="danger"] {{ color: {p.danger}; }}
QLabel[role="quote"] {{ color: {p.quiet}; border-left: 3px solid {p.line}; padding: 2px 0 2px 10px; }}

QLabel[side="a"] {{ background: {p.a}; color: {p.card}; border-radius: 6px; font-weight: 700; padding: 2px 8px; }}
QLabel[side="b"] {{ background: {p.b}; color: {p.card}; border-radius: 6px; font-weight: 700; padding: 2px 8px; }}
QLabel[badge="a"] {{ background: {p.a_soft}; color: {p.a}; border-radius: 8px; font-size: 11px; font-weight: 700;
    padding: 2px 8px; }}
QLabel[badge="b"] {{ background: {p.b_soft}; color: {p.b}; border-radius: 8px; font-size: 11px; font-weight: 700;
    padding: 2px 8px; }}

QTextBrowser, QPlainTextEdit {{ background: transparent; border: none; selection-background-color: {p.a_soft};
    selection-color: {p.ink}; }}
QTextBrowser:focus, QPlainTextEdit:focus {{ border: none; }}

QPushButton, QToolButton, QComboBox {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 8px;
    padding: 6px 12px; min-height: 18px; }}
QComboBox {{ padding: 4px 8px; font-size: 13px; }}
QPushButton:hover, QToolButton:hover, QComboBox:hover {{ background: {p.hover}; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus {{ border: 2px solid {p.a}; padding: 5px 11px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {p.quiet}; }}
QPushButton#send {{ background: {p.strong}; color: {p.on_strong}; border-color: {p.strong}; font-weight: 600; }}
QPushButton#send:focus {{ border: 2px solid {p.a}; }}
QPushButton#send:disabled {{ background: {p.hover}; color: {p.quiet}; border-color: {p.line}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox QAbstractItemView {{ background: {p.card}; border: 1px solid {p.line}; selection-background-color: {p.hover};
    selection-color: {p.ink}; }}

QProgressBar {{ background: {p.line}; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {p.a}; border-radius: 2px; }}
QSplitter::handle {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {p.line}; border-radius: 3px; min-height: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent;
    border: none; height: 0; }}
"""
