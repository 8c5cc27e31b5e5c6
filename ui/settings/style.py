"""What the Settings page adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the page."""
    return f"""
QLabel[role="cardTitle"] {{ font-size: 15px; font-weight: 600; }}
QWidget#settingsPage QPushButton[role="compact"] {{ padding: 3px 10px; font-size: 13px; }}
QWidget#settingsPage QPushButton[role="compact"]:focus {{ padding: 2px 9px; }}
QLabel#path {{ background: {p.ground}; border: 1px solid {p.line}; border-radius: 8px; padding: 6px 10px;
    color: {p.ink}; font-size: 13px; }}
QLabel#path:focus {{ border: 2px solid {p.a}; padding: 5px 9px; }}
QLabel#settingsTrouble {{ background: {p.danger_soft}; color: {p.danger}; border-radius: 8px; padding: 10px 14px; }}
QFrame[role="backup"] {{ background: transparent; border: none; border-top: 1px solid {p.line}; }}
QFrame[role="backup"][first="true"] {{ border-top: none; }}
QListWidget#licences, QPlainTextEdit#licenceText {{ background: {p.card}; color: {p.ink}; border: 1px solid {p.line};
    border-radius: 8px; padding: 4px; outline: none; font-size: 13px; }}
QPlainTextEdit#licenceText {{ padding: 6px 8px; font-size: 12px; }}
QListWidget#licences:focus {{ border: 2px solid {p.a}; padding: 3px; }}
QPlainTextEdit#licenceText:focus {{ border: 2px solid {p.a}; padding: 5px 7px; }}
QListWidget#licences::item {{ border-radius: 6px; padding: 4px 8px; color: {p.ink};
    border-left: 3px solid transparent; }}
QListWidget#licences::item:hover {{ background: {p.hover}; }}
QListWidget#licences::item:selected {{ background: {p.a_soft}; color: {p.ink}; border-left: 3px solid {p.a}; }}
"""
