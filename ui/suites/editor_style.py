"""What the editor of suites adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the editor and of the dialog that takes prompts in."""
    return f"""
QPlainTextEdit[role="suiteText"] {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 8px;
    padding: 3px 6px; }}
QPlainTextEdit[role="suiteText"]:focus {{ border: 2px solid {p.a}; padding: 2px 5px; }}
QPlainTextEdit[role="suiteText"][faulty="true"], QLineEdit[faulty="true"], NumberField[faulty="true"] {{
    border-color: {p.danger}; }}
QPlainTextEdit[role="suiteText"][faulty="true"]:focus, QLineEdit[faulty="true"]:focus {{ border-color: {p.danger}; }}
QLabel[role="suiteFault"] {{ color: {p.danger}; font-size: 12px; }}
QLabel[role="suiteVerdict"] {{ font-size: 12px; color: {p.quiet}; }}
QLabel[role="suiteVerdict"][state="passed"] {{ color: {p.good}; }}
QLabel[role="suiteVerdict"][state="wrong"] {{ color: {p.danger}; }}
QFrame[role="suiteCheck"] {{ background: {p.ground}; border: 1px solid {p.line}; border-radius: 10px; }}
QFrame#suiteSide {{ background: {p.card}; border: none; border-right: 1px solid {p.line}; }}
QFrame#suiteSide QPushButton {{ padding: 5px 6px; font-size: 13px; }}
QFrame#suiteSide QPushButton:focus {{ padding: 4px 5px; }}
QFrame#suiteTop, QFrame#suiteFoot {{ background: {p.card}; border: none; }}
QFrame#suiteTop {{ border-bottom: 1px solid {p.line}; }}
QFrame#suiteFoot {{ border-top: 1px solid {p.line}; }}
QListView#suitePrompts {{ background: transparent; border: 2px solid transparent; border-radius: 8px; outline: none;
    font-size: 13px; }}
QListView#suitePrompts:focus {{ border-color: {p.a}; }}
QListView#suitePrompts::item {{ padding: 7px 8px; border-radius: 6px; color: {p.ink}; }}
QListView#suitePrompts::item:hover {{ background: {p.ground}; }}
QListView#suitePrompts::item:selected {{ background: {p.hover}; color: {p.ink}; }}
QPushButton#suiteFaults {{ background: transparent; border: 2px solid transparent; color: {p.danger}; text-align: left;
    padding: 4px 8px; }}
QPushButton#suiteFaults[state="fresh"] {{ color: {p.quiet}; }}
QPushButton#suiteFaults:hover {{ background: {p.danger_soft}; }}
QPushButton#suiteFaults:focus {{ border: 2px solid {p.a}; }}
QFrame#importPreview {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 10px; }}
QFrame#importPreview[state="failed"] {{ background: {p.danger_soft}; border-color: {p.danger}; }}
"""
