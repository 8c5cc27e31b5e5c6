"""What the cards and the list of downloads add to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the cards and of the list of downloads."""
    return f"""
QWidget#pairCards QPushButton {{ padding: 5px 12px; font-size: 13px; }}
QWidget#pairCards QPushButton:focus {{ padding: 4px 11px; }}
QWidget#pairCards QPushButton[role="link"], QFrame#downloadsPanel QPushButton[role="link"] {{ padding: 2px;
    font-size: 13px; }}
QWidget#pairCards QPushButton[role="link"]:focus, QFrame#downloadsPanel QPushButton[role="link"]:focus {{ padding: 0; }}
QWidget#pairCards QPushButton[role="link"]:hover, QFrame#downloadsPanel QPushButton[role="link"]:hover {{
    text-decoration: underline; }}
QLabel#cardName {{ font-size: 15px; font-weight: 600; }}
QLabel#cardFacts, QLabel#cardStatus {{ color: {p.quiet}; font-size: 12px; }}
QLabel#cardWhy {{ font-size: 13px; }}
QLabel#cardInstalled {{ color: {p.good}; font-size: 13px; font-weight: 600; }}
QLabel#cardTerms {{ color: {p.quiet}; border-left: 3px solid {p.b}; padding: 1px 0 1px 8px; font-size: 12px; }}
QLabel[fit] {{ border-radius: 9px; font-size: 11px; font-weight: 700; padding: 1px 8px; min-height: 16px; }}
QLabel[fit="fits"] {{ background: {p.good_soft}; color: {p.good}; }}
QLabel[fit="slow"], QLabel[fit="fits one at a time"] {{ background: {p.fair_soft}; color: {p.fair}; }}
QLabel[fit="won't fit"] {{ background: {p.danger_soft}; color: {p.danger}; }}
QLabel#downloadTrouble {{ font-size: 13px; }}
QProgressBar#cardProgress, QProgressBar#downloadProgress {{ max-height: 6px; min-height: 6px; border-radius: 3px; }}
QProgressBar#cardProgress::chunk, QProgressBar#downloadProgress::chunk {{ border-radius: 3px; }}
QFrame#downloadRow {{ background: transparent; border: none; border-top: 1px solid {p.line}; }}
QLabel#downloadPercent {{ font-size: 12px; font-weight: 600; min-width: 40px; }}
"""
