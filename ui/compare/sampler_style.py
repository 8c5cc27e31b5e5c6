"""What the panel "Settings for this comparison" adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the panel."""
    return f"""
QWidget#samplerPanel, QWidget#samplerBody, QScrollArea#samplerScroll {{ background: transparent; border: none; }}
QLabel[role="settingName"] {{ font-size: 13px; }}
QLabel[role="settingName"][changed="true"] {{ font-weight: 700; }}
QLabel[role="groupTitle"] {{ font-size: 13px; font-weight: 600; border-top: 1px solid {p.line}; padding-top: 14px; }}
QLabel[role="idle"] {{ color: {p.quiet}; font-size: 12px; font-style: italic; }}
QPushButton[role="reset"] {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
    padding: 1px 3px; min-height: 18px; font-size: 12px; color: {p.a}; }}
QPushButton[role="reset"]:hover {{ background: {p.hover}; }}
QPushButton[role="reset"]:focus {{ border: 2px solid {p.a}; padding: 1px 3px; }}
QWidget#samplerPanel NumberField {{ font-size: 13px; padding: 4px 22px 4px 6px; }}
QWidget#samplerPanel NumberField:focus {{ padding: 3px 21px 3px 5px; }}
QPushButton[role="reset"]:disabled {{ color: {p.quiet}; background: transparent; }}
QPushButton[role="compact"], QPushButton#savePreset {{ padding: 4px 10px; font-size: 13px; }}
QPushButton[role="compact"]:focus, QPushButton#savePreset:focus {{ padding: 3px 9px; }}
QPushButton#preset {{ padding: 4px 26px 4px 10px; font-size: 13px; text-align: left; }}
QPushButton#preset:focus {{ padding: 3px 25px 3px 9px; }}
QPushButton#die {{ padding: 0; min-width: 28px; min-height: 28px; }}
QPushButton#more {{ padding: 5px 10px; font-size: 13px; color: {p.ink}; background: transparent; }}
QPushButton#more:hover {{ background: {p.hover}; }}
QPushButton#more:focus {{ padding: 4px 9px; }}
QPlainTextEdit[role="field"] {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 8px; padding: 3px;
    font-size: 13px; placeholder-text-color: {p.quiet}; }}
QWidget#samplerPanel QLineEdit {{ placeholder-text-color: {p.quiet}; }}
QPlainTextEdit[role="field"][code="true"] {{ font-size: 12px; }}
QPlainTextEdit[role="field"]:focus {{ border: 2px solid {p.a}; padding: 2px; }}
QFrame#samplerSide {{ border: none; border-radius: 8px; }}
QFrame#samplerSide[editing="a"] {{ background: {p.a_soft}; }}
QFrame#samplerSide[editing="b"] {{ background: {p.b_soft}; }}
QFrame#samplerSide QLabel {{ color: {p.ink}; }}
QFrame#samplerSide QPushButton[segment="a"]:checked {{ background: {p.a}; color: {p.card}; border-color: {p.a}; }}
QFrame#samplerSide QPushButton[segment="b"]:checked {{ background: {p.b}; color: {p.card}; border-color: {p.b}; }}
QFrame#samplerSide QPushButton[segment]:focus {{ border-color: {p.ink}; }}
"""
